import Foundation
import Testing

@testable import DossierSource

@Suite struct DiskFolderTests {
  private let folder: TemporaryFolder
  private let content: DiskFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("content")
    content = DiskFolder(root: "\(folder.path)/content", prefix: "content/")
  }

  private func paths() throws -> [String] { try content.list().value.map(\.path) }

  /// Each diagnostic as its code and its path.
  private func faults() throws -> [String] {
    try content.list().diagnostics.map { "\($0.code) \($0.place.path)" }
  }

  @Test func filesAreListedByBytesBelowThePrefix() throws {
    for name in ["b.md", "a/x.md", "a-b.md", "a/deep/er/y.png", "é.md", "Z.md"] {
      try folder.write("", to: "content/\(name)")
    }
    #expect(
      try paths() == [
        "content/Z.md", "content/a-b.md", "content/a/deep/er/y.png", "content/a/x.md",
        "content/b.md", "content/é.md",
      ])
    #expect(try faults().isEmpty)
  }

  @Test(arguments: [".hidden.md", ".git/x.md", "a.md~", "#a.md#", ".a.md.swp", "a.swp", "4913"])
  func hiddenAndTemporaryFilesArePassedOver(name: String) throws {
    try folder.write("", to: "content/\(name)")
    try folder.write("", to: "content/a.md")
    #expect(try paths() == ["content/a.md"])
  }

  @Test func stampsTellOneWritingFromTheNext() throws {
    try folder.write("12345", to: "content/a.md")
    try folder.setModified("content/a.md", secondsSince1970: 1_000_000_000.5)
    let first = try #require(try content.list().value.first?.stamp)
    #expect(first.size == 5)
    #expect(first.modified == 1_000_000_000_500_000_000)
    #expect(first.inode == UInt64(try #require(try folder.inode("content/a.md"))))
  }

  @Test func theRootMayBeALink() throws {
    try folder.write("text", to: "content/a.md")
    try folder.link("link", to: "content")
    let linked = DiskFolder(root: "\(folder.path)/link", prefix: "content/")
    #expect(try linked.list().value.map(\.path) == ["content/a.md"])
    #expect(try linked.read("content/a.md") == Array("text".utf8))
  }

  @Test func linksInsideAreFollowed() throws {
    try folder.write("text", to: "content/a/x.md")
    try folder.link("content/b", to: "a")
    try folder.link("content/c.md", to: "\(folder.path)/content/b/x.md")
    #expect(try paths() == ["content/a/x.md", "content/b/x.md", "content/c.md"])
    #expect(try faults().isEmpty)
    for path in try paths() { #expect(try content.read(path) == Array("text".utf8)) }
  }

  @Test(arguments: [
    ("out.md", "../secret", "file.link-outside"), ("out", "..", "file.link-outside"),
    ("out", "/", "file.link-outside"), ("out", "../content-2", "file.link-outside"),
    ("self", "self", "file.link-loop"), ("up", ".", "file.link-loop"),
    ("a/up", "..", "file.link-loop"), ("nothing", "none", "file.link-broken"),
  ])
  func linksThatLeadAstrayAreErrors(name: String, target: String, code: String) throws {
    try folder.write("secret", to: "secret")
    try folder.write("secret", to: "content-2/x.md")
    try folder.write("", to: "content/a/x.md")
    try folder.link("content/\(name)", to: target)
    #expect(try faults() == ["\(code) content/\(name)"])
    #expect(try paths() == ["content/a/x.md"])
  }

  @Test func linksBetweenNeighboursEnd() throws {
    try folder.write("", to: "content/a/x.md")
    try folder.makeFolder("content/b")
    try folder.link("content/a/to-b", to: "../b")
    try folder.link("content/b/to-a", to: "../a")
    #expect(
      try faults() == ["file.link-loop content/a/to-b/to-a", "file.link-loop content/b/to-a/to-b"])
    #expect(try paths() == ["content/a/x.md", "content/b/to-a/x.md"])
  }

  @Test func linksToLinksAreListedOnlySoFar() throws {
    for level in 0..<20 {
      try folder.makeFolder("content/level-\(level)")
      for side in ["left", "right"] where level > 0 {
        try folder.link("content/level-\(level)/\(side)", to: "../level-\(level - 1)")
      }
    }
    let outcome = try content.list()
    #expect(outcome.diagnostics.map(\.code) == ["file.link-loop"])
  }

  @Test func aFolderNamedLikeMarkdownIsAnError() throws {
    try folder.write("", to: "content/a.md/x.md")
    #expect(try faults() == ["file.directory content/a.md"])
    #expect(try paths().isEmpty)
  }

  @Test(.timeLimit(.minutes(10)))
  func aPipeIsAnErrorAndIsNotOpened() throws {
    mkfifo("\(folder.path)/content/pipe.md", 0o600)
    #expect(try faults() == ["file.kind content/pipe.md"])
    #expect(throws: FileError.self) { try content.read("content/pipe.md") }
  }

  @Test func aFileTooLargeIsAnErrorAndIsNotRead() throws {
    try folder.write("", to: "content/a.bin")
    truncate("\(folder.path)/content/a.bin", off_t(DiskFolder.largestFile) + 1)
    #expect(try faults() == ["file.size content/a.bin"])
    #expect(throws: FileError.unreadable(path: "content/a.bin", reason: "File too large")) {
      try content.read("content/a.bin")
    }
    truncate("\(folder.path)/content/a.bin", off_t(DiskFolder.largestFile))
    #expect(try content.read("content/a.bin").count == DiskFolder.largestFile)
  }

  @Test func aNameThatIsNotTextIsAnError() throws {
    close(creat("\(folder.path)/content/a\nb.md", 0o600))
    let path = Array("\(folder.path)/content/".utf8CString.dropLast()) + [-1, 0x61, 0]
    close(creat(path, 0o600))
    #expect(try faults() == ["file.name content/a\nb.md", "file.name content/\u{FFFD}a"])
    #expect(try paths().isEmpty)
  }

  @Test(arguments: ["../secret", "content/../secret", "content/", "content/a//b", "other/a.md", ""])
  func readingElsewhereIsRefused(path: String) throws {
    try folder.write("secret", to: "secret")
    #expect(
      throws: FileError.unreadable(path: path, reason: "it is not in this folder")
    ) { try content.read(path) }
  }

  @Test func aLinkThatCameInBetweenIsNotFollowedOutside() throws {
    try folder.write("good", to: "content/a/x.md")
    try folder.write("secret", to: "outside/x.md")
    #expect(try paths() == ["content/a/x.md"])
    try FileManager.default.removeItem(atPath: "\(folder.path)/content/a")
    try folder.link("content/a", to: "../outside")
    #expect(throws: FileError.self) { try content.read("content/a/x.md") }
    try FileManager.default.removeItem(atPath: "\(folder.path)/content/a")
    try folder.makeFolder("content/a")
    try folder.link("content/a/x.md", to: "../../outside/x.md")
    #expect(throws: FileError.self) { try content.read("content/a/x.md") }
  }

  @Test func aMissingRootIsSaid() {
    let missing = DiskFolder(root: "\(folder.path)/none", prefix: "content/")
    let error = FileError.unreadable(
      path: "\(folder.path)/none", reason: "No such file or directory")
    #expect(throws: error) { try missing.list() }
    #expect(throws: error) { try missing.read("content/a.md") }
  }

  @Test func foldersMayBeDeep() throws {
    let deep = String(repeating: "d/", count: 1_000)
    try folder.write("", to: "content/\(deep)x.md")
    #expect(try paths() == ["content/\(deep)x.md"])
  }
}
