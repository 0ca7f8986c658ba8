import DossierSite
import Synchronization

/// The addresses that search engines are told of, in parts that the protocol allows
/// (https://www.sitemaps.org/protocol.html): 50,000 addresses and 50 MB.
struct Sitemap: Sendable {
  private let routes: Routes
  private let languages: [Language]
  private let base: String
  /// Pages in the language of their own matter.
  private let pages: [Page]

  /// The sitemap of a site; `nil` where nobody said where it is published.
  init?(_ routes: Routes, _ pages: [Page]) {
    guard let base = routes.site.schema.configuration.baseAddress else { return nil }
    self.base = base
    self.routes = routes
    languages = routes.site.schema.configuration.languages
    self.pages = pages.filter { page in
      page.subject.isListed
        && routes.matter(page.subject).map { routes.isThere($0, in: page.language) } ?? true
    }
  }

  /// An address with all its alternates takes some hundred bytes a language.
  static func addressesPerPart(languages: Int) -> Int {
    min(50_000, 200_000 / max(1, languages))
  }

  private var perPart: Int { Self.addressesPerPart(languages: languages.count) }

  /// How many parts beside the index there are; none where one file holds all.
  var partCount: Int {
    pages.count <= perPart ? 0 : (pages.count + perPart - 1) / perPart
  }

  /// - Parameter part: 0 for `sitemap.xml`, which is the index where there are parts.
  func document(part: Int) -> [UInt8] {
    if part == 0 { return partCount == 0 ? document(pages[...]) : index() }
    return document(pages.dropFirst((part - 1) * perPart).prefix(perPart))
  }

  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

  private func index() -> [UInt8] {
    var xml = Self.opened("sitemapindex xmlns=\"\(Self.namespace)\"")
    for part in 1...max(1, partCount) {
      xml.append(xml: "<sitemap>")
      xml.appendElement("loc", base + Routes.sitemap(part: part))
      xml.append(xml: "</sitemap>\n")
    }
    xml.append(xml: "</sitemapindex>\n")
    return xml
  }

  private static func opened(_ element: String) -> [UInt8] {
    var xml: [UInt8] = []
    xml.append(xml: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<" + element + ">\n")
    return xml
  }

  private func document(_ pages: ArraySlice<Page>) -> [UInt8] {
    var xml = Self.opened(
      "urlset xmlns=\"\(Self.namespace)\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"")
    xml.reserveCapacity(pages.count * 150 * (1 + languages.count))
    for page in pages { append(page, to: &xml) }
    xml.append(xml: "</urlset>\n")
    return xml
  }

  private func append(_ page: Page, to xml: inout [UInt8]) {
    xml.append(xml: "<url>")
    xml.appendElement("loc", routes.publishedAddress(page.subject, in: page.language))
    if let record = routes.matter(page.subject) {
      let entry = routes.site.records[record]
      xml.appendElement("lastmod", (entry.updated ?? entry.article.date)?.description)
    }
    for alternate in routes.alternates(page.subject) {
      xml.append(xml: "<xhtml:link rel=\"alternate\" hreflang=\"\(alternate.language)\" href=\"")
      xml.append(xmlText: alternate.address)
      xml.append(xml: "\"/>\n")
    }
    xml.append(xml: "</url>\n")
  }
}

/// The sitemap of a site, made once, when it is first asked for: the preview hardly ever does.
final class LazySitemap: Sendable {
  private let routes: Routes
  private let languages: [Language]
  private let made = Mutex<Sitemap??>(nil)

  init(_ routes: Routes, _ languages: [Language]) {
    self.routes = routes
    self.languages = languages
  }

  /// `nil` where nobody said where the site is published.
  var value: Sitemap? {
    made.withLock { made in
      if let made { return made }
      let sitemap = Sitemap(routes, PageList(routes: routes).pages(in: languages))
      made = .some(sitemap)
      return sitemap
    }
  }
}

extension Sitemap {
  /// `robots.txt` (RFC 9309): everything may be read, and there is the sitemap.
  static func robots(_ routes: Routes) -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if let base = routes.site.schema.configuration.baseAddress {
      text += "\nSitemap: " + base + Routes.sitemap(part: 0) + "\n"
    }
    return Array(text.utf8)
  }

}
