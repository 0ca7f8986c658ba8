import Foundation
import TestSupport
import Testing

/// `build` and `handout` harm nothing that lies where they are told to write.
@Suite struct OutputSafetyTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeProject()
    try FileManager.default.removeItem(at: folder.url("project/templates"))
    try FileManager.default.copyItem(
      at: Checkout.folder.appending(path: "templates"), to: folder.url("project/templates"))
    try folder.write("a photograph", to: "project/content/missions/kfor.jpg")
    try folder.write(
      "---\ntitle: KFOR\n---\n[Text](kfor.jpg)\n", to: "project/content/missions/kfor.md")
  }

  @Test(arguments: [
    ("content", "it is the project's 'content'"),
    ("content/missions", "it lies in the project's 'content'"),
    ("content/new/site", "it lies in the project's 'content'"),
    ("templates", "it is the project's 'templates'"),
    ("templates/site", "it lies in the project's 'templates'"),
    (".", "it holds the project's 'content'"), ("..", "it holds the project's 'content'"),
    (".git/site", "it lies in '.git', the history of a project"),
  ])
  func anOutputAmongTheProjectsFilesIsRefused(output: String, reason: String) throws {
    let before = try folder.tree("project")
    let result = try Command.shell(
      "cd '\(folder.project)' && \"$dossier\" build . --output '\(output)'")
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("error: '\(output)' cannot be the output: \(reason)\nhelp: "))
    #expect(try folder.tree("project") == before)
    #expect(try folder.names() == ["project"])
  }

  @Test func aHomeIsRefused() throws {
    try folder.write("letter", to: "home/letter")
    let result = try Command.run(
      ["build", folder.project, "--output", "\(folder.path)/home"],
      environment: ["HOME": "\(folder.path)/home"])
    #expect(result.status == 2)
    #expect(result.errors.contains("it is the home folder '\(folder.path)/home'"))
    #expect(try folder.tree("home").count == 1)
  }

  @Test func aLostListIsToldWithItsCure() throws {
    let manifest = folder.url("project/site/.dossier-manifest")
    #expect(try Command.run(["build", folder.project]).status == 0)
    try FileManager.default.removeItem(at: manifest)
    let equal = try Command.run(["build", folder.project])
    #expect(equal.status == 0)
    #expect(equal.errors.contains("--adopt takes them for a build's"))
    try folder.write(
      "---\ntitle: KFOR\n---\n[Other](kfor.jpg)\n", to: "project/content/missions/kfor.md")
    let other = try Command.run(["build", folder.project])
    #expect(other.status == 3)
    #expect(
      other.errors.contains(
        "help: move it away, or take over an earlier build's files with --adopt"))
    let adopted = try Command.run(["build", folder.project, "--adopt"])
    #expect(adopted.status == 0)
    #expect(adopted.errors == "")
    #expect(try folder.read("project/site/missions/kfor.html").contains("Other"))
    #expect(try Command.run(["build", folder.project]).errors == "")
  }

  @Test(arguments: ["html", "pdf"]) func onlyAHandoutIsWrittenOver(kind: String) throws {
    let output = folder.url("kfor.\(kind)").path
    var arguments = ["handout", "mission:kfor", folder.project, "--output", output]
    var environment: [String: String] = [:]
    if kind == "pdf" {
      let script =
        "#!/bin/sh\n[ \"$1\" = --version ] && exit\nfor f; do :; done; printf '%%PDF-1.7 whole\\n%%%%EOF' > \"$f\"\n"
      try folder.write(script, to: "bin/weasyprint")
      chmod(folder.url("bin/weasyprint").path, 0o755)
      environment["PATH"] = "\(folder.path)/bin:/usr/bin:/bin"
      arguments.append("--pdf")
    }
    for theirs in ["a letter", "<!DOCTYPE html>\n<title>Mine</title>\n", "%PDF-1.4\n%%EOF\n"] {
      try folder.write(theirs, to: "kfor.\(kind)")
      let result = try Command.run(arguments, environment: environment)
      #expect(result.status == 3)
      #expect(result.errors.contains("a file that is no handout is there"))
      #expect(try folder.read("kfor.\(kind)") == theirs)
    }
    try FileManager.default.removeItem(atPath: output)
    #expect(try Command.run(arguments, environment: environment).status == 0)
    let first = try Data(contentsOf: folder.url("kfor.\(kind)"))
    #expect(try Command.run(arguments, environment: environment).status == 0)
    #expect(try Data(contentsOf: folder.url("kfor.\(kind)")) == first)
  }

  @Test func aHandoutOfTheSiteIsWrittenOver() throws {
    try folder.write(
      "id: mission\nhandouts: true\nfields: {line: {type: text}}\n",
      to: "project/content/missions/_kind.yml")
    #expect(try Command.run(["build", folder.project]).status == 0)
    let path = try #require(
      try folder.tree("project/site").keys.first {
        $0.hasPrefix("handouts/") && $0.hasSuffix(".html")
      })
    let output = folder.url("project/site/\(path)").path
    let result = try Command.run(["handout", "mission:kfor", folder.project, "--output", output])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test(arguments: ["INT", "TERM", "HUP"]) func aSignalClearsWhatABuildHasBegun(signal: String)
    throws
  {
    let text = String(repeating: "Text of a mission. ", count: 400)
    for number in 1...1_500 {
      try folder.write(
        "---\ntitle: M\(number)\n---\n\(text)\n", to: "project/content/missions/m-\(number).md")
    }
    // Waits for the staging folder, and ends the build while it is written.
    let result = try Command.shell(
      """
      cd '\(folder.path)'
      env --default-signal=\(signal) "$dossier" build project --output site & build=$!
      while ! ls -d .site.staging-* > /dev/null 2>&1; do
        kill -0 $build 2> /dev/null || exit 9; sleep 0.002
      done
      kill -\(signal) $build; wait $build; code=$?; ls -A; exit $code
      """)
    #expect([129, 130, 143].contains(result.status), "\(result)")
    #expect(result.output == "project\n")
  }

  /// Before there is a staging folder too: nothing is begun once a signal has come.
  @Test func aSignalEndsABuildAtOnce() throws {
    for number in 1...1_000 {
      try folder.write("---\ntitle: M\n---\n", to: "project/content/missions/m-\(number).md")
    }
    let result = try Command.shell(
      """
      cd '\(folder.path)'
      for delay in 0.05 0.1 0.15 0.2 0.3 0.4 0.5 0.7; do
        env --default-signal=TERM "$dossier" build project --quiet --output site & build=$!
        sleep $delay; kill -TERM $build; wait $build
        ls -A | grep -v '^project$' | grep -v '^site$'
      done
      exit 0
      """)
    #expect(result.output == "")
  }
}
