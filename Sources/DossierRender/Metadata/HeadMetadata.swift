import DossierSite
import DossierTemplate

/// The part of a page's head that machines read: canonical address, languages, feeds, OpenGraph,
/// Twitter cards, Highwire, Dublin Core and the JSON-LD graph.
struct HeadMetadata {
  private let scope: PageScope
  private let page: PageDescription
  private var html: [UInt8] = []

  init(_ scope: PageScope, _ page: PageDescription) {
    self.scope = scope
    self.page = page
    html.reserveCapacity(8192)
  }

  /// - Parameter alternates: The page in the languages of the site, by tag and absolute address.
  mutating func render(alternates: [(language: String, address: String)]) -> [UInt8] {
    for font in scope.routes.firstFonts[scope.language] ?? [] { preload(scope.root + font) }
    if !scope.site.schema.configuration.brand.isPlain {
      link("stylesheet", scope.root + scope.routes.route(.brand))
    }
    guard page.subject.isLasting else {
      meta("name", "robots", "noindex")
      return html
    }
    if page.isPublished { link("canonical", page.address) }
    for alternate in alternates {
      link("alternate", alternate.address, attribute: ("hreflang", alternate.language))
    }
    addFeeds()
    addOpenGraph()
    if PageWords(scope: scope).isArticle(page) { addCitation() }
    addGraph()
    return html
  }

  private mutating func addFeeds() {
    for feed in scope.edition.basis.feeds {
      let title = scope.edition.title(of: feed)
      for format in FeedFormat.allCases {
        let address = scope.pageAddress(.feed(feed, format))
        link("alternate", address, attribute: ("type", format.mediaType), title: title)
      }
    }
  }

  private mutating func addOpenGraph() {
    let configuration = scope.site.schema.configuration
    let isArticle = PageWords(scope: scope).isArticle(page)
    meta("property", "og:title", page.title)
    meta("property", "og:type", isArticle ? "article" : "website")
    meta("property", "og:description", page.summary)
    if page.isPublished { meta("property", "og:url", page.address) }
    meta("property", "og:site_name", configuration.title[scope.language])
    meta("property", "og:locale", scope.edition.strings["locale"])
    if let image = page.image {
      meta("property", "og:image", image.address)
      meta("property", "og:image:width", image.size.map { String($0.width) })
      meta("property", "og:image:height", image.size.map { String($0.height) })
      meta("property", "og:image:alt", image.alternative)
    }
    if isArticle {
      meta("property", "article:published_time", page.published?.description)
      meta("property", "article:modified_time", page.modified?.description)
      for topic in page.topics { meta("property", "article:tag", topic) }
    }
    meta("name", "twitter:card", page.image?.isLarge == true ? "summary_large_image" : "summary")
  }

  /// The path of a PDF that lies beside the article's text under its name, where a text links it.
  private var pathOfPDF: String? {
    guard let record = page.record else { return nil }
    let path = scope.site.records[record].path
    let pdf = (path.hasSuffix(".md") ? String(path.dropLast(3)) : path) + ".pdf"
    return scope.site.assets.contains(pdf) ? pdf : nil
  }

  private mutating func addCitation() {
    let publisher = scope.site.schema.configuration.publisher?[scope.language]
    let date = page.published?.description
    meta("name", "citation_title", page.title)
    for author in page.authors { meta("name", "citation_author", author.inverted) }
    meta("name", "citation_publication_date", date.map(Self.slashed))
    meta("name", "citation_technical_report_institution", publisher)
    meta("name", "citation_language", page.language.code)
    for topic in page.topics { meta("name", "citation_keywords", topic) }
    if page.isPublished { meta("name", "citation_public_url", page.address) }
    if page.isPublished, let pdf = pathOfPDF {
      meta("name", "citation_pdf_url", scope.publishedAddress(ofRoute: AssetRoute.address(of: pdf)))
    }
    meta("name", "DC.title", page.title)
    for author in page.authors { meta("name", "DC.creator", author.inverted) }
    meta("name", "DC.date", date)
    meta("name", "DC.publisher", publisher)
    meta("name", "DC.language", page.language.code)
    meta("name", "DC.type", "Text")
    if page.isPublished { meta("name", "DC.identifier", page.address) }
  }

  /// `2026-11-23` as Highwire's tags want it: `2026/11/23`.
  private static func slashed(_ date: String) -> String {
    date.split(separator: "-").joined(separator: "/")
  }

  private mutating func addGraph() {
    html.append(html: "<script type=\"application/ld+json\">")
    html.append(contentsOf: LinkedData(scope, page).document())
    html.append(html: "</script>\n")
  }

  private mutating func meta(_ attribute: String, _ name: String, _ content: String?) {
    guard let content, !content.isEmpty else { return }
    html.append(html: "<meta ")
    html.append(html: attribute)
    html.append(html: "=\"")
    html.append(html: name)
    html.append(html: "\" content=\"")
    html.append(text: content)
    html.append(html: "\">\n")
  }

  /// A font that the style names is asked for at once; fonts come by requests without a reader's
  /// cookies, which `crossorigin` says here too.
  private mutating func preload(_ address: String) {
    html.append(html: "<link rel=\"preload\" href=\"")
    html.append(text: address)
    html.append(html: "\" as=\"font\" type=\"font/woff2\" crossorigin>\n")
  }

  private mutating func link(
    _ relation: String, _ address: String, attribute: (name: String, value: String)? = nil,
    title: String? = nil
  ) {
    html.append(html: "<link rel=\"")
    html.append(html: relation)
    if let attribute {
      html.append(html: "\" ")
      html.append(html: attribute.name)
      html.append(html: "=\"")
      html.append(text: attribute.value)
    }
    if let title {
      html.append(html: "\" title=\"")
      html.append(text: title)
    }
    html.append(html: "\" href=\"")
    html.append(text: address)
    html.append(html: "\">\n")
  }
}

extension Page.Subject {
  /// Whether there is matter on the page that search engines may keep and a reader may cite.
  var isLasting: Bool {
    switch self {
    case .notFound, .redirect, .search: false
    default: true
    }
  }
}
