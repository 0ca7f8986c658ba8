import DossierSource
import Testing

@testable import DossierSite

/// Drawings and documents that would do more on the site than be shown.
@Suite struct ActiveFileTests {
  private static func refusal(_ svg: String, path: String = "content/a/b.svg") -> Diagnostic? {
    ActiveFile.refusal(of: path, Array(svg.utf8), allowsHTML: false)
  }

  private static func whole(_ inside: String, _ attributes: String = "") -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
      + "viewBox=\"0 0 9 9\" \(attributes)>\n\(inside)\n</svg>"
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "has the element 'script'"),
    ("<SCRIPT/>", "has the element 'script'"), ("<svg:script/>", "has the element 'script'"),
    ("<foreignObject><iframe/></foreignObject>", "has the element 'foreignobject'"),
    ("<x:body xmlns:x='http://www.w3.org/1999/xhtml'/>", "has the element 'body'"),
    ("<g onload=\"a()\"/>", "has the handler 'onload'"),
    ("<g\nOnClick = 'a()'/>", "has the handler 'onclick'"),
    ("<a href=\"https://e.org/\"><g/></a>", "links out to 'https://e.org/'"),
    ("<a xlink:href=\"javascript:alert(1)\"/>", "links out to 'javascript:alert(1)'"),
    ("<a href=\"java&#x0A;script:a()\"/>", "links out to 'java\nscript:a()'"),
    ("<a href='&#106;avascript:a()'/>", "links out to 'javascript:a()'"),
    ("<use href=\"other.svg#a\"/>", "links out to 'other.svg#a'"),
    ("<image href=\"//e.org/a.png\"/>", "links out to '//e.org/a.png'"),
    ("<image href=\"data:image/svg+xml,x\"/>", "links out to 'data:image/svg+xml,x'"),
    ("<a href=\"data:text/html,x\"/>", "links out to 'data:text/html,x'"),
    ("<animate attributeName=\"href\" to=\"#\"/>", "changes 'href' while it is shown"),
    ("<set attributeName='xlink:href' to='javascript:a()'/>", "changes 'href' while it is shown"),
    ("<style>@import 'a.css';</style>", "has a style from elsewhere"),
    (
      "<style><![CDATA[ a {fill: url(https://e.org/a)} ]]></style>",
      "has a style that fetches 'https://e.org/a'"
    ),
    ("<g fill=\"URL( 'a.svg#b')\"/>", "has a style that fetches 'a.svg#b'"),
    ("<g style=\"fill:u\\72l(//e.org)\"/>", "has a style with hidden letters"),
    ("<g style='background:image-set(\"//e.org/a\" 1x)'/>", "has a style from elsewhere"),
    ("<g a=b/>", "is no well-formed XML"), ("<g a='b/>", "is no well-formed XML"),
    ("<g", "is no well-formed XML"), ("<!-- a", "has a comment without an end"),
    ("<![CDATA[ <g onload='a()'/> ", "is no well-formed XML"),
  ])
  func whatIsNoDrawingIsRefused(inside: String, reason: String) throws {
    let found = try #require(Self.refusal("<svg>\n\(inside)\n"))
    #expect(found.code == "asset.svg")
    #expect(found.message == "the drawing \(reason)")
    #expect(found.place.span.line >= 2)
  }

  @Test(arguments: [
    ("<!DOCTYPE svg [<!ENTITY a 'x'>]><svg/>", "declares entities of its own"),
    ("<?xml-stylesheet href='a.css'?><svg/>", "has a style from elsewhere"),
    ("<?xml version='1.0' encoding='utf-7'?><svg/>", "is not UTF-8"),
    ("<\0s\0v\0g\0/\0>\0", "is not UTF-8"), ("<svg onload='a()'/>", "has the handler 'onload'"),
    ("<html><body/></html>", "has the element 'html'"),
  ])
  func aHeadThatHidesIsRefused(svg: String, reason: String) {
    #expect(Self.refusal(svg)?.message == "the drawing \(reason)")
  }

  @Test(arguments: [
    "", "<g fill=\"url(#a)\" transform=\"translate(1,2)\" clip-path='url( \"#b\" )'/>",
    "<use href=\"#a\"/><use xlink:href='#b'/>", "<image href=\"data:image/png;base64,AA==\"/>",
    "<!-- <script>alert(1)</script> onload='x' -->", "<text>onload=\"a()\" https://e.org/</text>",
    "<style>.a {fill: red} .b {filter: url(#f)}</style>", "<title>script</title>",
    "<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' /></metadata>",
    "<desc><![CDATA[ <script> ]]></desc>", "<animate attributeName=\"x\" to=\"5\"/>",
  ])
  func aDrawingIsNot(inside: String) {
    #expect(Self.refusal(Self.whole(inside)) == nil)
    #expect(
      Self.refusal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Self.whole(inside)) == nil)
    let named = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/a.dtd\">"
    #expect(Self.refusal(named + Self.whole(inside)) == nil)
  }

  @Test(arguments: ["a.html", "a.HTM", "a.xhtml", "a.xml", "a.svgz", "a.mht"])
  func aDocumentIsRefusedUnlessTheProjectAllowsIt(name: String) {
    let path = "content/a/" + name
    #expect(ActiveFile.refusal(of: path, [], allowsHTML: false)?.code == "asset.document")
    #expect(ActiveFile.refusal(of: path, [], allowsHTML: true) == nil)
  }

  @Test(arguments: ["a.png", "a.pdf", "a.csv", "a.html.txt", "html", "a.zip"])
  func anyOtherFileIsNot(name: String) {
    let bytes = Array("<script>alert(1)</script>".utf8)
    #expect(ActiveFile.refusal(of: "content/a/" + name, bytes, allowsHTML: false) == nil)
  }

  @Test func theSizeStandsBehindAnyComment() {
    let comment = "<!--" + String(repeating: "a > b - ", count: 20_000) + "-->"
    let size = ImageSize(ofFile: Array((comment + "<svg width='4' height='3'/>").utf8))
    #expect(size == ImageSize(4, 3))
    #expect(ImageSize(ofFile: [0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 100_000)) == nil)
  }
}

/// Works in JSON.
@Suite struct JSONSourceTests {
  @Test func aTitleFromJSONIsRead() throws {
    let entry = #"[{"id": "a", "type": "book", "title": "A \ud83d\ude00 \/ \u0041 \\ud83d"}]"#
    let sample = SiteSample(only: [
      "content/site.yml": "title: T\nformat: 1", "content/sources/all.json": entry,
    ])
    #expect(try #require(sample.parsed().value.sources.first).title == #"A 😀 / A \ud83d"#)
  }
}
