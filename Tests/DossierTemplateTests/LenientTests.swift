import DossierSource
import DossierTemplate
import Testing

@Suite struct LenientTests {
  static func render(_ template: String, _ value: Value, _ partials: [String: String] = [:]) throws
    -> String
  {
    let file = SourceFile(path: "template", text: template)
    let compiled = Template.lenient(file, partials: partials)
    #expect(compiled.diagnostics.isEmpty)
    return String(decoding: try compiled.value.render(value), as: UTF8.self)
  }

  @Test func partialsMayCallThemselvesAndIndentEachTime() throws {
    let partials = ["branch": "- {{name}}\n{{#branches}}\n  {{>branch}}\n{{/branches}}\n"]
    let leaf = Value.object(Object(["name": .text("leaf"), "branches": .list([])]))
    let middle = Value.object(Object(["name": .text("middle"), "branches": .list([leaf, leaf])]))
    let root = Value.object(Object(["name": .text("root"), "branches": .list([middle])]))
    #expect(
      try Self.render("{{>branch}}", root, partials)
        == "- root\n  - middle\n    - leaf\n    - leaf\n")
  }

  @Test(arguments: [
    "{{>p}}", "x{{>p}}\n", "  {{>p}}\n{{>p}}", "{{<p}}{{$b}}{{>p}}{{/b}}{{/p}}{{$b}}{{/b}}",
  ])
  func aPartialThatNeverEndsIsAnError(partial: String) throws {
    #expect(throws: RenderError.tooDeep(limit: 1000)) {
      try Self.render("{{>p}}", .absent, ["p": partial])
    }
  }

  @Test func anUnknownNamePrintsNothing() throws {
    #expect(
      try Self.render("[{{a}}{{#b.c}}x{{/b.c}}{{>d}}{{<e}}{{/e}}]", .object(Object([:]))) == "[]")
  }

  @Test func htmlIsEscapedOnlyByTwoBraces() throws {
    let value = Value.object(Object(["h": .html(Array("<b>".utf8)), "f": .flag(true)]))
    #expect(try Self.render("{{h}} {{{h}}} {{f}}", value) == "&lt;b&gt; <b> true")
  }

  @Test func mistakesOfPartialsAreReportedUnderTheirName() {
    let file = SourceFile(path: "main", text: "{{#a}}")
    let diagnostics = Template.lenient(file, partials: ["p": "\n{{/x}}"]).diagnostics
    #expect(
      diagnostics.map { $0.text(line: nil) } == [
        "main:1:1: error: 'a' is never closed [template.syntax]\nhelp: close it with {{/a}}",
        "p:2:1: error: 'x' is closed here, but is not open [template.syntax]",
      ])
  }
}
