import Foundation
import Testing

/// Diagnostics as the commands that GitHub's runners read.
@Suite struct DiagnosticFormatTests {
  private static func annotations(
    _ files: [String: String], project: String = "project", strict: Bool = false
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    for (name, text) in files { try folder.write(text, to: "project/" + name) }
    let result = try Command.shell(
      "cd '\(folder.path)' && \"$dossier\" check \(project) --format github"
        + (strict ? " --strict" : ""))
    #expect(result.errors == "")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func aMistakeIsOneLineWithItsPlaceAndCure() throws {
    let mistake = ["content/missions/a.md": "---\ntitle: A\n---\nSee <mission:kfro>.\n"]
    #expect(
      try Self.annotations(mistake) == [
        "::error file=project/content/missions/a.md,line=4,col=5,title=reference.unknown::"
          + "no mission has the id 'kfro'%0Ahelp: did you mean 'kfor'?"
      ])
  }

  /// A runner looks for files from the top of a checkout, where it also runs the tool.
  @Test(arguments: [
    ("project", "project/"), ("./project/", "project/"),
    ("project/../project", "project/../project/"),
    ("project//.", "project/"), ("\"$PWD/project\"", "/"),
  ])
  func placesBeginWhereTheToolRuns(project: String, prefix: String) throws {
    let mistake = ["content/missions/a.md": "---\ntitle: A\nline: long\n---\n"]
    let line = try #require(try Self.annotations(mistake, project: project).first)
    #expect(line.hasPrefix("::error file=" + prefix))
    #expect(line.contains("project/content/missions/a.md,line=3,col=7,"))
  }

  @Test func aProjectInTheCurrentFolderHasNothingBeforeItsPlaces() throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    try folder.write("---\ntitle: A\nline: long\n---\n", to: "project/content/missions/a.md")
    let result = try Command.shell("cd '\(folder.project)' && \"$dossier\" check --format github")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("::error file=content/missions/a.md,line=3,col=7,"))
  }

  /// A comma or colon would end a property, a new line the command, and a per cent sign begins an escape.
  @Test func whatWouldEndACommandIsEscaped() throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    try folder.write(
      "---\ntitle: A\nline: '5% a, or so::'\n---\n", to: "project/content/missions/a.md")
    try folder.write("", to: "project/content/missions/b,c:d%0Ae.md")
    try folder.link("x,y:z%2C\r", to: "project")
    let result = try Command.shell(
      "cd '\(folder.path)' && \"$dossier\" check 'x,y:z%2C\r' --format github")
    let file = "::error file=x%2Cy%3Az%252C%0D/content/missions/"
    #expect(
      result.output.split(separator: "\n").map(String.init) == [
        file + "a.md,line=3,col=7,title=number.invalid::'5%25 a, or so::' is no number%0Ahelp: "
          + "write digits without separators (50000, 12.5) or {low: 10, high: 15}",
        file + "b%2Cc%3Ad%250Ae.md,line=1,col=1,title=record.id::"
          + "'b,c:d%250Ae' cannot be a record's id%0Ahelp: name the file 'b-c-d-0ae.md'",
      ])
  }

  @Test func severitiesHaveTheRunnersNames() throws {
    let files = [
      "content/site.yml": "title: T\nbase-url: https://example.org/\n",
      "content/missions/a.md": "---\ntitle: A\n---\n<b>bold</b>\n",
      "content/missions/b.md": "---\ntitle: B\nline: long\n---\n",
    ]
    let lines = try Self.annotations(files)
    #expect(
      lines.map { $0.prefix { $0 != "," } } == [
        "::warning file=project/content/missions/a.md",
        "::error file=project/content/missions/b.md",
        "::notice file=project/content/site.yml",
      ])
  }

  @Test func aSoundProjectHasNothingToSay() throws {
    #expect(try Self.annotations([:], strict: true) == [])
  }
}
