import Foundation
import Testing

/// Whether files are readable whatever their permissions say.
private let isAllPowerful = geteuid() == 0

@Suite("The running preview survives", .serialized, .enabled(if: TemporaryProject.hasTemplates))
struct ServingEditTests {
  private static let route = "/briefings/one.html"
  private static let report = "/_dossier/page/briefings/one.html"

  /// Breaks the project, sees it told and the last good page kept, mends it and sees the new one.
  private func survives(
    _ code: String, in project: TemporaryProject? = nil,
    _ breaking: (TemporaryProject) throws -> Void, _ mending: (TemporaryProject) throws -> Void
  ) async throws {
    let project = try project ?? TemporaryProject()
    let serving = try await ServingProcess(project)
    try breaking(project)
    #expect(try await serving.waits(for: code, in: Self.report), "\(code) was not told")
    let last = try await serving.get(Self.route)
    #expect(last.status == 200 && last.body.contains("It had"), "the last good page has gone")
    try mending(project)
    try project.write(
      "content/briefings/one.md", TemporaryProject.briefing("One", "Mended: it had less."))
    #expect(try await serving.waits(for: "Mended", in: Self.route), "it did not recover")
    #expect(try await serving.waits(for: "\"errors\":0", in: Self.report))
    #expect(serving.said.contains(code), "the terminal was not told")
  }

  @Test("a deleted folder")
  func deletedFolder() async throws {
    try await survives("reference.unknown") { project in
      try project.move("content/missions/alpha.md", to: "alpha.md")
    } _: { project in
      try project.move("alpha.md", to: "content/missions/alpha.md")
    }
    try await survives("file.unreadable") { project in
      try project.move("content", to: "elsewhere")
    } _: { project in
      try project.move("elsewhere", to: "content")
    }
  }

  @Test("the project taken away and brought back")
  func deletedProject() async throws {
    let project = try TemporaryProject()
    let away = project.path + ".away"
    try await survives("file.unreadable", in: project) { project in
      try FileManager.default.moveItem(atPath: project.path, toPath: away)
    } _: { project in
      try FileManager.default.moveItem(atPath: away, toPath: project.path)
    }
  }

  @Test("a broken kind")
  func brokenKind() async throws {
    let path = "content/missions/_kind.yml"
    let text = TemporaryProject.sample[path] ?? ""
    try await survives("yaml.syntax") { project in
      try project.write(path, "id: [\n")
    } _: { project in
      try project.write(path, text)
    }
  }

  @Test("a table with a mistake, which is told at its cell")
  func brokenTable() async throws {
    let path = "content/missions/sizes.csv"
    let head = "record,field,value,as-of\n"
    try await survives("number.ambiguous") { project in
      try project.write(path, head + "alpha,strength,1.910,2021\n")
    } _: { project in
      try project.write(path, head + "alpha,strength,1910,2021\n")
    }
  }

  @Test("a figure in a table, which the page then shows")
  func editedTable() async throws {
    let path = "content/missions/sizes.csv"
    let head = "record,field,value,as-of\n"
    let project = try TemporaryProject()
    try project.write(path, head + "alpha,strength,4711,2021\n")
    let serving = try await ServingProcess(project)
    let page = "/missions/alpha.html"
    #expect(try await serving.get(page).body.contains("4,711"))
    try project.write(path, head + "alpha,strength,4712,2021\n")
    #expect(try await serving.waits(for: "4,712", in: page))
    #expect(try await serving.get(page).body.contains("4,711") == false)
  }

  @Test("a template that vanishes")
  func vanishedTemplate() async throws {
    try await survives("template.missing") { project in
      try project.move("templates/layout.html", to: "layout.html")
    } _: { project in
      try project.move("layout.html", to: "templates/layout.html")
    }
  }

  @Test("a file that nobody may read", .disabled(if: isAllPowerful, "root may read everything"))
  func unreadableFile() async throws {
    let path = "content/missions/beta.md"
    try await survives("file.unreadable") { project in
      chmod(project.path + "/" + path, 0)
    } _: { project in
      chmod(project.path + "/" + path, 0o644)
    }
  }

  @Test("a file that is no text")
  func binaryFile() async throws {
    try await survives("text.encoding") { project in
      try Data([0xFF, 0xFE, 0x00]).write(to: project.url("content/briefings/two.md"))
    } _: { project in
      try project.write("content/briefings/two.md", TemporaryProject.briefing("Two", "Text."))
    }
  }

  private static let prlimit = "/usr/bin/prlimit"

  @Test(
    "more open connections than it may have",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: prlimit), "there is no \(prlimit)"))
  func connections() async throws {
    let serving = try await ServingProcess(try TemporaryProject())
    let limit = Process()
    limit.executableURL = URL(filePath: Self.prlimit)
    limit.arguments = ["--pid", "\(serving.identifier)", "--nofile=64"]
    try limit.run()
    limit.waitUntilExit()
    try #require(limit.terminationStatus == 0)
    let open = (0..<100).map { _ in openConnection(port: serving.port, address: "127.0.0.1") }
    try await Task.sleep(for: .milliseconds(300))
    for file in open { close(file) }
    #expect(try await serving.waits(for: "It had", in: Self.route))
  }

  @Test("10,000 files that come and go at once")
  func manyFiles() async throws {
    let project = try TemporaryProject()
    let serving = try await ServingProcess(project)
    try await serving.waitsForSilence()
    for number in 0..<10_000 {
      try project.write(
        "content/missions/m\(number).md",
        TemporaryProject.mission("Mission \(number)", strength: number))
    }
    #expect(try await serving.waits(for: "Mission 9999", in: "/missions/m9999.html"))
    try project.move("content/missions", to: "away")
    try project.write("content/missions/_kind.yml", try project.read("away/_kind.yml"))
    for name in ["alpha", "beta"] {
      try project.write("content/missions/\(name).md", try project.read("away/\(name).md"))
    }
    #expect(
      try await serving.waits(for: "Mission 9999", in: "/missions/m9999.html", isThere: false))
    #expect(try await serving.get(Self.route).status == 200)
  }

  @Test("being started on a project that is broken")
  func brokenStart() async throws {
    let project = try TemporaryProject()
    try project.write("content/briefings/one.md", TemporaryProject.briefing("One", "<mission:no>"))
    let serving = try await ServingProcess(project)
    let answer = try await serving.get(Self.route)
    #expect(answer.status == 503 && answer.body.contains("/_dossier/preview.js"))
    try project.write("content/briefings/one.md", TemporaryProject.briefing("One", "Good."))
    #expect(try await serving.waits(for: "Good.", in: Self.route))
  }

  @Test("new folders, moved folders and files put in the place of others")
  func folders() async throws {
    let project = try TemporaryProject()
    let serving = try await ServingProcess(project)
    try project.replace(
      "content/briefings/one.md", TemporaryProject.briefing("One", "Put in its place."))
    #expect(try await serving.waits(for: "Put in its place.", in: Self.route))
    let kind = (TemporaryProject.sample["content/briefings/_kind.yml"] ?? "")
      .replacing("id: briefing", with: "id: note").replacing("Briefing", with: "Note")
    try project.write("content/notes/_kind.yml", kind)
    try project.write("content/notes/first.md", TemporaryProject.briefing("First", "A note."))
    #expect(try await serving.waits(for: "A note.", in: "/notes/first.html"))
    try project.write("content/notes/first.md", TemporaryProject.briefing("First", "Changed."))
    #expect(try await serving.waits(for: "Changed.", in: "/notes/first.html"))
    try project.move("content/notes", to: "content/papers")
    #expect(try await serving.waits(for: "Changed.", in: "/papers/first.html"))
    try project.write("content/papers/first.md", TemporaryProject.briefing("First", "Moved."))
    #expect(try await serving.waits(for: "Moved.", in: "/papers/first.html"))
  }
}

extension ServingProcess {
  /// Waits until nothing more is said at the terminal.
  fileprivate func waitsForSilence() async throws {
    var last = ""
    while said != last {
      last = said
      try await Task.sleep(for: .milliseconds(200))
    }
  }
}
