import Foundation
import Testing

/// `doctor`, on machines that have nothing, something and what does not run.
@Suite struct DoctorCommandTests {
  private static let cures = [
    ("WeasyPrint", "pipx install weasyprint"), ("Chromium", "apt-get install chromium"),
    ("Pagefind", "pip install 'pagefind[bin]', in a virtual environment"),
    ("rsvg-convert", "apt-get install librsvg2-bin"), ("Pandoc", "apt-get install pandoc"),
    ("Git", "apt-get install git"), ("Fonts", "apt-get install fontconfig"),
  ]

  /// The lines about a machine whose `PATH` is a folder with these scripts, and the folder.
  private static func lines(_ scripts: [String: String]) throws -> (lines: [String], path: String) {
    let folder = try TemporaryFolder()
    for (name, script) in scripts {
      try folder.write("#!/bin/sh\n\(script)\n", to: name)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/\(name)")
    }
    try folder.write("not to be run", to: "git")
    let result = try Command.run(["doctor"], environment: ["PATH": folder.path])
    #expect(result.status == 0 && result.errors == "")
    return (result.output.split(separator: "\n").map(String.init), folder.path)
  }

  @Test(arguments: ["", "/nowhere", ":", "relative:/nowhere/at/all"])
  func withoutAnythingEachHasItsCure(path: String) throws {
    let result = try Command.run(["doctor"], environment: ["PATH": path])
    #expect(result.status == 0 && result.errors == "")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("dossier ") == true)
    #expect(lines.count == Self.cures.count + 1)
    for ((title, cure), line) in zip(Self.cures, lines.dropFirst()) {
      #expect(line.hasPrefix("\(title): not ") && line.hasSuffix(": " + cure), "\(line)")
    }
  }

  @Test func whatIsThereIsNamedWithVersionAndPlace() throws {
    let (lines, path) = try Self.lines([
      "pandoc": "echo 'tool of the pan family 3.1.9, made of 1 part'",
      "google-chrome": "echo 'Google Chrome 140.0.7339.80'",
      "rsvg-convert": "echo nothing to say",
    ])
    #expect(lines.contains("Pandoc: 3.1.9, \(path)/pandoc"))
    #expect(lines.contains("Chromium: 140.0.7339.80, \(path)/google-chrome"))
    #expect(lines.contains("rsvg-convert: \(path)/rsvg-convert"))
    // What may not be run is not there.
    #expect(lines.contains { $0.hasPrefix("Git: not there") })
  }

  @Test func whatDoesNotRunIsSaidToHaveNoUse() throws {
    let (lines, path) = try Self.lines(["weasyprint": "exit 1"])
    #expect(
      lines.contains(
        "WeasyPrint: \(path)/weasyprint, which does not run; for PDFs by 'handout --pdf': "
          + "pipx install weasyprint"))
  }

  @Test func pagefindMayBeAModuleOfPython() throws {
    let there = try Self.lines(["python3": "echo pagefind 1.5.2"])
    #expect(there.lines.contains("Pagefind: 1.5.2, \(there.path)/python3 -m pagefind"))
    let gone = try Self.lines(["python3": "echo No module named pagefind 3.11; exit 1"])
    #expect(gone.lines.contains { $0.hasPrefix("Pagefind: not there") })
  }

  @Test(arguments: [
    (
      "Liberation Serif\nLiberation Sans\nDejaVu Serif,DejaVu Serif Condensed\nDejaVu Sans",
      "Fonts: Liberation Serif, Liberation Sans, DejaVu Serif, DejaVu Sans"
    ),
    (
      "DejaVu Sans",
      "Fonts: DejaVu Sans; not there: Liberation Serif, Liberation Sans, DejaVu Serif; "
    ),
    ("", "Fonts: not there: Liberation Serif, Liberation Sans, DejaVu Serif, DejaVu Sans; "),
  ])
  func fontsAreNamedByFamily(list: String, line: String) throws {
    let (lines, _) = try Self.lines(["fc-list": "printf '%s' '\(list)'"])
    let cure = "for print: apt-get install fonts-liberation fonts-dejavu-core"
    #expect(lines.last == (line.hasSuffix("; ") ? line + cure : line))
  }
}
