import DossierSite

/// Of what time the open data are. One state of them is told from another by the day of the last change.
struct DataEdition {
  /// The latest day on which a record was changed, held against its sources or dated.
  let modified: PartialDate?
  /// The first and the last year that a claim is of; `nil` where none has a date.
  let years: ClosedRange<Int>?

  init(_ site: LinkedSite) {
    var modified: PartialDate?
    for record in site.records {
      for case let day? in [record.updated, record.article.date, record.reviewed] {
        modified = max(modified ?? day, day)
      }
    }
    self.modified = modified
    years = site.facts.years
  }

  /// An interval of ISO 8601: `1949/2026`.
  var coverage: String? { years.map { "\(Self.text($0.lowerBound))/\(Self.text($0.upperBound))" } }

  private static func text(_ year: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
  }
}
