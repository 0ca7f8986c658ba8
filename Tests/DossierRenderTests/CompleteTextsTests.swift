import DossierSite
import DossierSource
import Testing

@testable import DossierRender

@Suite struct CompleteTextsTests {
  private func texts(_ code: String, _ yaml: String) -> InterfaceStrings {
    let file = SourceFile(path: "templates/strings/\(code).yml", text: yaml)
    return InterfaceStrings.decode(file, Language(code)).value
  }

  private let languages = [Language("sv"), Language("de")]

  @Test func whatALanguageLacksIsSaidInAnotherWithOneWarning() {
    let files = [texts("de", "a: A\nb: B\nc: C"), texts("sv", "a: Å"), texts("en", "a: x\nd: D")]
    let outcome = CompleteTexts.of(languages, files, needed: ["d"])
    #expect(outcome.value.map { $0["a"] } == ["Å", "A"])
    #expect(outcome.value.map { $0["b"] } == ["B", "B"])
    #expect(outcome.value.map { $0["d"] } == ["D", "D"])
    #expect(outcome.value.map(\.language) == languages)
    #expect(outcome.diagnostics.map(\.code) == ["strings.untranslated", "strings.untranslated"])
    #expect(outcome.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(outcome.diagnostics[0].help?.contains("dossier new strings sv") == true)
    #expect(outcome.diagnostics[0].message.contains("3 of 4"))
    #expect(outcome.diagnostics[1].message.contains("no text 'd'"))
  }

  @Test func aLanguageWithoutAFileIsOneWarning() {
    let outcome = CompleteTexts.of(languages, [texts("en", "a: x\nb: y")], needed: ["a"])
    #expect(outcome.value.map { $0["b"] } == ["y", "y"])
    #expect(outcome.diagnostics.count == 2)
  }

  @Test func whatNoLanguageSaysIsAnError() {
    let outcome = CompleteTexts.of([Language("de")], [texts("de", "a: A")], needed: ["a", "z"])
    #expect(outcome.diagnostics.map(\.code) == ["strings.missing"])
    #expect(outcome.diagnostics[0].severity == .error)
    let none = CompleteTexts.of([Language("de")], [], needed: ["a"])
    #expect(none.diagnostics.map(\.code) == ["strings.missing"])
  }

  @Test func completeLanguagesAreNotTold() {
    let files = [texts("de", "a: A"), texts("sv", "a: Å"), texts("fr", "a: x\nown: y")]
    #expect(CompleteTexts.of(languages, files, needed: ["a"]).diagnostics == [])
  }

  @Test func quotationsWithinQuotationsHaveTheInnerMarks() {
    let uk = texts("uk", "a: 'Що означає «{name}»'\nb: 'Це {name}'")
    #expect(uk.text("a", ["name": "Фонд «Мир»"]) == "Що означає «Фонд „Мир“»")
    #expect(uk.text("b", ["name": "Фонд «Мир»"]) == "Це Фонд «Мир»")
    let en = texts("en", "a: 'What “{name}” means'")
    #expect(en.text("a", ["name": "the “line”"]) == "What “the ‘line’” means")
  }
}
