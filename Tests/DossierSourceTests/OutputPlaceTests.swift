import Foundation
import Testing

@testable import DossierSource

/// Where no site is written, whatever leads there.
@Suite struct OutputPlaceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["project/content/missions/a.md", "project/templates/page.html", "home/me/letter"] {
      try folder.write("precious", to: name)
    }
    try folder.write("history", to: "project/.git/config")
    try folder.makeFolder("project/site")
    try folder.link("to-content", to: "project/content")
    try folder.link("to-project", to: "project")
    try folder.link("project/content/inside", to: "missions")
  }

  private var spared: [SparedFolder] {
    [
      SparedFolder("\(folder.path)/to-content", "the content", .withAllInIt),
      SparedFolder("\(folder.path)/project/templates", "the templates", .withAllInIt),
      SparedFolder("\(folder.path)/project", "the project", .itself),
      SparedFolder("\(folder.path)/home/me", "the home", .itself),
      SparedFolder("\(folder.path)/not-there", "nothing", .withAllInIt),
    ]
  }

  private func everything() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }

  @Test(arguments: [
    ("project/content", "it is the content"), ("project/content/", "it is the content"),
    ("to-content", "it is the content"), ("project/site/../content", "it is the content"),
    ("to-project/content/missions", "it lies in the content"),
    ("project/content/new", "it lies in the content"),
    ("project/content/new/er/site", "it lies in the content"),
    ("project/content/inside/site", "it lies in the content"),
    ("project/templates", "it is the templates"),
    ("project/templates/site", "it lies in the templates"),
    ("project", "it holds the content"), ("project/.", "it holds the content"),
    ("to-project", "it holds the content"), (".", "it holds the content"),
    ("home/me", "it is the home"), ("home", "it holds the home"), ("/", "it holds the content"),
    ("project/.git", "it lies in '.git', the history of a project"),
    ("project/.git/new/site", "it lies in '.git', the history of a project"),
    ("new/.GIT", "it lies in '.GIT', the history of a project"),
  ])
  func whatWouldHarmIsRefusedBeforeAnythingIsMade(name: String, reason: String) throws {
    let path = name == "/" ? name : "\(folder.path)/\(name)"
    let before = try everything()
    #expect(throws: FileError.misplaced(path: path, reason: reason)) {
      try OutputFolder(at: path, sparing: spared)
    }
    #expect(try everything() == before)
  }

  @Test(arguments: [
    "project/site", "project/public/html", "to-project/site", "home/me/www", "site", "new/er",
    "project/contents", "project/content-2", "home/me2",
  ])
  func whatLiesBesideIsNot(name: String) throws {
    let output = try OutputFolder(at: "\(folder.path)/\(name)", sparing: spared)
    _ = try output.write("index.html", [1])
    #expect(try output.publish().written == 1)
    #expect(folder.exists("\(name)/index.html"))
    #expect(try folder.read("project/content/missions/a.md") == "precious")
  }

  @Test(.enabled(if: Mounts.areAllowed, "only the superuser may mount"))
  func aFolderThatIsMountedTwiceIsKnownAgain() throws {
    try folder.makeFolder("twin")
    let mount = try #require(Mount("--bind", "\(folder.path)/project", "\(folder.path)/twin"))
    defer { mount.end() }
    for (name, reason) in [
      ("twin", "it holds the content"), ("twin/content", "it is the content"),
      ("twin/templates/new", "it lies in the templates"),
    ] {
      let path = "\(folder.path)/\(name)"
      #expect(throws: FileError.misplaced(path: path, reason: reason)) {
        try OutputFolder(at: path, sparing: spared)
      }
    }
  }

  @Test func theHomesOfThisMachineAreSpared() async {
    #expect(
      SparedFolder.homes().contains { $0.path == String(cString: getpwuid(0).pointee.pw_dir) })
    await #expect(processExitsWith: .success) {
      setenv("HOME", "/tmp/somebody's home", 1)
      #expect(SparedFolder.homes().contains { $0.path == "/tmp/somebody's home" })
      for nothing in ["", "/", "relative"] {
        setenv("HOME", nothing, 1)
        #expect(!SparedFolder.homes().contains { $0.path == nothing })
      }
    }
  }

  @Test(arguments: [".", "..", "deep/er"])
  func nobodyIsLeftInAFolderThatIsGone(current: String) async throws {
    try folder.write("theirs", to: "out/deep/er/x")
    await #expect(processExitsWith: .success) {
      [path = "\(folder.path)/out" as String, current = current as String] in
      chdir(current == ".." ? "\(path)/deep" : "\(path)/\(current)")
      let output = try OutputFolder(at: path)
      _ = try output.write("index.html", [1])
      let notice = try output.publish().notice
      #expect(notice?.contains("it is the current folder, or holds it") == true)
      #expect(getcwd(nil, 0) != nil)
    }
    #expect(folder.exists("out/index.html"))
    #expect(try folder.read("out/deep/er/x") == "theirs")
    #expect(!folder.exists(".out.lock"))
  }
}
