import DossierBuild
import Foundation
import Testing

@testable import DossierPreview

@Suite("Watching", .serialized, .enabled(if: TemporaryProject.hasTemplates))
struct WatcherTests {
  /// Watches a project while it is edited, and gathers what is noticed until nothing more comes.
  private func changes(
    _ project: TemporaryProject, isPolling: Bool = false,
    during edits: (TemporaryProject) throws -> Void
  ) async throws -> [SourceChanges] {
    // A program that another test begins may hold the files just written, and close them later.
    try await Task.sleep(for: .milliseconds(100))
    let queue = ChangeQueue()
    let watched = Project(folder: project.path)
    let watcher =
      isPolling
      ? PollingWatcher.start(watched, queue)
      : FolderWatcher.start(watched, folder: project.path, queue) { _ in }
    try await Task.sleep(for: .milliseconds(isPolling ? 200 : 20))
    try edits(project)
    try await Task.sleep(for: isPolling ? PollingWatcher.pause * 3 : .milliseconds(500))
    watcher.stop()
    queue.finish()
    var found: [SourceChanges] = []
    for await change in queue.stream { found.append(change) }
    return found
  }

  private static let path = "content/briefings/one.md"

  @Test("names a file that is written to, in place or by another put in its place")
  func writes() async throws {
    let project = try TemporaryProject()
    let text = try project.read(Self.path)
    let inPlace = try await changes(project) { try $0.write(Self.path, text) }
    #expect(inPlace == [SourceChanges(paths: [Self.path])])
    let replaced = try await changes(project) { project in
      try project.write("content/briefings/sedx8a", text)
      try project.move("content/briefings/one.md", to: "content/briefings/one.md~")
      try project.move("content/briefings/sedx8a", to: Self.path)
    }
    let passing: Set = ["content/briefings/sedx8a"]
    #expect(replaced == [SourceChanges(paths: [Self.path], passing: passing)])
  }

  @Test(
    "passes over the temporary files of editors",
    arguments: [".one.md.swp", "one.md~", ".#one.md", "#one.md#", "4913"])
  func temporaryFiles(name: String) async throws {
    let found = try await changes(try TemporaryProject()) { project in
      try project.write("content/briefings/\(name)", "x")
      try project.remove("content/briefings/\(name)")
    }
    #expect(!found.contains { $0.needsListing || $0.paths.contains("content/briefings/\(name)") })
  }

  @Test("wants a new listing where files go or folders move")
  func listings() async throws {
    let removed = try await changes(try TemporaryProject()) { try $0.remove(Self.path) }
    #expect(removed.count == 1 && removed[0].needsListing && removed[0].paths == [Self.path])
    let moved = try await changes(try TemporaryProject()) { project in
      try project.move("content/missions", to: "content/operations")
    }
    #expect(moved.contains { $0.needsListing })
  }

  @Test("sees files in folders that are new, moved, or have been taken away and come back")
  func folders() async throws {
    let deep = "content/a/b/c/new.md"
    let new = try await changes(try TemporaryProject()) { try $0.write(deep, "x") }
    #expect(new.contains { $0.needsListing })
    let later = try await changes(try TemporaryProject()) { project in
      try project.write(deep, "x")
      Thread.sleep(forTimeInterval: 0.1)
      try project.move("content/a", to: "content/z")
      Thread.sleep(forTimeInterval: 0.1)
      try project.write("content/z/b/c/new.md", "y")
    }
    #expect(later.contains { $0.paths.contains("content/z/b/c/new.md") })
    let back = try await changes(try TemporaryProject()) { project in
      try project.move("content", to: "away")
      Thread.sleep(forTimeInterval: 0.1)
      try project.move("away", to: "content")
      Thread.sleep(forTimeInterval: 0.1)
      try project.write(Self.path, "y")
    }
    #expect(back.contains { $0.paths.contains(Self.path) })
  }

  @Test("holds thousands of changes together")
  func burst() async throws {
    let project = try TemporaryProject()
    let paths = (0..<10_000).map { "content/briefings/b\($0).md" }
    for path in paths { touch(project.path + "/" + path) }
    let found = try await changes(project) { project in
      for path in paths { touch(project.path + "/" + path) }
    }
    let all = found.reduce(into: SourceChanges()) { $0.formUnion($1) }
    #expect(all.needsListing || all.paths.isSuperset(of: paths))
    // How many it takes depends on how fast they are written: never as many as there are changes.
    #expect(found.count < paths.count / 10, "\(found.count) batches")
  }

  /// Writes a byte, without the detours of Foundation.
  private func touch(_ path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = "x".withCString { write(file, $0, 1) }
    close(file)
  }

  @Test("notices the same by looking through the folders")
  func polling() async throws {
    let project = try TemporaryProject()
    let written = try await changes(project, isPolling: true) { project in
      try project.replace(Self.path, "changed\n")
    }
    #expect(written == [SourceChanges(paths: [Self.path])])
    let removed = try await changes(project, isPolling: true) { try $0.remove(Self.path) }
    #expect(removed == [SourceChanges(needsListing: true)])
  }
}

@Suite("Changes that are held back")
struct PendingChangesTests {
  private let start = ContinuousClock.now

  @Test("are due soon after a save, later where more belongs to them, and at last in any case")
  func delays() {
    var pending = PendingChanges()
    #expect(pending.delay(at: start) == nil)
    pending.write("a.md", at: start)
    #expect(pending.delay(at: start).map { $0 < .milliseconds(10) } == true)
    pending.remove("b.md", at: start)
    #expect(pending.delay(at: start).map { $0 > .milliseconds(20) } == true)
    for second in 0..<100 { pending.remove("b.md", at: start + .milliseconds(25 * second)) }
    #expect(pending.delay(at: start + .seconds(3)) == .zero)
  }

  @Test("wait longer for what follows at once, as thousands of files do")
  func bursts() {
    var pending = PendingChanges()
    pending.write("a.md", at: start)
    _ = pending.take(at: start)
    pending.write("b.md", at: start + .milliseconds(5))
    #expect(pending.delay(at: start + .milliseconds(5)).map { $0 > .milliseconds(50) } == true)
    _ = pending.take(at: start)
    pending.write("c.md", at: start + .seconds(1))
    #expect(pending.delay(at: start + .seconds(1)).map { $0 < .milliseconds(10) } == true)
  }

  @Test("tell apart what was there only in between")
  func passing() {
    var pending = PendingChanges()
    pending.make("new.md")
    pending.write("new.md", at: start)
    pending.remove("new.md", at: start)
    #expect(pending.take(at: start) == SourceChanges(passing: ["new.md"]))
    pending.remove("old.md", at: start)
    pending.make("old.md")
    pending.write("old.md", at: start)
    #expect(pending.take(at: start) == SourceChanges(paths: ["old.md"]))
  }
}
