import DossierTemplate

/// A work in a bibliography.
struct WorkView {
  /// The anchor: `cite-gowan-2018`.
  var id: String
  var entry: [UInt8]
  /// The page of the source.
  var address: String
  /// The publisher's grade of trust.
  var grade: String?
  /// For programs that look for works in pages.
  var coins: String

  static let shape = ViewShape<WorkView>(
    "work",
    [
      .text("id") { $0.id },
      .html("entry") { $0.entry },
      .address("address") { $0.address },
      .text("grade") { $0.grade },
      .text("coins") { $0.coins },
    ])
}
