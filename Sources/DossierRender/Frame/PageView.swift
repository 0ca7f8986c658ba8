import DossierTemplate

/// What every template may use as `page.`: the frame around a page's own matter.
struct PageView {
  var title: String
  /// What tells the page from others of its title: the part of the site, or the author of a work.
  var section: String?
  /// One or two sentences for search engines and previews.
  var description: String
  /// A BCP 47 tag.
  var language: String
  /// Whether the language is written from right to left.
  var isRightToLeft = false
  /// From the page to the site's root: empty, or `../` once or more.
  var root: String
  var home: String
  /// Where to search; `nil` where the project has no page for it.
  var search: String?
  var menu: [MenuView]
  /// The publisher's own; `nil` where there is none.
  var logo: LogoView?
  var breadcrumbs: [LinkView]
  /// The page in the other languages.
  var alternates: [AlternateView]
  /// What machines read in the head: canonical address, languages, feeds, previews, JSON-LD.
  var metadata: [UInt8]
  /// How to cite the page; `nil` where there is nothing to cite.
  var citation: CitationView?
  /// Where to report a mistake on it; `nil` where the publisher has not said.
  var report: String?
  /// A mail with its title and address; `nil` where it has no address for good.
  var share: String?
  /// The name of the language in which the matter is, where it is not the page's own.
  var fallbackLanguage: String?
  /// The tag of that language.
  var matterLanguage: String?
  /// Its direction, where that is not the page's own.
  var matterDirection: String?
  /// Notices of what was corrected in a figure that the page uses.
  var corrections: [CorrectionView] = []
  /// The plain pages, the handouts and the tool's pages that the menu leaves out.
  var footer: [LinkView] = []
  var isHome = false
  var isSearch = false

  static let shape = ViewShape<PageView>(
    "page",
    [
      .text("title") { $0.title },
      .text("section") { $0.section },
      .text("description") { $0.description },
      .text("language") { $0.language },
      .address("root") { $0.root },
      .address("home") { $0.home },
      .address("search") { $0.search },
      .list("menu", of: MenuView.shape) { $0.menu },
      .object("logo", LogoView.shape) { $0.logo },
      .list("breadcrumbs", of: LinkView.shape) { $0.breadcrumbs },
      .list("alternates", of: AlternateView.shape) { $0.alternates },
      .html("metadata") { $0.metadata },
      .object("citation", CitationView.shape) { $0.citation },
      .address("report") { $0.report },
      .address("share") { $0.share },
      .list("corrections", of: CorrectionView.shape) { $0.corrections },
      .list("footer", of: LinkView.shape) { $0.footer },
      .text("fallback-language") { $0.fallbackLanguage },
      .text("matter-language") { $0.matterLanguage },
      .text("matter-direction") { $0.matterDirection },
      .flag("is-right-to-left") { $0.isRightToLeft },
      .flag("is-home") { $0.isHome },
      .flag("is-search") { $0.isSearch },
    ])
}

/// The publisher's logo.
struct LogoView {
  var address: String
  /// In CSS pixels.
  var width: String
  var height: String

  static let shape = ViewShape<LogoView>(
    "logo",
    [
      .address("address") { $0.address },
      .text("width") { $0.width },
      .text("height") { $0.height },
    ])
}

/// A notice of a correction.
struct CorrectionView {
  var title: String
  var address: String
  var date: String?
  /// The language of the title, where it is not the page's own.
  var language: String?

  static let shape = ViewShape<CorrectionView>(
    "correction",
    [
      .text("title") { $0.title },
      .address("address") { $0.address },
      .text("date") { $0.date },
      .text("language") { $0.language },
    ])
}

/// A page in another language.
struct AlternateView {
  var language: String
  /// The language's own name.
  var label: String
  var address: String
  /// Whether it is the page's own language.
  var isCurrent: Bool

  static let shape = ViewShape<AlternateView>(
    "alternate",
    [
      .text("language") { $0.language },
      .text("label") { $0.label },
      .address("address") { $0.address },
      .flag("current") { $0.isCurrent },
    ])
}
