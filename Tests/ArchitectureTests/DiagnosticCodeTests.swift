import Foundation
import Testing

/// Every code that the tool may print is told of in docs/diagnostics.md, and no other.
@Suite struct DiagnosticCodeTests {
  /// Texts of the code that look like a diagnostic's code and are no file's name.
  private static func codesInSources() throws -> Set<String> {
    var codes: Set<String> = []
    let code = /[a-z]+(?:-[a-z]+)*\.([a-z]+(?:-[a-z]+)*)/
    let endings: Set<Substring> = [
      "bib", "conf", "css", "csv", "html", "js", "json", "lua", "md", "pdf", "png", "py", "ris",
      "txt", "xml", "yaml", "yml",
    ]
    for path in PackageFiles.swift(in: "Sources") {
      for text in try PackageFiles.text(path).split(separator: "\"") {
        guard text.utf8.count < 40, let match = text.wholeMatch(of: code),
          !endings.contains(match.1)
        else { continue }
        codes.insert(String(text))
      }
    }
    return codes
  }

  private static func codesInDocuments() throws -> [String] {
    try PackageFiles.text("docs/diagnostics.md").matches(of: /(?m)^### ([a-z.-]+)$/)
      .map { String($0.1) }
  }

  @Test func everyCodeIsToldOf() throws {
    let codes = try Self.codesInSources()
    #expect(codes.count > 80)
    #expect(codes.subtracting(try Self.codesInDocuments()).sorted() == [])
  }

  @Test func nothingElseIsToldOf() throws {
    let told = try Self.codesInDocuments()
    #expect(Set(told).subtracting(try Self.codesInSources()).sorted() == [])
    #expect(Set(told).count == told.count)
  }

  @Test func everyCodeHasAnExampleOfItsOwn() throws {
    let text = try PackageFiles.text("docs/diagnostics.md")
    for section in text.components(separatedBy: "\n### ").dropFirst() {
      let code = String(section.prefix { $0 != "\n" })
      #expect(section.contains(" [\(code)]\n"), "\(code)")
    }
  }
}
