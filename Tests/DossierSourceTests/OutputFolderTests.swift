import Foundation
import Testing

@testable import DossierSource

extension TemporaryFolder {
  /// Builds a site of these files in `site`, or elsewhere.
  @discardableResult
  func build(
    _ files: [String: String], at name: String = "site", adopts: Bool = false,
    exchange: OutputFolder.Exchange? = nil
  ) throws -> OutputFolder.Report {
    let path = "\(path)/\(name)"
    let output =
      try exchange.map { try OutputFolder(at: path, exchange: $0) }
      ?? OutputFolder(at: path, adopts: adopts)
    for (path, text) in files { _ = try output.write(path, Array(text.utf8)) }
    return try output.publish()
  }

  /// The text of each file below a folder, the list of ours left out.
  func tree(_ name: String = "site") throws -> [String: String] {
    var tree: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: "\(self.path)/\(name)") {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: "\(self.path)/\(name)/\(path)")
      guard attributes[.type] as? FileAttributeType == .typeRegular,
        path != ".dossier-manifest"
      else { continue }
      tree[path] = try read("\(name)/\(path)")
    }
    return tree
  }
}

@Suite struct OutputFolderTests {
  private let folder: TemporaryFolder
  private var path: String { "\(folder.path)/site" }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func theFirstOutputIsTheSiteAndNothingBesideIt() throws {
    let files = ["index.html": "home", "a/b/c.html": "deep"]
    let report = try folder.build(files)
    #expect(report == .init(written: 2))
    #expect(try folder.tree() == files)
    #expect(try folder.names() == ["site"])
    #expect(try folder.read("site/.dossier-manifest") == "a/b/c.html\nindex.html\n")
  }

  @Test func foldersAboveTheOutputAreMade() throws {
    try folder.build(["index.html": "home"], at: "new/er/site/")
    #expect(try folder.tree("new/er/site") == ["index.html": "home"])
  }

  @Test func onlyWhatChangedIsWritten() throws {
    try folder.build(["a.html": "a", "b.html": "b", "gone/c.html": "c"])
    try folder.setModified("site/a.html", secondsSince1970: 1_000_000_000)
    try folder.setModified("site/.dossier-manifest", secondsSince1970: 1_000_000_000)
    let inode = try folder.inode("site/a.html")
    let same = try folder.build(["a.html": "a", "b.html": "b", "gone/c.html": "c"])
    #expect(same == .init(unchanged: 3))
    #expect(
      try folder.modified("site/.dossier-manifest") == Date(timeIntervalSince1970: 1_000_000_000))
    let report = try folder.build(["a.html": "a", "b.html": "B", "d.html": "d"])
    #expect(report == .init(written: 2, unchanged: 1, removed: 1))
    #expect(try folder.tree() == ["a.html": "a", "b.html": "B", "d.html": "d"])
    #expect(try folder.inode("site/a.html") == inode)
    #expect(try folder.modified("site/a.html") == Date(timeIntervalSince1970: 1_000_000_000))
    #expect(try folder.names() == ["site"])
    #expect(!folder.exists("site/gone"))
  }

  @Test func writeSaysWhatBecameOfTheFile() throws {
    try folder.build(["a": "1", "b": "22"])
    let output = try OutputFolder(at: path)
    #expect(try output.write("a", [0x31]) == .unchanged)
    #expect(try output.write("b", [0x32, 0x33]) == .written)
    #expect(try output.write("c", []) == .written)
  }

  @Test(arguments: [0, 1, 262_143, 262_144, 262_145, 600_000])
  func filesAreComparedToTheLastByte(count: Int) throws {
    let text = String(repeating: "x", count: count)
    try folder.build(["a": text])
    #expect(try folder.build(["a": text]).unchanged == 1)
    let other = text.dropLast() + "y"
    #expect(try folder.build(["a": String(other)]).written == 1)
    #expect(try folder.read("site/a") == other)
  }

  @Test func anUnpublishedSiteLeavesNoTrace() throws {
    try folder.build(["a.html": "old"])
    let inode = try folder.inode("site")
    try {
      let output = try OutputFolder(at: path)
      _ = try output.write("a.html", [1])
      #expect(try folder.names().count == 3, "the site, the staging folder and the lock")
    }()
    #expect(try folder.names() == ["site"])
    #expect(try folder.tree() == ["a.html": "old"])
    #expect(try folder.inode("site") == inode)
  }

  @Test func nothingIsPublishedTwiceOrAfterItWasThrownAway() throws {
    let output = try OutputFolder(at: path)
    _ = try output.write("a", [])
    _ = try output.publish()
    #expect(throws: FileError.self) { try output.publish() }
    output.discard()
    #expect(folder.exists("site/a"))
    let other = try OutputFolder(at: "\(folder.path)/other")
    other.discard()
    #expect(throws: FileError.self) { try other.publish() }
    #expect(!folder.exists("other"))
  }

  @Test(arguments: [
    "", "/", "/etc/x", "../x", "a/../../x", "a/..", "a//b", "a/", "./a", "a\u{0}b", "a\nb",
    ".dossier-manifest", ".site.staging-1/x",
  ])
  func pathsThatDoNotGoStraightDownAreRefused(path: String) throws {
    let output = try OutputFolder(at: self.path)
    #expect(throws: FileError.self) { try output.write(path, [1]) }
    #expect(try folder.names() == [".site.lock", output.staging.name.text])
  }

  @Test func aPathIsWrittenOnce() throws {
    try folder.build(["a": "old"])
    let output = try OutputFolder(at: path)
    _ = try output.write("a", [1])
    let error = FileError.unwritable(
      path: "\(path)/a", reason: "two files of the site have this path")
    #expect(throws: error) { try output.write("a", [2]) }
    _ = try output.write("b", [1])
    #expect(throws: FileError.self) { try output.write("b/c", [2]) }
  }

  @Test func filesAndFoldersOfOursTradePlaces() throws {
    try folder.build(["a": "file", "b/c": "in a folder"])
    let report = try folder.build(["a/x": "in a folder", "b": "file"])
    #expect(report == .init(written: 2, removed: 2))
    #expect(try folder.tree() == ["a/x": "in a folder", "b": "file"])
  }

  @Test func manyThreadsWriteAtOnce() async throws {
    let output = try OutputFolder(at: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for part in 0..<8 {
        group.addTask {
          for page in 0..<100 {
            _ = try output.write("folder-\(page % 10)/deep/\(page)-\(part)", [UInt8(part)])
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try output.publish().written == 800)
    #expect(try folder.tree().count == 800)
  }

  @Test func aLinkedOutputStaysALink() throws {
    try folder.write("keep", to: "real/public/CNAME")
    try folder.link("site", to: "real/public")
    for text in ["one", "two"] {
      try folder.build(["a.html": text])
      #expect(try folder.tree("real/public") == ["CNAME": "keep", "a.html": text])
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "real/public")
      #expect(try folder.names() == ["real", "site"])
      #expect(try folder.names(in: "real") == ["public"])
    }
  }

  @Test(arguments: ["", "/", "file", "broken", "file/site", "..x/\u{0}"])
  func whatCannotBeAnOutputFolderIsRefused(name: String) throws {
    try folder.write("text", to: "file")
    try folder.link("broken", to: "nothing")
    let path = name.isEmpty || name == "/" ? name : "\(folder.path)/\(name)"
    #expect(throws: FileError.self) { try OutputFolder(at: path) }
    #expect(try folder.names() == ["broken", "file"])
  }

  @Test func theFolderKeepsItsPermissions() throws {
    try folder.makeFolder("site")
    try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: path)
    try folder.build(["a": "1"])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o750)
  }

  @Test func aSecondBuildIsRefusedAtOnce() throws {
    let first = try OutputFolder(at: path)
    #expect(throws: FileError.locked(path: path)) { try OutputFolder(at: path) }
    _ = try first.write("a", [1])
    _ = try first.publish()
    #expect(throws: FileError.locked(path: path)) { try OutputFolder(at: path) }
    withExtendedLifetime(first) {}
  }

  @Test func aFolderThatWasExchangedBeforeItWasLockedIsNotUsed() throws {
    let none = try OutputPlace(path)
    try folder.build(["a": "1"])
    let former = try OutputPlace(path)
    try folder.build(["a": "2"])
    for place in [none, former] {
      #expect(throws: FileError.locked(path: path)) { try OutputFolder.lock(place) }
    }
    #expect(try OutputFolder.lock(try OutputPlace(path)).refusal == nil)
  }

  @Test func theLockIsFreedWithItsHolder() throws {
    try folder.build(["a": "1"])
    try folder.write("", to: ".site.lock")
    try folder.build(["a": "2"])
    #expect(try folder.names() == ["site"])
  }

  @Test func theRestOfAKilledBuildIsRemovedAndNothingElse() throws {
    try folder.write("page", to: ".site.staging-99999/a/b.html")
    try folder.write("", to: ".site.staging-99999/.removed-1/x")
    try folder.write("inside", to: "site/.site.staging-12/x")
    try folder.write("other", to: ".blog.staging-1/x")
    try folder.write("file", to: ".site.staging-file")
    try folder.write("outside", to: "outside/x")
    try folder.link(".site.staging-link", to: "outside")
    try folder.build(["a": "1"])
    #expect(
      try folder.names() == [
        ".blog.staging-1", ".site.staging-file", ".site.staging-link", "outside", "site",
      ])
    #expect(try folder.tree() == ["a": "1"])
    #expect(folder.exists("outside/x"))
  }
}
