import DossierSource
import DossierTables

/// Makes cells of a table nodes of YAML, so that they are decoded as what an editor writes there.
///
/// Nothing is guessed: a number or a date is written otherwise than YAML has it only where the rules
/// say how, and then there is one reading.
struct CellReader {
  let table: DelimitedTable
  let rules: TableRules

  /// What a cell is to be.
  enum Sort {
    case text, number, date, period, flag, place

    init(of field: Field, key: String) {
      switch key {
      case "low", "high": self = .number
      case "as-of": self = .date
      case "approximate": self = .flag
      case "value":
        self =
          switch field.type {
          case .number, .quantity, .series: .number
          case .date: .date
          case .period: .period
          case .flag: .flag
          case .place: .place
          default: .text
          }
      default: self = .text
      }
    }

    init(ofKey key: String) {
      switch key {
      case "updated", "reviewed", "date", "as-of": self = .date
      case "order": self = .number
      case "draft": self = .flag
      default: self = .text
      }
    }
  }

  /// A cell, or a part of one, before it is known what it means.
  struct Cell {
    var text: String
    var span: Span
    /// Where its text begins: behind a quotation mark.
    var textSpan: Span
    /// Whether it is known to be a number written with a point.
    var isTyped = false

    /// Whether it is a word for what has no value.
    var isNoValue: Bool { ["unknown", "not-applicable"].contains(text) }
  }

  /// The keys of front matter that hold lists.
  static let listKeys: Set<String> = ["aliases", "authors", "topics", "key-points"]

  /// A cell that says something; what a spreadsheet shows for a broken formula is an error.
  func cell(_ row: Int, _ column: Int?, _ findings: inout Findings) -> Cell? {
    guard let column, !table.isEmpty(row: row, column: column) else { return nil }
    let text = table.text(row: row, column: column)
    let span = table.span(row: row, column: column)
    guard !FormulaError.isOne(text) else {
      findings.error(
        "table.formula", "'\(text)' is what a spreadsheet shows for a broken formula", at: span,
        help: "mend the formula and export the table again, or empty the cell")
      return nil
    }
    let isQuoted = table.isQuoted(row: row, column: column)
    var textSpan = span
    if isQuoted {
      textSpan.column += 1
      textSpan.length = max(0, span.length - 2)
    }
    return Cell(
      text: CSVWriter.unguarded(text), span: span, textSpan: textSpan,
      isTyped: rules.hasTypedCells && !isQuoted)
  }

  /// What a cell says, as YAML would have it.
  func node(_ cell: Cell, as sort: Sort) -> YAMLNode {
    switch sort {
    case .text: break
    case .flag:
      if cell.text == "TRUE" || cell.text == "FALSE" {
        return scalar(cell.text.lowercased(), cell, isPlain: true)
      }
    case .number:
      if let number = number(cell) { return scalar(number, cell, isPlain: false) }
    case .date: return scalar(rules.date(cell.text) ?? cell.text, cell)
    case .place: if let node = place(cell) { return node }
    case .period:
      if let node = period(cell) { return node }
      return scalar(rules.date(cell.text) ?? cell.text, cell)
    }
    return scalar(cell.text, cell)
  }

  private func scalar(_ text: String, _ cell: Cell, isPlain: Bool? = nil) -> YAMLNode {
    // What YAML takes for nothing is a word in a table, where an empty cell is nothing.
    YAMLNode(
      content: .scalar(text, isPlain: isPlain ?? !YAMLNode.isNull(text)), span: cell.span,
      textSpan: cell.textSpan)
  }

  /// A number of which there is no doubt.
  private func number(_ cell: Cell) -> String? {
    if cell.isTyped { return Quantity(cell.text) == nil ? nil : cell.text }
    guard let decimal = rules.decimal else { return nil }
    return NumberReadings.reading(of: cell.text, decimal: decimal)
  }

  /// `1999-06-12/2005`, `1999/..` and `/2005` (ISO 8601-2) as the ends of a period.
  private func period(_ cell: Cell) -> YAMLNode? {
    let parts = cell.text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let dates = parts.map { part -> String? in
      let text = String(part.trimmingBlanks)
      return text.isEmpty || text == ".." ? "" : rules.date(text) ?? PartialDate(text)?.description
    }
    guard let from = dates[0], let to = dates[1], !from.isEmpty || !to.isEmpty else { return nil }
    let ends = [("from", from), ("to", to)].filter { !$0.1.isEmpty }
    return YAMLNode(
      content: .mapping(ends.map { (scalar($0.0, cell), scalar($0.1, cell)) }), span: cell.span)
  }

  /// `42.66, 21.16`, `42.66, 21.16 (Pristina)` or `42.66, 21.16 (en: Pristina; uk: …)` as the parts of a
  /// place.
  private func place(_ cell: Cell) -> YAMLNode? {
    let form = /(\S+?), *(\S+?)(?: *\((.+)\))?/
    guard let match = cell.text.wholeMatch(of: form) else { return nil }
    var parts = [
      (key: scalar("latitude", cell), value: scalar(String(match.1), cell)),
      (key: scalar("longitude", cell), value: scalar(String(match.2), cell)),
    ]
    if let name = match.3 { parts.append((scalar("name", cell), placeName(name, cell))) }
    return YAMLNode(content: .mapping(parts), span: cell.span)
  }

  private func placeName(_ text: Substring, _ cell: Cell) -> YAMLNode {
    let names = text.split(separator: ";").map { part in
      part.trimmingBlanks.wholeMatch(of: /([a-z]{2,3}): +(.+)/)
    }
    guard names.allSatisfy({ $0 != nil }) else { return scalar(String(text), cell) }
    let entries = names.compactMap { name in
      name.map { (key: scalar(String($0.1), cell), value: scalar(String($0.2), cell)) }
    }
    return YAMLNode(content: .mapping(entries), span: cell.span)
  }

  /// The items of a cell, which bars separate; `\|` is a bar within one.
  static func items(of cell: Cell) -> [Cell] {
    guard cell.text.utf8.contains(UInt8(ascii: "|")) else { return [cell] }
    var (items, item): ([String], String) = ([], "")
    var isEscaped = false
    for character in cell.text {
      if character == "|", !isEscaped {
        items.append(item)
        item = ""
      } else {
        if character == "|" { item.removeLast() }
        item.append(character)
      }
      isEscaped = character == "\\"
    }
    return (items + [item]).map { text in
      var part = cell
      part.text = String(text[...].trimmingBlanks)
      return part
    }
  }
}

extension Substring {
  /// The text without blanks at its ends.
  var trimmingBlanks: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension TableRules {
  /// A date as ISO 8601 has it, where it is one or the rules say how it is to be read.
  func date(_ text: String) -> String? {
    guard let dates, PartialDate(text) == nil else { return nil }
    let parts = text.split(whereSeparator: { "./-".contains($0) }).map { $0.trimmingBlanks }
    let separators = text.filter { "./-".contains($0) }
    guard parts.count == 2 || parts.count == 3, Set(separators).count == 1,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), text.utf8.count <= 14
    else { return nil }
    let ordered: [Substring]
    switch (dates, parts.count) {
    case (.dmy, 3): ordered = [parts[2], parts[1], parts[0]]
    case (.mdy, 3): ordered = [parts[2], parts[0], parts[1]]
    case (.dmy, _), (.mdy, _): ordered = [parts[1], parts[0]]
    case (.ymd, _): ordered = parts
    }
    // The century of a year of two digits is not said.
    guard ordered[0].utf8.count == 4, ordered.dropFirst().allSatisfy({ $0.utf8.count <= 2 }) else {
      return nil
    }
    let padded = ordered.map { $0.utf8.count == 1 ? "0" + $0 : String($0) }
    return PartialDate(padded.joined(separator: "-"))?.description
  }
}
