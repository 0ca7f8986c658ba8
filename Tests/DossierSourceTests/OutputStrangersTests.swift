import Foundation
import Testing

@testable import DossierSource

@Suite struct OutputStrangersTests {
  private let folder: TemporaryFolder
  private var path: String { "\(folder.path)/site" }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func whatOthersPutThereIsCarriedOverAsItIs() throws {
    try folder.build(["index.html": "one", "pages/a.html": "a"])
    try folder.write("example.org", to: "site/CNAME")
    try folder.write("index", to: "site/search/deep/pagefind.js")
    try folder.write("mine", to: "site/pages/notes.txt")
    try folder.makeFolder("site/empty/er")
    try folder.link("site/latest", to: "pages/a.html")
    try folder.link("site/broken", to: "/nowhere")
    mkfifo("\(path)/pipe", 0o600)
    try folder.setModified("site/CNAME", secondsSince1970: 1_000_000_000)
    let inode = try folder.inode("site/CNAME")
    for text in ["two", "three"] {
      let report = try folder.build(["index.html": text])
      #expect(report.carried == 6)
      #expect(try folder.read("site/CNAME") == "example.org")
      #expect(try folder.inode("site/CNAME") == inode)
      #expect(try folder.modified("site/CNAME") == Date(timeIntervalSince1970: 1_000_000_000))
      #expect(try folder.read("site/search/deep/pagefind.js") == "index")
      #expect(try folder.names(in: "site/pages") == ["notes.txt"])
      #expect(try folder.names(in: "site/empty") == ["er"])
      let manager = FileManager.default
      #expect(try manager.destinationOfSymbolicLink(atPath: "\(path)/latest") == "pages/a.html")
      #expect(try manager.destinationOfSymbolicLink(atPath: "\(path)/broken") == "/nowhere")
      #expect(folder.exists("site/pipe"))
    }
    #expect(try folder.names() == ["site"])
  }

  @Test func aFolderWithoutAListIsFullOfStrangers() throws {
    try folder.write("*\n", to: "site/.gitignore")
    try folder.write("mine", to: "site/a/mine.html")
    let report = try folder.build(["a/ours.html": "ours"])
    #expect(report == .init(written: 1, carried: 2))
    #expect(
      try folder.tree() == [".gitignore": "*\n", "a/mine.html": "mine", "a/ours.html": "ours"])
  }

  @Test func permissionsOfStrangersFoldersStay() throws {
    try folder.write("x", to: "site/closed/x")
    let attributes = { (name: String) in
      try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.posixPermissions]
        as? Int
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: "\(path)/closed")
    for text in ["one", "two"] {
      try folder.build(["index.html": text])
      #expect(try attributes("closed") == 0o555)
      #expect(try folder.names() == ["site"])
    }
  }

  @Test(arguments: [
    ("a.html", "a.html"), ("a", "a/b.html"), ("a.html/x", "a.html"), ("a/x/y", "a"),
    ("é.html", "é.html"),
  ])
  func nothingOfOthersIsReplaced(theirs: String, ours: String) throws {
    try folder.build(["index.html": "old"])
    try folder.write("theirs", to: "site/\(theirs)")
    let before = try folder.tree()
    #expect(throws: FileError.self) { try folder.build(["index.html": "new", ours: "ours"]) }
    #expect(try folder.tree() == before)
    #expect(try folder.names() == ["site"])
  }

  @Test(arguments: [("pages", "pages/a.html"), ("pages", "pages"), ("a/pages", "a/pages/b.html")])
  func noLinkOfOthersIsWrittenThrough(link: String, ours: String) throws {
    try folder.write("outside", to: "outside/a.html")
    try folder.build(["index.html": "old", "a/x.html": "x"])
    try folder.link("site/\(link)", to: "\(folder.path)/outside")
    for text in ["outside", "other"] {
      #expect(throws: FileError.self) { try folder.build(["index.html": "new", ours: text]) }
    }
    #expect(try folder.read("site/index.html") == "old")
    #expect(try folder.tree("outside") == ["a.html": "outside"])
  }

  @Test func anEqualFileOfOthersStaysOthers() throws {
    try folder.write("same", to: "site/a.html")
    for _ in 1...2 {
      #expect(try folder.build(["a.html": "same"]) == .init(unchanged: 1, unclaimed: 1))
    }
    #expect(try folder.build(["b.html": "b"]) == .init(written: 1, carried: 1))
    #expect(throws: FileError.self) { try folder.build(["a.html": "other"]) }
    #expect(try folder.tree() == ["a.html": "same", "b.html": "b"])
  }

  @Test func anEqualFileOfOthersStaysOthersWhereFilesAreWrittenOneByOne() throws {
    try folder.write("same", to: "site/a.html")
    try folder.build(["a.html": "same", "c.html": "c"]) { _, _, _ in EBUSY }
    try folder.build(["b.html": "b"]) { _, _, _ in EBUSY }
    #expect(try folder.tree() == ["a.html": "same", "b.html": "b"])
  }

  @Test func theErrorNamesWhatIsInTheWayAndTheCure() throws {
    try folder.write("theirs", to: "site/a.html")
    let error = FileError.taken(
      path: "\(path)/a.html", reason: "something that is not ours is in the way",
      help: "move it away, or take over an earlier build's files with --adopt")
    #expect(throws: error) { try folder.build(["a.html": "ours"]) }
    try folder.makeFolder("site/b.html")
    let folderError = FileError.taken(
      path: "\(path)/b.html", reason: "something that is not ours is in the way",
      help: "move it away")
    #expect(throws: folderError) { try folder.build(["b.html": "ours"]) }
  }

  @Test(arguments: [nil, EBUSY] as [Int32?])
  func aLostListIsMadeUpForByAdoption(refusal: Int32?) throws {
    let site = ["same.html": "same", "changed.html": "old", "gone.html": "gone"]
    try folder.build(site)
    try FileManager.default.removeItem(at: folder.url("site/.dossier-manifest"))
    let newer = ["same.html": "same", "changed.html": "new"]
    #expect(throws: FileError.self) { try folder.build(newer) }
    #expect(try folder.tree() == site)
    try {
      let output = try OutputFolder(at: path, adopts: true) {
        refusal ?? OutputFolder.systemExchange($0, $1, $2)
      }
      for (name, text) in newer { _ = try output.write(name, Array(text.utf8)) }
      #expect(try output.publish().unclaimed == 0)
    }()
    // What the site no longer has cannot be known for ours.
    #expect(try folder.tree() == newer.merging(["gone.html": "gone"]) { $1 })
    try folder.build(["other.html": "x"])
    #expect(try folder.tree() == ["gone.html": "gone", "other.html": "x"])
  }

  @Test(arguments: ["a.html/x", "a.html"])
  func noFolderOrLinkIsAdopted(theirs: String) throws {
    if theirs == "a.html" {
      try folder.write("outside", to: "outside")
      try folder.makeFolder("site")
      try folder.link("site/a.html", to: "../outside")
    } else {
      try folder.write("theirs", to: "site/\(theirs)")
    }
    #expect(throws: FileError.self) { try folder.build(["a.html": "ours"], adopts: true) }
    if folder.exists("outside") { #expect(try folder.read("outside") == "outside") }
  }

  @Test func namesThatLookAlikeAreDifferentFiles() throws {
    let composed = "\u{E9}.html"
    let decomposed = "e\u{301}.html"
    try folder.build([composed: "ours"])
    try folder.write("theirs", to: "site/\(decomposed)")
    // A file system that takes the names for one has no second file to keep.
    let names = try folder.names(in: "site").count
    try folder.build(["index.html": "new"])
    #expect(try folder.names(in: "site").count == names)
  }

  @Test func aPublishedPageOfOthersDoesNotHideInAForgedList() throws {
    try folder.write("../outside\n/etc/passwd\n\n.\n..\n", to: "site/.dossier-manifest")
    try folder.write("outside", to: "outside")
    try folder.build(["a": "1"])
    #expect(folder.exists("outside"))
    #expect(try folder.tree() == ["a": "1"])
  }

  @Test func removalNeverFollowsALinkAndEndsAtAnyDepth() throws {
    try folder.write("outside", to: "outside/x")
    try folder.write("x", to: "old/a/b/c/x")
    try folder.link("old/a/out", to: "\(folder.path)/outside")
    try folder.link("old/out", to: "../outside")
    let top = try Descriptor.folder(BytePath("\(folder.path)/old"))
    var deep = top
    for _ in 0..<5_000 {
      try deep.makeFolder(BytePath("d"))
      deep = try deep.folder(BytePath("d"))
    }
    try Descriptor.folder(BytePath(folder.path)).removeTree(BytePath("old"))
    #expect(try folder.names() == ["outside"])
    #expect(try folder.tree("outside") == ["x": "outside"])
  }
}
