import DossierSource

/// Where the bytes of a text that was written anew stand in the author's own.
struct Origin {
  /// A stretch of the new text, up to the next one.
  private struct Piece {
    var start: Int
    var source: Int
    /// Whether it is the author's, byte for byte; else all of it stands for one place.
    var isCopy: Bool
  }

  /// The author's text.
  let bytes: [UInt8]
  let lines: LineTable
  private var pieces: [Piece] = []
  private(set) var text: [UInt8] = []

  init(_ bytes: [UInt8], lines: LineTable) {
    self.bytes = bytes
    self.lines = lines
    text.reserveCapacity(bytes.count + bytes.count / 16)
  }

  /// Takes over a stretch of the author's text.
  mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    pieces.append(Piece(start: text.count, source: range.lowerBound, isCopy: true))
    text += bytes[range]
  }

  /// Puts in what the author did not write, for a place of the author's text.
  mutating func insert(_ words: some Sequence<UInt8>, at offset: Int) {
    pieces.append(Piece(start: text.count, source: offset, isCopy: false))
    text += words
  }

  /// The place in the author's text of a place in the new one.
  func offset(of position: Int) -> Int {
    let next = pieces.partitioningIndex { $0.start > position }
    guard let piece = pieces.prefix(next).last else { return position }
    return min(bytes.count, piece.isCopy ? piece.source + position - piece.start : piece.source)
  }

  func range(of range: Range<Int>) -> Range<Int> {
    let start = offset(of: range.lowerBound)
    return start..<max(start, offset(of: range.upperBound))
  }
}
