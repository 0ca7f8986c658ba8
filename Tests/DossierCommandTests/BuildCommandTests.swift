import Foundation
import Testing

/// `dossier build`: exit codes, both streams, and what lies on the disk afterwards.
@Suite struct BuildCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeProject()
  }

  /// The numbers of the closing line: pages, written, unchanged, removed, warnings.
  private static func counts(_ output: String) -> [Int]? {
    let line =
      /(\d+) pages, (\d+) files? written, (\d+) unchanged, (\d+) removed, (\d+) warnings?, \d+\.\d\d s\n/
    return output.wholeMatch(of: line).map { match in
      [match.1, match.2, match.3, match.4, match.5].compactMap { Int($0) }
    }
  }

  @Test func aSoundProjectIsBuiltAndToldInOneLine() throws {
    let result = try Command.run(["build", folder.project])
    #expect(result.status == 0)
    #expect(result.errors == "")
    let counts = try #require(Self.counts(result.output))
    #expect(counts[1] > counts[0])
    #expect(counts.suffix(3) == [0, 0, 0])
    let site = try folder.tree("project/site")
    #expect(site["missions/kfor.html"] != nil && site["index.html"] != nil)
    #expect(site["assets/style.css"] != nil && site[".nojekyll"] != nil)
  }

  @Test func theSecondBuildWritesOnlyWhatChanged() throws {
    _ = try Command.run(["build", folder.project])
    try folder.write("---\ntitle: KFOR\n---\nOther\n", to: "project/content/missions/kfor.md")
    let result = try Command.run(["build", folder.project])
    let counts = try #require(Self.counts(result.output))
    #expect(counts[1] > 0)
    #expect(counts[2] > 0)
    #expect(try folder.read("project/site/missions/kfor.html").contains("Other"))
    let again = try Command.run(["build", folder.project])
    #expect(try #require(Self.counts(again.output))[1] == 0)
  }

  @Test func quietPrintsNothing() throws {
    let result = try Command.run(["build", folder.project, "--quiet"])
    #expect(result.status == 0)
    #expect(result.output == "" && result.errors == "")
    #expect(try folder.tree("project/site")["index.html"] != nil)
  }

  @Test func theOutputGoesWhereItIsAskedFor() throws {
    let result = try Command.run(["build", folder.project, "--output", folder.path + "/out"])
    #expect(result.status == 0)
    #expect(try folder.names() == ["out", "project"])
    #expect(!FileManager.default.fileExists(atPath: folder.project + "/site"))
  }

  @Test func aFailedBuildLeavesTheOldSiteAsItWas() throws {
    _ = try Command.run(["build", folder.project])
    let before = try folder.tree("project/site")
    try folder.write(
      "---\ntitle: KFOR\nline: long\n---\n<actor:nato>\n", to: "project/content/missions/kfor.md")
    let result = try Command.run(["build", folder.project])
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(
      result.errors == """
        content/missions/kfor.md:3:7: error: 'long' is no number [number.invalid]
          3 | line: long
            |       ^~~~
        help: write digits without separators (50000, 12.5) or {low: 10, high: 15}
        content/missions/kfor.md:5:1: error: no kind has the id 'actor' [kind.unknown]
          5 | <actor:nato>
            | ^~~~~~~~~~~~
        help: known: mission, page
        nothing was built: 2 errors, 0 warnings

        """)
    #expect(try folder.tree("project/site") == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.project).sorted()
        == ["content", "site", "templates"])
  }

  @Test func anIDThatAPageGivesTwiceLeavesTheOldSiteAsItWas() throws {
    _ = try Command.run(["build", folder.project])
    let before = try folder.tree("project/site")
    let settings = try folder.read("project/content/site.yml")
    try folder.write(settings + "raw-html: true\n", to: "project/content/site.yml")
    try folder.write(
      "---\ntitle: KFOR\n---\n## Fact one\n\n<p ID='section-fact-one'>x</p>\n",
      to: "project/content/missions/kfor.md")
    let result = try Command.run(["build", folder.project])
    #expect(result.status == 1)
    #expect(
      result.errors == """
        content/missions/kfor.md:1:1: error: the page 'missions/kfor.html' has the id 'section-fact-one' twice [page.duplicate-id]
          1 | ---
            | ^
        help: give one of the two another id, in raw HTML of the text or in a template
        nothing was built: 1 error, 0 warnings

        """)
    #expect(try folder.tree("project/site") == before)
  }

  @Test func aFirstBuildThatFailsLeavesNothing() throws {
    try folder.write("---\n", to: "project/content/missions/kfor.md")
    #expect(try Command.run(["build", folder.project]).status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.project + "/site"))
  }

  @Test(arguments: [false, true]) func aWarningIsFatalWhereItIsAskedFor(isStrict: Bool) throws {
    try folder.write("---\ntitle: KFOR # x\n---\n", to: "project/content/missions/kfor.md")
    let result = try Command.run(["build", folder.project] + (isStrict ? ["--strict"] : []))
    #expect(result.status == (isStrict ? 1 : 0))
    #expect(result.errors.contains("[yaml.comment]"))
    #expect(result.errors.contains("nothing was built: 0 errors, 1 warning\n") == isStrict)
    #expect(result.output.contains("1 warning,") == !isStrict)
    #expect(FileManager.default.fileExists(atPath: folder.project + "/site") == !isStrict)
  }

  @Test func theBaseAddressCanBeGiven() throws {
    let result = try Command.run(["build", folder.project, "--base-url", "https://a.test/b"])
    #expect(result.status == 0)
    let page = try folder.read("project/site/missions/kfor.html")
    #expect(page.contains(#"<link rel="canonical" href="https://a.test/b/missions/kfor.html">"#))
    #expect(!page.contains("example.org"))
  }

  @Test(arguments: [[], ["--drafts"]]) func draftsAreShownWhereTheyAreAskedFor(
    options: [String]
  ) throws {
    try folder.write(
      "---\ntitle: A secret mission\ndraft: true\n---\n", to: "project/content/missions/secret.md")
    #expect(try Command.run(["build", folder.project] + options).status == 0)
    let site = try folder.tree("project/site")
    #expect((site["missions/secret.html"] != nil) == (options == ["--drafts"]))
    let isNamed = site.values.contains {
      String(decoding: $0, as: UTF8.self).contains("A secret mission")
    }
    #expect(isNamed == (options == ["--drafts"]))
  }

  @Test(arguments: [
    ("19700101", 0), ("20250601", 1_748_736_000), ("20250601", 1_748_735_999),
  ])
  func theClockIsSourceDateEpoch(name: String, now: Int) throws {
    try folder.write("id: note\nrole: article\n", to: "project/content/notes/_kind.yml")
    try folder.write(
      "---\ntitle: A\ndate: 2025-06-01\n---\n", to: "project/content/notes/a.md")
    let result = try Command.run(
      ["build", folder.project], environment: ["SOURCE_DATE_EPOCH": "\(now)"])
    #expect(result.status == 0)
    let isThere = FileManager.default.fileExists(atPath: folder.project + "/site/notes/a.html")
    #expect(isThere == (now >= 1_748_736_000))
  }

  // MARK: What the machine refuses

  @Test func anOutputBelowAFileIsTheMachinesFailure() throws {
    try folder.write("x", to: "file")
    let result = try Command.run(["build", folder.project, "--output", folder.path + "/file/site"])
    #expect(result.status == 3)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("error: '\(folder.path)/file/site' cannot be written: "))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test(.enabled(if: Command.canLimitFiles))
  func aFileThatGrowsBeyondTheLimitLeavesTheOldSite() throws {
    _ = try Command.run(["build", folder.project])
    let before = try folder.tree("project/site")
    let long = String(repeating: "Long text. ", count: 20_000)
    try folder.write("---\ntitle: KFOR\n---\n\(long)\n", to: "project/content/missions/kfor.md")
    let result = try Command.shell(
      "trap '' XFSZ; ulimit -f 100; exec \"$dossier\" build '\(folder.project)'")
    #expect(result.status == 3)
    #expect(result.errors.contains("cannot be written: File too large"))
    #expect(try folder.tree("project/site") == before)
  }

  @Test(.enabled(if: Mount.isAllowed, "only the superuser may mount"))
  func aFullDiskLeavesTheOldSite() throws {
    try FileManager.default.createDirectory(
      at: folder.url("disk"), withIntermediateDirectories: true)
    let mount = try #require(Mount(tmpfs: "\(folder.path)/disk", size: "1m"))
    defer { mount.end() }
    let arguments = ["build", folder.project, "--output", "\(folder.path)/disk/site"]
    #expect(try Command.run(arguments).status == 0)
    let before = try folder.tree("disk/site")
    let long = String(repeating: "Long text. ", count: 120_000)
    try folder.write("---\ntitle: KFOR\n---\n\(long)\n", to: "project/content/missions/kfor.md")
    let result = try Command.run(arguments)
    #expect(result.status == 3)
    #expect(result.errors.contains("cannot be written: No space left on device"))
    #expect(try folder.tree("disk/site") == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/disk") == ["site"])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func anOutputStreamThatIsFullFailsNoBuild() throws {
    let result = try Command.shell("exec \"$dossier\" build '\(folder.project)' > /dev/full")
    #expect(result.status == 0)
    #expect(try folder.tree("project/site")["index.html"] != nil)
  }
}

/// A file system in memory, mounted until it is ended.
struct Mount {
  private let path: String

  static let isAllowed: Bool = {
    #if os(Linux)
      guard let folder = try? TemporaryFolder(), let mount = Mount(tmpfs: folder.path, size: "1m")
      else { return false }
      mount.end()
      return true
    #else
      return false
    #endif
  }()

  init?(tmpfs path: String, size: String) {
    let script = "mount -t tmpfs -o size=\(size) tmpfs '\(path)'"
    guard (try? Command.shell(script))?.status == 0 else { return nil }
    self.path = path
  }

  func end() {
    _ = try? Command.shell("umount '\(path)'")
  }
}
