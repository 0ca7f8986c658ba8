import DossierSite
import DossierTables

/// A cell of a table of data, for CSV and workbooks alike.
enum DataCell {
  /// A word of ours: an id, a unit, `unknown`.
  case word(String)
  /// A text that an editor wrote.
  case text(String)
  /// A number as the formats want it; anything else stands as a word.
  case number(String)
  /// A date as ISO 8601 has it, be it of a day, a month or a year; anything else stands as a word.
  case date(String)
  case flag(Bool)

  static let empty = DataCell.word("")

  /// The cell in a workbook, where numbers, days and truth are themselves and all else is text.
  var workbookCell: Workbook.Cell {
    switch self {
    case .word(let text), .text(let text): text.isEmpty ? .empty : .text(text)
    case .number(let text): Double(text).map { .number($0) } ?? DataCell.word(text).workbookCell
    case .flag(let flag): flag ? .flag(true) : .empty
    case .date(let text):
      if let date = PartialDate(text), let month = date.month, let day = date.day {
        .date(year: date.year, month: month, day: day)
      } else {
        DataCell.word(text).workbookCell
      }
    }
  }
}

extension CSVWriter {
  /// Adds a row.
  mutating func add(_ row: [DataCell]) {
    for cell in row {
      switch cell {
      case .word(let text), .number(let text), .date(let text): add(text)
      case .text(let text): add(text: text)
      case .flag(let flag): add(flag ? "true" : "")
      }
    }
    endRow()
  }
}
