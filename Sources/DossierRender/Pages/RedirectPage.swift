import DossierSite
public import DossierSource
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

extension PageScope {
  /// Leads from a former address to the record, in the language of the page.
  func redirect(_ alias: Int) -> RedirectView {
    let record = site.aliases[alias].record
    // A page without a translation is canonical to its original.
    let prefix = routes.isThere(record, in: language) ? edition.prefix : ""
    return RedirectView(
      title: edition.title(of: record, in: site), language: titleLanguage(of: record),
      address: address(of: .record(record)),
      canonical: publishedAddress(ofRoute: prefix + routes.route(ofRecord: record)))
  }
}

extension Routes {
  /// Where a record lay under a former name.
  func route(ofAlias alias: Int) -> String {
    let alias = site.aliases[alias]
    return site.kind(of: alias.record).folder + "/" + alias.key.id + ".html"
  }
}

extension SiteRenderer {
  /// What the former addresses of the site lack.
  public func missingForRedirects() -> [Diagnostic] {
    guard !site.aliases.isEmpty, !templates.contains("redirect") else { return [] }
    return [
      .error(
        "template.missing", "there is no template 'redirect' for the aliases of records",
        at: Place(path: "templates/redirect.html", line: 1, column: 1),
        help: "write one, or take 'aliases' out of the records")
    ]
  }
}
