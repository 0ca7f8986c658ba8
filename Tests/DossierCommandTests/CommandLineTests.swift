import Foundation
import Testing

/// `check`, `markdown`, help and misuse.
@Suite struct CommandLineTests {
  @Test(arguments: [
    (["biuld"], "biuld"), (["build", "--srict"], "--srict"), (["build", "--jobs", "0"], "--jobs"),
    (["build", "--jobs", "x"], "x"), (["build", "--base-url", "example.org"], "--base-url"),
    (["build", "--base-url", "javascript:alert(1)"], "--base-url"),
    (["build", "--output"], "--output"),
    (["build", "/nowhere"], "'/nowhere' is no project"),
    (["check", "/nowhere"], "help: name the folder that holds content/ and templates/"),
    (["check", "a", "b"], "b"), (["markdown", "file.md"], "file.md"),
  ])
  func misuseIsToldOnTheErrorStream(arguments: [String], word: String) throws {
    let result = try Command.run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains(word))
  }

  @Test(arguments: ["yesterday", "-1", "1e9", "99999999999999999999"])
  func aBadClockIsMisuse(epoch: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    let result = try Command.run(
      ["build", folder.project], environment: ["SOURCE_DATE_EPOCH": epoch])
    #expect(result.status == 2)
    #expect(result.errors.contains("SOURCE_DATE_EPOCH"))
    #expect(try folder.names() == ["project"])
  }

  @Test(arguments: [[], ["--help"], ["build", "--help"], ["help", "check"]])
  func helpIsAResult(arguments: [String]) throws {
    let result = try Command.run(arguments)
    #expect(result.status == 0)
    #expect(result.output.contains("USAGE: dossier"))
    #expect(result.errors == "")
  }

  @Test func theVersionNamesWhatBytesDependOn() throws {
    let result = try Command.run(["--version"])
    #expect(result.status == 0)
    #expect(
      result.output.wholeMatch(
        of:
          /dossier \d+\.\d+\.\d+ \((?:commit [0-9a-f]+, )?libcmark \d+\.\d+\.\d+, CLDR \d+ for [a-z ]+\)\n/
      )
        != nil)
  }

  /// A folder of the system may be hidden from a program by giving it a root of its own.
  private static let hidingProc =
    "unshare --map-root-user --mount sh -c 'mount -t tmpfs none /proc && exec \"$@\"' sh "
  private static let canHideProc =
    (try? Command.shell(hidingProc + "true"))?.status == 0

  @Test(.enabled(if: canHideProc, "/proc cannot be hidden here"))
  func argumentsAreKnownWithoutProc() throws {
    let version = try Command.shell(Self.hidingProc + "\"$dossier\" --version")
    #expect(version.output == (try Command.run(["--version"]).output))
    let plain = try Command.shell(
      "echo '*a*' | " + Self.hidingProc + "\"$dossier\" markdown --plain")
    #expect(plain.output == "<p><em>a</em></p>\n")
    #expect(try Command.shell(Self.hidingProc + "\"$dossier\" biuld").status == 2)
  }

  @Test func checkWritesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    let result = try Command.run(["check", folder.project])
    #expect(result.status == 0)
    #expect(result.output == "0 errors, 0 warnings\n")
    #expect(result.errors == "")
    #expect(!FileManager.default.fileExists(atPath: folder.project + "/site"))
  }

  @Test func checkTellsWhatABuildWouldTell() throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    try folder.write("---\ntitle: K\nline: long\n---\n", to: "project/content/missions/kfor.md")
    let check = try Command.run(["check", folder.project])
    let build = try Command.run(["build", folder.project])
    #expect(check.status == 1)
    #expect(check.output == "1 error, 0 warnings\n")
    #expect(build.errors == check.errors + "nothing was built: 1 error, 0 warnings\n")
  }

  @Test(arguments: [
    ([], "*a* <b>c</b> <mission:kfor>\n", 0),
    (["--plain"], "<p><em>a</em> <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>\n", 0),
    (["--plain", "--raw-html"], "<p><em>a</em> <b>c</b></p>\n", 0),
  ])
  func markdownIsTurnedIntoAFragment(options: [String], html: String, status: Int) throws {
    let result = try Command.run(
      ["markdown"] + options, input: Array("*a* <b>c</b>\n".utf8))
    #expect(result.status == 0)
    if options.isEmpty {
      #expect(result.output == "<p><em>a</em> &lt;b&gt;c&lt;/b&gt;</p>\n")
      #expect(result.errors.hasPrefix("<stdin>:1:5: warning: raw HTML is shown as text"))
    } else {
      #expect(result.output == html)
      #expect(result.errors == "")
    }
  }

  @Test func aRefusedSchemeInMarkdownIsAnError() throws {
    let result = try Command.run(["markdown"], input: Array("[a](javascript:alert(1))\n".utf8))
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("<stdin>:1:1: error: 'javascript:' is no scheme for a link"))
    #expect(!result.output.contains("javascript"))
  }

  @Test func badUTF8InMarkdownIsAnError() throws {
    let result = try Command.run(["markdown"], input: [0x61, 0xFF])
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("<stdin>:1:2: error: the file is not valid UTF-8"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func aResultThatCannotBeWrittenIsTheMachinesFailure() throws {
    let result = try Command.shell("echo a | \"$dossier\" markdown > /dev/full")
    #expect(result.status == 3)
    #expect(result.errors.contains("No space left on device"))
  }
}
