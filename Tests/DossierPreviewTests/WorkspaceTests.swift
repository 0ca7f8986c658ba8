import DossierBuild
import DossierSource
import Foundation
import TestSupport
import Testing

@Suite("A workspace", .enabled(if: TemporaryProject.hasTemplates))
struct WorkspaceTests {
  private static func files() throws -> [String: String] {
    var files = TemporaryProject.sample
    let root = Checkout.folder.appending(path: "templates")
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let isText = name.hasSuffix(".html") || name.hasSuffix(".yml")
      // What is published as it is counts by its name: pages ask for the fonts that are made there.
      guard isText || name.hasPrefix("assets/") && name.contains(".") else { continue }
      files["templates/" + name] =
        isText ? try String(contentsOf: root.appending(path: name), encoding: .utf8) : ""
    }
    return files
  }

  private func project(_ files: [String: String]) -> Project {
    Project(
      content: MemoryFolder(files.filter { $0.key.hasPrefix("content/") }),
      templates: MemoryFolder(files.filter { $0.key.hasPrefix("templates/") }))
  }

  /// An editor who saves one file after another, or a copy of many, is seen in batches.
  @Test("comes to what a clean build does, after 200 random edits", arguments: [1, 2, 3, 4])
  func randomEdits(seed: UInt64) async throws {
    var options = BuildOptions(jobs: 2, now: 1_800_000_000)
    options.showsAll = true
    let folder = try TemporaryProject()
    var files = try Self.files()
    var edits = RandomEdits(seed: seed)
    var random = SeededGenerator(seed: seed)
    var workspace = Workspace(Project(folder: folder.path), options)
    var (number, good) = (0, 0)
    _ = try await workspace.update(.everything, now: options.now)
    while number < (seed < 3 ? 100 : 200) {
      var changes = SourceChanges()
      for _ in 0..<Int.random(in: 1...(seed < 3 ? 1 : 5), using: &random) {
        let edit = edits.next(files)
        number += 1
        files[edit.path] = edit.text
        changes.paths.insert(edit.path)
        if let text = edit.text {
          try folder.write(edit.path, text)
        } else {
          try? folder.remove(edit.path)
          changes.needsListing = true
        }
      }
      let place = Comment(rawValue: "edit \(number), \(changes.paths.sorted())")
      let kept = try await workspace.update(changes, now: options.now)
      let clean = try await project(files).prepare(options)
      #expect(kept.diagnostics == clean.diagnostics, place)
      #expect((kept.value == nil) == (clean.value == nil), place)
      guard let kept = kept.value.map({ SiteTable($0) }),
        let clean = clean.value.map({ SiteTable($0) })
      else { continue }
      good += 1
      #expect(kept.routes == clean.routes, place)
      let different = clean.routes.filter { kept.page(at: $0) != clean.page(at: $0) }
      #expect(different.isEmpty, place)
    }
    #expect(good > 10, "too few of the edits were good to compare")
  }

  /// Charts that name a record, another, both, and their whole kind.
  @Test("refuses what an edit of a record leaves without figures, and takes it back")
  func refusedExhibits() async throws {
    func chart(_ records: String) -> String {
      "```chart\ntype: bars\n\(records)\nfield: strength\ncaption: Strength\n```"
    }
    let charts = [
      "own": "records: [mission:alpha]", "both": "records: [mission:alpha, mission:beta]",
      "kind": "kind: mission", "other": "records: [mission:beta]",
    ]
    let folder = try TemporaryProject()
    try folder.write("content/briefings/one.md", TemporaryProject.briefing("One", "Nothing."))
    for (name, records) in charts {
      try folder.write(
        "content/briefings/\(name).md", TemporaryProject.briefing("A", chart(records)))
    }
    let project = Project(folder: folder.path)
    let options = BuildOptions(jobs: 1, now: 1_800_000_000)
    var workspace = Workspace(project, options)
    let first = try await workspace.update(.everything, now: options.now)
    #expect(first.value != nil, "\(first.diagnostics)")
    let stated = "strength: {value: 5, as-of: 2020, source: report}\n"
    let steps = [
      ("alpha", "", ["own"]), ("beta", "", ["both", "kind", "other", "own"]),
      ("alpha", stated, ["other"]), ("alpha", "", ["both", "kind", "other", "own"]),
      ("beta", stated, ["own"]), ("alpha", stated, []),
    ]
    for (name, front, refused) in steps {
      let path = "content/missions/\(name).md"
      try folder.write(path, "---\ntitle: Mission\n\(front)---\nText.\n")
      let kept = try await workspace.update(SourceChanges(paths: [path]), now: options.now)
      #expect(kept.diagnostics == (try await project.prepare(options)).diagnostics)
      let found = kept.diagnostics.filter { $0.severity == .error }.map(\.place.path)
      #expect(found == refused.map { "content/briefings/\($0).md" }, "\(path): \(front)")
    }
  }

  @Test("refuses an exhibit once its template is gone, and takes it back")
  func goneTemplate() async throws {
    let folder = try TemporaryProject()
    let table = "```compare\nrecords: [mission:alpha]\nfields: [strength]\n```"
    try folder.write("content/briefings/one.md", TemporaryProject.briefing("One", table))
    let options = BuildOptions(jobs: 1, now: 1_800_000_000)
    let project = Project(folder: folder.path)
    var workspace = Workspace(project, options)
    _ = try await workspace.update(.everything, now: options.now)
    let path = "templates/exhibits/compare.html"
    let template = try folder.read(path)
    let changes = SourceChanges(paths: [path], needsListing: true)
    for isThere in [false, true] {
      if isThere { try folder.write(path, template) } else { try folder.remove(path) }
      let kept = try await workspace.update(changes, now: options.now)
      #expect(kept.diagnostics == (try await project.prepare(options)).diagnostics)
      #expect(kept.diagnostics.contains { $0.code == "template.missing" } != isThere)
    }
  }

  @Test("sees what becomes public while nothing is edited")
  func release() async throws {
    var files = try Self.files()
    files["content/briefings/one.md"] = TemporaryProject.briefing(
      "One", "Text.", more: "embargo: 2030-01-01T00:00:00Z\n")
    let release = 1_893_456_000
    var workspace = Workspace(project(files), BuildOptions(jobs: 1, now: release - 10))
    let before = try await workspace.update(.everything, now: release - 10)
    let table = SiteTable(try #require(before.value))
    #expect(!table.contains("briefings/one.html"))
    #expect(table.nextRelease == release)
    let after = try await workspace.update(SourceChanges(), now: release)
    #expect(SiteTable(try #require(after.value)).contains("briefings/one.html"))
  }

  @Test("reads everything again after the machine refused something")
  func recovery() async throws {
    let folder = try TemporaryProject()
    var workspace = Workspace(Project(folder: folder.path), BuildOptions(jobs: 1, now: 0))
    _ = try await workspace.update(.everything, now: 1_800_000_000)
    try folder.move("content", to: "away")
    await #expect(throws: FileError.self) {
      try await workspace.update(.everything, now: 1_800_000_000)
    }
    try folder.move("away", to: "content")
    try folder.write("content/briefings/one.md", TemporaryProject.briefing("One", "Again."))
    let outcome = try await workspace.update(SourceChanges(), now: 1_800_000_000)
    let page = SiteTable(try #require(outcome.value)).page(at: "briefings/one.html")
    #expect(String(decoding: page ?? [], as: UTF8.self).contains("Again."))
  }

  /// A listing that takes its time sees a file that comes and goes meanwhile.
  @Test("looks again for a file that it saw, though it only passed by")
  func passing() async throws {
    let folder = try TemporaryProject()
    var workspace = Workspace(Project(folder: folder.path), BuildOptions(jobs: 1, now: 0))
    let path = "content/briefings/passing.md"
    try folder.write(path, TemporaryProject.briefing("Passing", "Text."))
    let seen = try await workspace.update(.everything, now: 1_800_000_000)
    #expect(SiteTable(try #require(seen.value)).contains("briefings/passing.html"))
    try folder.remove(path)
    let unknown = SourceChanges(passing: ["content/briefings/other.md"])
    #expect(!workspace.isConcerned(by: unknown))
    let changes = SourceChanges(passing: [path])
    #expect(workspace.isConcerned(by: changes))
    let outcome = try await workspace.update(changes, now: 1_800_000_000)
    #expect(!SiteTable(try #require(outcome.value)).contains("briefings/passing.html"))
  }

  @Test("sees a file by all its names")
  func twins() async throws {
    let folder = try TemporaryProject()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/content/briefings/linked.md", withDestinationPath: "one.md")
    var workspace = Workspace(Project(folder: folder.path), BuildOptions(jobs: 1, now: 0))
    _ = try await workspace.update(.everything, now: 1_800_000_000)
    try folder.write("content/briefings/one.md", TemporaryProject.briefing("One", "Both."))
    let changes = SourceChanges(paths: ["content/briefings/one.md"])
    let outcome = try await workspace.update(changes, now: 1_800_000_000)
    let table = SiteTable(try #require(outcome.value))
    for name in ["one", "linked"] {
      let page = String(decoding: table.page(at: "briefings/\(name).html") ?? [], as: UTF8.self)
      #expect(page.contains("Both."), "\(name)")
    }
  }
}

@Suite("The table of a site", .enabled(if: TemporaryProject.hasTemplates))
struct SiteTableTests {
  private func table() async throws -> SiteTable {
    let folder = try TemporaryProject()
    try folder.write(
      "content/briefings/two.md", TemporaryProject.briefing("Two", "Text.", more: "draft: true\n"))
    try folder.write(
      "content/missions/alpha.uk.md", "---\ntitle: Альфа\n---\nТекст.\n")
    var options = BuildOptions(jobs: 1, now: 1_800_000_000)
    options.showsAll = true
    let outcome = try await Project(folder: folder.path).prepare(options)
    return SiteTable(try #require(outcome.value, "\(outcome.diagnostics)"))
  }

  @Test("knows where a page and its facts are written")
  func origins() async throws {
    let table = try await table()
    let origin = try #require(table.origin(of: "missions/alpha.html"))
    #expect(origin.place.path == "content/missions/alpha.md")
    #expect(origin.facts["fact-strength"]?.span.line == 3)
    #expect(origin.visibility == .all)
    let translation = try #require(table.origin(of: "uk/missions/alpha.html"))
    #expect(translation.place.path == "content/missions/alpha.uk.md")
    #expect(translation.facts["fact-strength"]?.path == "content/missions/alpha.md")
    #expect(table.origin(of: "briefings/two.html")?.visibility == .draft)
    #expect(table.origin(of: "sources/report.html")?.place.path == "content/sources/all.yml")
    #expect(table.origin(of: "missions/index.html") == nil)
    #expect(table.origin(of: "nowhere.html") == nil)
  }

  @Test("names the sources that nothing cites")
  func unused() async throws {
    #expect(try await table().unusedSources.map(\.id) == ["unused"])
  }
}
