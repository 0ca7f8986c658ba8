import DossierSource
import DossierTemplate
import Testing

/// What is said of mistakes in templates, word for word and with the caret.
@Suite struct DiagnosticTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var templates: [String: String]
    var complaints: String

    init(_ description: String, _ templates: [String: String], _ complaints: String) {
      self.testDescription = description
      self.templates = templates
      self.complaints = complaints
    }
  }

  static let names: [Mistake] = [
    Mistake(
      "a name of an outer object", ["a": "{{#authors}}\n\t{{title}}\n{{/authors}}"],
      """
      templates/a.html:2:2: error: 'person' has no name 'title' [template.unknown-name]
        2 | \t{{title}}
          | \t^~~~~~~~~
      help: known: address, name
      """),
    Mistake(
      "dotted names and roots", ["a": "{{lead.nane}} {{title.x}}\n{{pgae.route}} {{strings.read}}"],
      """
      templates/a.html:1:1: error: 'person' has no name 'nane' [template.unknown-name]
        1 | {{lead.nane}} {{title.x}}
          | ^~~~~~~~~~~~~
      help: did you mean 'name'?
      templates/a.html:1:15: error: 'title' is text and has no names [template.unknown-name]
        1 | {{lead.nane}} {{title.x}}
          |               ^~~~~~~~~~~
      templates/a.html:2:1: error: 'article' has no name 'pgae' [template.unknown-name]
        2 | {{pgae.route}} {{strings.read}}
          | ^~~~~~~~~~~~~~
      help: did you mean 'page'?
      templates/a.html:2:16: error: 'strings' has no name 'read' [template.unknown-name]
        2 | {{pgae.route}} {{strings.read}}
          |                ^~~~~~~~~~~~~~~~
      help: known: by, read-more
      """),
    Mistake(
      "branches never taken", ["a": "{{#draft}}{{^draft}}{{nope}}{{/draft}}{{/draft}}"],
      """
      templates/a.html:1:21: error: 'article' has no name 'nope' [template.unknown-name]
        1 | {{#draft}}{{^draft}}{{nope}}{{/draft}}{{/draft}}
          |                     ^~~~~~~~
      help: known: authors, body, draft, has-authors, has-topics, lead, summary, title, topics
      """),
    Mistake(
      "a section over an unknown name", ["a": "{{^titel}}{{nope}}{{/titel}}"],
      """
      templates/a.html:1:1: error: 'article' has no name 'titel' [template.unknown-name]
        1 | {{^titel}}{{nope}}{{/titel}}
          | ^~~~~~~~~~
      help: did you mean 'title'?
      """),
    Mistake(
      "a partial, for the shape it cannot serve",
      ["a": "{{>p}}{{#lead}}{{>p}}{{/lead}}", "p": "\n  {{name}}"],
      """
      templates/p.html:2:3: error: 'article' has no name 'name' [template.unknown-name]
        2 |   {{name}}
          |   ^~~~~~~~
      help: known: authors, body, draft, has-authors, has-topics, lead, summary, title, topics
      """),
    Mistake(
      "a block, where the parent puts it",
      ["a": "{{<l}}{{$b}}{{nam}}{{/b}}{{/l}}", "l": "{{#lead}}{{$b}}{{/b}}{{/lead}}"],
      """
      templates/a.html:1:13: error: 'person' has no name 'nam' [template.unknown-name]
        1 | {{<l}}{{$b}}{{nam}}{{/b}}{{/l}}
          |             ^~~~~~~
      help: did you mean 'name'?
      """),
  ]

  static let uses: [Mistake] = [
    Mistake(
      "text without escaping", ["a": "é {{{title}}} {{& lead.address }}"],
      """
      templates/a.html:1:4: error: 'title' is text, which is always escaped [template.unescaped]
        1 | é {{{title}}} {{& lead.address }}
          |   ^~~~~~~~~~~
      help: write {{title}}
      templates/a.html:1:16: error: 'lead.address' is an address, which is always escaped [template.unescaped]
        1 | é {{{title}}} {{& lead.address }}
          |               ^~~~~~~~~~~~~~~~~~~
      help: write {{lead.address}}
      """),
    Mistake(
      "HTML with escaping", ["a": "{{body}}"],
      """
      templates/a.html:1:1: error: 'body' is HTML, and two braces would escape it [template.escaped]
        1 | {{body}}
          | ^~~~~~~~
      help: write {{{body}}}
      """),
    Mistake(
      "values that cannot be printed", ["a": "{{topics}} {{lead}}\n{{{draft}}} {{.}}"],
      """
      templates/a.html:1:1: error: 'topics' is a list and cannot be printed [template.type]
        1 | {{topics}} {{lead}}
          | ^~~~~~~~~~
      help: open a section: {{#topics}}…{{/topics}}
      templates/a.html:1:12: error: 'lead' is an object and cannot be printed [template.type]
        1 | {{topics}} {{lead}}
          |            ^~~~~~~~
      help: open a section: {{#lead}}…{{/lead}}
      templates/a.html:2:1: error: 'draft' is a flag and cannot be printed [template.type]
        2 | {{{draft}}} {{.}}
          | ^~~~~~~~~~~
      help: use it as a condition: {{#draft}}…{{/draft}}
      templates/a.html:2:13: error: '.' is an object and cannot be printed [template.type]
        2 | {{{draft}}} {{.}}
          |             ^~~~~
      """),
    Mistake(
      "an item without escaping", ["a": "{{#topics}}{{{.}}}{{/topics}}"],
      """
      templates/a.html:1:12: error: '.' is text, which is always escaped [template.unescaped]
        1 | {{#topics}}{{{.}}}{{/topics}}
          |            ^~~~~~~
      help: write {{.}}
      """),
  ]

  static let files: [Mistake] = [
    Mistake(
      "missing partial and parent",
      ["a": "{{>p/haed}}\n{{<layuot}}{{/layuot}}", "p/head": "", "layout": ""],
      """
      templates/a.html:1:1: error: there is no template 'p/haed' [template.missing]
        1 | {{>p/haed}}
          | ^~~~~~~~~~~
      help: did you mean 'p/head'?
      templates/a.html:2:1: error: there is no template 'layuot' [template.missing]
        2 | {{<layuot}}{{/layuot}}
          | ^~~~~~~~~~~
      help: did you mean 'layout'?
      """),
    Mistake(
      "a way round", ["a": "{{>b}}", "b": "x\n {{>c}}", "c": "{{#draft}}{{>b}}{{/draft}}"],
      """
      templates/c.html:1:11: error: the template 'b' would hold itself [template.cycle]
        1 | {{#draft}}{{>b}}{{/draft}}
          |           ^~~~~~
      help: the way round: b > c > b
      """),
    Mistake(
      "a template in itself", ["a": "{{#draft}}{{<a}}{{/a}}{{/draft}}"],
      """
      templates/a.html:1:11: error: the template 'a' would hold itself [template.cycle]
        1 | {{#draft}}{{<a}}{{/a}}{{/draft}}
          |           ^~~~~~
      help: the way round: a > a
      """),
    Mistake(
      "syntax, where no entry leads", ["a": "", "unused": "{{nope}}{{/x}}"],
      """
      templates/unused.html:1:9: error: 'x' is closed here, but is not open [template.syntax]
        1 | {{nope}}{{/x}}
          |         ^~~~~~
      """),
    Mistake(
      "a tag in a parent", ["a": "{{<l}}\n  {{title}}{{$b}}{{/b}}\n{{/l}}", "l": ""],
      """
      templates/a.html:2:3: error: only blocks may stand directly in a parent: 'title' would be lost [template.syntax]
        2 |   {{title}}{{$b}}{{/b}}
          |   ^~~~~~~~~
      help: put it into a block: {{$name}}…{{/name}}
      """),
  ]

  static let syntax: [Mistake] = [
    Mistake(
      "sections never closed", ["a": "{{#draft}}\n{{$lead}}x"],
      """
      templates/a.html:1:1: error: 'draft' is never closed [template.syntax]
        1 | {{#draft}}
          | ^~~~~~~~~~
      help: close it with {{/draft}}
      templates/a.html:2:1: error: 'lead' is never closed [template.syntax]
        2 | {{$lead}}x
          | ^~~~~~~~~
      help: close it with {{/lead}}
      """),
    Mistake(
      "a section closed around another", ["a": "{{#authors}}{{#lead}}x{{/authors}}"],
      """
      templates/a.html:1:13: error: 'lead' is never closed [template.syntax]
        1 | {{#authors}}{{#lead}}x{{/authors}}
          |             ^~~~~~~~~
      help: close it with {{/lead}}
      """),
    Mistake(
      "stray close tags", ["a": "{{/draft}}\n{{#lead}}{{/authors}}{{/lead}}"],
      """
      templates/a.html:1:1: error: 'draft' is closed here, but is not open [template.syntax]
        1 | {{/draft}}
          | ^~~~~~~~~~
      templates/a.html:2:10: error: 'authors' is closed here, but is not open [template.syntax]
        2 | {{#lead}}{{/authors}}{{/lead}}
          |          ^~~~~~~~~~~~
      help: {{/lead}} is expected
      """),
    Mistake(
      "a mistyped close tag", ["a": "{{#authors}}x{{/author}}{{nope}}"],
      """
      templates/a.html:1:14: error: 'author' is closed here, but is not open [template.syntax]
        1 | {{#authors}}x{{/author}}{{nope}}
          |              ^~~~~~~~~~~
      help: did you mean {{/authors}}?
      templates/a.html:1:25: error: 'article' has no name 'nope' [template.unknown-name]
        1 | {{#authors}}x{{/author}}{{nope}}
          |                         ^~~~~~~~
      help: known: authors, body, draft, has-authors, has-topics, lead, summary, title, topics
      """),
    Mistake(
      "tags never closed", ["a": "x {{title\n{{{body}}\n{{! y"],
      """
      templates/a.html:1:3: error: the tag is not closed [template.syntax]
        1 | x {{title
          |   ^~~~~~~
      help: close it with }}
      templates/a.html:2:1: error: the tag is not closed [template.syntax]
        2 | {{{body}}
          | ^~~~~~~~~
      help: close it with }}}
      templates/a.html:3:1: error: the tag is not closed [template.syntax]
        3 | {{! y
          | ^~~~~
      help: close it with }}
      """),
    Mistake(
      "bad delimiters", ["a": "{{=<%=}} {{=a b c=}}\n{{=| |}}"],
      """
      templates/a.html:1:1: error: a pair of delimiters is two words without '=' [template.syntax]
        1 | {{=<%=}} {{=a b c=}}
          | ^~~~~~~~
      help: write {{=<% %>=}}
      templates/a.html:1:10: error: a pair of delimiters is two words without '=' [template.syntax]
        1 | {{=<%=}} {{=a b c=}}
          |          ^~~~~~~~~~~
      help: write {{=<% %>=}}
      templates/a.html:2:1: error: a pair of delimiters is two words without '=' [template.syntax]
        2 | {{=| |}}
          | ^~~~~~~~
      help: write {{=<% %>=}}
      """),
    Mistake(
      "bad names", ["a": "{{ }} {{#}} {{a b}}"],
      """
      templates/a.html:1:1: error: the tag is empty [template.syntax]
        1 | {{ }} {{#}} {{a b}}
          | ^~~~~
      templates/a.html:1:7: error: the tag is empty [template.syntax]
        1 | {{ }} {{#}} {{a b}}
          |       ^~~~~
      templates/a.html:1:13: error: the name 'a b' holds a space [template.syntax]
        1 | {{ }} {{#}} {{a b}}
          |             ^~~~~~~
      """),
    Mistake(
      "many at once", ["a": "{{=<% %>=}}<%nope%>\n<%={{ }}=%>{{>q}}{{/x}}{{{title}}}"],
      """
      templates/a.html:1:12: error: 'article' has no name 'nope' [template.unknown-name]
        1 | {{=<% %>=}}<%nope%>
          |            ^~~~~~~~
      help: known: authors, body, draft, has-authors, has-topics, lead, summary, title, topics
      templates/a.html:2:12: error: there is no template 'q' [template.missing]
        2 | <%={{ }}=%>{{>q}}{{/x}}{{{title}}}
          |            ^~~~~~
      help: known: a
      templates/a.html:2:18: error: 'x' is closed here, but is not open [template.syntax]
        2 | <%={{ }}=%>{{>q}}{{/x}}{{{title}}}
          |                  ^~~~~~
      templates/a.html:2:24: error: 'title' is text, which is always escaped [template.unescaped]
        2 | <%={{ }}=%>{{>q}}{{/x}}{{{title}}}
          |                        ^~~~~~~~~~~
      help: write {{title}}
      """),
  ]
  @Test(arguments: names + uses + files + syntax)
  func eachMistakeIsShownAtItsPlace(mistake: Mistake) {
    #expect(Views.complaints(mistake.templates) == mistake.complaints)
  }

  @Test(arguments: ["{{#draft}}", "{{^draft}}", "{{$b}}", "{{<a}}", "{{#draft}}\n", "{{{{{{"])
  func nestingHasABound(tag: String) {
    let template = String(repeating: tag, count: 100_000)
    let diagnostics = Views.compile(["a": template]).diagnostics
    #expect(!diagnostics.isEmpty)
    #expect(diagnostics.allSatisfy { $0.code == "template.syntax" || $0.code == "template.cycle" })
  }

  @Test func nestingUpToTheBoundIsGood() {
    let template =
      String(repeating: "{{#draft}}", count: 100) + String(repeating: "{{/draft}}", count: 100)
    #expect(Views.complaints(["a": template]).isEmpty)
    #expect(
      Views.compile(["a": "{{#draft}}\(template){{/draft}}"]).diagnostics.map(\.message)
        == ["tags stand in each other more than 100 deep"])
  }

  @Test func aLongChainOfPartialsIsNoDanger() {
    var templates = ["p2000": "end"]
    for number in 0..<2000 { templates["p\(number)"] = "{{>p\(number + 1)}}" }
    templates["a"] = "{{>p0}}"
    #expect(Views.render(templates, Article()) == "end")
  }

  @Test func anEntryWithoutATemplateIsAMistake() {
    #expect(
      Views.complaints(["artcle": "", "p": ""], entries: ["article"])
        == """
        templates/article.html:1:1: error: there is no template 'article' for 'article' \
        [template.missing]
        help: is 'templates/artcle.html' meant?
        """)
  }

  @Test func equalComplaintsOfAPartialAreMadeOnce() {
    let templates = ["a": "{{>p}}{{#draft}}{{>p}}{{/draft}}", "p": "{{nope}}"]
    #expect(Views.compile(templates).diagnostics.count == 1)
  }
}
