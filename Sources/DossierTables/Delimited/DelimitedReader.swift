import DossierSource

/// Goes through the text of a table once.
struct DelimitedReader {
  private let form: TableForm
  private var table: DelimitedTable
  private var at = 0
  private var line: UInt32 = 1
  private var lineStart = 0
  private var separator: UInt8 = 0
  private var diagnostics: [Diagnostic] = []

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")

  /// What stops the reading.
  private struct Flaw: Error { var diagnostic: Diagnostic }

  init(_ file: SourceFile, _ form: TableForm) {
    self.form = form
    let isTabs = file.path.lowercased().hasSuffix(".tsv")
    table = DelimitedTable(
      path: file.path, bytes: file.bytes,
      separator: form.separator ?? (isTabs ? .tab : .comma))
  }

  mutating func read() -> Outcome<DelimitedTable?> {
    do throws(Flaw) {
      try readSeparator()
      separator = table.separator.byte
      while at < table.bytes.count { try readRow() }
      guard table.rowStarts.count > 1 else { throw empty }
    } catch {
      return Outcome(nil, diagnostics + [error.diagnostic])
    }
    return Outcome(table, diagnostics)
  }

  /// The table with its head alone.
  mutating func readHead() -> DelimitedTable? {
    do throws(Flaw) {
      try readSeparator()
      separator = table.separator.byte
      while at < table.bytes.count, table.rowStarts.count == 1 { try readRow() }
    } catch { return nil }
    return table.rowStarts.count > 1 ? table : nil
  }

  private var empty: Flaw {
    flaw(
      "table.empty", "the table has no head", Span(line: 1, column: 1), "write one, or remove it")
  }

  private func flaw(_ code: String, _ message: String, _ span: Span, _ help: String) -> Flaw {
    Flaw(diagnostic: .error(code, message, at: Place(path: table.path, span: span), help: help))
  }
}

// What stands before the rows.
extension DelimitedReader {
  /// Passes over what stands before the head, and takes the separator from it.
  private mutating func readSeparator() throws(Flaw) {
    let isStated = readStatedSeparator()
    for _ in 0..<form.skippedRows { skipRow() }
    while at < table.bytes.count, isBlank(table.bytes[at..<lineEnd]) { skipLine() }
    guard form.separator == nil, !isStated, !table.path.lowercased().hasSuffix(".tsv") else {
      return
    }
    let found = TableSeparator.found(in: table.bytes[at..<lineEnd])
    guard found.count <= 1 else {
      let names = found.map(\.name).joined(separator: " and ")
      throw flaw(
        "table.separator", "\(names) stand in the head, and each may be what separates its cells",
        Span(line: Int(line), column: 1),
        "say which: 'separator: \(found[0].yaml)' in _tables.yml")
    }
    table.separator = found.first ?? .comma
  }

  /// `sep=;` on the first line says it to spreadsheets.
  private mutating func readStatedSeparator() -> Bool {
    let first = table.bytes[..<lineEnd]
    guard first.count == 5, first.starts(with: Array("sep=".utf8)),
      let sign = TableSeparator.allCases.first(where: { $0.byte == first[4] })
    else { return false }
    if form.separator == nil { table.separator = sign }
    skipLine()
    return true
  }

  private var lineEnd: Int {
    table.bytes[at...].firstIndex(of: Self.lineFeed) ?? table.bytes.count
  }

  private func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { ($0 == 0x20 || $0 == 0x09 || $0 == 0x2C || $0 == 0x3B) }
  }

  private mutating func skipLine() {
    at = min(lineEnd + 1, table.bytes.count)
    (line, lineStart) = (line + 1, at)
  }

  /// Passes over a row of which the separator is not known; lines that quotation marks hold together
  /// are one.
  private mutating func skipRow() {
    var isOpen = false
    repeat {
      let marks = table.bytes[at..<lineEnd].count { $0 == Self.quote }
      if !marks.isMultiple(of: 2) { isOpen.toggle() }
      skipLine()
    } while isOpen && at < table.bytes.count
  }
}

// Rows and cells.
extension DelimitedReader {
  private mutating func readRow() throws(Flaw) {
    let first = table.cells.count
    let columns = table.columnCount
    var isBlank = true
    repeat {
      let cell = try readCell()
      isBlank = isBlank && cell.isEmpty
      table.cells.append(cell)
    } while try endsCell()
    try checkSize()
    guard !isBlank else {
      table.cells.removeSubrange(first...)
      return
    }
    if table.rowStarts.count > 1 { dropExcess(first, columns) } else { try checkHead() }
    table.rowStarts.append(table.cells.count)
  }

  /// Goes behind a separator or a line's end; whether the row goes on.
  private mutating func endsCell() throws(Flaw) -> Bool {
    guard at < table.bytes.count else { return false }
    let byte = table.bytes[at]
    at += 1
    if byte == separator { return true }
    (line, lineStart) = (line + 1, at)
    return false
  }

  private func checkSize() throws(Flaw) {
    guard table.cells.count > DelimitedTable.mostCells else { return }
    throw flaw(
      "table.size", "the table has more than 5,000,000 cells", Span(line: Int(line), column: 1),
      "divide it into several tables")
  }

  private mutating func checkHead() throws(Flaw) {
    while table.cells.count > 1, table.cells[table.cells.count - 1].isEmpty {
      table.cells.removeLast()
    }
    let count = table.cells.count
    guard count > DelimitedTable.mostColumns else { return }
    let cell = table.cells[DelimitedTable.mostColumns]
    throw flaw(
      "table.columns", "the table has \(count) columns, and may have \(DelimitedTable.mostColumns)",
      DelimitedTable.span(of: cell, in: table.bytes),
      "write a row for each claim: record, field, value")
  }

  /// A row may have more cells than the head only where they are empty, as spreadsheets write them.
  private mutating func dropExcess(_ first: Int, _ columns: Int) {
    let count = table.cells.count - first
    guard count > columns else { return }
    if let cell = table.cells[(first + columns)...].first(where: { !$0.isEmpty }) {
      let span = DelimitedTable.span(of: cell, in: table.bytes)
      diagnostics.append(
        .error(
          "table.row-long", "the row has \(count) cells, and the head \(columns)",
          at: Place(path: table.path, span: span),
          help: "put quotation marks around a cell that holds \(table.separator.name), or name "
            + "the column in the head"))
    }
    table.cells.removeSubrange((first + columns)...)
  }

  private mutating func readCell() throws(Flaw) -> DelimitedTable.Cell {
    guard at < table.bytes.count, table.bytes[at] == Self.quote else { return try readPlainCell() }
    return try readQuotedCell()
  }

  private mutating func readPlainCell() throws(Flaw) -> DelimitedTable.Cell {
    var start = at
    let (separator, count) = (separator, table.bytes.count)
    let end = table.bytes.withUnsafeBufferPointer { bytes in
      var end = start
      while end < count, bytes[end] != separator, bytes[end] != Self.lineFeed { end += 1 }
      return end
    }
    at = end
    start = blanks(from: start, to: end)
    let last = trailingBlanks(from: start, to: end)
    let cell = cell(start, last)
    if start < last, table.bytes[start] == Self.quote {
      throw flaw(
        "table.quote", "blanks stand before the quotation mark of the cell",
        DelimitedTable.span(of: cell, in: table.bytes),
        "take them out; a quotation mark holds a cell together only where the cell begins with it")
    }
    return cell
  }

  private func cell(_ start: Int, _ end: Int) -> DelimitedTable.Cell {
    DelimitedTable.Cell(
      start: UInt32(clamping: start), end: UInt32(clamping: end), line: line,
      lineStart: UInt32(clamping: lineStart))
  }

  /// Behind the blanks with which a stretch begins: spaces, tabs and no-break spaces.
  private func blanks(from start: Int, to end: Int) -> Int {
    var start = start
    while start < end {
      let byte = table.bytes[start]
      if byte == 0x20 || byte == 0x09 {
        start += 1
      } else if byte == 0xC2, start + 1 < end, table.bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        return start
      }
    }
    return start
  }

  private func trailingBlanks(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start {
      let byte = table.bytes[end - 1]
      if byte == 0x20 || byte == 0x09 {
        end -= 1
      } else if byte == 0xA0, end - 2 >= start, table.bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        return end
      }
    }
    return end
  }

  private mutating func readQuotedCell() throws(Flaw) -> DelimitedTable.Cell {
    let opening = (line: line, lineStart: lineStart, at: at)
    var cell = cell(at + 1, at + 1)
    cell.isQuoted = true
    at += 1
    while at < table.bytes.count {
      let byte = table.bytes[at]
      if byte == Self.quote {
        guard at + 1 < table.bytes.count, table.bytes[at + 1] == Self.quote else { break }
        cell.hasDoubledQuote = true
        at += 1
      }
      at += 1
      if byte == Self.lineFeed { (line, lineStart) = (line + 1, at) }
    }
    let span = Span(
      line: Int(opening.line), column: opening.at - opening.lineStart + 1, length: 1)
    guard at < table.bytes.count else {
      throw flaw(
        "table.quote", "the quotation mark that begins the cell has no other that ends it", span,
        "close the cell with '\"'; a quotation mark within it is written twice")
    }
    cell.end = UInt32(clamping: at)
    at += 1
    try checkEnd(of: cell, span)
    return cell
  }

  /// Behind a closing quotation mark stands a separator or the end of the row.
  private mutating func checkEnd(of cell: DelimitedTable.Cell, _ opening: Span) throws(Flaw) {
    let end = at
    while at < table.bytes.count, table.bytes[at] == 0x20 { at += 1 }
    guard at < table.bytes.count, table.bytes[at] != separator, table.bytes[at] != Self.lineFeed
    else { return }
    guard Int(line) == opening.line else {
      throw flaw(
        "table.quote",
        "the cell that begins here goes on to line \(line), where text follows its quotation mark",
        opening, "close the cell where it ends; a quotation mark within it is written twice")
    }
    throw flaw(
      "table.quote", "text follows the quotation mark that ends the cell",
      Span(line: Int(line), column: end - lineStart + 1, length: 1),
      "write a quotation mark within a cell twice")
  }
}
