import DossierSource
import Foundation
import Testing

@testable import DossierSite

/// The forms of a word come out alike, and words that are not akin do not.
@Suite struct StemTests {
  private static let forms: [[String]] = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Browser/stem-forms.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map {
      $0.lowercased().split(separator: " ").map(String.init)
    }
  }()

  private static func rules() throws -> StemRules {
    try #require(LanguageRules(Language("uk")).stems)
  }

  @Test func allFormsOfAWordHaveOneStem() throws {
    let rules = try Self.rules()
    #expect(Self.forms.count > 120)
    for forms in Self.forms {
      let stems = Set(forms.map(rules.stem))
      #expect(stems.count == 1, "\(zip(forms, forms.map(rules.stem)).map { "\($0) \($1)" })")
    }
  }

  @Test(arguments: [
    ("мир", "міра"), ("мандат", "мандарин"), ("рада", "радар"), ("сила", "село"), ("рік", "роки"),
    ("військо", "війна"), ("закон", "закінчення"), ("полк", "поле"),
    ("умова", "ум"), ("допомога", "дорога"), ("область", "обласканий"),
  ])
  func wordsThatAreNotAkinDiffer(first: String, second: String) throws {
    let rules = try Self.rules()
    let isOne = rules.stem(of: first) == rules.stem(of: second)
    #expect(isOne == (first == "рік"), "\(rules.stem(of: first)) \(rules.stem(of: second))")
  }

  @Test(arguments: ["", "я", "ООН", "kfor", "’", "нннннннн", "ьььь", "123"])
  func whatIsHardlyAWordStays(word: String) throws {
    #expect(!(try Self.rules()).stem(of: word).isEmpty || word.isEmpty)
  }

  @Test func aLongWordIsLeftAsItIs() throws {
    let word = String(repeating: "ення", count: 5_000)
    #expect(try Self.rules().stem(of: word) == word)
  }

  @Test func aProjectMayHaveRulesOfItsOwn() throws {
    let text = """
      stems:
        endings: {"2": [x, yx], "9": [long]}
        vowels: ao
        words: {odd: even}
      """
    let language = Language("qq")
    let rules = LanguageRules.decode(SourceFile(path: "qq.yml", text: text), language)
    #expect(rules.diagnostics.isEmpty)
    let stems = try #require(rules.value.stems)
    #expect(stems.endings.map(\.text) == ["long", "yx", "x"])
    #expect(stems.stem(of: "bendyx") == "bend")
    #expect(stems.stem(of: "odd") == "even")
    let bad = "stems: {endings: {zero: [x]}}\n"
    let refused = LanguageRules.decode(SourceFile(path: "qq.yml", text: bad), language)
    #expect(refused.diagnostics.map(\.code) == ["yaml.type"])
  }
}
