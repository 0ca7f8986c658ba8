import DossierSite
import DossierSource
import Testing

@testable import DossierStarter

@Suite struct StringsDraftTests {
  static let model = """
    # The words.

    # Numbers
    records: {one: "{n} record", other: "{n} records"}
    "yes": "yes"

    # A part
    title: Title
    long: >
      one
      two

    """

  @Test func whatIsMissingStandsBehindASign() {
    let draft = StringsDraft(of: Language("lt"), after: Self.model, known: ["records", "title"])
    #expect(draft.count == 2)
    let text = draft.text(onto: nil)
    #expect(
      text.hasSuffix("\n\n# Numbers\n#\"yes\": \"yes\"\n\n# A part\n#long: >\n#  one\n#  two\n"))
    #expect(text.contains("one, few, many, other"))
  }

  @Test func aDraftIsNoTranslation() {
    let draft = StringsDraft(of: Language("sv"), after: Self.model, known: [])
    let file = SourceFile(path: "templates/strings/sv.yml", text: draft.text(onto: nil))
    let strings = InterfaceStrings.decode(file, Language("sv"))
    #expect(strings.diagnostics == [])
    #expect(strings.value.words.isEmpty)
  }

  @Test func aDraftWithoutItsSignsIsTheModel() {
    let draft = StringsDraft(of: Language("sv"), after: Self.model, known: [])
    let lines = draft.text(onto: nil).split(separator: "\n").map { line in
      let isRemark = line.hasPrefix("# ") && !line.hasPrefix("#  ")
      return line.hasPrefix("#") && !isRemark ? String(line.dropFirst()) : String(line)
    }
    let file = SourceFile(path: "templates/strings/sv.yml", text: lines.joined(separator: "\n"))
    let strings = InterfaceStrings.decode(file, Language("sv"))
    #expect(strings.diagnostics == [])
    #expect(strings.value.words.keys.sorted() == ["long", "records", "title", "yes"])
  }

  @Test func whatIsThereStays() {
    let draft = StringsDraft(of: Language("sv"), after: Self.model, known: ["records"])
    let text = draft.text(onto: "records: poster")
    #expect(text.hasPrefix("records: poster\n\n# Texts that"))
    #expect(!text.contains("{n} record"))
  }
}
