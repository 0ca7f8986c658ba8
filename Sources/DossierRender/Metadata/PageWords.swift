import DossierMarkdown
import DossierSite

/// What pages are called, what stands for them in lists of results, and the way to them.
struct PageWords {
  let scope: PageScope

  func title(of subject: Page.Subject) -> String {
    switch subject {
    case .home:
      scope.site.home.map { scope.edition.title(of: $0) }
        ?? scope.site.schema.configuration.title[scope.language]
    case .index(let kind, let part):
      numbered(scope.site.schema.kinds[kind].plural[scope.language], part)
    case .record(let record): scope.edition.title(of: record)
    case .sources(let part): numbered(scope.edition.strings["sources"], part)
    case .source(let source): scope.site.sources[source].title
    case .topics: scope.edition.strings["topics"]
    case .trust: scope.edition.strings["trust"]
    case .topic(let topic): scope.edition.topicNames[scope.site.articles.topics[topic].id]
    case .compare: scope.edition.strings["compare"]
    case .comparison(let comparison): ComparisonPage(scope: scope).title(ofComparison: comparison)
    case .comparisonData: ""
    case .data: scope.edition.strings["data"]
    case .handout(let record): scope.edition.title(of: record)
    case .collection(let index): scope.site.handouts[index].title[scope.language]
    case .alphabet(let part): numbered(scope.edition.strings["a-z"], part)
    case .search: scope.edition.strings["search"]
    case .redirect(let alias): scope.edition.title(of: scope.site.aliases[alias].record)
    case .notFound: scope.edition.strings["page-not-found"]
    case .exhibit(let record, let place):
      TakenExhibit(scope, record, place: place)?.title ?? scope.edition.title(of: record)
    case .feed, .sitemap, .robots, .dataFile, .sourceData, .dataPackage, .exhibitData,
      .exhibitDrawing, .card, .comparisonCard, .brand, .redirects:
      ""
    }
  }

  /// A title with the number of the part, so that no two pages have the same.
  private func numbered(_ title: String, _ part: Int) -> String {
    guard part > 0 else { return title }
    return title + ", " + scope.edition.strings.text("pages-of", ["n": String(part + 1)])
  }

  /// The way from the home page to a page.
  func trail(_ subject: Page.Subject) -> [PageDescription.Step] {
    let home = scope.edition.strings["home"]
    guard subject != .home else { return [PageDescription.Step(label: home)] }
    var trail = [PageDescription.Step(label: home, subject: .home)]
    switch subject {
    case .record(let record):
      if let kind = part(of: subject), scope.routes.isListed(kind) {
        let label = scope.site.schema.kinds[kind].plural[scope.language]
        trail.append(.init(label: label, subject: .index(kind: kind, part: 0)))
      }
      trail.append(.init(label: scope.edition.name(of: record)))
    case .exhibit(let record, _):
      if record != scope.site.home {
        trail.append(.init(label: scope.edition.name(of: record), subject: .record(record)))
      }
      trail.append(.init(label: title(of: subject)))
    case .source(let source):
      if let list = scope.routes.page(of: .sources) {
        trail.append(.init(label: scope.edition.strings["sources"], subject: list))
      }
      let entry = scope.site.sources[source]
      trail.append(.init(label: WorkWords(scope: scope).label(of: entry)))
    case .topic:
      trail.append(.init(label: scope.edition.strings["topics"], subject: .topics))
      trail.append(.init(label: title(of: subject)))
    case .comparison:
      trail.append(.init(label: scope.edition.strings["compare"], subject: .compare))
      trail.append(.init(label: title(of: subject)))
    default: trail.append(.init(label: title(of: subject)))
    }
    return trail
  }

  /// The sentence or two that stand for a page in the results of a search.
  func summary(of subject: Page.Subject) -> String {
    switch subject {
    case .home:
      return scope.site.home.flatMap(scope.edition.summary)
        ?? scope.site.schema.configuration.subtitle?[scope.language]
        ?? scope.site.schema.configuration.title[scope.language]
    case .index(let kind, let part):
      let words = scope.site.schema.kinds[kind].summary?[scope.language] ?? title(of: subject)
      return part == 0 ? words : title(of: subject) + ". " + words
    case .record(let record), .handout(let record): return summary(ofRecord: record)
    case .collection(let index):
      return scope.site.handouts[index].subtitle?[scope.language] ?? title(of: subject)
    case .source(let source):
      return shortened(WorkWords(scope: scope).plainEntry(scope.site.sources[source].work))
    case .topic(let topic):
      let count = scope.site.articles.topics[topic].records.count
      return scope.edition.strings.labelled(
        title(of: subject),
        scope.edition.strings.count("articles-count", count, scope.edition.rules))
    case .sources:
      let count = scope.edition.strings.count(
        "sources-count", scope.site.sources.count, scope.edition.rules)
      return scope.edition.strings.labelled(title(of: subject), count)
    case .data: return scope.edition.strings["data-summary-of-page"]
    default:
      return scope.edition.strings.labelled(
        title(of: subject), scope.site.schema.configuration.title[scope.language])
    }
  }

  /// The editor's summary, else the beginning of the text, else the first text among the facts.
  private func summary(ofRecord record: RecordIndex) -> String {
    if let summary = scope.edition.summary(of: record) { return summary }
    let entry = scope.site.records[record]
    let text = scope.edition.text(of: entry)
    if let range = text.body.prose.firstParagraph {
      let words = ProseWords(scope: scope).plainText(text.body.prose, range, of: record, text: text)
      if !words.isEmpty { return shortened(words) }
    }
    let kind = scope.site.kind(of: record)
    for field in kind.fields.indices where kind.fields[field].type == .text {
      guard let claim = scope.site.facts.statement(field, of: record).claims.first else { continue }
      let words = FactWords(scope: scope).text(of: claim, 0, field: field, of: record)
      return shortened(scope.edition.strings.labelled(scope.edition.title(of: record), words))
    }
    return scope.edition.strings.labelled(
      scope.edition.title(of: record), kind.label[scope.language])
  }

  /// Whole words of a text, as many as a search engine shows.
  private func shortened(_ text: String) -> String {
    let limit = 220
    guard text.utf8.count > limit else { return text }
    var words = Substring(text.prefix(limit))
    if words.endIndex != text.endIndex, let space = words.lastIndex(of: " ") {
      words = words[..<space]
    }
    return words.endIndex == text.endIndex ? text : words + "…"
  }

  /// The kind in whose part of the site a page is.
  func part(of subject: Page.Subject) -> KindIndex? {
    switch subject {
    case .index(let kind, _): kind
    case .record(let record): scope.site.schema.kindIndex(scope.site.records[record].key.kind)
    default: nil
    }
  }

  /// Whether a page is that of an article.
  func isArticle(_ page: PageDescription) -> Bool {
    page.record.map { scope.site.kind(of: $0).role == .article } ?? false
  }
}

extension Prose {
  /// The content of the first paragraph, as offsets into the HTML.
  fileprivate var firstParagraph: Range<Int>? {
    guard let start = find(Array("<p>".utf8), from: 0) else { return nil }
    let end = find(Array("</p>".utf8), from: start) ?? html.count
    return (start + 3)..<max(start + 3, end)
  }

  private func find(_ bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset + bytes.count <= html.count {
      if html[offset] == bytes[0], html[offset..<(offset + bytes.count)].elementsEqual(bytes) {
        return offset
      }
      offset += 1
    }
    return nil
  }
}
