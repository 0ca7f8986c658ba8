internal import DossierXML

/// Reads the cells of one sheet.
struct SheetReader {
  private let stream: XMLStream
  private let strings: [String]
  private let formats: [SheetFormat]
  private let startsIn1904: Bool
  private var rows: [[WorkbookFile.Cell]] = []
  private var cellCount = 0
  private var merged: [String] = []

  /// The cell that is being read.
  private var type: String?
  private var style: Int?
  private var value = ""
  private var isValue = false
  private var runs = RunText()
  private var row = 0
  private var column = 0

  /// Rows and columns that a sheet may have.
  private static let mostRows = 1_048_576
  private static let mostColumns = 16_384

  init(_ bytes: [UInt8], strings: [String], formats: [SheetFormat], startsIn1904: Bool) {
    stream = XMLStream(bytes)
    self.strings = strings
    self.formats = formats
    self.startsIn1904 = startsIn1904
  }

  /// All rows, without those at the end that are empty.
  mutating func rows(skippedRows: Int) throws(WorkbookFile.Flaw) -> [[WorkbookFile.Cell]] {
    while let event = try next() { try take(event) }
    while rows.last?.allSatisfy(\.text.isEmpty) == true { rows.removeLast() }
    for range in merged {
      let corner = range.prefix { $0 != ":" }
      guard let (column, row) = Self.place(of: String(corner)), row > skippedRows,
        row <= rows.count
      else { continue }
      throw .merged(range: range, row: row, column: column + 1)
    }
    return rows
  }

  private func next() throws(WorkbookFile.Flaw) -> XMLEvent? {
    do throws(XMLMistake) { return try stream.next() } catch { throw .broken }
  }

  private mutating func take(_ event: XMLEvent) throws(WorkbookFile.Flaw) {
    switch event {
    case .start("row", let tag):
      row = Int(tag["r"] ?? "") ?? row + 1
      column = -1
    case .start("c", let tag): beginCell(tag)
    case .end("c"): try endCell()
    case .start("v", _): isValue = true
    case .end("v"): isValue = false
    case .text(let text) where isValue: value += text
    case .start("mergeCell", let tag): merged.append(tag["ref"] ?? "")
    default: runs.take(event)
    }
  }

  private mutating func beginCell(_ tag: XMLTag) {
    (type, style) = (tag["t"], tag["s"].flatMap { Int($0) })
    (value, runs) = ("", RunText())
    guard let name = tag["r"], let place = Self.place(of: name) else {
      column += 1
      return
    }
    (column, row) = place
  }

  private mutating func endCell() throws(WorkbookFile.Flaw) {
    let cell = cell()
    guard !cell.text.isEmpty else { return }
    guard (1...Self.mostRows).contains(row), (0..<Self.mostColumns).contains(column) else {
      throw .broken
    }
    while rows.count < row { rows.append([]) }
    // A column far to the right counts with all that are empty before it.
    cellCount += max(0, column + 1 - rows[row - 1].count)
    guard cellCount + rows.count <= WorkbookFile.mostCells else { throw .tooLarge }
    while rows[row - 1].count <= column { rows[row - 1].append(WorkbookFile.Cell()) }
    rows[row - 1][column] = cell
  }

  private func cell() -> WorkbookFile.Cell {
    switch type {
    case "s":
      let index = Int(value) ?? -1
      return text(strings.indices.contains(index) ? strings[index] : "")
    case "inlineStr": return text(runs.value)
    case "str": return text(RunText.decoded(value))
    case "b": return WorkbookFile.Cell(text: value == "1" ? "TRUE" : value.isEmpty ? "" : "FALSE")
    case "e", "d": return WorkbookFile.Cell(text: value)
    default: return number()
    }
  }

  private func text(_ text: String) -> WorkbookFile.Cell {
    WorkbookFile.Cell(text: text, isText: true)
  }

  private func number() -> WorkbookFile.Cell {
    guard let number = Double(value) else { return WorkbookFile.Cell(text: value) }
    let format = style.flatMap { formats.indices.contains($0) ? formats[$0] : nil } ?? .number
    return WorkbookFile.Cell(text: format.text(number, startsIn1904: startsIn1904))
  }

  /// The column from 0 and the row from 1 of a name such as `AB12`.
  static func place(of name: String) -> (column: Int, row: Int)? {
    let letters = name.utf8.prefix { (65...90).contains($0) }
    guard (1...3).contains(letters.count), let row = Int(name.dropFirst(letters.count)), row > 0
    else { return nil }
    let column = letters.reduce(0) { $0 * 26 + Int($1 - 64) }
    return (column - 1, row)
  }
}
