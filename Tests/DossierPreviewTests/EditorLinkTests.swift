import DossierSource
import Testing

@testable import DossierPreview

@Suite("Links into the editor")
struct EditorLinkTests {
  private let link = EditorLink(root: "/home/anna/a site")

  @Test("name file, line and column, as Visual Studio Code takes them by default")
  func standard() {
    let place = Place(path: "content/a#1.md", line: 3, column: 7)
    #expect(
      link.address(of: place) == "vscode://file/home/anna/a%20site/content/a%231.md:3:7")
  }

  @Test("count columns as editors do")
  func columns() {
    let place = Place(path: "a.md", line: 1, column: 8)
    #expect(link.address(of: place, line: "Війна").hasSuffix(":1:5"))
    #expect(link.address(of: Place(path: "a.md", line: 0, column: 0)).hasSuffix(":1:1"))
  }

  @Test(
    "follow the project's own pattern",
    arguments: [
      ("idea://open?file={path}&line={line}", "idea://open?file=/r/a.md&line=2"),
      ("x:{path}{unknown}{", "x:/r/a.md{unknown}{"),
    ])
  func patterns(pattern: String, address: String) {
    let link = EditorLink(root: "/r").with(pattern: pattern)
    #expect(link.address(of: Place(path: "a.md", line: 2, column: 1)) == address)
  }
}

@Suite("The script of the preview")
struct PreviewScriptTests {
  @Test("stands at the end of the page's body, or of the page")
  func places() {
    let page = Array("<body><p>&lt;/body></body></html>".utf8)
    let added = String(decoding: PreviewScript.added(to: page, version: 7), as: UTF8.self)
    #expect(added == "<body><p>&lt;/body>" + PreviewScript.tag(version: 7) + "</body></html>")
    #expect(
      String(decoding: PreviewScript.added(to: Array("x".utf8), version: 7), as: UTF8.self)
        == "x" + PreviewScript.tag(version: 7))
    #expect(PreviewScript.added(to: [], version: 7) == Array(PreviewScript.tag(version: 7).utf8))
  }
}
