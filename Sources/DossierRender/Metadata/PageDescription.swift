import DossierMarkdown
import DossierSite

/// What a page says of itself to machines, gathered once for all the forms in which it says so.
struct PageDescription {
  var subject: Page.Subject
  var title: String
  /// One or two sentences.
  var summary: String
  /// The page's absolute address, or that of the original for a fallback page; relative where nobody
  /// said where the site is published.
  var address: String
  /// Whether the address is absolute.
  var isPublished: Bool
  /// The language of the matter.
  var language: Language
  var published: PartialDate?
  var modified: PartialDate?
  /// For articles alone.
  var authors: [AuthorName] = []
  var topics: [String] = []
  var image: Picture?
  /// The way from the home page to the page itself.
  var trail: [Step]

  /// An image that stands for the page in previews.
  struct Picture {
    /// Absolute.
    var address: String
    var alternative: String
    var size: ImageSize?

    /// Whether services that show previews may show it over the whole width: some 300 pixels.
    var isLarge: Bool { size.map { $0.width >= 300 } ?? true }
  }

  /// A step of the way to a page.
  struct Step {
    var label: String
    /// `nil` for the page itself.
    var subject: Page.Subject?
  }

  /// The record that the page is about.
  var record: Int? {
    if case .record(let record) = subject { record } else { nil }
  }
}

extension PageScope {
  /// Describes a page in the words of the language that its matter is in.
  func describe(_ page: Page, isFallback: Bool) -> PageDescription {
    let configuration = site.schema.configuration
    let prefix = isFallback ? "" : edition.prefix
    var description = PageDescription(
      subject: page.subject, title: title(of: page.subject), summary: summary(of: page.subject),
      address: publishedAddress(ofRoute: prefix + routes.route(page.subject)),
      isPublished: configuration.baseAddress != nil && page.subject != .notFound,
      language: isFallback ? configuration.original : language, trail: trail(page.subject))
    description.image = picture(of: page.subject)
    guard let record = description.record else { return description }
    let entry = site.records[record]
    description.published = entry.article.date
    description.modified = entry.updated
    if site.kind(of: record).role == .article {
      description.authors = authorNames(of: record)
      description.topics = entry.article.topics.map { name(ofTopic: $0.id) }
    }
    return description
  }

  /// The page's own image, else the site's; none where nobody knows its absolute address.
  private func picture(of subject: Page.Subject) -> PageDescription.Picture? {
    let configuration = site.schema.configuration
    guard let base = configuration.baseAddress else { return nil }
    if case .record(let record) = subject, let image = ownImage(of: record) {
      return PageDescription.Picture(
        address: base + AssetRoute.address(of: image.path), alternative: image.alternative,
        size: site.size(ofImage: image.path))
    }
    guard let image = configuration.image, let path = site.shareImagePath else { return nil }
    return PageDescription.Picture(
      address: base + AssetRoute.address(of: path), alternative: image.alternative[language],
      size: site.size(ofImage: path))
  }

  /// The first image of a text that stands alone; services that show previews take no SVG.
  private func ownImage(of record: Int) -> (path: String, alternative: String)? {
    let entry = site.records[record]
    for hole in edition.text(of: entry).body.prose.holes {
      guard case .image(let image) = hole.filling, image.standsAlone,
        !image.path.hasSuffix(".svg")
      else { continue }
      return (site.file(image.path, from: entry.path), image.alternative)
    }
    return nil
  }
}

// The words of a page.
extension PageScope {
  /// The sentence or two that stand for a page in the results of a search.
  func summary(of subject: Page.Subject) -> String {
    switch subject {
    case .home:
      return site.home.flatMap(editorsSummary)
        ?? site.schema.configuration.subtitle?[language]
        ?? site.schema.configuration.title[language]
    case .index(let kind, let part):
      let words = site.schema.kinds[kind].summary?[language] ?? title(of: subject)
      return part == 0 ? words : title(of: subject) + ". " + words
    case .record(let record), .handout(let record): return summary(ofRecord: record)
    case .collection(let index):
      return site.handouts[index].subtitle?[language] ?? title(of: subject)
    case .source(let source): return shortened(plainEntry(site.sources[source]))
    case .topic(let topic):
      let count = site.topics[topic].records.count
      return title(of: subject) + ": "
        + edition.strings.count("articles-count", count, edition.rules)
    case .sources:
      let count = edition.strings.count("sources-count", site.sources.count, edition.rules)
      return title(of: subject) + ": " + count
    case .data: return edition.strings["data-summary-of-page"]
    default: return title(of: subject) + ": " + site.schema.configuration.title[language]
    }
  }

  func editorsSummary(of record: Int) -> String? {
    let entry = site.records[record]
    return edition.translation(of: entry)?.summary ?? entry.summary
  }

  /// The editor's summary, else the beginning of the text, else the first text among the facts.
  private func summary(ofRecord record: Int) -> String {
    if let summary = editorsSummary(of: record) { return summary }
    let entry = site.records[record]
    let text = edition.text(of: entry)
    if let range = text.body.prose.firstParagraph {
      let words = plainText(text.body.prose, range, of: record, text: text)
      if !words.isEmpty { return shortened(words) }
    }
    let kind = site.kind(of: record)
    for field in kind.fields.indices where kind.fields[field].type == .text {
      guard let claim = entry.facts[field]?.claims.first else { continue }
      let words = self.text(of: claim, 0, field: field, of: record)
      return shortened(edition.title(of: record, in: site) + ": " + words)
    }
    return edition.title(of: record, in: site) + ": " + kind.label[language]
  }

  /// An entry of the bibliography without markup.
  func plainEntry(_ source: Source) -> String {
    BibliographyPart.plainText(
      edition.bibliography.entry(source, suffix: edition.suffixes[source.id] ?? ""))
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
