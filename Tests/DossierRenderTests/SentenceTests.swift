import DossierSite
import DossierSource
import Foundation
import TestSupport
import Testing

@testable import DossierRender

/// What the pages say of 1, 2, 5, 21 and 1.5 in the languages whose words are complete.
@Suite struct SentenceTests {
  static let complete = ["de", "en", "es", "fr", "pl", "uk"]
  private static let numbers = [1, 2, 5, 21, 1.5]
  private static let folder = Checkout.folder.appending(path: "templates/strings")

  private static func strings(_ code: String) throws -> InterfaceStrings {
    let path = "templates/strings/\(code).yml"
    let bytes = try Data(contentsOf: Checkout.folder.appending(path: path))
    let file = SourceFile(path: path, text: String(decoding: bytes, as: UTF8.self))
    let outcome = InterfaceStrings.decode(file, Language(code))
    #expect(outcome.diagnostics == [])
    return outcome.value
  }

  /// Words for what is counted, as a project would have them.
  private static let units: [String: [PluralWord]] = [
    "en": [
      PluralWord(one: "soldier", other: "troops"), PluralWord(one: "month", other: "months"),
      PluralWord(other: "km"),
    ],
    "uk": [
      PluralWord(one: "військовий", few: "військові", many: "військових", other: "військового"),
      PluralWord(one: "місяць", few: "місяці", many: "місяців", other: "місяця"),
      PluralWord(other: "км"),
    ],
    "de": [
      PluralWord(one: "Soldat", other: "Soldaten"), PluralWord(one: "Monat", other: "Monate"),
      PluralWord(other: "km"),
    ],
    "fr": [
      PluralWord(one: "soldat", other: "soldats"), PluralWord(one: "mois", other: "mois"),
      PluralWord(other: "km"),
    ],
    "pl": [
      PluralWord(one: "żołnierz", few: "żołnierze", many: "żołnierzy", other: "żołnierza"),
      PluralWord(one: "miesiąc", few: "miesiące", many: "miesięcy", other: "miesiąca"),
      PluralWord(other: "km"),
    ],
    "es": [
      PluralWord(one: "soldado", other: "soldados"), PluralWord(one: "mes", other: "meses"),
      PluralWord(other: "km"),
    ],
  ]

  /// The lines of a language: what is said, then each number's sentence.
  private static func table(_ code: String) throws -> String {
    let strings = try strings(code)
    let rules = LanguageRules(Language(code))
    var lines: [String] = []
    func line(_ name: String, _ text: (Quantity) -> String) {
      let texts = numbers.map { text(Quantity($0, decimals: $0 == 1.5 ? 1 : 0)) }
      lines.append(([name] + texts).joined(separator: " | "))
    }
    for (key, word) in strings.words.sorted(by: { $0.key < $1.key })
    where word.one != nil {
      line(key) {
        rules.word(word, for: $0).replacing("{n}", with: rules.quantity($0))
      }
    }
    for unit in units[code] ?? [] {
      line("exactly") { rules.measure($0, unit, approximate: false) }
      line("about") { rules.measure($0, unit, approximate: true) }
      line("at least") {
        rules.measure(.atLeast($0.low, decimals: $0.decimals), unit, approximate: false)
      }
      line("at most about") {
        rules.measure(.atMost($0.low, decimals: $0.decimals), unit, approximate: true)
      }
      line("a range") {
        rules.measure(
          Quantity(low: 0, high: $0.high, decimals: $0.decimals), unit, approximate: false)
      }
      line("alone") { _ in rules.alone(unit) }
    }
    line("per cent") { rules.measure($0, PluralWord(other: "%"), approximate: false) }
    line("millions") { rules.scaled($0.low * 1_000_000) ?? "" }
    line("billions") { rules.scaled($0.low * 1_000_000_000, short: true) ?? "" }
    for (key, name) in [
      ("exhibit", "n"), ("pages-of", "n"), ("count-of-all", "n"), ("table-shown", "n"),
      ("search-count", "n"), ("compare-size", "records"), ("script-absent", "n"),
      ("script-unmet", "n"), ("page-of", "n"), ("distance-change", "before"),
      ("articles-count", "n"), ("blocks-count", "n"),
    ] {
      line(key) {
        let number = rules.quantity($0)
        return strings[key].replacing("{\(name)}", with: number)
          .replacing(/\{(?:articles|conditions)\}/, with: "A & B")
          .replacing(/\{[a-z]+\}/, with: rules.number(21, decimals: 0))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test(arguments: complete)
  func sentencesAreAsTheyWereRead(code: String) throws {
    let table = try Self.table(code)
    #expect(table.split(separator: "\n").count >= 40)
    let path = Checkout.folder.appending(path: "Tests/DossierRenderTests/Sentences/\(code).txt")
    if ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1" {
      try Data(table.utf8).write(to: path)
      Issue.record("recorded; look at the difference")
    }
    let recorded = try Data(contentsOf: path)
    #expect(table == String(decoding: recorded, as: UTF8.self))
  }

  @Test(arguments: ["templates/strings", "Sources/DossierSite/Languages"])
  func wordsOfALanguageHaveOneApostrophe(folder: String) throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Checkout.folder.appending(path: folder).path
    ).filter { $0.hasSuffix(".yml") }
    #expect(files.count >= Self.complete.count)
    for file in files {
      let data = try Data(contentsOf: Checkout.folder.appending(path: "\(folder)/\(file)"))
      let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
      for line in lines where !line.drop(while: { $0 == " " }).hasPrefix("#") {
        #expect(!line.contains(/\p{L}['`´\u{2BC}]\p{L}/), "\(file): \(line.prefix(80))")
      }
    }
  }

  @Test func aProjectsOwnWordsTakeTheApostropheOfTheLanguage() {
    func said(_ text: String, _ rules: LanguageRules) -> String {
      InterfaceStrings(language: rules.language, words: ["a": PluralWord(other: text)])
        .naming(["option": "об'єкт"], by: rules)["a"]
    }
    let text = "п'ять зв\u{2BC}язків, {option} і d'{name}, 'слова'"
    #expect(
      said(text, LanguageRules(.ukrainian)) == "п’ять зв’язків, об’єкт і d’{name}, 'слова'")
    let own = LanguageRules.decode(
      SourceFile(path: "content/languages/uk.yml", text: "apostrophe: \"\u{2BC}\"\n"), .ukrainian
    ).value
    #expect(said("п'ять", own) == "п\u{2BC}ять")
  }

  @Test func marksHaveTheSpacesOfTheLanguage() throws {
    let (french, german) = (LanguageRules(Language("fr")), LanguageRules(Language("de")))
    func named(_ text: String, _ rules: LanguageRules) -> InterfaceStrings {
      InterfaceStrings(language: rules.language, words: ["a": PluralWord(other: text)])
        .naming([:], by: rules)
    }
    let text = "Vide : « rien » ; à 10:30 ?"
    #expect(named(text, french)["a"] == "Vide\u{A0}: «\u{A0}rien\u{A0}»\u{202F}; à 10:30\u{202F}?")
    #expect(named(text, german)["a"] == text)
    #expect(named("", french).labelled("Ouvert", "tout") == "Ouvert\u{A0}: tout")
    #expect(named("", german).labelled("Offen", "alles") == "Offen: alles")
    let sample = HandoutSample([
      "content/site.yml": "title: T\nlanguages: [fr]\nbase-url: https://x.org/\nformat: 1\n"
    ])
    let page = try sample.page("missions/kfor.html")
    #expect(page.contains("</a>\u{A0}: ") && !page.contains("</a>: "))
  }

  @Test func completeLanguagesHaveAllWords() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let codes = files.filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }
    #expect(Set(codes).isSuperset(of: Self.complete))
    let english = try Self.strings("en")
    let needed = Set(english.words.keys).union(InterfaceTexts.required + ScriptWords.all)
    for code in codes.sorted() {
      let strings = try Self.strings(code)
      let lacking = needed.filter { strings.words[$0] == nil }.sorted()
      #expect(lacking == [], "templates/strings/\(code).yml lacks these")
      for placeholder in strings.placeholders {
        let known =
          (InterfaceTexts.placeholders[placeholder.key] ?? []) + KindWords.placeholders
        #expect(
          known.contains(placeholder.name) || english.words[placeholder.key] == nil,
          "\(code): {\(placeholder.name)} in \(placeholder.key)")
      }
    }
  }

  @Test func wordsHaveTheFormsOfTheirLanguage() throws {
    for code in Self.complete {
      let rules = LanguageRules(Language(code))
      for (key, word) in try Self.strings(code).words where word.one != nil {
        for form in rules.pluralForms where form != .other {
          // A million takes a form of its own in French and Spanish, which no count of a site needs.
          if form == .many, ["es", "fr"].contains(code) { continue }
          #expect(word.own(form) != nil, "\(code): '\(key)' has no form '\(form.rawValue)'")
        }
      }
    }
  }
}
