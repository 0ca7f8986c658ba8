/// Finds a block's inline tokens in its source, in order.
///
/// libcmark's own places of inlines are wrong (after definitions, on later lines, behind
/// indentation). So the walk over its tree asks here for the next bracket or autolink each time it
/// meets one, and both stay in step: what the tree holds as code or raw HTML is passed over here.
struct InlineScanner {
  /// A token that begins a link, an image or a bracket of text.
  enum Opener {
    case bracket(Int)
    /// The offset of its `!`.
    case image(Int)
    case autolink(Range<Int>)

    /// Where the `[` stands; `nil` for an autolink.
    var bracket: Int? {
      switch self {
      case .bracket(let offset): offset
      case .image(let offset): offset + 1
      case .autolink: nil
      }
    }
  }

  /// Where the next search begins.
  var position: Int
  private let grammar: LinkGrammar
  private var tags: TagScanner
  /// For each length of a run of backticks, where its last run stands; made when first needed.
  private var lastRuns: [Int] = []

  private var bytes: [UInt8] { grammar.bytes }
  private var end: Int { grammar.end }

  /// Longer runs of backticks make no code in libcmark.
  private static let longestRun = 80

  init(_ bytes: [UInt8], in range: Range<Int>) {
    let range = range.clamped(to: 0..<bytes.count)
    position = range.lowerBound
    grammar = LinkGrammar(bytes: bytes, end: range.upperBound)
    tags = TagScanner(bytes: bytes, end: range.upperBound)
  }

  /// Passes over the link definitions that a paragraph begins with.
  mutating func skipDefinitions() {
    guard position < end, bytes[position] == UInt8(ascii: "[") else { return }
    position = grammar.definitionsEnd(from: position)
  }

  /// The next bracket or autolink, and moves behind it (behind the `[` of a bracket).
  mutating func nextOpener() -> Opener? {
    while position < end {
      let start = position
      switch bytes[start] {
      case UInt8(ascii: "["):
        position = start + 1
        return .bracket(start)
      case UInt8(ascii: "!") where start + 1 < end && bytes[start + 1] == UInt8(ascii: "["):
        position = start + 2
        return .image(start)
      case UInt8(ascii: "<"):
        position = afterAngle(start)
        if let last = tags.autolinkEnd(from: start) { return .autolink(start..<last) }
      default: position = afterUnit(start)
      }
    }
    return nil
  }

  /// The next byte of some kinds that is not escaped, and stands in no code, tag or autolink; moves
  /// behind it.
  mutating func nextPlain(where isWanted: (UInt8) -> Bool) -> Int? {
    while position < end {
      let start = position
      if isWanted(bytes[start]) {
        position = start + 1
        return start
      }
      position = afterUnit(start)
    }
    return nil
  }

  /// Moves behind the tag or the autolink that the angle at an offset begins, or behind that alone.
  mutating func skipAngle(at offset: Int) { position = afterAngle(offset) }

  /// The next `[` that opens a link, an image or nothing.
  mutating func nextBracket() -> Int? {
    while let opener = nextOpener() {
      if let bracket = opener.bracket { return bracket }
    }
    return nil
  }

  /// Where the text after a link's `[` closes, and where the whole link ends.
  mutating func link(openedAt bracket: Int) -> (close: Int, end: Int)? {
    var depth = 0
    var offset = bracket
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "["):
        depth += 1
        offset += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return (offset, tailEnd(from: offset + 1)) }
        offset += 1
      default: offset = afterUnit(offset)
      }
    }
    return nil
  }

  private func tailEnd(from start: Int) -> Int {
    grammar.inlineTail(from: start) ?? grammar.label(from: start) ?? start
  }

  /// What follows an escape, a code span, a tag or a plain byte.
  private mutating func afterUnit(_ start: Int) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "\\"): min(start + 2, end)
    case UInt8(ascii: "`"): afterBackticks(start)
    case UInt8(ascii: "<"): afterAngle(start)
    default: start + 1
    }
  }

  private mutating func afterAngle(_ start: Int) -> Int {
    tags.autolinkEnd(from: start) ?? tags.tagEnd(from: start) ?? start + 1
  }

  private mutating func afterBackticks(_ start: Int) -> Int {
    let open = runEnd(from: start)
    let length = open - start
    if lastRuns.isEmpty { findLastRuns(from: start) }
    guard length <= Self.longestRun, lastRuns[length] > start else { return open }
    var offset = open
    while let tick = bytes.firstIndex(of: UInt8(ascii: "`"), in: offset..<end) {
      offset = runEnd(from: tick)
      if offset - tick == length { return offset }
    }
    return open
  }

  private func runEnd(from start: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset] == UInt8(ascii: "`") { offset += 1 }
    return offset
  }

  private mutating func findLastRuns(from start: Int) {
    lastRuns = [Int](repeating: -1, count: Self.longestRun + 1)
    var offset = start
    while let tick = bytes.firstIndex(of: UInt8(ascii: "`"), in: offset..<end) {
      offset = runEnd(from: tick)
      if offset - tick <= Self.longestRun { lastRuns[offset - tick] = tick }
    }
  }
}
