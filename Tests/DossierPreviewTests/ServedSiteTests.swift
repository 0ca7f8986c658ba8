import Foundation
import TestSupport
import Testing

@Suite("What is served", .serialized, .enabled(if: TemporaryProject.hasTemplates))
struct ServedSiteTests {
  @Test("is what a clean build writes, after 200 random edits")
  func randomEdits() async throws {
    let project = try TemporaryProject()
    let serving = try await ServingProcess(project)
    var files: [String: String] = TemporaryProject.sample
    for name in ["templates/layout.html", "templates/article.html"] {
      files[name] = try project.read(name)
    }
    var edits = RandomEdits(seed: 7)
    var compared = 0
    for number in 1...200 {
      let edit = edits.next(files)
      files[edit.path] = edit.text
      switch (edit.text, number % 2) {
      case (let text?, 0): try project.replace(edit.path, text)
      case (let text?, _): try project.write(edit.path, text)
      case (nil, _): try? project.remove(edit.path)
      }
      if number % 4 == 0, try await isEqualToBuild(serving, project) { compared += 1 }
    }
    #expect(compared > 20, "too few of the states were good to compare")
  }

  /// Builds, and compares every page; `false` where the state has errors, which must then be told.
  private func isEqualToBuild(
    _ serving: ServingProcess, _ project: TemporaryProject
  ) async throws -> Bool {
    let output = project.path + "/.out"
    let build = Process()
    build.executableURL = URL(filePath: Checkout.program)
    build.arguments = ["build", project.path, "--drafts", "--quiet", "--output", output]
    build.standardError = FileHandle.nullDevice
    try build.run()
    build.waitUntilExit()
    guard build.terminationStatus == 0 else {
      #expect(
        try await serving.waits(for: "\"errors\":0", in: "/_dossier/page/", isThere: false))
      return false
    }
    #expect(try await serving.waits(for: "\"errors\":0", in: "/_dossier/page/"))
    let names = try FileManager.default.subpathsOfDirectory(atPath: output)
    for name in names where name.hasSuffix(".html") {
      let built = try String(contentsOfFile: "\(output)/\(name)", encoding: .utf8)
      #expect(try await isServed(built, at: "/" + name, serving), "\(name)")
    }
    return true
  }

  /// Whether the page comes to be served, the last edit being on its way perhaps.
  private func isServed(
    _ page: String, at target: String, _ serving: ServingProcess
  ) async throws -> Bool {
    for _ in 0..<200 {
      let body = try await serving.get(target).body
      if body.replacing(/<script src="\/_dossier\/preview\.js"[^\n]*\n/, with: "") == page {
        return true
      }
      try await Task.sleep(for: .milliseconds(25))
    }
    return false
  }

  @Test("leaves out with --no-drafts what a build leaves out")
  func drafts() async throws {
    let project = try TemporaryProject()
    let text = TemporaryProject.briefing("Three", "Hidden.", more: "draft: true\n")
    try project.write("content/briefings/three.md", text)
    let all = try await ServingProcess(project)
    #expect(try await all.get("/briefings/three.html").status == 200)
    #expect(
      try await all.get("/_dossier/page/briefings/three.html").body.contains("\"isDraft\":true"))
    let fewer = try await ServingProcess(project, ["--port", "0", "--no-drafts"])
    #expect(try await fewer.get("/briefings/three.html").status == 404)
  }

  @Test("has an overview of pages, diagnostics and unused sources")
  func overview() async throws {
    let project = try TemporaryProject()
    let serving = try await ServingProcess(project)
    let good = try await serving.get("/_dossier/").body
    #expect(good.contains("href=\"/missions/alpha.html\""))
    #expect(good.contains("<code>unused</code>") && !good.contains("<code>report</code>"))
    #expect(good.contains("content/missions/alpha.md:3:") && good.contains("[fact.stale]"))
    try project.write(
      "content/briefings/one.md", TemporaryProject.briefing("One", "<mission:alpa> <b>"))
    #expect(try await serving.waits(for: "did you mean 'alpha'?", in: "/_dossier/"))
    let bad = try await serving.get("/_dossier/").body
    #expect(bad.contains("&lt;mission:alpa&gt;") && !bad.contains("<mission:alpa>"))
  }

  @Test("opens the project's own editor")
  func editor() async throws {
    let project = try TemporaryProject()
    let site = try project.read("content/site.yml")
    try project.write("content/site.yml", site + "editor: 'idea://open?file={path}&line={line}'\n")
    let serving = try await ServingProcess(project)
    let report = try await serving.get("/_dossier/page/missions/alpha.html").body
    #expect(report.contains("idea://open?file=\(project.path)/content/missions/alpha.md&line=3"))
    try project.write("content/site.yml", site + "editor: 'javascript:alert({path})'\n")
    #expect(try await serving.waits(for: "site.editor", in: "/_dossier/page/"))
  }
}

@Suite("In a browser")
struct BrowserTests {
  private static let python = Checkout.folder.appending(path: ".build/venv/bin/python")
    .path
  private static let isReady: Bool = {
    let programs = ["chromium", "chromium-browser", "google-chrome"]
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let hasBrowser = folders.contains { folder in
      programs.contains { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }
    }
    return hasBrowser && TemporaryProject.hasTemplates
      && FileManager.default.isExecutableFile(atPath: python)
  }()

  @Test(
    "an open page follows the files",
    .enabled(if: isReady, "no Chromium, or no Playwright in .build/venv: run 'make test-tools'"))
  func preview() throws {
    let script = Process()
    script.executableURL = URL(filePath: Self.python)
    script.arguments = [
      Checkout.folder.appending(path: "Tests/Browser/preview.py").path,
      Checkout.program, Checkout.folder.path,
    ]
    let pipe = Pipe()
    script.standardOutput = pipe
    script.standardError = pipe
    try script.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    script.waitUntilExit()
    #expect(script.terminationStatus == 0, "\(said)")
  }
}
