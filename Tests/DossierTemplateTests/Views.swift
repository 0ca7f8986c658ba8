import DossierSource
import DossierTemplate

/// A small site's views, as the tests of strict templates use them.
struct Article: Sendable {
  struct Person: Sendable {
    var name: String
    var address: String?
  }

  var title = "Why monitoring comes first"
  var summary: String?
  var body: [UInt8] = Array("<p>One &amp; two</p>".utf8)
  var isDraft = false
  var topics: [String] = []
  var lead: Person?
  var authors: [Person] = []
}

enum Views {
  static let person = ViewShape<Article.Person>(
    "person",
    [
      .text("name") { $0.name },
      .address("address") { $0.address },
    ])

  static let article = ViewShape<Article>(
    "article",
    [
      .text("title") { $0.title },
      .text("summary") { $0.summary },
      .html("body") { $0.body },
      .flag("draft") { $0.isDraft },
      .texts("topics") { $0.topics },
      .object("lead", person) { $0.lead },
      .list("authors", of: person) { $0.authors },
    ])

  static let strings = ObjectShape(name: "strings", texts: ["by", "read-more"])

  static let roots = ["page": ObjectShape(name: "page", texts: ["route"]), "strings": strings]

  /// Compiles templates by their names, each rendered with an article if it is an entry.
  static func compile(
    _ templates: [String: String], entries: [String] = ["a"]
  ) -> Outcome<TemplateSet> {
    let files = templates.map { SourceFile(path: "templates/\($0.key).html", text: $0.value) }
    let shapes = entries.map { ($0, article.shape) }
    return TemplateSet.compile(
      files, entries: Dictionary(uniqueKeysWithValues: shapes), roots: roots)
  }

  /// All diagnostics as an editor of the templates sees them.
  static func complaints(
    _ templates: [String: String], entries: [String] = ["a"]
  ) -> String {
    compile(templates, entries: entries).diagnostics.map { diagnostic in
      let name = diagnostic.place.path.dropFirst("templates/".count).dropLast(".html".count)
      let lines = templates[String(name)].map { SourceLines(Array($0.utf8)) }
      return diagnostic.text(line: lines?[diagnostic.place.span.line])
    }.joined(separator: "\n")
  }

  /// Renders the template `a`, or returns what is wrong with it.
  static func render(_ templates: [String: String], _ view: Article) -> String {
    let set = compile(templates)
    guard set.diagnostics.isEmpty else { return complaints(templates) }
    let roots = set.value.roots([
      "page": ObjectShape(name: "page", texts: ["route"]).object(texts: ["route": "a.html"]),
      "strings": strings.object(texts: ["by": "by"]),
    ])
    var output: [UInt8] = []
    set.value.render("a", article.object(view), roots: roots, into: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
