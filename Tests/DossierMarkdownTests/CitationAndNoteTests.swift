import DossierMarkdown
import DossierSource
import Testing

@Suite("Citations")
struct CitationTests {
  @Test(
    "a bracket with a key is a citation",
    arguments: [
      ("[@a]", ["|a||false"]),
      ("[@unscr-1244, p. 3]", ["|unscr-1244|p. 3|false"]),
      (
        "[see @a, pp. 4–6, 9; -@b-2; also  @c]",
        ["see|a|pp. 4–6, 9|false", "|b-2||true", "also|c||false"]
      ),
      ("[@a, pp. 4\n  &ndash; 6;\n@b]", ["|a|pp. 4 – 6|false", "|b||false"]),
    ])
  func works(markdown: String, works: [String]) {
    let sample = MarkdownSample("x \(markdown) y")
    #expect(sample.html == "<p>x {0} y</p>\n")
    let found = sample.holes.first?.citations?.map {
      "\($0.prefix)|\($0.id)|\($0.locator)|\($0.yearOnly)"
    }
    #expect(found == works)
    #expect(sample.problems.isEmpty)
  }

  @Test(
    "an id is whatever a library exports",
    arguments: [
      "gowanCanUN2018", "Smith_2020", "_x", "doi:10.1000/182", "a.b:c/d+e~f", "Цікаво2020",
      "1999", "a#b", "x--y",
    ])
  func ids(id: String) {
    let key = id.contains("--") ? "@{\(id)}" : "@\(id)"
    for text in ["[\(key), p. 3]", "[see *this* \(key), p. 3]", "\(key) [p. 3]"] {
      let sample = MarkdownSample("x \(text) y")
      #expect(sample.problems.isEmpty, "\(text)")
      #expect(sample.citedIDs == [id], "\(text)")
    }
  }

  @Test(
    "an id that Markdown would read stands in braces",
    arguments: ["http://zotero.org/users/1/items/AB12", "a(b)", "a+b++c", "a&b"])
  func bracedIDs(id: String) {
    let sample = MarkdownSample("x [@{\(id)}, p. 3] y")
    #expect(sample.problems.isEmpty)
    #expect(sample.citedIDs == [id])
  }

  @Test("what follows a key is no part of it")
  func keyEnds() {
    for (text, id) in [
      ("@gowan2018.", "gowan2018"), ("(@gowan2018)", "gowan2018"), ("@gowan2018's", "gowan2018"),
      ("@gowan-2018: he", "gowan-2018"), ("@a–b", "a"), ("@a/ b", "a"), ("@{a}b", "a"),
    ] {
      #expect(MarkdownSample("x \(text) y").citedIDs == [id], "\(text)")
    }
  }

  @Test(
    "what is escaped, in code or no citation stays text",
    arguments: [
      ("\\[@a]", "[@a]"), ("[\\@a]", "[@a]"), ("[@a\\]", "[@a]"), ("&#91;@a]", "[@a]"),
      ("&#x5B;@a]", "[@a]"), ("&lbrack;@a]", "[@a]"), ("`[@a]`", "<code>[@a]</code>"),
      ("`\\[@a]`", "<code>\\[@a]</code>"), ("[a@b.org]", "[a@b.org]"),
      ("[@a", "[@a"), ("\\@a", "@a"), ("\\[^a]", "[^a]"),
      ("\\[_a_]", "[<em>a</em>]"), ("\\\\[x]", "\\[x]"),
    ])
  func text(markdown: String, html: String) {
    let sample = MarkdownSample(markdown)
    #expect(sample.html == "<p>\(html)</p>\n")
    #expect(sample.holes.isEmpty)
    #expect(sample.problems.isEmpty)
  }

  @Test(
    "a malformed citation is a warning, and stays text",
    arguments: [
      "[@]", "[@A b]", "[@a b]", "[@{a b}]", "[@{}]", "[@{a]", "[@:a]", "[@a; see]", "[@a-]",
      "[@a--b]",
    ])
  func malformed(markdown: String) {
    let sample = MarkdownSample("x \(markdown)")
    #expect(sample.html == "<p>x \(markdown)</p>\n")
    #expect(sample.problems == ["citation.syntax 1:3+\(markdown.utf8.count)"])
    #expect(sample.outcome.diagnostics.first?.severity == .warning)
  }

  @Test(
    "a bracket with markup that looks like a citation and is none is told, and stays text",
    arguments: [
      "[*@a*]", "[**@a**, p. 3]", "[see *x* @A, @{b]", "[`@a`; @b c]", "[*see @a*]", "[«@a»]",
      "[_@a_]", "[*@a*; @b]", "[see [@-A]", "['@a']", "[@a *and* @b]", "[*x*: @a @b]",
    ])
  func oddBrackets(markdown: String) {
    for text in ["x \(markdown) y", "- x\n\n  > x \(markdown)", "| x |\n|---|\n| x \(markdown) |"] {
      let sample = MarkdownSample(text)
      #expect(sample.problems.map { $0.prefix { $0 != " " } } == ["citation.syntax"], "\(text)")
      #expect(sample.holes.isEmpty)
    }
  }

  @Test(
    "a bracket without a key is none",
    arguments: [
      "[*a@b.org*]", "[\\@a *b*]", "[`@a`]", "[*x* a.@b]", "[*@a*](https://x.org)", "[*@*]",
    ])
  func plainBrackets(markdown: String) {
    #expect(MarkdownSample(markdown).problems.isEmpty)
  }

  @Test("each key has its place, over line ends and behind an exclamation mark too")
  func keyPlaces() {
    let sample = MarkdownSample("Ні![@a, p. 1;\n  -@b] [@b]")
    let spans = sample.holes.compactMap(\.citations).joined().map { MarkdownSample.text($0.span) }
    #expect(spans == ["1:7+2", "2:4+2", "2:9+2"])
    #expect(sample.places == ["1:6+10", "2:8+4"])
  }
}

@Suite("Notes")
struct NoteTests {
  @Test("definitions leave the text, and calls are holes")
  func definitions() {
    let sample = MarkdownSample(
      """
      A[^a] b[^b], c[^a].

      [^a]: *One* of [@x]
        and <mission:k>.
      [^b]: https://x.org

      z
      """)
    #expect(sample.html == "<p>A{0} b{1}, c{2}.</p>\n<p>z</p>\n")
    #expect(sample.holes.map(\.filling) == [.note(0), .note(1), .note(0)])
    #expect(sample.places == ["1:2+4", "1:8+4", "1:15+4"])
    let notes = sample.outcome.value.notes
    #expect(
      notes.map { MarkdownSample.html($0.content) } == [
        "<em>One</em> of {0}\nand {1}.", "<a href=\"https://x.org\">https://x.org</a>",
      ])
    #expect(notes.map(\.calls) == [2, 1])
    #expect(notes.map { MarkdownSample.text($0.span) } == ["3:1+4", "5:1+4"])
    #expect(notes[0].content.holes.map { MarkdownSample.text($0.span) } == ["3:16+4", "4:7+11"])
    #expect(sample.problems.isEmpty)
  }

  @Test("a definition ends the paragraph before it")
  func endsParagraph() {
    let sample = MarkdownSample("Text[^1] [r]\n[^1]: word\n\n[r]: https://x.org")
    #expect(sample.html == "<p>Text{0} <a href=\"https://x.org\">r</a></p>\n")
    #expect(sample.outcome.value.notes.map { MarkdownSample.html($0.content) } == ["word"])
    #expect(sample.places == ["1:5+4"])
  }

  @Test(
    "what is wrong with notes is said",
    arguments: [
      ("a[^scael]\n\nb[^scale]\n\n[^scale]: x", ["note.unknown 1:2+8"]),
      ("a[^x]\n\n[^x]: 1\n[^x]: 2", ["note.duplicate 4:1+4"]),
      ("a\n\n[^x]: 1", ["note.unused 3:1+4"]),
      ("a[^x]\n\n[^x]: 1[^x]", ["note.nested 3:8+4"]),
      ("[a[^x]](https://x.org)[^x]\n\n[^x]: 1", ["link.nested 1:3+4"]),
      ("> [^x]: 1", ["note.unused 1:3+4"]),
    ])
  func problems(markdown: String, problems: [String]) {
    #expect(MarkdownSample(markdown).problems == problems)
  }

  @Test("the help names the nearest label")
  func help() {
    let sample = MarkdownSample("a[^scael] b[^scale]\n\n[^scale]: x")
    #expect(sample.outcome.diagnostics.map(\.help) == ["did you mean 'scale'?"])
  }

  @Test(
    "a note in place has no label that anybody is told of",
    arguments: [
      ("a^[ ]", "the note says nothing", "write its text into the brackets"),
      ("a^[x] b[^y] c[^1]\n\n[^1]: x", "no note has the label 'y'", "known: 1"),
      ("a^[x] b[^y]", "no note has the label 'y'", "define it at the start of a line: [^y]: text"),
    ])
  func inPlace(markdown: String, message: String, help: String) {
    let diagnostics = MarkdownSample(markdown).outcome.diagnostics
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.map(\.help) == [help])
  }

  @Test("a definition in code is code")
  func code() {
    let sample = MarkdownSample("    [^a]: x\n    \\[\n\n`[^a]:`")
    #expect(sample.html == "<pre><code>[^a]: x\n\\[\n</code></pre>\n<p><code>[^a]:</code></p>\n")
    #expect(sample.problems.isEmpty)
  }
}

extension MarkdownSample {
  /// The ids of all works that are cited or named.
  fileprivate var citedIDs: [String] {
    holes.flatMap { hole -> [String] in
      switch hole.filling {
      case .citation(let works): works.map(\.id)
      case .work(let work), .mention(let work, _): [work.id]
      default: []
      }
    }
  }
}
