import DossierSource

/// The text of a body, and the places of its bytes in the file.
struct SourceText {
  let path: String
  let bytes: [UInt8]
  private let lines: LineTable
  private let firstLine: Int
  /// Where a short text begins in its file; `nil` for a body, whose lines are the file's own.
  private let anchor: Span?
  /// Where the bytes stand in the author's text, if they are not that text itself.
  private var origin: Origin?

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

  /// The same text, written anew; the places of it are still those of the author's.
  func rewritten(_ rewrite: (inout Origin) -> Void) -> SourceText {
    var origin = Origin(bytes, lines: lines)
    rewrite(&origin)
    var text = SourceText(path: path, bytes: origin.text, firstLine: firstLine, anchor: anchor)
    text.origin = origin
    return text
  }

  /// Whether the text was written anew.
  var isRewritten: Bool { origin != nil }

  /// Some bytes as the author wrote them.
  func quote(_ range: Range<Int>) -> String {
    guard let origin else { return bytes[range].text }
    return origin.bytes[origin.range(of: range)].text
  }

  /// The bytes of a line, counted from 0, without its line feed; empty where there is none.
  func line(_ index: Int) -> Range<Int> { lines[index] }

  /// The file's line of a line counted from 0.
  func fileLine(_ index: Int) -> Int {
    guard let origin else { return firstLine + index }
    return firstLine + origin.lines.line(of: origin.offset(of: line(index).lowerBound))
  }

  /// The place in the file of some bytes, as far as they stand on one line.
  func span(of range: Range<Int>) -> Span {
    let range = origin?.range(of: range) ?? range
    let lines = origin?.lines ?? lines
    let index = lines.line(of: range.lowerBound)
    let line = lines[index]
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
