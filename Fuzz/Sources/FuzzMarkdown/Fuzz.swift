import DossierMarkdown
import DossierSource

/// Any bytes as a body with every extension, as a short text, and as a file of its own.
func fuzz(_ bytes: [UInt8]) {
  let file = SourceFile.decode(path: "a.md", bytes: bytes).value
  let lines = SourceLines(bytes)
  for allowsRawHTML in [false, true] {
    let options = MarkdownParser.Options(
      exhibits: ["compare", "chart"], allowsRawHTML: allowsRawHTML)
    let parser = MarkdownParser(options: options)
    let body = parser.parse(file.bytes, path: file.path)
    for diagnostic in body.diagnostics {
      _ = diagnostic.text(line: lines[diagnostic.place.span.line])
    }
    check(body.value.prose)
    body.value.notes.forEach { check($0.content) }
    _ = body.value.standaloneHTML()
    check(parser.parseInline(file.text, at: Place(path: "a.yml", line: 1, column: 1)).value)
  }
  _ = MarkdownParser.plain(bytes, allowsRawHTML: false)
}

/// Holes stand in order and within the HTML.
private func check(_ prose: Prose) {
  var last = 0
  for hole in prose.holes {
    precondition(hole.offset >= last && hole.offset <= prose.html.count, "a hole out of order")
    last = hole.offset
  }
}
