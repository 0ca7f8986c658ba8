public import DossierSource

/// The rows of a table of comma-, semicolon- or tab-separated values, whose cells know their places.
///
/// The first row is the head. Rows without any text are left out; a row may have fewer cells than the
/// head, and the cells that it lacks are empty.
public struct DelimitedTable: Sendable {
  /// What stands between two separators.
  struct Cell {
    /// Bytes of its text, without blanks around it and without its quotation marks.
    var start: UInt32
    var end: UInt32
    /// The line on which it begins, from 1, and that line's first byte.
    var line: UInt32
    var lineStart: UInt32
    var isQuoted = false
    /// Whether a quotation mark of its text is doubled.
    var hasDoubledQuote = false

    var isEmpty: Bool { start == end }
  }

  let path: String
  let bytes: [UInt8]
  var cells: [Cell] = []
  /// The first cell of each row, and one behind the last.
  var rowStarts: [Int] = [0]
  /// What stands between its cells.
  public internal(set) var separator: TableSeparator

  init(path: String, bytes: [UInt8], separator: TableSeparator) {
    (self.path, self.bytes, self.separator) = (path, bytes, separator)
  }

  /// The rows below the head, from 1.
  public var rows: Range<Int> { 1..<max(1, rowStarts.count - 1) }

  /// How many cells the head has.
  public var columnCount: Int { rowStarts.count > 1 ? rowStarts[1] : 0 }

  /// The names of the columns, in their order.
  public var head: [String] { (0..<columnCount).map { text(row: 0, column: $0) } }

  private func cell(_ row: Int, _ column: Int) -> Cell? {
    guard row >= 0, row + 1 < rowStarts.count, column >= 0 else { return nil }
    let index = rowStarts[row] + column
    return index < rowStarts[row + 1] ? cells[index] : nil
  }

  /// A row as it is written, for a look whether two are the same.
  public func bytes(ofRow row: Int) -> ArraySlice<UInt8> {
    guard let first = cell(row, 0), let last = cell(row, rowStarts[row + 1] - rowStarts[row] - 1)
    else { return [] }
    return bytes[Int(first.start)..<max(Int(first.start), Int(last.end))]
  }

  /// A number that is the same for rows which are written alike, and hardly ever for others (FNV-1a,
  /// http://www.isthe.com/chongo/tech/comp/fnv/).
  public func digest(ofRow row: Int) -> UInt64 {
    let range = bytes(ofRow: row).indices
    return bytes.withUnsafeBufferPointer { bytes in
      range.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(bytes[$1])) &* 0x100_0000_01B3 }
    }
  }

  /// Whether a cell says nothing; quotation marks around nothing are nothing.
  public func isEmpty(row: Int, column: Int) -> Bool { cell(row, column)?.isEmpty ?? true }

  /// Whether a cell stands within quotation marks.
  public func isQuoted(row: Int, column: Int) -> Bool { cell(row, column)?.isQuoted ?? false }

  /// The text of a cell, without the blanks around it where no quotation marks are.
  public func text(row: Int, column: Int) -> String {
    guard let cell = cell(row, column), !cell.isEmpty else { return "" }
    let text = bytes[Int(cell.start)..<Int(cell.end)]
    guard cell.hasDoubledQuote else { return String(decoding: text, as: UTF8.self) }
    var plain: [UInt8] = []
    var skips = false
    for byte in text {
      skips = byte == UInt8(ascii: "\"") && !skips
      if !skips { plain.append(byte) }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The place of a cell, as far as it is on its first line; that of the row for one that is not there.
  public func span(row: Int, column: Int) -> Span {
    guard let cell = cell(row, column) else {
      let first = self.cell(row, 0)
      return Span(line: first.map { Int($0.line) } ?? 1, column: 1)
    }
    return Self.span(of: cell, in: bytes)
  }

  static func span(of cell: Cell, in bytes: [UInt8]) -> Span {
    let quotes = cell.isQuoted ? 1 : 0
    let start = Int(cell.start) - quotes
    var end = Int(cell.end) + quotes
    if cell.isQuoted {
      let line = bytes[Int(cell.start)..<Int(cell.end)]
      if let lineEnd = line.firstIndex(of: UInt8(ascii: "\n")) { end = lineEnd }
    }
    return Span(
      line: Int(cell.line), column: start - Int(cell.lineStart) + 1, length: max(0, end - start))
  }

  /// The column of the cell that begins at a place, from 0; `nil` where none does.
  public func column(at span: Span) -> Int? {
    guard let row = row(atLine: span.line) else { return nil }
    return (0..<(rowStarts[row + 1] - rowStarts[row])).last { column in
      let start = self.span(row: row, column: column)
      return (start.line, start.column) <= (span.line, span.column)
    }
  }

  /// The row to which a line belongs.
  private func row(atLine line: Int) -> Int? {
    guard rowStarts.count > 1 else { return nil }
    let next = rowStarts.dropLast().partitioningIndex { Int(cells[$0].line) > line }
    return Swift.max(next - 1, 0)
  }
}

extension DelimitedTable {
  /// Cuts a text file into cells, as RFC 4180 has it, with the separator that the head shows.
  ///
  /// Nothing is guessed: a head in which two of the separators stand is an error, and so is a quotation
  /// mark where none can be meant. A first line `sep=;`, as spreadsheets write it, is understood.
  ///
  /// - Returns: `nil` where the text is no table; the diagnostics say why, with `table.quote`,
  ///   `table.separator`, `table.size`, `table.columns`, `table.row-long` and `table.empty`.
  public static func read(_ file: SourceFile, _ form: TableForm = TableForm())
    -> Outcome<DelimitedTable?>
  {
    guard file.bytes.count <= largest else {
      return Outcome(nil, [tooLarge(file.path, file.bytes.count)])
    }
    var reader = DelimitedReader(file, form)
    return reader.read()
  }

  /// The names of the columns alone; `nil` where the head cannot be read.
  public static func head(of file: SourceFile, _ form: TableForm = TableForm()) -> [String]? {
    var reader = DelimitedReader(file, form)
    return reader.readHead()?.head
  }

  /// Bytes that a table may have.
  public static let largest = 50_000_000
  /// Columns that a table may have.
  static let mostColumns = 1_000
  /// Cells that a table may have.
  static let mostCells = 5_000_000

  /// A table with more bytes than it may have.
  public static func tooLarge(_ path: String, _ size: Int) -> Diagnostic {
    .error(
      "table.size", "the table has \(size / 1_000_000) MB, and may have \(largest / 1_000_000)",
      at: Place(path: path, line: 1, column: 1), help: "divide it into several tables")
  }
}
