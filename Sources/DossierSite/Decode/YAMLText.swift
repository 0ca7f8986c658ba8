import DossierSource

/// A YAML text within its file, and the places in it that libyaml's marks mean.
///
/// A mark is the number of Unicode scalars before it.
struct YAMLText {
  let path: String
  let bytes: [UInt8]
  private let firstLine: Int
  /// Bytes that stand before each line in the file, as in an indented block.
  private let indentation: Int
  private let lines: LineTable
  /// The offset of every 64th scalar, so that none is far; empty where each byte is one.
  private let landmarks: [Int]

  private static let stride = 64

  init(_ bytes: ArraySlice<UInt8>, path: String, firstLine: Int, indentation: Int) {
    self.path = path
    self.bytes = Array(bytes)
    self.firstLine = firstLine
    self.indentation = indentation
    lines = LineTable(self.bytes)
    let isASCII = self.bytes.allSatisfy { $0 < 0x80 }
    landmarks = isASCII ? [] : Self.landmarks(in: self.bytes)
  }

  private static func landmarks(in bytes: [UInt8]) -> [Int] {
    var landmarks: [Int] = []
    var scalars = 0
    for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if scalars % stride == 0 { landmarks.append(index) }
      scalars += 1
    }
    return landmarks
  }

  /// What stands between two marks, as far as it is on the line of the first.
  func span(from start: Int, to end: Int? = nil) -> Span {
    let first = offset(of: start)
    return span(of: first..<max(first, end.map(offset) ?? first))
  }

  /// The place of some bytes, as far as they are on the line of the first.
  func span(of range: Range<Int>) -> Span {
    let number = lines.line(of: range.lowerBound)
    let line = lines[number]
    return Span(
      line: number + firstLine, column: range.lowerBound - line.lowerBound + 1 + indentation,
      length: max(0, min(range.upperBound, line.upperBound) - range.lowerBound))
  }

  /// Where the text of a block begins, on the line below its `|` or `>`.
  func blockSpan(below mark: Int) -> Span {
    let number = min(lines.line(of: offset(of: mark)) + 1, lines.count - 1)
    let spaces = bytes[lines[number]].prefix { $0 == UInt8(ascii: " ") }.count
    return Span(line: number + firstLine, column: spaces + 1 + indentation)
  }

  /// What stands behind a mark on its line, where it is a comment: blanks, and then a `#`.
  func comment(behind mark: Int) -> Range<Int>? {
    let start = offset(of: mark)
    guard start < bytes.count else { return nil }
    let line = bytes[start..<lines[lines.line(of: start)].upperBound]
    guard
      let sign = line.firstIndex(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }),
      sign > start, line[sign] == UInt8(ascii: "#")
    else { return nil }
    return sign..<line.endIndex
  }

  /// Whether a tab stands behind a mark.
  func isTab(at mark: Int) -> Bool {
    let offset = offset(of: mark)
    return offset < bytes.count && bytes[offset] == UInt8(ascii: "\t")
  }

  private func offset(of mark: Int) -> Int {
    guard !landmarks.isEmpty else { return min(mark, bytes.count) }
    let landmark = min(mark / Self.stride, landmarks.count - 1)
    var offset = landmarks[landmark]
    for _ in 0..<(mark - landmark * Self.stride) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
