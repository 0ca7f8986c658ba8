import Foundation
import TestSupport
import Testing

@testable import DossierSite

/// Our rules against those who write and sort by the same data, in all languages.
@Suite struct LanguageCheckTests {
  private static let python = Checkout.folder.appending(path: ".build/venv/bin/python").path

  private static let isReady: Bool = {
    let library = Checkout.folder.appending(path: ".build/venv/lib").resolvingSymlinksInPath()
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: library.path)) ?? []
    let hasBabel = versions.contains { version in
      let babel = library.appending(path: version + "/site-packages/babel")
      return FileManager.default.fileExists(atPath: babel.path)
    }
    return hasBabel && FileManager.default.isExecutableFile(atPath: "/usr/bin/perl")
  }()

  struct Expectation {
    var language: Language
    var subject: String
    var asked: String
    var answer: String
  }

  static func expectations() throws -> [Expectation] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: python)
    process.arguments = [Checkout.folder.appending(path: "scripts/languages-check").path]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4 else { return nil }
      return Expectation(
        language: Language(cells[0]), subject: cells[1], asked: cells[2], answer: cells[3])
    }
  }

  @Test(.enabled(if: isReady, "no Babel in .build/venv, or no Perl: run 'make test-tools'"))
  func allLanguagesWriteAndSortAsTheirData() throws {
    let expectations = try Self.expectations()
    #expect(Set(expectations.map(\.language)) == Set(LanguageRules.known))
    var wrong: [String] = []
    for expectation in expectations {
      let rules = LanguageRules(expectation.language)
      if expectation.subject == "order" {
        wrong += Self.misplaced(expectation, rules)
      } else {
        let ours = Self.plain(Self.answer(to: expectation, rules))
        let theirs = Self.plain(expectation.answer)
        if ours != theirs {
          wrong.append(
            "\(expectation.language.code) \(expectation.subject) \(expectation.asked): "
              + "'\(ours)', not '\(theirs)'")
        }
      }
    }
    #expect(
      wrong.isEmpty,
      "\(wrong.count) of \(expectations.count):\n\(wrong.prefix(60).joined(separator: "\n"))")
  }

  private static func answer(to expectation: Expectation, _ rules: LanguageRules) -> String {
    let asked = expectation.asked
    let number = Double(asked) ?? .nan
    let decimals = asked.split(separator: ".").dropFirst().first?.count ?? 0
    switch expectation.subject {
    case "number": return rules.number(number, decimals: decimals)
    case "percent":
      return rules.measure(Quantity(number), PluralWord(other: "%"), approximate: false)
    case "words": return rules.scaled(number) ?? rules.number(number, decimals: 0)
    case "short-words":
      return rules.scaled(number, short: true) ?? rules.number(number, decimals: 0)
    case "plural": return rules.pluralForm(of: number, decimals: decimals).rawValue
    case "date": return PartialDate(asked).map(rules.date) ?? ""
    case "short-date": return PartialDate(asked).map(rules.shortDate) ?? ""
    case "list": return rules.list(asked.map(String.init))
    case "name": return rules.name(of: Language(asked))
    default: return ""
    }
  }

  /// What we write otherwise by intent: the typographic minus, spaces that do not break, and no marks
  /// of direction.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { scalar in
          switch scalar {
          case "\u{2212}": "-"
          case "\u{A0}", "\u{202F}": " "
          case "\u{200E}", "\u{200F}", "\u{61C}": nil
          default: scalar
          }
        }))
  }

  private static func misplaced(_ expectation: Expectation, _ rules: LanguageRules) -> [String] {
    let theirs = expectation.answer.split(separator: " ").map(String.init)
    let ours = rules.sorted(theirs.reversed()) { $0 }
    return zip(zip(ours, theirs), ours.indices).compactMap { pair, index in
      let (our, their) = pair
      // Of a run of differences the first says it.
      guard our != their, index == 0 || ours[index - 1] == theirs[index - 1] else { return nil }
      return "\(expectation.language.code) order \(index): '\(our)', not '\(their)'"
    }
  }
}
