import Foundation
import TestSupport
import Testing

/// The reference project, built and opened in Chromium.
@Suite("The site in a browser")
struct SiteInBrowserTests {
  private static let python = Checkout.folder.appending(path: ".build/venv/bin/python").path

  private static let isReady: Bool =
    has(["chromium", "chromium-browser", "google-chrome"])
    && FileManager.default.isExecutableFile(atPath: python)
    && FileManager.default.isExecutableFile(atPath: Checkout.program)

  /// Whether one of the programs is there; servers often lie outside a user's path.
  private static func has(_ programs: [String]) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = "\(path):/usr/sbin:/usr/local/sbin".split(separator: ":")
    return folders.contains { folder in
      programs.contains { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }
    }
  }

  /// Pagefind, which `make site` installs too.
  private static let hasIndexer = hasPackage("pagefind_bin")

  /// The engine that prints, and what reads a PDF.
  private static let hasPrinter = hasPackage("weasyprint") && hasPackage("pikepdf")

  private static func hasPackage(_ name: String) -> Bool {
    let library = Checkout.folder.appending(path: ".build/venv/lib").path
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: library)) ?? []
    return versions.contains {
      FileManager.default.fileExists(atPath: "\(library)/\($0)/site-packages/\(name)")
    }
  }

  @Test(
    "the search finds what is public; where it cannot search, it leads to the list of all",
    .enabled(if: isReady && hasIndexer, "no browser or no Pagefind: run 'make test-tools'"))
  func search() throws {
    try expectSuccess(
      "search.py", Checkout.folder.appending(path: ".build/venv/bin").path)
  }

  @Test(
    "scripts sort, filter, switch and compare; without them all is there",
    .enabled(if: isReady, "no Chromium, or no Playwright in .build/venv: run 'make test-tools'"))
  func interactive() throws {
    try expectSuccess("interactive.py", at: Self.site.get())
  }

  @Test(
    "terms are explained in the margin, by keyboard, on a phone and on paper; nothing jumps",
    .enabled(if: isReady, "no Chromium, or no Playwright in .build/venv: run 'make test-tools'"))
  func reading() throws {
    try expectSuccess("reading.py", at: Self.site.get())
  }

  @Test(
    "pages answer first, and three taps lead to what is looked for",
    .enabled(if: isReady, "no Chromium, or no Playwright in .build/venv: run 'make test-tools'"))
  func pages() throws {
    try expectSuccess("pages.py", at: Self.site.get())
  }

  @Test(
    "keys alone narrow a list, compare records and set conditions, and the focus is seen on the way",
    .enabled(if: isReady, "no Chromium, or no Playwright in .build/venv: run 'make test-tools'"))
  func walking() throws {
    try expectSuccess("walking.py", at: Self.site.get())
  }

  @Test(
    "a server set up as the document says serves every kind of page under the strict policy",
    .enabled(if: isReady && has(["nginx"]), "no nginx, or no browser: run 'make test-tools'"))
  func publishing() throws {
    try expectSuccess("publishing.py")
  }

  @Test(
    "every drawing is as long, as high and as full as its data, on screen, in print and in PDFs",
    .enabled(
      if: isReady && hasPrinter && has(["pdftotext"]),
      "no browser, no WeasyPrint or no poppler: run 'make test-tools'"))
  func drawings() throws {
    try expectSuccess("drawings.py")
  }

  /// The site that several of the scripts only read, built for the first of them.
  private static let site = Result<String, any Error> {
    let folder = Checkout.folder.appending(path: ".build/read-site").path
    let (status, said) = try run(
      Checkout.program, ["build", Checkout.folder.path, "--output", folder, "--quiet"])
    try #require(status == 0, "\(said)")
    return folder
  }

  /// - Parameter site: One that is built already, which the script does not change.
  private func expectSuccess(_ name: String, _ more: String..., at site: String? = nil) throws {
    let script = Checkout.folder.appending(path: "Tests/Browser/\(name)").path
    let (status, said) = try Self.run(
      Self.python, [script, Checkout.program, Checkout.folder.path] + more,
      site.map { ["DOSSIER_SITE": $0] } ?? [:])
    #expect(status == 0, "\(said)")
  }

  /// Runs a program to its end, and takes what it says.
  private static func run(
    _ program: String, _ arguments: [String], _ variables: [String: String] = [:]
  ) throws -> (status: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }
}
