import Foundation
import TestSupport
import Testing

/// The manual that `scripts/manual` makes of what the commands declare.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: "/usr/bin/python3"), "there is no Python"))
struct ManualTests {
  private static let script = Checkout.folder.appending(path: "scripts/manual").path

  /// The pages by their names.
  private static func pages() throws -> [String: String] {
    let folder = try TemporaryFolder()
    let result = try Command.shell(
      "\"$dossier\" --experimental-dump-help | '\(script)' 1.2.3 '\(folder.path)'")
    #expect(result.status == 0 && result.errors == "")
    return try folder.tree(".").mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func everyCommandHasAPage() throws {
    let help = try Command.run(["--help"]).output
    let names = help.components(separatedBy: "SUBCOMMANDS:").last?
      .matches(of: /(?m)^  ([a-z]+) {2,}[A-Z]/).map { String($0.1) }
    let pages = try Self.pages()
    let expected = try ["dossier.1"] + #require(names).map { "dossier-\($0).1" }
    #expect(expected.count == 14)
    #expect(pages.keys.sorted() == expected.sorted())
  }

  @Test func aPageNamesEveryOptionOfItsCommand() throws {
    let pages = try Self.pages()
    for (name, page) in pages {
      let words = name.dropLast(2).split(separator: "-").dropFirst().map(String.init)
      let help = try Command.run(words + ["--help"]).output
      let text = page.replacing("\\-", with: "-")
      let options = help.matches(of: /(?m)^  (?:-h, )?(--[a-z-]+)/).map { String($0.1) }
      #expect(options.count >= 2)
      for option in options { #expect(text.contains("\\fB\(option)\\fR"), "\(name): \(option)") }
      #expect(page.hasPrefix(".TH \(name.dropLast(2).uppercased()) 1 \"1970-01-01\""))
      #expect(page.contains("\"dossier 1.2.3\""))
    }
  }
}
