/// The columns of the figures of an exhibit as a table.
enum ExhibitColumns {
  static let names = [
    "record", "title", "field", "value", "low", "high", "unit", "of", "approximate", "as-of",
    "source", "basis", "note", "disputed",
  ]
}
