import DossierTemplate

/// A link that a template prints: words and where they lead.
struct LinkView {
  var label: String
  /// Relative to the page.
  var address: String
  /// Whether it leads to the page itself, or to the part of the site that the page is in.
  var isCurrent = false

  static let shape = ViewShape<LinkView>(
    "link",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .flag("current") { $0.isCurrent },
    ])
}
