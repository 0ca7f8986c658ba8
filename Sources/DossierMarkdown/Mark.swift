/// What a mark in the HTML that libcmark renders stands for.
///
/// A mark is the byte 0xFF, which UTF-8 cannot hold, and the number of the mark in five bytes from
/// 0x80 to 0xBF: bytes that libcmark's renderer copies as they are, escaped text included.
enum Mark {
  case hole(Hole)
  /// Before a link that is a reference, whose tags are taken off; its text becomes the label.
  case referenceStart(Hole)
  case referenceEnd
  /// Around a link that stays text: its tags are taken off.
  case textStart, textEnd
  /// In the words of a citation whose works are holes.
  case bracket(BracketSign)
  /// Just within the tags of a heading, by its index.
  case headingStart(Int), headingEnd(Int)

  /// Whether a hole takes the mark's place.
  var opensHole: Bool {
    switch self {
    case .hole, .referenceStart, .bracket: true
    default: false
    }
  }

  static let lead: UInt8 = 0xFF
  /// Bytes of a mark, the lead among them.
  static let width = 6

  /// The bytes of the mark with a number below 2³⁰.
  static func bytes(_ number: Int) -> [UInt8] {
    func digit(_ place: Int) -> UInt8 {
      0x80 | UInt8(truncatingIfNeeded: (number >> (6 * place)) & 0x3F)
    }
    return [lead, digit(0), digit(1), digit(2), digit(3), digit(4)]
  }

  /// The number of the mark that begins at an offset; `nil` where it is cut off.
  static func number(in bytes: BorrowedBytes, at offset: Int) -> Int? {
    guard offset + width <= bytes.count else { return nil }
    return (0..<5).reduce(0) { $0 | Int(bytes[offset + 1 + $1] & 0x3F) << (6 * $1) }
  }
}
