import Foundation
import Testing

@testable import DossierSource

@Suite struct OutputInPlaceTests {
  private let folder: TemporaryFolder
  private var path: String { "\(folder.path)/site" }

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A site that has everything that could change, and a stranger.
  private func buildOldSite() throws {
    try folder.build([
      "same.html": "same", "changed.html": "old", "gone/a.html": "gone", "file": "file",
      "tree/x": "x",
    ])
    try folder.write("theirs", to: "site/CNAME")
    try folder.makeFolder("site/empty")
  }

  private let newSite = [
    "same.html": "same", "changed.html": "new", "new/b.css": "b", "file/y": "y", "tree": "tree",
  ]

  private func expectNewSite(_ report: OutputFolder.Report) throws {
    #expect(report.written == 4)
    #expect(report.unchanged == 1)
    #expect(report.removed == 3)
    #expect(report.notice?.contains("one by one") == true)
    #expect(try folder.tree() == newSite.merging(["CNAME": "theirs"]) { old, _ in old })
    #expect(folder.exists("site/empty"))
    #expect(!folder.exists("site/gone"))
    #expect(try folder.names() == ["site"])
    #expect(
      try folder.names(in: "site") == [
        ".dossier-manifest", "CNAME", "changed.html", "empty", "file", "new", "same.html", "tree",
      ])
    #expect(try folder.read("site/.dossier-manifest").split(separator: "\n").count == 5)
  }

  @Test(arguments: [EBUSY, EXDEV, EINVAL, ENOSYS, EACCES, EPERM])
  func aRefusedExchangeIsDoneFileByFile(code: Int32) throws {
    try buildOldSite()
    let inode = try folder.inode("site")
    let same = try folder.inode("site/same.html")
    try expectNewSite(try folder.build(newSite) { _, _, _ in code })
    #expect(try folder.inode("site") == inode)
    #expect(try folder.inode("site/same.html") == same)
  }

  @Test func anotherFailureLeavesTheOldSite() throws {
    try buildOldSite()
    let before = try folder.tree()
    #expect(throws: FileError.unwritable(path: path, reason: Errno(EIO).reason)) {
      try folder.build(newSite) { _, _, _ in EIO }
    }
    #expect(try folder.tree() == before)
    #expect(try folder.names() == ["site"])
  }

  @Test func whatStoppedHalfwayIsMendedByTheNextBuild() throws {
    try buildOldSite()
    // Something comes into the way at the last moment: a folder where a page is to go.
    #expect(throws: FileError.self) {
      try folder.build(newSite) { [folder] _, _, _ in
        try? FileManager.default.removeItem(at: folder.url("site/changed.html"))
        try? folder.write("late", to: "site/changed.html/x")
        return EBUSY
      }
    }
    #expect(folder.exists("site/new/b.css"), "assets come before pages")
    #expect(folder.exists("site/gone/a.html"), "removals come last")
    try FileManager.default.removeItem(at: folder.url("site/changed.html"))
    // Its files are known as ours, so that others may take their place.
    let newer = newSite.merging(["new/b.css": "newer"]) { $1 }
    try folder.build(newer)
    #expect(try folder.tree() == newer.merging(["CNAME": "theirs"]) { old, _ in old })
    #expect(try folder.names() == ["site"])
  }

  @Test func strangersInTheWayAreFoundBeforeAnythingChanges() throws {
    try buildOldSite()
    try folder.write("theirs", to: "site/new")
    let before = try folder.tree()
    #expect(throws: FileError.self) { try folder.build(newSite) { _, _, _ in EBUSY } }
    #expect(try folder.tree() == before)
  }

  @Test(.enabled(if: Mounts.areAllowed, "only the superuser may mount"))
  func aMountPointIsWrittenFileByFile() throws {
    try folder.makeFolder("site")
    let mount = try #require(Mount("-t", "tmpfs", "tmpfs", path))
    defer { mount.end() }
    try buildOldSite()
    try expectNewSite(try folder.build(newSite))
  }

  @Test(.enabled(if: Mounts.areAllowed, "only the superuser may mount"))
  func aFolderMountedFromTheSameDeviceIsWrittenFileByFile() throws {
    try folder.makeFolder("site")
    try folder.makeFolder("elsewhere/real")
    let mount = try #require(Mount("--bind", "\(folder.path)/elsewhere/real", path))
    defer { mount.end() }
    try buildOldSite()
    let report = try folder.build(newSite)
    #expect(report.notice?.contains("one by one") == true)
    #expect(
      try folder.tree("elsewhere/real") == newSite.merging(["CNAME": "theirs"]) { old, _ in old })
    #expect(try folder.names() == ["elsewhere", "site"])
  }

  @Test(.enabled(if: Mounts.areAllowed, "only the superuser may mount"))
  func aSiteWithAMountPointInsideIsWrittenFileByFile() throws {
    try buildOldSite()
    try folder.makeFolder("site/mounted")
    let mount = try #require(Mount("-t", "tmpfs", "tmpfs", "\(path)/mounted"))
    defer { mount.end() }
    try folder.write("precious", to: "site/mounted/x")
    let report = try folder.build(newSite)
    #expect(report.notice?.contains("one by one") == true)
    #expect(try folder.read("site/mounted/x") == "precious")
    #expect(try folder.names() == ["site"])
  }

  @Test(.enabled(if: Mounts.areAllowed, "only the superuser may mount"))
  func whatIsMountedInsideFromTheSameDeviceIsNeverEmptied() throws {
    try folder.build(["index.html": "old"])
    try folder.write("precious", to: "elsewhere/x")
    try folder.makeFolder("site/mounted")
    let mounted = Mount("--bind", "\(folder.path)/elsewhere", "\(path)/mounted")
    defer { mounted?.end() }
    try #require(mounted != nil)
    let notice = try folder.build(["index.html": "new"]).notice
    // It went away with the former site.
    let former = "\(folder.path)/.site.staging-\(getpid())"
    #expect(notice?.contains(Errno(EBUSY).reason) == true)
    #expect(try folder.read("elsewhere/x") == "precious")
    #expect(try folder.read("site/mounted/x") == "precious")
    for name in try FileManager.default.contentsOfDirectory(atPath: former) {
      _ = TemporaryFolder.run(["umount", "-l", "\(former)/\(name)"])
    }
    try folder.build(["index.html": "newer"])
    #expect(try folder.names() == ["elsewhere", "site"])
    #expect(try folder.read("elsewhere/x") == "precious")
  }

  @Test(.enabled(if: getuid() == 0, "only the superuser may become another user"))
  func withoutTheRightToWriteBesideItTheOutputIsWrittenFileByFile() async throws {
    try buildOldSite()
    #expect(TemporaryFolder.run(["chown", "-R", "nobody", path]))
    // Not into the test's memory, so that what the child did is seen on the disk.
    await #expect(processExitsWith: .success) {
      [path = path as String, site = newSite as [String: String]] in
      setuid(65534)
      let output = try OutputFolder(at: path)
      #expect(throws: FileError.locked(path: path)) { try OutputFolder(at: path) }
      for (name, text) in site { _ = try output.write(name, Array(text.utf8)) }
      let report = try output.publish()
      #expect(report.notice?.contains("Permission denied") == true)
      #expect(throws: FileError.self) { try OutputFolder(at: "\(path)-2") }
    }
    #expect(try folder.tree() == newSite.merging(["CNAME": "theirs"]) { old, _ in old })
    #expect(try folder.names() == ["site"])
  }
}

/// Whether this process may mount file systems: only on Linux, and only the superuser.
enum Mounts {
  static let areAllowed: Bool = {
    #if os(Linux)
      guard getuid() == 0, let folder = try? TemporaryFolder() else { return false }
      guard let mount = Mount("-t", "tmpfs", "tmpfs", folder.path) else { return false }
      mount.end()
      return true
    #else
      return false
    #endif
  }()
}

/// A file system that is mounted until it is ended.
struct Mount {
  private let path: String

  /// - Parameter arguments: Those of `mount`, the folder last; `nil` where it fails.
  init?(_ arguments: String...) {
    guard let path = arguments.last,
      TemporaryFolder.run(["mount"] + arguments)
    else { return nil }
    self.path = path
  }

  func end() {
    _ = TemporaryFolder.run(["umount", "-l", path])
  }
}
