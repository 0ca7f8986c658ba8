import Foundation
import Testing

@testable import DossierSource

/// Other programs, run to their end or stopped.
@Suite struct ChildProcessTests {
  @Test(arguments: [
    ("exit 0", ChildProcess.End.code(0)), ("exit 7", .code(7)), ("kill -15 $$", .signal(15)),
    ("sleep 30", .timedOut), ("sleep 30 & sleep 30", .timedOut),
  ])
  func theEndIsTold(script: String, end: ChildProcess.End) throws {
    let result = try ChildProcess("/bin/sh", ["-c", script]).run(timeLimit: .milliseconds(700))
    #expect(result.end == end)
  }

  @Test func bothStreamsAreKeptAndNothingIsRead() throws {
    let script = "echo out; echo err >&2; cat"
    let result = try ChildProcess("/bin/sh", ["-c", script]).run(timeLimit: .seconds(10))
    #expect(result.end == .code(0))
    #expect(result.output == "out\nerr\n")
  }

  @Test func itsEnvironmentIsOursWithWhatItIsGiven() throws {
    var process = ChildProcess("/bin/sh", ["-c", "echo \"$PATH|$OWN|$HOME\""])
    process.environment = ["OWN": "a=b c", "HOME": "/elsewhere"]
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    #expect(try process.run(timeLimit: .seconds(10)).output == "\(path)|a=b c|/elsewhere\n")
  }

  @Test func whatAStoppedProgramStartedEndsWithIt() throws {
    let folder = try ScratchFolder()
    let late = folder.path(of: "late")
    let script = "(sleep 1; touch '\(late)') & sleep 30"
    _ = try ChildProcess("/bin/sh", ["-c", script]).run(timeLimit: .milliseconds(200))
    usleep(1_500_000)
    #expect(!FileManager.default.fileExists(atPath: late))
  }

  @Test func aProgramThatIsNotThereIsAnError() {
    #expect(throws: FileError.self) {
      try ChildProcess("/nowhere/engine", []).run(timeLimit: .seconds(1))
    }
  }

  @Test func aProgramIsFoundInTheFirstFolderThatHasOne() {
    #expect(ChildProcess.find("sh", in: "/nowhere:/bin:/usr/bin") == "/bin/sh")
    #expect(ChildProcess.find("no-such-program", in: "/bin") == nil)
    #expect(ChildProcess.find("passwd", in: "/etc") == nil)
    #expect(ChildProcess.find("bin", in: "/usr") == nil)
  }

  @Test func aScratchFolderGoesWithItsHolder() throws {
    var folder: ScratchFolder? = try ScratchFolder()
    let path = try #require(folder?.path)
    try DiskFile.write([1], to: path + "/file")
    #expect(try folder?.read("file", limit: 10) == [1])
    #expect(throws: FileError.self) { try folder?.read("other", limit: 10) }
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
