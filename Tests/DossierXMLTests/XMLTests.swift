import DossierSource
import Testing

@testable import DossierXML

@Suite struct XMLTests {
  private static func events(_ bytes: [UInt8]) throws -> [XMLEvent] {
    let stream = XMLStream(bytes)
    var events: [XMLEvent] = []
    while let event = try stream.next() { events.append(event) }
    return events
  }

  private static func mistake(_ text: String) -> XMLMistake? {
    do { _ = try events(Array(text.utf8)) } catch { return error as? XMLMistake }
    return nil
  }

  @Test func eventsComeInOrderWithReferencesResolved() throws {
    let text =
      "\u{FEFF}<?xml version=\"1.0\"?>\n<a:b c='1' d:e=\"&lt;2\" xmlns:a='x' xmlns:d='y'>"
      + "x&amp;<!-- no -->&#x41;<![CDATA[<y>]]><f/>\n</a:b>"
    let tag = XMLTag(
      attributes: [.init(name: "c", value: "1"), .init(name: "d:e", value: "<2")], line: 2,
      column: 1)
    #expect(
      try Self.events(Array(text.utf8)) == [
        .start("b", tag), .text("x&A<y>"),
        .start("f", XMLTag(attributes: [], line: 2, column: 86)), .end("f"), .text("\n"),
        .end("b"),
      ])
    #expect(tag.value(ofLocal: "e") == "<2" && tag["e"] == nil)
  }

  @Test func treeIsWhatTheStreamSays() throws {
    let root = try XMLElement.read(Array("<a>1<b c='d'>2</b>3<b/></a>".utf8))
    #expect(root.name == "a" && root.text == "13" && root.elements.map(\.name) == ["b", "b"])
    #expect(root.first("b")?["c"] == "d" && root.first("b")?.text == "2" && root["c"] == nil)
    #expect(root.elements[1].place(in: "x") == Place(path: "x", line: 1, column: 20))
  }

  @Test(arguments: [
    ("<!DOCTYPE a><a/>", 1, 1),
    ("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 2, 1),
    ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", 1, 1),
    ("<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://x.org/'> %b;]><a/>", 1, 1),
  ])
  func documentTypesAreRefusedWhereTheyBegin(text: String, line: Int, column: Int) {
    #expect(Self.mistake(text) == XMLMistake(reason: .documentType, line: line, column: column))
  }

  @Test(arguments: [
    "", " ", "a", "<a>", "<a></b>", "<a>&nbsp;</a>", "<a b=1/>", "<a/><b/>", "<a>\u{1}</a>",
  ])
  func whatIsNoXMLIsRefused(text: String) {
    guard case .syntax = Self.mistake(text)?.reason else {
      Issue.record("'\(text)' was read")
      return
    }
  }

  @Test(arguments: ["junk", "<x/>", "</a>", "&amp;", "<?pi", "<!--", "<![CDATA[x]]>"])
  func whatStandsBehindTheRootIsRefused(rest: String) {
    let text = "<a><b/></a>\n"
    #expect(throws: XMLMistake.self) { try XMLElement.read(Array((text + rest).utf8)) }
    #expect(throws: Never.self) { try XMLElement.read(Array((text + "<!-- c --> \n").utf8)) }
  }

  @Test func columnsCountBytes() {
    #expect(Self.mistake("<a>\nКиїв</b>")?.column == 11)
    #expect(Self.mistake("<a>\nКиїв</b>")?.line == 2)
  }

  @Test func elementsTooDeepAreRefused() {
    let deep = String(repeating: "<a>", count: 101)
    #expect(Self.mistake(deep) == XMLMistake(reason: .depth, line: 1, column: 301))
  }

  /// Texts and tags that the ends of stretches cut come whole, and of a long document only a stretch
  /// is held.
  @Test func longDocumentIsReadStretchByStretch() throws {
    let row = "<row r='1'>text of some length, Київ</row>"
    let stream = XMLStream(Array("<a>\(String(repeating: row, count: 4_000))</a>".utf8))
    var (texts, most) = (0, 0)
    while let event = try stream.next() {
      most = max(most, stream.held)
      guard case .text(let text) = event else { continue }
      if text == "text of some length, Київ" { texts += 1 }
    }
    #expect(most < 5_000)
    #expect(texts == 4_000)
  }

  @Test func whatStandsBeforeAMistakeIsReadFirst() throws {
    let stream = XMLStream(Array("<a><b></a>".utf8))
    #expect(try stream.next() == .start("a", XMLTag(attributes: [], line: 1, column: 1)))
    #expect(try stream.next() == .start("b", XMLTag(attributes: [], line: 1, column: 4)))
    #expect(throws: XMLMistake.self) { try stream.next() }
    #expect(throws: XMLMistake.self) { try stream.next() }
  }
}
