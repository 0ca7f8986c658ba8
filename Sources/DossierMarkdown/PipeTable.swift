/// A table in the syntax of GitHub Flavored Markdown, section 4.10 of its specification.
///
/// Its rows end at a blank line or where another block begins, which libcmark finds: it takes the
/// whole table for a paragraph. Cells are byte ranges of the source, without the blanks around.
struct PipeTable {
  enum Alignment: Equatable {
    case none, left, center, right
  }

  var alignments: [Alignment]
  /// The header row first; each as long as the author wrote it.
  var rows: [[Range<Int>]]

  /// Reads the lines of a table, of which the second is the delimiter row.
  init(lines: ArraySlice<Range<Int>>, in bytes: [UInt8]) {
    let delimiters = lines.dropFirst().first ?? 0..<0
    alignments = Self.alignments(in: delimiters, of: bytes) ?? []
    rows = (lines.prefix(1) + lines.dropFirst(2)).map { Self.cells(in: $0, of: bytes) }
  }

  /// Whether a line is the header of a table: a delimiter row with as many cells follows it.
  static func begins(with header: Range<Int>, delimiters: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard let alignments = alignments(in: delimiters, of: bytes) else { return false }
    return bytes.firstIndex(of: UInt8(ascii: "|"), in: header.lowerBound..<delimiters.upperBound)
      != nil && cells(in: header, of: bytes).count == alignments.count
  }

  /// Whether a line is a row of dashes with a bar.
  static func isDelimiterRow(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    bytes.firstIndex(of: UInt8(ascii: "|"), in: line) != nil
      && alignments(in: line, of: bytes)?.isEmpty == false
  }

  private static func alignments(in line: Range<Int>, of bytes: [UInt8]) -> [Alignment]? {
    let line = bytes.trimmed(line)
    guard !line.isEmpty, "|:-".utf8.contains(bytes[line.lowerBound]) else { return nil }
    var alignments: [Alignment] = []
    for cell in cells(in: line, of: bytes) {
      guard let alignment = alignment(bytes[cell]) else { return nil }
      alignments.append(alignment)
    }
    return alignments
  }

  private static func alignment(_ cell: ArraySlice<UInt8>) -> Alignment? {
    let colon = UInt8(ascii: ":")
    var dashes = cell
    let isLeft = dashes.first == colon
    if isLeft { dashes.removeFirst() }
    let isRight = dashes.last == colon
    if isRight { dashes.removeLast() }
    guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    switch (isLeft, isRight) {
    case (true, true): return .center
    case (true, false): return .left
    case (false, true): return .right
    case (false, false): return Alignment.none
    }
  }

  /// Splits a row at its bars; a bar behind a backslash splits nothing, a bar in code does.
  private static func cells(in line: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
    let line = bytes.trimmed(line)
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    if start < line.upperBound, bytes[start] == UInt8(ascii: "|") { start += 1 }
    var offset = start
    while offset < line.upperBound {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset += 2
      } else if bytes[offset] == UInt8(ascii: "|") {
        cells.append(bytes.trimmed(start..<offset))
        offset += 1
        start = offset
      } else {
        offset += 1
      }
    }
    if start < line.upperBound { cells.append(bytes.trimmed(start..<line.upperBound)) }
    return cells
  }

  /// A cell's Markdown: an escaped bar is a bar, in code too.
  static func text(of cell: Range<Int>, in bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var offset = cell.lowerBound
    while offset < cell.upperBound {
      let isEscape = bytes[offset] == UInt8(ascii: "\\") && offset + 1 < cell.upperBound
      if isEscape, bytes[offset + 1] != UInt8(ascii: "|") { text.append(bytes[offset]) }
      if isEscape { offset += 1 }
      text.append(bytes[offset])
      offset += 1
    }
    return text
  }
}

extension PipeTable.Alignment {
  /// The attribute of a cell; a style attribute would be refused by the pages' security policy.
  var attribute: String {
    switch self {
    case .none: ""
    case .left: " class=\"align-left\""
    case .center: " class=\"align-center\""
    case .right: " class=\"align-right\""
    }
  }
}
