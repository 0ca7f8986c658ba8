/// A stretch of a paragraph's lines that is not what libcmark takes it for.
///
/// Lines are those of the source, counted from 0.
enum ParagraphPart: Equatable {
  case text(Range<Int>)
  /// A note's definition; `label` is the offset range of `[^label]`.
  case note(label: Range<Int>, lines: Range<Int>)
  /// A pipe table; the second line is the delimiter row.
  case table(Range<Int>)

  /// The parts of a paragraph; none where it is an ordinary one.
  static func parts(ofLines lines: Range<Int>, in source: SourceText) -> [ParagraphPart] {
    var parts: [ParagraphPart] = []
    var isOrdinary = true
    for index in lines {
      if let label = noteLabel(inLine: index, of: source) {
        parts.append(.note(label: label, lines: index..<index + 1))
        isOrdinary = false
      } else if let last = parts.last, case .table = last {
        parts[parts.count - 1] = last.extended(to: index)
      } else if index + 1 < lines.upperBound, PipeTable.begins(atLine: index, of: source) {
        parts.append(.table(index..<index + 1))
        isOrdinary = false
      } else if let last = parts.last {
        parts[parts.count - 1] = last.extended(to: index)
      } else {
        parts.append(.text(index..<index + 1))
      }
    }
    return isOrdinary ? [] : parts
  }

  private func extended(to line: Int) -> ParagraphPart {
    switch self {
    case .text(let lines): .text(lines.lowerBound..<line + 1)
    case .note(let label, let lines): .note(label: label, lines: lines.lowerBound..<line + 1)
    case .table(let lines): .table(lines.lowerBound..<line + 1)
    }
  }

  /// The label of a line that begins `[^label]:`, after three spaces at most.
  private static func noteLabel(inLine index: Int, of source: SourceText) -> Range<Int>? {
    let line = source.line(index)
    var start = line.lowerBound
    while start < line.upperBound, start - line.lowerBound < 3, source.bytes[start] == 0x20 {
      start += 1
    }
    guard source.bytes.has("[^", at: start) else { return nil }
    let end = source.bytes.withUnsafeBufferPointer { NoteLabel.end(in: $0, from: start) }
    guard let end, source.bytes.has(":", at: end) else { return nil }
    return start..<end
  }
}

/// A paragraph of libcmark's that holds tables or notes.
struct SplitParagraph {
  var node: CMarkNode
  var parts: [ParagraphPart]
}
