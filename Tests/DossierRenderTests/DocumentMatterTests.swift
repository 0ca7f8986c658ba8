import Testing

@testable import DossierRender

/// Handouts as programs take them that know no drawings.
@Suite struct DocumentMatterTests {
  private func matter(_ html: String) -> (html: String, pictures: [String]) {
    let matter = DocumentMatter(Array(html.utf8))
    return (
      String(decoding: matter.html, as: UTF8.self),
      matter.pictures.map { $0.name + ": " + String(decoding: $0.bytes, as: UTF8.self) }
    )
  }

  private static let drawing = "<svg role=\"img\"><title id=\"a\">A &amp; B</title><g/></svg>"

  @Test func aDrawingBecomesAFileWithItsTitle() {
    let found = matter("<p>One</p>\(Self.drawing)<p>Two</p>\(Self.drawing)")
    #expect(
      found.html == "<p>One</p><img src=\"picture-1.svg\" alt=\"A &amp; B\"><p>Two</p>"
        + "<img src=\"picture-2.svg\" alt=\"A &amp; B\">")
    #expect(found.pictures == ["picture-1.svg: " + Self.drawing, "picture-2.svg: " + Self.drawing])
  }

  @Test func aDrawingWithinADrawingIsPartOfIt() {
    let nested = "<svg role=\"img\"><svg><g/></svg><svg/></svg></svg>"
    #expect(matter("a\(nested)b").pictures == ["picture-1.svg: " + nested])
  }

  @Test(arguments: [
    "<svg class=\"mark\" aria-hidden=\"true\"><path/></svg>",
    "<svg class=\"cell-bar\" role=\"img\"><rect/></svg>", "<svg><path/></svg>",
  ])
  func aSmallSignIsLeftOut(sign: String) {
    let found = matter("<td>\(sign) Blocked</td>")
    #expect(found.html == "<td> Blocked</td>")
    #expect(found.pictures == [])
  }

  @Test(arguments: ["", "<", "<sv", "text", "<p>a < b</p>", "</svg>"])
  func whatHasNoDrawingStays(html: String) {
    #expect(matter(html).html == html)
  }

  @Test(arguments: ["<svg", "<svg role=\"img\"", "<svg role=\"img\"><title", "<svg><svg></svg>"])
  func aDrawingThatDoesNotEndIsTheRest(html: String) {
    #expect(matter("a" + html).html.hasPrefix("a"))
  }
}

/// The sign by which a handout is known again.
@Suite struct HandoutMarkTests {
  private static let archiveEnd: [UInt8] = [0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 18)

  @Test func aDocumentIsKnownAgain() {
    let plain = Array("PK..".utf8) + Self.archiveEnd
    let marked = HandoutMark.marked(document: plain)
    #expect(!HandoutMark.isOn(plain))
    #expect(HandoutMark.isOn(marked))
    #expect(marked[plain.count - 2] == UInt8(marked.count - plain.count))
  }

  @Test func anArchiveWithARemarkStays() {
    let remarked = Self.archiveEnd.dropLast(2) + [1, 0, 0x41]
    #expect(HandoutMark.marked(document: Array(remarked)) == Array(remarked))
    #expect(HandoutMark.marked(document: []) == [])
  }
}
