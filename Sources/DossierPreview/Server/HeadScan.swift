/// Finds the end of a request's head while its bytes come in, and says when it is none to be read.
///
/// The parser behind it reads a field's bytes before it counts them, and has no bound for a request
/// line of its own; here each byte is looked at once, whatever comes.
struct HeadScan {
  /// What is known after some bytes more.
  enum Step: Equatable {
    case more
    /// The head is whole with so many of these bytes; the rest is of what follows.
    case whole(Int)
    case refused(HeadRefusal)
  }

  /// The most bytes of a request line, and of all fields together.
  static let most = 16_384
  /// The most fields.
  static let mostFields = 100

  private enum Part {
    /// Before the request line, where empty lines are passed over.
    case start
    case line, fields
  }

  private var part = Part.start
  /// The bytes of the request line, then those of the fields.
  private var count = 0
  /// Whether the line at hand is empty so far, but for a carriage return.
  private var isLineEmpty = true
  /// The request line up to its first space, cut off where it is longer than any method.
  private var method: [UInt8] = []
  private var isMethodWhole = false

  /// Whether a byte of the head has come.
  var hasBegun: Bool { part != .start || count > 0 }

  mutating func take(_ bytes: some Sequence<UInt8>) -> Step {
    for (index, byte) in bytes.enumerated() {
      count += 1
      guard count <= Self.most else {
        return .refused(part == .fields ? .fieldsTooLong : .lineTooLong)
      }
      switch part {
      case .start where byte == Self.return || byte == Self.feed: continue
      case .start, .line:
        part = .line
        takeMethod(byte)
        guard byte == Self.feed else { continue }
        if isOtherMethod { return .refused(.otherMethod) }
        (part, count) = (.fields, 0)
      case .fields where byte == Self.feed:
        if isLineEmpty { return .whole(index + 1) }
        isLineEmpty = true
      case .fields: isLineEmpty = isLineEmpty && byte == Self.return
      }
    }
    return .more
  }

  private static let `return` = UInt8(ascii: "\r")
  private static let feed = UInt8(ascii: "\n")

  private mutating func takeMethod(_ byte: UInt8) {
    isMethodWhole = isMethodWhole || byte == UInt8(ascii: " ")
    if !isMethodWhole, method.count < 32 { method.append(byte) }
  }

  /// Whether the line asks for something else than to see a page; what is no request at all is left
  /// to the parser.
  private var isOtherMethod: Bool {
    isMethodWhole && !method.isEmpty
      && method.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      && !method.elementsEqual("GET".utf8) && !method.elementsEqual("HEAD".utf8)
  }
}

/// Why a head is not read to its end.
enum HeadRefusal: Error {
  case lineTooLong, fieldsTooLong, otherMethod
}
