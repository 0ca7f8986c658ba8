import Foundation
import Testing

/// `dossier handout`: what it refuses, and what it leaves behind where an engine fails.
@Suite struct HandoutCommandTests {
  private func run(
    _ arguments: [String], path: String? = nil, in folder: TemporaryFolder
  ) throws -> Command.Result {
    try Command.run(
      ["handout"] + arguments, environment: path.map { ["PATH": $0] } ?? [:])
  }

  /// A folder with an engine that is a script of the shell.
  private func makeEngine(
    _ script: String, named name: String = "weasyprint", in folder: TemporaryFolder
  ) throws -> String {
    let file = "engines/" + name
    try folder.write("#!/bin/sh\n\(script)\n", to: file)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url(file).path)
    return folder.url("engines").path + ":/usr/bin:/bin"
  }

  /// What may be written over.
  private static let oldHandout = "the old one\n%dossier handout\n%%EOF\n"

  @Test func anyRecordBecomesOneFile() throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    let output = folder.url("kfor.html").path
    let result = try run(["mission:kfor", folder.project, "--output", output], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "\(output)\n")
    let html = try folder.read("kfor.html")
    #expect(html.contains("<h1>KFOR</h1>") && html.contains("5\u{A0}km"))
    let again = folder.url("again.html").path
    _ = try run(["mission:kfor", folder.project, "--output", again], in: folder)
    #expect(try folder.read("again.html") == html)
  }

  @Test(arguments: [
    (
      ["mission:kfr"], 1,
      "no mission has the id 'kfr' [reference.unknown]\nhelp: did you mean 'kfor'?"
    ),
    (["planet:mars"], 1, "no kind has the id 'planet' [kind.unknown]"),
    (["handout:x"], 1, "no handout has the id 'x' [handout.unknown]"),
    (["mission:secret"], 1, "'mission:secret' is not public yet [reference.hidden]"),
    (["kfor"], 2, "PAGE is kind:id or handout:id, not 'kfor'"),
    (["mission:kfor", "--paper", "a3"], 2, "--paper takes a4 or letter or a5, not 'a3'"),
    (["mission:kfor", "--pdf", "--docx"], 2, "--pdf and --docx are two files: ask for one"),
    (["mission:kfor", "--engine", "chromium"], 2, "--engine goes with --pdf"),
    (["mission:kfor", "--pdf", "--time-limit", "0"], 2, "--time-limit takes seconds"),
    (["mission:kfor", "--language", "xx"], 2, "the site has no language 'xx'; it has en"),
  ])
  func whatCannotBeMadeIsSaid(arguments: [String], status: Int32, words: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    try folder.write(
      "---\ntitle: A secret\ndraft: true\n---\n", to: "project/content/missions/secret.md")
    let output = folder.url("out").path
    let result = try run(
      [arguments[0], folder.project, "--output", output] + arguments.dropFirst(), in: folder)
    #expect(result.status == status)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(result.output == "")
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  @Test func aDraftIsMadeOnRequestAndMarked() throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    try folder.write(
      "---\ntitle: A draft\ndraft: true\n---\nText\n", to: "project/content/missions/new.md")
    let output = folder.url("new.html").path
    let result = try run(
      ["mission:new", folder.project, "--drafts", "--output", output], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try folder.read("new.html").contains("class=\"restriction\""))
  }

  @Test func withoutAnEngineTheCureIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    let arguments = ["mission:kfor", folder.project, "--pdf", "--output", folder.url("out").path]
    let result = try run(arguments, path: "/nowhere", in: folder)
    #expect(result.status == 3)
    #expect(
      result.errors == """
        error: there is no WeasyPrint or Chromium on the PATH
        help: install one with 'pipx install weasyprint' or 'apt-get install chromium'

        """)
    let chosen = try run(arguments + ["--engine", "weasyprint"], path: "/nowhere", in: folder)
    #expect(chosen.status == 3)
    #expect(chosen.errors.contains("there is no WeasyPrint on the PATH"))
  }

  /// The last word of a script's arguments is the file that it is to write.
  @Test(arguments: [
    ("echo 'no font' >&2; exit 4", "failed with exit code 4\nhelp: it said:\n  no font"),
    ("kill -9 $$", "was killed by signal 9"), ("exit 0", "wrote no PDF"),
    ("for f; do :; done; echo half > \"$f\"", "wrote no PDF"),
    ("for f; do :; done; printf '%%PDF-1.7' > \"$f\"; exit 1", "failed with exit code 1"),
    ("sleep 60", "took more than 1 seconds, and was stopped"),
    ("sleep 60 & wait", "took more than 1 seconds, and was stopped"),
  ])
  func anEngineThatFailsLeavesNoFile(script: String, words: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    let path = try makeEngine(script, in: folder)
    try folder.write(Self.oldHandout, to: "kfor.pdf")
    let started = ContinuousClock.now
    let result = try run(
      [
        "mission:kfor", folder.project, "--pdf", "--time-limit", "1", "--output",
        folder.url("kfor.pdf").path,
      ], path: path, in: folder)
    #expect(result.status == 3)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(try folder.read("kfor.pdf") == Self.oldHandout)
    #expect(try folder.names() == ["engines", "kfor.pdf", "project"])
    #expect(ContinuousClock.now - started < .seconds(40))
  }

  @Test func whatTheEngineWroteIsWrittenWhole() throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    let path = try makeEngine(
      """
      if [ "$1" = --version ]; then echo 'WeasyPrint version 1.2'; exit; fi
      for f; do :; done; printf '%%PDF-1.7 whole' > "$f"
      """, in: folder)
    let output = folder.url("kfor.pdf").path
    let result = try run(
      ["mission:kfor", folder.project, "--pdf", "--output", output], path: path, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "\(output), by WeasyPrint version 1.2\n")
    #expect(try folder.read("kfor.pdf") == "%PDF-1.7 whole\n%dossier handout\n%%EOF\n")
  }

  /// Whatever moment the engine took from its clock, in the PDF and of the files in it.
  @Test(arguments: [("updated: 2026-02-27\n", "20260227"), ("", "19800101")])
  func aPDFSaysTheDayOfItsHandout(updated: String, day: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    try folder.write("---\ntitle: Dated\n\(updated)---\n", to: "project/content/missions/dated.md")
    let path = try makeEngine(
      """
      [ "$1" = --version ] && exit
      for f; do :; done
      printf "%%PDF-1.7 /CreationDate (D:20261130011223+00'00') /ModDate (D:20261130011223Z) /ModDate (D:2026)" > "$f"
      """, in: folder)
    let output = folder.url("dated.pdf").path
    let result = try run(
      ["mission:dated", folder.project, "--pdf", "--output", output], path: path, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try folder.read("dated.pdf").hasPrefix(
        "%PDF-1.7 /CreationDate (D:\(day)000000+00'00') /ModDate (D:\(day)000000Z) /ModDate (D:2026)"
      ))
  }

  @Test func withoutPandocTheCureIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    let result = try run(
      ["mission:kfor", folder.project, "--docx", "--output", folder.url("out").path],
      path: "/nowhere", in: folder)
    #expect(result.status == 3)
    #expect(
      result.errors
        == "error: there is no Pandoc on the PATH\nhelp: install it with 'apt-get install pandoc'\n"
    )
  }

  @Test(arguments: [
    ("echo odd >&2; exit 4", "failed with exit code 4\nhelp: it said:\n  odd"),
    ("exit 0", "wrote no document"),
  ])
  func aMakerOfDocumentsThatFailsLeavesNoFile(script: String, words: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    let path = try makeEngine(script, named: "pandoc", in: folder)
    let result = try run(
      ["mission:kfor", folder.project, "--docx", "--output", folder.url("kfor.docx").path],
      path: path, in: folder)
    #expect(result.status == 3)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(try folder.names() == ["engines", "project"])
  }

  @Test func aFullDiskIsTheMachinesFault() throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let result = try run(
      ["mission:kfor", folder.project, "--output", "/dev/full"], in: folder)
    #expect(result.status == 3)
    #expect(result.errors.contains("'/dev/full' cannot be written"))
  }

  /// The folder of the output, or that in which the engine works.
  @Test(arguments: [("absent/kfor.pdf", nil), ("kfor.pdf", "/nowhere")])
  func aPDFThatHasNoPlaceIsTheMachinesFault(output: String, scratch: String?) throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    let path = try makeEngine(
      "for f; do :; done; printf '%%PDF-1.7 whole' > \"$f\"", in: folder)
    var environment = ["PATH": path]
    environment["TMPDIR"] = scratch
    let result = try Command.run(
      ["handout", "mission:kfor", folder.project, "--pdf", "--output", folder.url(output).path],
      environment: environment)
    #expect(result.status == 3)
    let words = "'\(scratch ?? folder.url(output).path)"
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(result.errors.contains("No such file or directory"))
    #expect(result.output == "")
    #expect(try folder.names() == ["engines", "project"])
  }
}
