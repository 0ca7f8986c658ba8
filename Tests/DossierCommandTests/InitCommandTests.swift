import Foundation
import TestSupport
import Testing

/// `dossier init`: from nothing to a site, and what it refuses.
@Suite struct InitCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// After the example's briefing was published.
  private static let now = ["SOURCE_DATE_EPOCH": "1767225600"]

  @Test func whatItWritesIsAProjectWithoutFault() throws {
    let result = try Command.run(["init", "\(folder.path)/a/b"])
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output.contains("  content/missions/_kind.yml\n"))
    #expect(result.output.contains("\n  dossier serve \(folder.path)/a/b "))
    let check = try Command.run(["check", "--strict", "\(folder.path)/a/b"], environment: Self.now)
    #expect(check.output == "0 errors, 0 warnings\n" && check.errors == "")
    let build = try Command.run(["build", "--strict", "\(folder.path)/a/b"], environment: Self.now)
    #expect(build.status == 0 && build.errors == "")
    let page = try folder.read("a/b/site/briefings/three-sizes-of-mission.html")
    #expect(page.contains(">1,050\u{A0}troops</a>"))
    #expect(page.contains(">2.5\u{A0}people per\u{A0}km</span>"))
  }

  /// The port is the machine's to choose, and stands in the first line that is said.
  @Test func whatItWritesIsServedAtOnce() throws {
    _ = try Command.run(["init", folder.project])
    let script = """
      "$dossier" serve '\(folder.project)' --port 0 > '\(folder.path)/said' & server=$!
      trap 'kill $server' EXIT
      for _ in 1 2 3 4 5 6 7 8 9 10; do
        address=$(sed -n 's/^serving \\(http[^ ]*\\) .*/\\1/p' '\(folder.path)/said')
        [ -n "$address" ] && break
        sleep 1
      done
      curl -s "${address}missions/unpredep.html"
      """
    let result = try Command.shell(script)
    #expect(result.output.contains("<title>United Nations Preventive Deployment Force"))
  }

  /// A kind for every role and every exhibit, in two languages, without a fault.
  @Test func theFullExampleShowsAllThatThereIs() throws {
    let result = try Command.run(["init", folder.project, "--example", "full"])
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output.contains("  dossier new river volga "))
    let build = try Command.run(["build", "--strict", folder.project], environment: Self.now)
    #expect(build.status == 0 && build.errors == "")
    let kinds = try folder.tree("project/content").filter { $0.key.hasSuffix("_kind.yml") }
    let declared = kinds.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    for role in [
      "article", "author", "term", "event", "correction", "condition", "option", "precedent",
      "scenario",
    ] {
      #expect(declared.contains("role: \(role)\n"), "\(role)")
    }
    let essay = try folder.read("project/content/essays/who-shares-a-river.md")
    for exhibit in ["compare", "matrix", "distance", "timeline", "chart", "map", "scaled"] {
      #expect(essay.contains("```\(exhibit) {"), "\(exhibit)")
    }
    #expect(essay.contains("](course.svg "))
    let page = try folder.read("project/site/de/essays/who-shares-a-river.html")
    #expect(page.contains("<html lang=\"de\">") && page.contains("Wer sich einen Fluss teilt"))
  }

  @Test func aLanguageIsPutWhereItIsWanted() throws {
    for (name, arguments, line) in [
      ("a", ["--language", "uk"], "languages: [uk]"),
      ("b", ["--language", "sv"], "languages: [sv]"),
      ("c", ["--example", "full", "--language", "sv"], "languages: [en, de, sv]"),
      ("d", ["--example", "full", "--language", "de"], "languages: [en, de]"),
    ] {
      let path = "\(folder.path)/\(name)"
      #expect(try Command.run(["init", path] + arguments).status == 0)
      #expect(try folder.read("\(name)/content/site.yml").contains(line + "\n"))
      let check = try Command.run(["check", path], environment: Self.now)
      #expect(check.output.hasPrefix("0 errors, \(line.contains("sv") ? 2 : 0) warning"), "\(name)")
    }
    for arguments in [["--example", "huge"], ["--language", "Swedish"], ["--language", "EN"]] {
      #expect(try Command.run(["init", "\(folder.path)/x"] + arguments).status == 2)
    }
  }

  @Test func itsTemplatesAreThisPublicationsOwn() throws {
    _ = try Command.run(["init", folder.project])
    try folder.link("ours", to: Checkout.folder.appending(path: "templates").path)
    let written = try folder.tree("project/templates")
    // What `dossier fonts` makes is no part of them.
    let ours = try folder.tree("ours/.").filter {
      !$0.key.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "fonts" }
    }
    #expect(written.keys.sorted() == ours.keys.sorted())
    #expect(written == ours)
  }

  @Test func anEmptyFolderIsFilled() throws {
    try FileManager.default.createDirectory(
      atPath: folder.project, withIntermediateDirectories: true)
    let script = "cd '\(folder.project)' && \"$dossier\" init . && exec \"$dossier\" check"
    let result = try Command.shell(
      "SOURCE_DATE_EPOCH=1767225600; export SOURCE_DATE_EPOCH; " + script)
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("0 errors, 0 warnings\n"))
  }

  @Test(arguments: ["project/note.txt", "project/.hidden", "project"])
  func whatIsThereStaysAsItIs(file: String) throws {
    try folder.write("mine", to: file)
    let result = try Command.run(["init", folder.project])
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(
      result.errors == """
        error: '\(folder.project)' is there already, and is not empty
        help: name a new folder; nothing was written

        """)
    #expect(try folder.tree(".").keys.sorted() == [file])
  }

  @Test(arguments: [[], [""], ["a", "b"]]) func misuseIsTold(arguments: [String]) throws {
    #expect(try Command.run(["init"] + arguments).status == 2)
  }

  @Test func aFolderBelowAFileIsTheMachinesFailure() throws {
    try folder.write("x", to: "file")
    let result = try Command.run(["init", "\(folder.path)/file/a"])
    #expect(result.status == 3)
    #expect(result.output == "")
    #expect(result.errors.contains("/file' cannot be written: "))
  }

  /// The style of the site is longer than a file may be there.
  @Test(.enabled(if: Command.canLimitFiles)) func afterAFailureNothingIsLeft() throws {
    let script = "trap '' XFSZ; ulimit -f 40; exec \"$dossier\" init '\(folder.path)/a/b'"
    let result = try Command.shell(script)
    #expect(result.status == 3)
    #expect(result.errors.contains("cannot be written: File too large"))
    #expect(try folder.names() == [])
  }
}
