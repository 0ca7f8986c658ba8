/// How a long list goes over several pages.
enum ListParts {
  /// Rows on one page of a list of records.
  static let rows = 500
  /// Works on one page of the bibliography: each says much, to programs too.
  static let works = 250
  /// Records on one page of the alphabetical list, whose rows are light.
  static let entries = 1000

  /// How many pages a list goes over.
  static func count(of count: Int, per size: Int) -> Int { max(1, (count + size - 1) / size) }
}
