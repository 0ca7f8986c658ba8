import DossierSource
import Testing

@testable import DossierSite

/// Bytes that are no good text, and YAML that is made to bring a parser down.
@Suite(.timeLimit(.minutes(10))) struct BadTextTests {
  private static let record = "content/missions/kfor.md"

  private static func report(_ path: String, _ bytes: [UInt8]) -> String {
    var sample = SiteSample()
    sample.files[path] = bytes
    return sample.report()
  }

  private static func report(_ yaml: String) -> String {
    report(record, Array("---\ntitle: K\n\(yaml)\n---\n".utf8))
  }

  @Test func badUTF8IsToldAtItsPlace() {
    #expect(
      Self.report(Self.record, Array("---\ntitle: Сил".utf8) + [0xFF] + Array("\n---\n".utf8))
        == """
        content/missions/kfor.md:2:14: error: the file is not valid UTF-8 from here on [text.encoding]
          2 | title: Сил\u{FFFD}
            |           ^
        help: save the file as UTF-8
        """)
  }

  @Test func aNULIsToldAtItsPlace() {
    #expect(
      Self.report(Self.record, Array("---\ntitle: K\n---\n\nThe \0 force\n".utf8)) == """
        content/missions/kfor.md:5:5: error: the character U+0000 (NUL) is not allowed in a text file \
        [text.character]
          5 | The ␀ force
            |     ^
        help: remove it
        """)
  }

  @Test func theMarkOfTheMarkdownStageIsToldAtItsPlace() {
    let mark: [UInt8] = [0xEF, 0xB7, 0x90]
    #expect(
      Self.report(Self.record, Array("---\ntitle: K".utf8) + mark + Array("\n---\n".utf8)) == """
        content/missions/kfor.md:2:9: error: the noncharacter U+FDD0 is not allowed in a text file \
        [text.character]
          2 | title: K\(String(decoding: mark, as: UTF8.self))
            |         ^
        help: remove it
        """)
  }

  @Test(arguments: [
    ("content/terms/_kind.yml", "content/terms/_kind.yml:1:1"),
    ("content/site.yml", "content/site.yml:1:1"),
    ("content/units.yml", "content/units.yml:1:1"),
    ("content/sources/all.yml", "content/sources/all.yml:1:1"),
    ("content/actors/nato.md", "content/actors/nato.md:1:1"),
  ])
  func oneBadFileIsOneDiagnosticThoughOthersReferToIt(path: String, place: String) {
    #expect(
      Self.report(path, [0xC0]) == """
        \(place): error: the file is not valid UTF-8 from here on [text.encoding]
          1 | \u{FFFD}
            | ^
        help: save the file as UTF-8
        """)
  }

  @Test(arguments: ["\u{FEFF}", ""], ["\n", "\r\n", "\r"])
  func aByteOrderMarkAndTheEndsOfLinesDoNotMoveAPlace(mark: String, end: String) {
    let text = ["---", "title: K", "sumary: x", "---", "", "See <actor:natto>"]
    #expect(
      Self.report(Self.record, Array((mark + text.joined(separator: end)).utf8)) == """
        content/missions/kfor.md:3:1: error: the key 'sumary' is not known here [yaml.unknown-key]
          3 | sumary: x
            | ^~~~~~
        help: did you mean 'summary'?
        content/missions/kfor.md:6:5: error: no actor has the id 'natto' [reference.unknown]
          6 | See <actor:natto>
            |     ^~~~~~~~~~~~~
        help: did you mean 'nato'?
        """)
  }

  @Test func aControlCharacterIsShownAsItsPicture() {
    #expect(
      Self.report("mandate: a\u{7}b") == """
        content/missions/kfor.md:3:11: error: control characters are not allowed [yaml.syntax]
          3 | mandate: a␇b
            |           ^
        """)
  }

  @Test func aControlCharacterIsToldAtItsPlaceBehindCyrillic() {
    #expect(
      Self.report("mandate: Сил\u{7}").hasPrefix("content/missions/kfor.md:3:16: error: control"))
  }

  private static let bomb =
    "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + zip("abcdefgh", "bcdefghi").map { before, name in
      "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ",")
        + "]\n"
    }.joined()

  @Test(arguments: [
    ("mandate: " + String(repeating: "[", count: 100_000), 3, 210, "is nested too deep", "size"),
    ("mandate: " + String(repeating: "{a: ", count: 100_000), 3, 810, "is nested too deep", "size"),
    ("force:\n" + String(repeating: "- ", count: 100_000), 4, 401, "is nested too deep", "size"),
    (bomb, 8, 11, "is too large", "size"),
  ])
  func whatWouldBringAParserDownIsRefused(
    yaml: String, line: Int, column: Int, what: String, code: String
  ) {
    let lines = Self.report(yaml).split(separator: "\n")
    #expect(
      lines.first
        == "content/missions/kfor.md:\(line):\(column): error: the YAML \(what) [yaml.\(code)]")
    #expect(lines.last == "help: write it in several files, without aliases")
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.utf8.count < 300 })
  }

  @Test(arguments: [
    ("? *i\n: x", 4, 3), ("z: {? *i : x, ? *i : y}", 4, 7), ("z: {*i : x, *i : y}", 4, 5),
    ("*i : x\n*i : y", 4, 1), ("[*i]: x", 4, 1), ("z: [[*i]: x]", 4, 5),
    (String(repeating: "? ", count: 100_000), 4, 3),
  ])
  func aKeyThatIsNoTextIsRefused(yaml: String, line: Int, column: Int) {
    let place = "content/missions/kfor.md:\(line):\(column)"
    let message = "error: a key that is no text means nothing here [yaml.key]"
    #expect(Self.report("a: &i nato\n" + yaml).hasPrefix("\(place): \(message)\n"))
  }

  @Test func aValueMayStandFarToTheRight() {
    #expect(Self.report("force:\n" + String(repeating: " ", count: 100_000) + "none") == "")
  }

  @Test func anAnchorBesideBoldTextIsNoKey() {
    let yaml =
      "lead: &x nato\nshort: *x\nmandate: |\n  **Note**: *see*: R&D, why? [a](b) : c\nforce: none"
    #expect(!Self.report(yaml).contains("[yaml."))
  }

  @Test(arguments: [
    ("quotes", String(repeating: ">", count: 100_000)),
    ("lists", String(repeating: "- ", count: 100_000)),
    ("brackets", String(repeating: "[", count: 100_000)),
    ("stars", String(repeating: "*a ", count: 30_000)),
  ])
  func aDeepBodyIsParsed(what: String, body: String) {
    let report = Self.report(Self.record, Array("---\ntitle: K\n---\n\(body)\n".utf8))
    #expect(report == "", "\(what)")
  }
}
