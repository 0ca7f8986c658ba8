import DossierSource
import DossierTemplate

/// Two templates, cut at the first NUL, that may call each other; compiled both ways and rendered.
func fuzz(_ bytes: [UInt8]) {
  let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  let files = zip(["templates/a.html", "templates/b.html"], parts).map { path, part in
    SourceFile.decode(path: path, bytes: Array(part)).value
  }
  let shape = ObjectShape(name: "page", texts: ["title", "summary"])
  let strict = TemplateSet.compile(files, entries: ["a": shape], roots: ["page": shape])
  for diagnostic in strict.diagnostics {
    let file = files.first { $0.path == diagnostic.place.path }
    _ = diagnostic.text(line: file.flatMap { SourceLines($0.bytes)[diagnostic.place.span.line] })
  }
  let object = shape.object(texts: ["title": "a < b"])
  var output: [UInt8] = []
  strict.value.render("a", object, roots: strict.value.roots(["page": object]), into: &output)
  let partials = files.count > 1 ? ["b": files[1].text] : [:]
  _ = try? Template.lenient(files[0], partials: partials).value.render(.object(object))
}
