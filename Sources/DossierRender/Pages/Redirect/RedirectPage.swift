import DossierSite
import DossierTemplate

/// The page at the address that a record had before: `redirect.html`.
struct RedirectView {
  /// The title of the record.
  var title: String
  /// The language of the title, where it is not the page's own.
  var language: String?
  /// Where the record is now, relative to the page.
  var address: String
  /// The same by its absolute address, where it is known.
  var canonical: String

  static let shape = ViewShape<RedirectView>(
    "redirect",
    [
      .text("title") { $0.title },
      .text("language") { $0.language },
      .address("address") { $0.address },
      .address("canonical") { $0.canonical },
    ])
}

struct RedirectPage {
  let scope: PageScope

  /// Leads from a former address to the record, in the language of the page.
  func view(of alias: Int) -> RedirectView {
    let record = scope.site.aliases[alias].record
    // A page without a translation is canonical to its original.
    let prefix = scope.routes.isThere(record, in: scope.language) ? scope.edition.prefix : ""
    return RedirectView(
      title: scope.edition.title(of: record), language: scope.titleLanguage(of: record),
      address: scope.address(of: .record(record)),
      canonical: scope.publishedAddress(ofRoute: prefix + scope.routes.route(ofRecord: record)))
  }
}
