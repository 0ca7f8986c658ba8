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
  var record: RecordIndex? {
    if case .record(let record) = subject { record } else { nil }
  }
}

struct PageDescriber {
  let scope: PageScope

  /// Describes a page in the words of the language that its matter is in.
  func describe(_ page: Page, isFallback: Bool) -> PageDescription {
    let configuration = scope.site.schema.configuration
    let prefix = isFallback ? "" : scope.edition.prefix
    var description = PageDescription(
      subject: page.subject, title: PageWords(scope: scope).title(of: page.subject),
      summary: PageWords(scope: scope).summary(of: page.subject),
      address: scope.publishedAddress(ofRoute: prefix + scope.routes.route(page.subject)),
      isPublished: configuration.baseAddress != nil && page.subject != .notFound,
      language: isFallback ? configuration.original : scope.language,
      trail: PageWords(scope: scope).trail(page.subject))
    description.image = card(of: page.subject) ?? picture(of: page.subject)
    if case .exhibit(let record, _) = page.subject {
      description.published = scope.site.records[record].article.date
      description.modified = scope.site.records[record].updated
    }
    guard let record = description.record else { return description }
    let entry = scope.site.records[record]
    description.published = entry.article.date
    description.modified = entry.updated
    if scope.site.kind(of: record).role == .article {
      description.authors = Authors(scope: scope).authorNames(of: record)
      description.topics = entry.article.topics.map { scope.edition.topicNames[$0.id] }
    }
    return description
  }

  /// The card that is made for the page; none where nobody knows its absolute address.
  private func card(of subject: Page.Subject) -> PageDescription.Picture? {
    guard let base = scope.site.schema.configuration.baseAddress,
      let card = scope.routes.cards.card(of: subject)
    else { return nil }
    return PageDescription.Picture(
      address: base + scope.routes.cards.pixels(card, in: scope.language),
      alternative: CardMaker(scope: scope).alternative(of: card), size: .card)
  }

  /// The page's own image, else the site's; none where nobody knows its absolute address.
  private func picture(of subject: Page.Subject) -> PageDescription.Picture? {
    let configuration = scope.site.schema.configuration
    guard let base = configuration.baseAddress else { return nil }
    if case .record(let record) = subject, let image = ownImage(of: record) {
      return PageDescription.Picture(
        address: base + AssetRoute.address(of: image.path), alternative: image.alternative,
        size: scope.site.size(ofImage: image.path))
    }
    guard let image = configuration.image else { return nil }
    let path = scope.site.published(image.path)
    return PageDescription.Picture(
      address: base + AssetRoute.address(of: path), alternative: image.alternative[scope.language],
      size: scope.site.size(ofImage: path))
  }

  /// The first image of a text that stands alone; services that show previews take no SVG.
  private func ownImage(of record: RecordIndex) -> (path: String, alternative: String)? {
    let entry = scope.site.records[record]
    for hole in scope.edition.text(of: entry).body.prose.holes {
      guard case .image(let image) = hole.filling, image.standsAlone,
        !image.path.hasSuffix(".svg")
      else { continue }
      return (scope.site.file(image.path, from: entry.path), image.alternative)
    }
    return nil
  }
}
