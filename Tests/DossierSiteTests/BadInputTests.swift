import Foundation
import Testing

/// What is said of a mistake: message, place, caret and cure, to the letter.
///
/// The tables lie in `BadInputs/`. A case is the mistake's name, the files that are put into a sound
/// project, and what is printed of them:
///
///     === a number in words
///     >>> content/missions/kfor.md
///     …
///     <<<
///     content/missions/kfor.md:3:7: error: 'long' is no number [number.invalid]
@Suite struct BadInputTests {
  @Test(arguments: BadInput.all)
  func aMistakeIsToldWithItsPlaceAndCure(_ input: BadInput) {
    #expect(SiteSample(input.files).report() == input.printed)
  }

  @Test func theTablesAreThere() {
    #expect(BadInput.all.count > 150)
    #expect(BadInput.all.allSatisfy { !$0.files.isEmpty && !$0.printed.isEmpty })
  }

  @Test func theProjectThatTheyArePutIntoIsSound() {
    #expect(SiteSample().report() == "")
  }
}

/// Files with a mistake in them, and what is to be said of it.
struct BadInput: Sendable, CustomTestStringConvertible {
  let testDescription: String
  private(set) var files: [String: String] = [:]
  private(set) var printed = ""

  /// Every case of every table, in their order.
  static let all: [BadInput] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "BadInputs")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().flatMap { name -> [BadInput] in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return text.split(separator: "=== ").map { BadInput($0, in: name) }
    }
  }()

  private init(_ text: Substring, in table: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    testDescription = "\(table): \(lines[0])"
    var path: String?
    for line in lines.dropFirst() {
      if line.hasPrefix(">>> ") {
        path = String(line.dropFirst(4))
        files[path ?? ""] = ""
      } else if line == "<<<" {
        path = nil
      } else if let path {
        files[path, default: ""] += line + "\n"
      } else {
        printed += line + "\n"
      }
    }
    printed = printed.trimmingCharacters(in: .newlines)
  }
}
