import DossierSource

/// A YAML text within its file, and the places that libyaml's marks mean there.
struct YAMLText {
  let path: String
  let bytes: [UInt8]
  private let firstLine: Int
  /// Bytes that stand before each line in the file, as in an indented block.
  private let indentation: Int
  private let lineStarts: [Int]

  init(_ bytes: ArraySlice<UInt8>, path: String, firstLine: Int, indentation: Int) {
    self.path = path
    self.bytes = Array(bytes)
    self.firstLine = firstLine
    self.indentation = indentation
    var starts = [0]
    for (index, byte) in self.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    lineStarts = starts
  }

  /// What stands between two marks, as far as it is on the line of the first.
  func span(from start: YAMLMark, to end: YAMLMark? = nil) -> Span {
    let first = offset(of: start)
    let last = end.map { $0.line == start.line ? offset(of: $0) : lineEnd(start.line) } ?? first
    return Span(
      line: start.line + firstLine, column: first - lineStart(start.line) + 1 + indentation,
      length: max(0, last - first))
  }

  /// The place of one byte.
  func span(ofByte offset: Int) -> Span {
    let line = max(0, (lineStarts.firstIndex { $0 > offset } ?? lineStarts.count) - 1)
    return Span(
      line: line + firstLine, column: offset - lineStart(line) + 1 + indentation, length: 1)
  }

  /// Where the text of a block begins, on the line below its `|` or `>`.
  func blockSpan(below mark: YAMLMark) -> Span {
    let start = lineStart(mark.line + 1)
    let spaces = bytes[start...].prefix { $0 == UInt8(ascii: " ") }.count
    return Span(line: mark.line + 1 + firstLine, column: spaces + 1 + indentation)
  }

  /// Whether a tab stands at the beginning of a span.
  func isTab(at span: Span) -> Bool {
    let offset = lineStart(span.line - firstLine) + span.column - 1 - indentation
    return bytes.indices.contains(offset) && bytes[offset] == UInt8(ascii: "\t")
  }

  private func lineStart(_ line: Int) -> Int {
    lineStarts[min(max(line, 0), lineStarts.count - 1)]
  }

  private func lineEnd(_ line: Int) -> Int {
    line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
  }

  private func offset(of mark: YAMLMark) -> Int {
    var offset = lineStart(mark.line)
    for _ in 0..<mark.column where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
