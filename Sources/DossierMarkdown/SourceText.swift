import DossierSource

/// The text of a body, and the places of its bytes in the file.
struct SourceText {
  let path: String
  let bytes: [UInt8]
  private let lines: LineTable
  private let firstLine: Int
  /// Where a short text begins in its file; `nil` for a body, whose lines are the file's own.
  private let anchor: Span?

  /// A body; `firstLine` is the line of the file at which it begins.
  init(path: String, bytes: [UInt8], firstLine: Int) {
    self.init(path: path, bytes: bytes, firstLine: firstLine, anchor: nil)
  }

  /// A short text that begins in the midst of a line.
  ///
  /// How its further lines stand in the file is not known, so their places are its beginning.
  init(bytes: [UInt8], at place: Place) {
    self.init(path: place.path, bytes: bytes, firstLine: place.span.line, anchor: place.span)
  }

  private init(path: String, bytes: [UInt8], firstLine: Int, anchor: Span?) {
    self.path = path
    self.bytes = bytes
    self.firstLine = firstLine
    self.anchor = anchor
    lines = LineTable(bytes)
  }

  /// The bytes of a line, counted from 0, without its line feed; empty where there is none.
  func line(_ index: Int) -> Range<Int> { lines[index] }

  /// The bytes from the first of some lines to the last, without the last line feed.
  func bytes(ofLines lines: Range<Int>) -> Range<Int> {
    guard !lines.isEmpty else { return bytes.count..<bytes.count }
    let start = line(lines.lowerBound).lowerBound
    return start..<max(start, line(lines.upperBound - 1).upperBound)
  }

  /// The file's line of a line counted from 0.
  func fileLine(_ index: Int) -> Int { firstLine + index }

  /// The line, counted from 0, on which a byte stands.
  func lineIndex(of offset: Int) -> Int { lines.line(of: offset) }

  /// The place in the file of some bytes, as far as they stand on one line.
  func span(of range: Range<Int>) -> Span {
    let index = lineIndex(of: range.lowerBound)
    let line = line(index)
    let length = max(0, min(range.upperBound, line.upperBound) - range.lowerBound)
    let column = range.lowerBound - line.lowerBound
    guard let anchor else {
      return Span(line: firstLine + index, column: column + 1, length: length)
    }
    guard index == 0 else { return anchor }
    return Span(line: anchor.line, column: anchor.column + column, length: length)
  }

  /// The place of some bytes, with the file's name.
  func place(of range: Range<Int>) -> Place { Place(path: path, span: span(of: range)) }
}
