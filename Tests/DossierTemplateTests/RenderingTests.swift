import DossierSource
import DossierTemplate
import Testing

@Suite struct RenderingTests {
  static let anna = Article.Person(name: "Anna", address: "people/anna.html?a&b")
  static let ben = Article.Person(name: "Ben <b>", address: nil)
  static let full = Article(
    title: "A & B", summary: "", topics: ["one", "two"], lead: anna, authors: [anna, ben])

  @Test(arguments: [
    ("{{title}}", "A &amp; B"),
    ("{{{body}}}{{&body}}", "<p>One &amp; two</p><p>One &amp; two</p>"),
    ("{{lead.name}} {{lead.address}}", "Anna people/anna.html?a&amp;b"),
    ("{{#authors}}[{{name}}]{{/authors}}", "[Anna][Ben &lt;b&gt;]"),
    (
      "{{#authors}}{{#address}}<{{.}}|{{name}}>{{/address}}{{/authors}}",
      "<people/anna.html?a&amp;b|Anna>"
    ),
    ("{{#authors}}{{page.route}} {{strings.by}};{{/authors}}", "a.html by;a.html by;"),
    ("{{#topics}}{{.}} of {{title}};{{/topics}}", "one of A &amp; B;two of A &amp; B;"),
    ("{{#lead}}{{name}}{{/lead}}{{^lead}}none{{/lead}}", "Anna"),
    ("{{#lead.address}}{{title}}{{/lead.address}}", "A &amp; B"),
    ("{{#summary}}yes{{/summary}}{{^summary}}empty{{/summary}}", "empty"),
    ("{{#draft}}yes{{/draft}}{{^draft}}no{{/draft}}", "no"),
    ("{{#strings}}{{by}}{{/strings}}{{strings.read-more}}", "by"),
    ("{{#body}}has {{title}}{{/body}}", "has A &amp; B"),
    ("{{=<% %>=}}<%title%>{{title}}", "A &amp; B{{title}}"),
  ])
  func namesGiveTheirValues(template: String, expected: String) {
    #expect(Views.render(["a": template], Self.full) == expected)
  }

  @Test(arguments: [
    ("{{lead.name}}|{{summary}}|{{#topics}}x{{/topics}}|{{#lead}}x{{/lead}}", "|||"),
    ("{{^lead}}no lead{{/lead}}, {{^authors}}no authors{{/authors}}", "no lead, no authors"),
  ])
  func whatIsAbsentPrintsNothing(template: String, expected: String) {
    #expect(Views.render(["a": template], Article()) == expected)
  }

  @Test func fiveCharactersAreEscapedInText() {
    let article = Article(title: "<&>\"' é &amp;")
    #expect(Views.render(["a": "{{title}}"], article) == "&lt;&amp;&gt;&quot;&#39; é &amp;amp;")
  }

  @Test func partialsTakeTheInnermostObjectAndTheIndent() {
    let templates = [
      "a": "<ul>\n{{#authors}}\n  {{>parts/person}}\n{{/authors}}\n</ul>\n",
      "parts/person":
        "<li>\n{{#address}}\n  {{name}}\n{{/address}}\n\n{{^address}}-{{/address}}\n</li>\n",
    ]
    #expect(
      Views.render(templates, Self.full)
        == "<ul>\n  <li>\n    Anna\n\n\n  </li>\n  <li>\n\n  -\n  </li>\n</ul>\n")
  }

  @Test func valuesAreNotIndented() {
    let article = Article(title: "x\ny", body: Array("1\n2\n".utf8))
    let templates = ["a": "  {{>p}}\n", "p": "{{title}}\n{{{body}}}\n"]
    #expect(Views.render(templates, article) == "  x\ny\n  1\n2\n\n")
  }

  @Test func blocksStandForThoseOfTheParent() {
    let templates = [
      "a":
        "{{<layout}}\n{{$title}}{{title}}{{/title}}\n{{$main}}\n{{#topics}}\n<b>{{.}}</b>\n{{/topics}}\n"
        + "{{/main}}\n{{/layout}}\n",
      "layout":
        "<title>{{$title}}none{{/title}}</title>\n<main>\n    {{$main}}\n    {{/main}}\n</main>\n"
        + "{{>foot}}\n",
      "foot": "<p>{{$foot}}by {{#lead}}{{name}}{{/lead}}{{/foot}}</p>\n",
    ]
    #expect(
      Views.render(templates, Self.full)
        == "<title>A &amp; B</title>\n<main>\n    <b>one</b>\n    <b>two</b>\n</main>\n<p>by Anna</p>\n"
    )
  }

  @Test func aBlockIsRenderedWithTheObjectAtItsPlace() {
    let templates = [
      "a": "{{<list}}{{$row}}{{name}};{{/row}}{{/list}}",
      "list": "{{#authors}}{{$row}}{{address}}{{/row}}{{/authors}}",
    ]
    #expect(Views.render(templates, Self.full) == "Anna;Ben &lt;b&gt;;")
  }

  @Test func aBlockWithinItsOwnOverrideIsTheDefault() {
    let templates = [
      "a": "{{<p}}{{$b}}[{{$b}}inner{{/b}}]{{/b}}{{/p}}", "p": "{{$b}}default{{/b}}",
    ]
    #expect(Views.render(templates, Article()) == "[inner]")
  }

  @Test(arguments: [
    "{{#authors}}\n  {{>p}}\n{{/authors}}\n{{>p}}",
    "{{<q}}{{$b}}\n    {{title}}\n  {{#topics}}\n    {{.}}\n  {{/topics}}\n{{/b}}{{/q}}\n",
    "{{#lead}}{{<q}}{{$b}}x\n y{{/b}}{{/q}}{{/lead}}{{<q}}{{/q}}",
    "\t{{#title}}\n{{.}}{{/title}}{{^summary}}\n  {{! c }}\n{{/summary}}\n  {{{body}}}",
  ])
  func strictTemplatesPrintWhatMustachePrints(template: String) throws {
    let partials = ["p": "<b>\n  {{! none }}\n</b>\n", "q": "1\n   {{$b}}d\n   e{{/b}}\n2\n"]
    let file = SourceFile(path: "template", text: template)
    let lenient = try Template.lenient(file, partials: partials).value
      .render(.object(Views.article.object(Self.full)))
    let strict = Views.render(partials.merging(["a": template]) { $1 }, Self.full)
    #expect(strict == String(decoding: lenient, as: UTF8.self))
  }

  @Test func spaceBeforeALineCanBeLeftOutButNotThatOfValues() {
    let files = [
      "a": "<ul>\n  {{#topics}}\n    <li>{{.}}\n      <b> x</b>\n  {{/topics}}\n  {{>p}}\n</ul>\n",
      "p": "\t<i>\n    {{{body}}}\n  </i>\n",
    ].map { SourceFile(path: "templates/\($0.key).html", text: $0.value) }
    let set = TemplateSet.compile(
      files, entries: ["a": Views.article.shape], roots: [:], keepsIndents: false
    ).value
    var output: [UInt8] = []
    let article = Article(body: Array("<pre>\n  y</pre>".utf8), topics: ["1", "2"])
    set.render("a", Views.article.object(article), roots: set.roots([:]), into: &output)
    let items = ["1", "2"].map { "<li>\($0)\n<b> x</b>\n" }.joined()
    #expect(
      String(decoding: output, as: UTF8.self)
        == "<ul>\n\(items)<i>\n<pre>\n  y</pre>\n</i>\n</ul>\n")
  }

  @Test func outputIsAppended() {
    let set = Views.compile(["a": "{{title}}"]).value
    var output = Array("before ".utf8)
    let object = Views.article.object(Article(title: "x"))
    set.render("a", object, roots: set.roots([:]), into: &output)
    set.render("unknown", object, roots: set.roots([:]), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "before x")
    #expect(set.contains("a"))
    #expect(!set.contains("unknown"))
  }

  @Test func objectsOfAnotherShapeAreTakenByTheirNames() {
    let set = Views.compile(["a": "{{title}} {{strings.by}} {{page.route}}{{summary}}"]).value
    let object = Object(["zebra": .text("z"), "title": .text("t")])
    let strings = ObjectShape(name: "other", texts: ["x", "by"]).object(texts: ["by": "von"])
    let roots = set.roots(["strings": strings])
      .setting("page", to: Object(["route": .text("r")]))
      .setting("nothing", to: object)
    var output: [UInt8] = []
    set.render("a", object, roots: roots, into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "t von r")
  }

  @Test func filesThatAreNoTemplatesArePassedOver() {
    let files = [
      SourceFile(path: "templates/assets/a.css", text: "{{#x"),
      SourceFile(path: "templates/a.html", text: "{{title}}"),
    ]
    let set = TemplateSet.compile(files, entries: ["a": Views.article.shape], roots: [:])
    #expect(set.diagnostics.isEmpty)
  }
}
