import DossierSource
import Foundation
import Testing

@Suite struct DiskFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func aFileIsReplacedWholeAndNothingElseIsLeft() throws {
    try folder.write("old", to: "a.html")
    let inode = try folder.inode("a.html")
    try DiskFile.write(Array("new".utf8), to: "\(folder.path)/a.html")
    #expect(try folder.read("a.html") == "new")
    #expect(try folder.inode("a.html") != inode)
    #expect(try folder.names() == ["a.html"])
  }

  @Test func permissionsStay() throws {
    try folder.write("old", to: "a.html")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: "\(folder.path)/a.html")
    try DiskFile.write([], to: "\(folder.path)/a.html")
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/a.html")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func aLinkStaysAndItsTargetIsWritten() throws {
    try folder.write("old", to: "target")
    try folder.link("link", to: "target")
    try DiskFile.write(Array("new".utf8), to: "\(folder.path)/link")
    #expect(try folder.read("target") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/link") == "target")
  }

  @Test func aFileToBeKeptIsKept() throws {
    let path = "\(folder.path)/a"
    try DiskFile.write(Array("one".utf8), to: path, existing: .kept)
    #expect(throws: FileError.unwritable(path: path, reason: "File exists")) {
      try DiskFile.write(Array("two".utf8), to: path, existing: .kept)
    }
    #expect(try folder.read("a") == "one")
    #expect(try folder.names() == ["a"])
  }

  @Test func onlyWhatMayBeReplacedIs() throws {
    let replacement = Replacement("list") { $0.suffix(2) == [0x4F, 0x4B] }
    let path = "\(folder.path)/a"
    let error = FileError.taken(
      path: path, reason: "a file that is no list is there",
      help: "name another file with --output, or move that one away")
    for (text, isReplaced) in [
      ("", true), ("list OK", true), (String(repeating: "x", count: 1000) + "OK", true),
      ("OK list", false), ("x", false), (String(repeating: "OK", count: 500) + "\n", false),
    ] {
      try folder.write(text, to: "a")
      if isReplaced {
        try DiskFile.check(path, replacement)
        try DiskFile.write([1], to: path, existing: .replacedIf(replacement))
        #expect(try folder.read("a") == "\u{1}")
      } else {
        #expect(throws: error) { try DiskFile.check(path, replacement) }
        #expect(throws: error) {
          try DiskFile.write([1], to: path, existing: .replacedIf(replacement))
        }
        #expect(try folder.read("a") == text)
      }
    }
    try DiskFile.check("\(folder.path)/new", replacement)
    try DiskFile.write([1], to: "/dev/null", existing: .replacedIf(replacement))
  }

  @Test func aDeviceIsWrittenToAndNotReplaced() throws {
    try DiskFile.write(Array("x".utf8), to: "/dev/null")
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test(arguments: [("missing/a", "No such file or directory"), ("folder", "Is a directory")])
  func whatCannotBeWrittenIsSaid(name: String, reason: String) throws {
    try folder.makeFolder("folder")
    let path = "\(folder.path)/\(name)"
    #expect(throws: FileError.unwritable(path: path, reason: reason)) {
      try DiskFile.write([1], to: path)
    }
  }

  @Test func foldersAreMadeWithThoseAboveThem() throws {
    try DiskFile.makeFolder("\(folder.path)/a/b/c/")
    try DiskFile.makeFolder("\(folder.path)/a/b")
    #expect(try folder.names(in: "a/b") == ["c"])
    try folder.write("", to: "file")
    #expect(throws: FileError.self) { try DiskFile.makeFolder("\(folder.path)/file/x") }
  }
}

@Suite struct StandardStreamTests {
  @Test func inputIsReadToItsEnd() async throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "line\n", count: 50_000), to: "in")
    await #expect(processExitsWith: .success) { [path = "\(folder.path)/in" as String] in
      let file = open(path, O_RDONLY)
      dup2(file, 0)
      let bytes = try StandardStream.input.readAll()
      #expect(bytes.count == 250_000)
      #expect(!StandardStream.input.isTerminal)
      try StandardStream.error.write([])
    }
  }
}
