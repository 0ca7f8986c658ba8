public import DossierSite
public import DossierSource
import DossierTemplate

/// Renders the pages of a site, each on its own and from values alone: no disk, no clock.
public struct SiteRenderer: Sendable {
  private let site: LinkedSite
  private let templates: TemplateSet
  private let editions: [Edition]

  /// Every page in every language, in a fixed order.
  public func pages() -> [Page] {
    Routes(site: site).pages(in: editions.map(\.language))
  }

  /// One page as HTML.
  public func render(_ page: Page) -> [UInt8] {
    guard let edition = editions.first(where: { $0.language == page.language }) else { return [] }
    var scope = PageScope(
      site: site, edition: edition, templates: templates, root: root(of: page),
      record: page.subject.record, roots: edition.roots)
    if case .comparisonData(let kind) = page.subject { return scope.comparisonData(ofKind: kind) }
    scope.roots = edition.roots.setting("page", to: PageView.shape.object(scope.frame(page)))
    var output: [UInt8] = []
    output.reserveCapacity(32_768)
    let (template, object) = scope.matter(page.subject, templates)
    templates.render(template, object, roots: scope.roots, into: &output)
    return output
  }

  /// A page that is shown for any address needs addresses that do not depend on its own.
  private func root(of page: Page) -> String {
    if page.subject == .notFound, let base = site.schema.configuration.baseAddress {
      return Routes.path(ofAddress: base)
    }
    return Routes.root(of: page.route)
  }
}

extension SiteRenderer {
  /// Compiles the templates and prepares what all pages share.
  ///
  /// - Parameters:
  ///   - templates: The HTML files below `templates/`.
  ///   - strings: The interface texts, a file for each language of the site.
  /// - Returns: A renderer to be used only where no diagnostic is an error.
  public static func prepare(
    _ site: LinkedSite, templates: [SourceFile], strings: [InterfaceStrings]
  ) -> Outcome<SiteRenderer> {
    let languages = site.schema.configuration.languages
    var diagnostics: [Diagnostic] = []
    let known = languages.map { language -> InterfaceStrings in
      strings.first { $0.language == language } ?? InterfaceStrings(language: language, words: [:])
    }
    for strings in known { diagnostics += missing(in: strings, of: known) }
    let all = Set(known.flatMap(\.words.keys)).sorted()
    let outcome = TemplateSet.compile(
      templates, entries: entries(site, templates),
      roots: [
        "page": PageView.shape.shape, "site": SiteView.shape.shape,
        "strings": ObjectShape(name: "strings", texts: all),
      ])
    diagnostics += outcome.diagnostics
    let renderer = SiteRenderer(
      site: site, templates: outcome.value,
      editions: known.map { Edition(site, $0, outcome.value) })
    return Outcome(renderer, diagnostics)
  }

  /// A template for each shape, and those that a publisher wrote for one kind.
  private static func entries(_ site: LinkedSite, _ files: [SourceFile]) -> [String: ObjectShape] {
    var entries: [String: ObjectShape] = [
      "home": HomeView.shape.shape, "article": ArticleView.shape.shape,
      "record": RecordView.shape.shape, "index": IndexView.shape.shape,
      "sources": SourcesView.shape.shape, "source": SourceView.shape.shape,
      "topic": TopicView.shape.shape, "not-found": NotFoundView.shape.shape,
      "exhibits/matrix": MatrixView.shape.shape, "trust": TrustView.shape.shape,
      "exhibits/compare": CompareView.shape.shape, "compare": CompareIndexView.shape.shape,
      "comparison": ComparisonView.shape.shape,
    ]
    let names = Set(files.map(\.path))
    for kind in site.schema.kinds {
      for base in ["record", "article", "index"] {
        let name = "\(base)-\(kind.id)"
        if names.contains("templates/\(name).html") { entries[name] = entries[base] }
      }
    }
    return entries
  }

  /// The interface texts that a language lacks: those of the code, and those of other languages.
  private static func missing(
    in strings: InterfaceStrings, of all: [InterfaceStrings]
  ) -> [Diagnostic] {
    let wanted = Set(InterfaceTexts.required).union(all.flatMap(\.words.keys))
    let path = "templates/strings/\(strings.language.code).yml"
    return wanted.sorted().filter { strings.words[$0] == nil }.map { key in
      .error(
        "strings.missing", "the language '\(strings.language.code)' has no text '\(key)'",
        at: Place(path: path, line: 1, column: 1), help: "add '\(key): …'")
    }
  }
}

extension PageScope {
  /// The template of a page and the object that it is rendered with.
  fileprivate func matter(
    _ subject: Page.Subject, _ templates: TemplateSet
  ) -> (template: String, object: Object) {
    switch subject {
    case .home: ("home", HomeView.shape.object(home()))
    case .index(let kind, let part):
      (
        template("index", for: site.schema.kinds[kind]),
        IndexView.shape.object(index(kind: kind, part: part))
      )
    case .record(let record): matter(ofRecord: record)
    case .sources(let part): ("sources", SourcesView.shape.object(sources(part: part)))
    case .source(let source): ("source", SourceView.shape.object(self.source(source)))
    case .topics: ("home", HomeView.shape.object(topics()))
    case .topic(let topic): ("topic", TopicView.shape.object(self.topic(topic)))
    case .trust: ("trust", TrustView.shape.object(trust()))
    case .compare: ("compare", CompareIndexView.shape.object(compareIndex()))
    case .comparison(let comparison):
      ("comparison", ComparisonView.shape.object(self.comparison(comparison)))
    case .comparisonData, .notFound:
      ("not-found", NotFoundView.shape.object(NotFoundView(ways: ways())))
    }
  }

  private func matter(ofRecord record: Int) -> (template: String, object: Object) {
    let kind = site.kind(of: record)
    var text = TextRenderer(self, record: record)
    if kind.role == .article {
      let object = ArticleView.shape.object(article(record, &text))
      return (template("article", for: kind), object)
    }
    return (template("record", for: kind), RecordView.shape.object(view(of: record, &text)))
  }

  /// The template of a kind's own, where the publisher wrote one.
  private func template(_ base: String, for kind: Kind) -> String {
    let own = "\(base)-\(kind.id)"
    return templates.contains(own) ? own : base
  }
}

extension Page.Subject {
  fileprivate var record: Int? {
    if case .record(let record) = self { record } else { nil }
  }
}
