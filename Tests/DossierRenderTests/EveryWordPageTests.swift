import DossierSource
import Foundation
import TestSupport
import Testing

@testable import DossierRender
@testable import DossierSite

/// What is lost of a file between an author and those who read, search and print.
enum PageLoss {
  private static let files = [
    "content/briefings/_kind.yml": """
    id: briefing
    role: article
    handouts: true
    fields:
      remark: {type: text}
      lessons: {type: markdown, list: true}
    """,
    "content/briefings/a.png": "x",
  ]
  static let sample = TextGenerator.Sample(
    work: "gowan", exhibit: "compare\nrecords: [mission:kfor]\nfields: [peak]")

  /// What is wrong with what becomes of a file; nothing where every word of it is shown or told.
  static func faults(of file: String) -> [String] {
    var sample = HandoutSample(files)
    sample.now = 1_800_000_000
    sample.files["content/briefings/a.md"] = file
    let linked = sample.linked()
    let told = linked.diagnostics.filter { $0.place.path == "content/briefings/a.md" }
    guard !linked.diagnostics.contains(where: { $0.severity == .error }) else { return [] }
    let words = AuthoredWords(
      file,
      told: told.map {
        AuthoredWords.Telling(
          code: $0.code, isError: false, line: $0.place.span.line, column: $0.place.span.column,
          length: $0.place.span.length)
      })
    guard let pages = pages(of: linked.value), pages.count == 2 else { return ["no page"] }
    let shown = [
      ("page", pages[0]), ("search", SearchText.words(of: pages[0])), ("handout", pages[1]),
    ]
    return shown.flatMap { name, text in
      words.lost(in: text).map { "\(name) lacks \($0)" }
        + (name == "search" ? [] : words.secrets(in: text)).map { "\(name) shows \($0)" }
    }
  }

  /// The errors that a file has.
  static func errors(of file: String) -> [String] {
    var sample = HandoutSample(files)
    sample.now = 1_800_000_000
    sample.files["content/briefings/a.md"] = file
    return sample.linked().diagnostics.filter { $0.severity == .error }.map {
      "\($0.place.span.line): \($0.code)"
    }
  }

  /// The record's page, and its handout.
  private static func pages(of site: LinkedSite) -> [String]? {
    let outcome = SiteRenderer.prepare(
      site, templates: parts.templates, strings: parts.strings, handoutStyle: [])
    let routes = ["briefings/a.html", "handouts/briefings/a.html"]
    let pages = outcome.value.pages().filter { routes.contains($0.route) }
    return pages.sorted { $0.route < $1.route }.map {
      String(decoding: outcome.value.render($0, images: [:]), as: UTF8.self)
    }
  }

  /// The publication's own templates, read once.
  private static let parts: (templates: [SourceFile], strings: [InterfaceStrings]) = {
    var parts: (templates: [SourceFile], strings: [InterfaceStrings]) = ([], [])
    for path in (try? HandoutSample.templatePaths()) ?? [] {
      let bytes = (try? Data(contentsOf: Checkout.folder.appending(path: path))) ?? Data()
      let file = SourceFile.decode(path: path, bytes: Array(bytes)).value
      if let language = InterfaceStrings.language(of: path) {
        parts.strings.append(InterfaceStrings.decode(file, language).value)
      } else {
        parts.templates.append(file)
      }
    }
    return parts
  }()
}

/// Texts of all constructs, as pages and as handouts.
@Suite struct EveryWordPageTests {
  private static var environment: [String: String] { ProcessInfo.processInfo.environment }
  /// How many files are made; the deep tests ask for more, from a seed of their own.
  private static var count: UInt64 { environment["DOSSIER_PAGES"].flatMap(UInt64.init) ?? 40 }
  private static var seed: UInt64 { environment["DOSSIER_TEXT_SEED"].flatMap(UInt64.init) ?? 1 }

  private static func sample(_ body: String) -> HandoutSample {
    HandoutSample([
      "content/missions/ifor.md": "---\ntitle: Implementation Force\n---\n" + body,
      "content/missions/a.png": "x",
    ])
  }

  @Test("a page, its search text and its handout have every word, or it is told")
  func words() {
    for number in 0..<Self.count {
      var generator = TextGenerator(seed: Self.seed &+ number, sample: PageLoss.sample)
      let file = generator.file()
      guard !PageLoss.faults(of: file).isEmpty else { continue }
      let smallest = Shrinking.smallest(file) { !PageLoss.faults(of: $0).isEmpty }
      Issue.record("seed \(Self.seed &+ number), \(PageLoss.faults(of: smallest)):\n\(smallest)")
      return
    }
  }

  @Test("files as they are made are without an error, so that they become pages")
  func filesAreSound() {
    for number in 0..<20 {
      var generator = TextGenerator(seed: UInt64(number), sample: PageLoss.sample)
      let file = generator.file()
      #expect(PageLoss.errors(of: file) == [], "\(file)")
    }
  }

  @Test("what Pagefind reads of a page are the words of its body alone")
  func searchText() {
    let page = """
      <p>a</p><article data-pagefind-body><h1>b</h1><nav data-pagefind-ignore><p>c</p><br></nav>
      <dl><dt>d</dt><dd>e<sup class="note-call"><a>1</a></sup></dd></dl><img alt="f" src="g">h<em>i</em>
      </article><p>j</p>
      """
    #expect(SearchText.words(of: page).split(separator: " ") == ["b", "d", "e", "f", "hi"])
  }

  @Test("a work that a sentence names is printed so, and another name is text")
  func mentions() throws {
    let page = try Self.sample("@gowan says, @smith [p. 3] too, and @nobody [p. 4] not.")
      .page("missions/ifor.html")
    #expect(page.contains("<a href=\"#cite-gowan\">Gowan (2018)</a> says"))
    #expect(page.contains("<a href=\"#cite-smith\">Smith (2001, 3)</a> too"))
    #expect(page.contains("and @nobody [p. 4] not"))
    #expect(page.contains("id=\"cite-gowan\""))
  }

  @Test("a citation with markup links its works")
  func group() throws {
    let page = try Self.sample("x [see *also* @gowan, p. 3 [sic]; <mission:kfor>, @smith].")
      .page("missions/ifor.html")
    #expect(
      page.contains(
        "<small>(see <em>also</em> <a href=\"#cite-gowan\">Gowan 2018, 3</a> [sic]; "))
    #expect(page.contains("<a href=\"#cite-smith\">Smith 2001</a>)</small>."))
  }

  @Test("a callout has its title in the words of the publication")
  func callout() throws {
    let page = try Self.sample("> [!WARNING]\n> Words.").page("missions/ifor.html")
    #expect(page.contains("role=\"note\">\n<p class=\"callout-title\">Warning</p>\n<p>Words.</p>"))
  }

  @Test("a note of blocks stands at the end of a handout, one of a paragraph at the foot")
  func notes() throws {
    let sample = Self.sample("x[^a] y[^b]\n\n[^a]: One.\n\n    - two\n\n[^b]: Three.\n")
    let handout = try sample.page("handouts/missions/ifor.html")
    #expect(handout.contains("class=\"endnotes long\""))
    #expect(handout.contains("<div id=\"note-1\" class=\"long\"><dt>1</dt><dd><p>One.</p>\n<ul>"))
    #expect(handout.contains("data-number=\"2\">Three.</span>"))
    #expect(!handout.contains("data-number=\"1\""))
  }

  @Test("an id that the author gave a heading is asked of translations")
  func headingIDs() {
    var sample = Self.sample("## Lessons {#l}\n")
    sample.files["content/site.yml"] = "title: Dossier\nlanguages: [en, uk]\nformat: 1\n"
    sample.files["content/missions/ifor.uk.md"] = "---\ntitle: Сили\n---\n## Уроки\n"
    #expect(sample.linked().diagnostics.map(\.code).contains("translation.heading"))
    sample.files["content/missions/ifor.uk.md"] = "---\ntitle: Сили\n---\n## Уроки {#l}\n"
    #expect(!sample.linked().diagnostics.map(\.code).contains("translation.heading"))
  }
}
