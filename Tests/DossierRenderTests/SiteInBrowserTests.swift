import Foundation
import Testing

/// The reference project, built and opened in Chromium.
@Suite("The site in a browser")
struct SiteInBrowserTests {
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let python = package.appending(path: ".build/venv/bin/python").path
  private static let program = package.appending(path: ".build/debug/dossier").path

  private static let isReady: Bool = {
    let programs = ["chromium", "chromium-browser", "google-chrome"]
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let hasBrowser = folders.contains { folder in
      programs.contains { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }
    }
    return hasBrowser && FileManager.default.isExecutableFile(atPath: python)
      && FileManager.default.isExecutableFile(atPath: program)
  }()

  @Test(
    "scripts sort, filter, switch and compare; terms are explained; without scripts all is there",
    .enabled(if: isReady, "no Chromium, or no Playwright in .build/venv: run 'make test-tools'"),
    arguments: ["interactive.py", "reading.py"])
  func behaviours(name: String) throws {
    let script = Process()
    script.executableURL = URL(filePath: Self.python)
    script.arguments = [
      Self.package.appending(path: "Tests/Browser/\(name)").path, Self.program,
      Self.package.path,
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
