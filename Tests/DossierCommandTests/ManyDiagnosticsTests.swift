import Foundation
import TestSupport
import Testing

/// Very many mistakes, and a machine that gives nothing more.
@Suite struct ManyDiagnosticsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeProject()
  }

  @Test(.timeLimit(.minutes(2))) func ofVeryManyTheFirstAreShownAndAllAreCounted() throws {
    let body = String(repeating: "<mission:y>", count: 50_000)
    try folder.write(
      "---\ntitle: K\nsumary: x\n---\n\(body)\n", to: "project/content/missions/kfor.md")
    let result = try Command.run(["check", folder.project])
    #expect(result.status == 1)
    #expect(result.output == "50001 errors, 0 warnings\n")
    #expect(result.errors.matches(of: /(?m)^content\//).count == 200)
    #expect(
      result.errors.hasSuffix(
        """
        200 of 50001 diagnostics are shown; --all shows all:
          50000 error [reference.unknown]
          1 error [yaml.unknown-key]

        """))
    let json = try Command.run(["check", folder.project, "--format", "json"]).output
    #expect(json.matches(of: /"reference\.unknown"/).count == 50_000)
  }

  @Test func aSingleTextMayReferToARecordVeryOften() throws {
    for separator in ["", " "] {
      let body = String(repeating: "<mission:x>" + separator, count: 50_000)
      try folder.write("---\ntitle: K\n---\n\(body)\n", to: "project/content/missions/kfor.md")
      try folder.write("---\ntitle: Xanadu\n---\n", to: "project/content/missions/x.md")
      let result = try Command.run(["build", folder.project])
      #expect(result.status == 0, "\(result.errors)")
      let page = try folder.read("project/site/missions/x.html")
      #expect(page.contains("Xanadu"))
      #expect(page.utf8.count < 100_000)
    }
  }

  @Test func allAreShownWhereTheyAreAskedFor() throws {
    let body = String(repeating: "<mission:y>\n", count: 300)
    try folder.write("---\ntitle: K\n---\n\(body)\n", to: "project/content/missions/kfor.md")
    for command in ["check", "build"] {
      let result = try Command.run([command, folder.project, "--all"])
      #expect(result.errors.matches(of: /(?m)^content\//).count == 300)
      #expect(!result.errors.contains("are shown"))
    }
  }

  @Test(.enabled(if: ManyDiagnosticsTests.canLimitThreads, "only the superuser may become another"))
  func withoutThreadsACommandSaysSo() throws {
    chmod(folder.path, 0o755)
    let result = try Command.shell(
      """
      exec setpriv --reuid 54321 --clear-groups prlimit --nproc=1 \
        "$dossier" check '\(folder.project)'
      """)
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("error: the system gives this program 0 threads"))
  }

  static let canLimitThreads: Bool = {
    let result = try? Command.shell(
      "[ \"$(id -u)\" = 0 ] && setpriv --reuid 54321 --clear-groups prlimit --nproc=1 \"$dossier\" --version"
    )
    return result?.status == 0
  }()
}
