import DossierBuild
import DossierSource
import Foundation
import TestSupport
import Testing

/// A site of which half is under an embargo until a moment, with a word of its own in every key.
///
/// What is hidden in `Embargoed/` says words that begin with `qx`, numbers that begin with 7777 and
/// dates of the year 1877; what is an author's own (comments, keys that begin with `x-`) says words that
/// begin with `qxno`.
@Suite struct EmbargoTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Embargoed")
  private static let embargo = "embargo: 2031-05-06T06:00:00+02:00"
  /// The moment at which it ends.
  private static let release = 1_935_806_400

  private static func content() throws -> [String: String] {
    try FileTree.read(folder.appending(path: "content"), below: "content/")
  }

  /// All files of a whole site that is written at a moment, by path.
  private static func site(of content: [String: String], at now: Int) async throws
    -> [String: String]
  {
    let templates = DiskFolder(
      root: Checkout.folder.appending(path: "templates").path, prefix: "templates/")
    let project = Project(content: MemoryFolder(content), templates: templates)
    let prepared = try await project.prepare(BuildOptions(jobs: 2, now: now))
    #expect(prepared.diagnostics.filter { $0.severity == .error } == [])
    let output = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID())")
    defer { try? FileManager.default.removeItem(at: output) }
    let site = try #require(prepared.value)
    let written = try await site.write(from: project, to: output.path, jobs: 2)
    #expect(written.diagnostics == [])
    return try FileTree.read(output)
  }

  /// The words, numbers and years that give something away, with a file that has each.
  private static func secrets(in files: [String: String]) -> [String: String] {
    var found: [String: String] = [:]
    for (path, text) in files {
      for match in (path + "\n" + text).matches(of: /qx[a-z]+|1877|77\P{L}{0,6}77[1-9]/) {
        found[match.output.filter { $0.isLetter || $0.isNumber }] = path
      }
    }
    return found
  }

  @Test func nothingUnderAnEmbargoIsInAnyFile() async throws {
    let files = try await Self.site(of: Self.content(), at: Self.release - 1)
    #expect(Self.secrets(in: files) == [:])
    #expect(files.count > 100)
  }

  @Test(arguments: ["draft: true", "embargo: 2999-01-01"])
  func nothingOfADraftIsInAnyFile(line: String) async throws {
    let content = try Self.content().mapValues { $0.replacing(Self.embargo, with: line) }
    let files = try await Self.site(of: content, at: Self.release)
    #expect(Self.secrets(in: files) == [:])
  }

  /// Else the words would prove nothing.
  @Test func allOfItIsThereFromTheMomentOn() async throws {
    let content = try Self.content()
    let shown = Self.secrets(in: try await Self.site(of: content, at: Self.release))
    let wanted = Self.secrets(in: content).keys.filter { !$0.hasPrefix("qxno") || $0 == "qxnote" }
    #expect(wanted.filter { shown[$0] == nil }.sorted() == [])
    #expect(shown.keys.filter { $0.hasPrefix("qxno") } == ["qxnote"])
  }

  /// The keys that a decoder asks for are all in a file of the sort that it reads.
  @Test(arguments: [
    ("RecordDecoder", "missions/qxmission.md briefings/qxbriefing.md"),
    ("TranslationDecoder", "missions/qxmission.uk.md briefings/qxbriefing.md"),
    ("SourceDecoder", "sources/hidden.yml"), ("CopyDecoder", "sources/hidden.yml"),
    ("KindDecoder", "qxfolder/_kind.yml plans/_kind.yml"),
    ("HandoutDecoder", "handouts/qxhandout.yml"),
    ("ClaimDecoder", "missions/qxmission.md"),
  ])
  func everyKeyIsTried(decoder: String, files: String) throws {
    let source = try String(
      contentsOf: Checkout.folder.appending(path: "Sources/DossierSite/Decode/\(decoder).swift"),
      encoding: .utf8)
    let asked = source.matches(
      of: /(?:eader\.[a-zA-Z]+|names|date|address|localized|keyPoints)\(\s*"([A-Za-z-]+)"/)
    let keys = Set(asked.map { String($0.1) }).subtracting(Self.untold[decoder] ?? [])
    let content = try Self.content()
    let text = files.split(separator: " ").compactMap { content["content/\($0)"] }.joined()
    #expect(keys.count > 3)
    for key in keys { #expect(text.contains("\(key):"), "\(decoder): \(key)") }
  }

  /// Keys of which a public file may have no word either way, or that exclude another.
  private static let untold: [String: Set<String>] = [
    "SourceDecoder": ["event"], "CopyDecoder": ["aliases"],
    "KindDecoder": ["role"], "RecordDecoder": ["to-fill-in"], "HandoutDecoder": ["kind"],
  ]
}
