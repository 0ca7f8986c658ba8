import DossierTemplate

/// What every template may use as `site.`, in the language of the page.
struct SiteView {
  var title: String
  var subtitle: String?
  var publisher: String?
  /// The publisher's line at the foot of every page.
  var footer: String?

  static let shape = ViewShape<SiteView>(
    "site",
    [
      .text("title") { $0.title },
      .text("subtitle") { $0.subtitle },
      .text("publisher") { $0.publisher },
      .text("footer") { $0.footer },
    ])
}
