import DossierSite

/// Of what time the open data are. One state of them is told from another by the day of the last change.
struct DataEdition {
  /// The latest day on which a record was changed, held against its sources or dated.
  let modified: PartialDate?
  /// The first and the last year that a claim is of; `nil` where none has a date.
  let years: ClosedRange<Int>?

  init(_ site: LinkedSite) {
    var (modified, years) = (PartialDate?.none, ClosedRange<Int>?.none)
    for (index, record) in site.records.indexed {
      let days = [record.updated, record.article.date, record.reviewed].compactMap(\.self)
      for day in days where modified.map({ $0.description < day.description }) ?? true {
        modified = day
      }
      for field in site.kind(of: index).fields.indices {
        for claim in site.facts.statement(field, of: index).claims {
          guard let year = claim.evidence.asOf?.year else { continue }
          years = years.map { min($0.lowerBound, year)...max($0.upperBound, year) } ?? year...year
        }
      }
    }
    (self.modified, self.years) = (modified, years)
  }

  /// An interval of ISO 8601: `1949/2026`.
  var coverage: String? { years.map { "\(Self.text($0.lowerBound))/\(Self.text($0.upperBound))" } }

  private static func text(_ year: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
  }
}
