/// A stretch of a paragraph's lines that is not what libcmark takes it for.
///
/// Lines are those of the paragraph, counted from 0.
enum ParagraphPart: Equatable {
  case text(Range<Int>)
  /// A note's definition; `label` is the offset range of `[^label]`.
  case note(label: Range<Int>, lines: Range<Int>)
  /// A pipe table; the second line is the delimiter row.
  case table(Range<Int>)

  /// The parts of a paragraph; none where it is an ordinary one.
  ///
  /// - Parameters:
  ///   - lines: What stands on each, without what begins it because of lists and quotations.
  ///   - allowsNotes: Whether a note may be defined here.
  static func parts(
    ofLines lines: [Range<Int>], in bytes: [UInt8], allowsNotes: Bool
  ) -> [ParagraphPart] {
    var parts: [ParagraphPart] = []
    var isOrdinary = true
    for (index, line) in lines.enumerated() {
      if allowsNotes, let label = noteLabel(in: line, of: bytes) {
        parts.append(.note(label: label, lines: index..<index + 1))
        isOrdinary = false
      } else if let last = parts.last, last.takes(line, of: bytes) {
        parts[parts.count - 1] = last.extended(to: index)
      } else if index + 1 < lines.count,
        PipeTable.begins(with: line, delimiters: lines[index + 1], in: bytes)
      {
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

  /// Whether a line goes on with this part whatever it holds: rows do, and what is indented
  /// belongs to its note.
  private func takes(_ line: Range<Int>, of bytes: [UInt8]) -> Bool {
    switch self {
    case .text: false
    case .note: Margin(quotations: 0, column: 4).content(of: line, in: bytes) != line
    case .table: true
    }
  }

  private func extended(to line: Int) -> ParagraphPart {
    switch self {
    case .text(let lines): .text(lines.lowerBound..<line + 1)
    case .note(let label, let lines): .note(label: label, lines: lines.lowerBound..<line + 1)
    case .table(let lines): .table(lines.lowerBound..<line + 1)
    }
  }

  /// The label of a line that begins `[^label]:`, after three spaces at most.
  static func noteLabel(in line: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
    var start = line.lowerBound
    while start < line.upperBound, start - line.lowerBound < 3, bytes[start] == 0x20 {
      start += 1
    }
    guard bytes.has("[^", at: start) else { return nil }
    let end = bytes.withUnsafeBufferPointer { NoteLabel.end(in: $0, from: start) }
    guard let end, bytes.has(":", at: end) else { return nil }
    return start..<end
  }
}

/// A paragraph of libcmark's that holds tables or notes.
struct SplitParagraph {
  var node: CMarkNode
  /// The note in which it stands.
  var note: Int?
  /// What stands on each line of it.
  var lines: [Range<Int>]
  var parts: [ParagraphPart]
  /// The line behind it and behind what it took, counted from 0.
  var endLine: Int
  /// What follows the paragraph and belongs to the note with which it ends.
  private(set) var noteRest: [Range<Int>] = []

  init(
    node: CMarkNode, note: Int?, lines: [Range<Int>], parts: [ParagraphPart], endLine: Int
  ) {
    self.node = node
    self.note = note
    self.lines = lines
    self.parts = parts
    self.endLine = endLine
  }

  var endsInNote: Bool {
    if case .note = parts.last { true } else { false }
  }

  mutating func take(_ lines: [Range<Int>], upTo endLine: Int) {
    noteRest += lines
    self.endLine = endLine
  }
}
