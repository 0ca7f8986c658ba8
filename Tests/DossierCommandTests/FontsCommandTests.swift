import Foundation
import Testing

/// `dossier fonts`: what it puts where, and what it does where something is not there.
@Suite struct FontsCommandTests {
  private let folder: TemporaryFolder
  private var project: String { folder.url("project").path }

  private static let names =
    (["OFL.txt", "fonts.css"]
    + ["sans-bold", "sans", "text-bold", "text-italic", "text"].flatMap { face in
      ["cyrillic", "extended", "latin", "western"].map { "\(face)-\($0).woff2" }
    }).sorted()

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("title: T\nformat: 1\n", to: "project/content/site.yml")
  }

  private func python(_ script: String) throws {
    try folder.write("#!/bin/sh\n\(script)\n", to: "bin/python3")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url("bin/python3").path)
  }

  private func run(_ more: [String] = [], path: String? = nil) throws -> Command.Result {
    try Command.run(
      ["fonts", project] + more,
      environment: ["PATH": path ?? folder.url("bin").path + ":/usr/bin:/bin"])
  }

  private static let faces = [
    "sans-bold.ttf", "sans.ttf", "text-bold.ttf", "text-italic.ttf", "text.ttf",
  ]

  private func made(in fonts: String = "assets/fonts") -> [String] {
    let fonts = folder.url("project/templates/" + fonts).path
    return (try? FileManager.default.contentsOfDirectory(atPath: fonts).sorted()) ?? []
  }

  /// Writes every file, the style sheet with the command's sign.
  private static let whole = """
    for f in \((names + faces).joined(separator: " ")); do echo "$f" > "$2/$f"; done
    echo "/* Made by 'dossier fonts'. */" > "$2/fonts.css"
    """

  @Test func theFilesAreThereAndAreMadeAnew() throws {
    try python(Self.whole)
    let first = try run()
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("27 files"))
    #expect(made() == Self.names && made(in: "fonts") == Self.faces)
    #expect(try run(["--quiet"]).output == "")
  }

  @Test func withoutPythonTheCureIsSaid() throws {
    let result = try run(path: "/nowhere")
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("error: there is no Python on the PATH\nhelp: install it"))
    #expect(made() == [])
  }

  @Test(arguments: [
    ("exit 64", "has no fontTools with brotli, or the fonts are not there\nhelp: in a virtual"),
    ("echo odd; exit 1", "failed with exit code 1\nhelp: it said:\n  odd"),
    ("exit 0", "wrote no 'text.ttf'"), ("kill -9 $$", "was killed by signal 9"),
    (whole + "\nrm \"$2/OFL.txt\"", "wrote no 'OFL.txt'"),
  ])
  func whatFailsLeavesNothing(script: String, words: String) throws {
    try python(script)
    let result = try run()
    #expect(result.status == 3)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(made() == [] && made(in: "fonts") == [])
  }

  @Test(arguments: [
    "assets/fonts/fonts.css", "assets/fonts/text-latin.woff2", "assets/fonts/OFL.txt",
    "fonts/sans.ttf",
  ])
  func aStrangersFileStays(name: String) throws {
    try python(Self.whole)
    try folder.write("mine", to: "project/templates/" + name)
    let result = try run()
    #expect(result.status == 2)
    #expect(result.errors.contains("\(name)' was not made by this command"), "\(result.errors)")
    #expect(try folder.read("project/templates/" + name) == "mine")
  }

  @Test func whatIsNoProjectGetsNone() throws {
    try python(Self.whole)
    try FileManager.default.removeItem(atPath: project + "/content/site.yml")
    let result = try run()
    #expect(result.status == 2)
    #expect(result.errors.contains("is no project"))
    #expect(made() == [])
  }
}
