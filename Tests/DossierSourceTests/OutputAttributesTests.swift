import Foundation
import Testing

@testable import DossierSource

/// Owner, permissions, times and extended attributes: what is not ours keeps them, and so does the
/// folder itself.
@Suite(.enabled(if: getuid() == 0, "only the superuser may give files away"))
struct OutputAttributesTests {
  private let folder: TemporaryFolder
  private var path: String { "\(folder.path)/site" }

  init() throws {
    folder = try TemporaryFolder()
  }

  /// All that the system says of a file beside what it holds, in words.
  private static func attributes(_ path: String) -> String {
    var status = stat()
    guard lstat(path, &status) == 0 else { return "nothing" }
    let note = Note.read(from: path) ?? "none"
    return "\(status.st_uid):\(status.st_gid) \(String(status.st_mode, radix: 8)) "
      + "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(note)"
  }

  private static func withoutTime(_ attributes: String) -> [Substring] {
    let words = attributes.split(separator: " ")
    return Array(words.prefix(2) + words.dropFirst(3))
  }

  private func mark(_ name: String, _ number: Int) {
    let path = "\(folder.path)/\(name)"
    lchown(path, uid_t(4000 + number), gid_t(5000 + number))
    chmod(path, number.isMultiple(of: 2) ? 0o2750 : 0o705)
    Note.write("note \(number)", to: path)
    var times = [timespec](
      repeating: timespec(tv_sec: 1_000_000_000 + number, tv_nsec: 7), count: 2)
    utimensat(AT_FDCWD, path, &times, AT_SYMLINK_NOFOLLOW)
  }

  private static let theirs = [
    "site/CNAME", "site/search/index", "site/search", "site/empty", "site/pages/notes", "site",
  ]

  private func markAll() throws {
    try folder.build(["index.html": "old", "pages/a.html": "a"])
    try folder.write("theirs", to: "site/CNAME")
    try folder.write("theirs", to: "site/search/index")
    try folder.write("theirs", to: "site/pages/notes")
    try folder.makeFolder("site/empty")
    for (number, name) in Self.theirs.enumerated() { mark(name, number) }
  }

  @Test(arguments: [nil, EBUSY] as [Int32?])
  func allOfThemStay(refusal: Int32?) throws {
    try markAll()
    let before = Self.theirs.map { Self.attributes("\(folder.path)/\($0)") }
    for text in ["new", "newer"] {
      try folder.build(["index.html": text, "b/c.html": text]) {
        refusal ?? OutputFolder.systemExchange($0, $1, $2)
      }
      #expect(Self.theirs.map { Self.attributes("\(folder.path)/\($0)") } == before)
      #expect(try folder.read("site/index.html") == text)
    }
  }

  @Test func aFileOfOursThatChangesKeepsItsOwnerAndPermissions() throws {
    try folder.build(["index.html": "old", "pages/a.html": "old"])
    for (number, name) in ["site/index.html", "site/pages/a.html", "site/pages"].enumerated() {
      mark(name, number)
    }
    try folder.build(["index.html": "new", "pages/a.html": "new"])
    #expect(Self.attributes("\(path)/index.html").hasPrefix("4000:5000 102750 "))
    #expect(Self.attributes("\(path)/index.html").hasSuffix(" note 0"))
    #expect(Self.attributes("\(path)/pages/a.html").hasPrefix("4001:5001 100705 "))
    #expect(Self.attributes("\(path)/pages").hasPrefix("4002:5002 42750 "))
  }

  @Test func attributesThatTheParentHandsDownAreNotTaken() throws {
    try folder.build(["index.html": "old"])
    #expect(TemporaryFolder.run(["chmod", "g+s", folder.path]))
    lchown(folder.path, 0, 7)
    try folder.build(["index.html": "new"])
    #expect(Self.attributes(path).hasPrefix("0:0 40755 "))
  }

  /// A user who may write in a folder of another's cannot make one like it, and need not.
  @Test(arguments: ["site", "site/theirs", "site/theirs/x", "site/same.html"])
  func whatBelongsToAnotherUserStaysWhereItIs(name: String) async throws {
    chmod(folder.path, 0o777)
    try folder.build(["index.html": "old"])
    try folder.write("x", to: "site/theirs/x")
    try folder.write("same", to: "site/same.html")
    #expect(TemporaryFolder.run(["chown", "-R", "nobody", path]))
    #expect(TemporaryFolder.run(["chmod", "-R", "a+rwX", path]))
    mark(name, 0)
    chmod("\(folder.path)/\(name)", name.hasSuffix("x") || name.hasSuffix("l") ? 0o644 : 0o777)
    let before = Self.attributes("\(folder.path)/\(name)")
    await #expect(processExitsWith: .success) { [path = path as String] in
      setgid(65534)
      setuid(65534)
      let output = try OutputFolder(at: path)
      _ = try output.write("index.html", Array("new".utf8))
      _ = try output.write("same.html", Array("same".utf8))
      _ = try output.publish()
    }
    let after = Self.attributes("\(folder.path)/\(name)")
    // The time of a folder of another's, in which a file has changed, is the system's to say.
    #expect(name == "site" ? Self.withoutTime(after) == Self.withoutTime(before) : after == before)
    #expect(try folder.read("site/index.html") == "new")
    #expect(try folder.names() == ["site"])
  }
}

/// An extended attribute; the calls are looked up, since Swift's C library shows them on no Linux.
private enum Note {
  private typealias Get =
    @convention(c) (
      UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeMutableRawPointer, Int
    ) -> Int
  private typealias Set =
    @convention(c) (
      UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeRawPointer, Int, Int32
    ) -> Int32

  static func read(from path: String) -> String? {
    guard let call = dlsym(dlopen(nil, RTLD_NOW), "lgetxattr") else { return nil }
    var value = [UInt8](repeating: 0, count: 64)
    let length = unsafeBitCast(call, to: Get.self)(path, "user.note", &value, value.count)
    return length < 0 ? nil : String(decoding: value[..<length], as: UTF8.self)
  }

  static func write(_ note: String, to path: String) {
    guard let call = dlsym(dlopen(nil, RTLD_NOW), "setxattr") else { return }
    let value = Array(note.utf8)
    #expect(unsafeBitCast(call, to: Set.self)(path, "user.note", value, value.count, 0) == 0)
  }
}
