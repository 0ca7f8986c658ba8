import DossierMarkdown

/// A stretch of a text: bytes of its HTML, and the holes in them.
struct ProseStretch {
  var bytes: Range<Int>
  var holes: Range<Int>
}

/// The bracket of a citation whose words have markup, cut into its works.
struct MarkedBracket {
  /// A work with what the author says before it and behind it.
  struct Item {
    var prefix: ProseStretch
    var work: Citation
    /// What stood in braces behind the work.
    var place: ProseStretch?
    var rest: ProseStretch
  }

  private(set) var items: [Item] = []
  /// The index of its last hole.
  let end: Int

  /// The bracket that begins with a hole; `nil` where it is not whole.
  init?(_ holes: [Hole], at start: Int) {
    var depth = 0
    var signs: [Int] = []
    for index in start..<holes.count {
      switch holes[index].filling {
      case .bracket(.start):
        depth += 1
        if depth == 1 { signs.append(index) }
      case .bracket(.end):
        if depth == 1 { signs.append(index) }
        depth -= 1
      case .bracket, .work:
        if depth == 1 { signs.append(index) }
      default: break
      }
      if depth == 0 { break }
    }
    guard depth == 0, let end = signs.last else { return nil }
    self.end = end
    let stretch = { (left: Int, right: Int) in
      ProseStretch(
        bytes: holes[left].offset..<max(holes[left].offset, holes[right].offset),
        holes: left + 1..<right)
    }
    var reader = Reader(holes: holes, stretch: stretch)
    for pair in zip(signs, signs.dropFirst()) { reader.take(pair.0, pair.1) }
    guard let items = reader.items else { return nil }
    self.items = items
  }

  /// Goes from one sign of the bracket to the next.
  private struct Reader {
    let holes: [Hole]
    let stretch: (Int, Int) -> ProseStretch
    private var found: [Item] = []
    private var prefix: ProseStretch?
    private var isWhole = true

    init(holes: [Hole], stretch: @escaping (Int, Int) -> ProseStretch) {
      self.holes = holes
      self.stretch = stretch
    }

    /// The works; `nil` where a part of the bracket has none or several.
    var items: [Item]? { isWhole && prefix == nil && !found.isEmpty ? found : nil }

    mutating func take(_ left: Int, _ right: Int) {
      let stretch = stretch(left, right)
      switch holes[left].filling {
      case .bracket(.start), .bracket(.separator):
        if prefix != nil { isWhole = false }
        prefix = stretch
      case .work(let work):
        guard let words = prefix else { return isWhole = false }
        found.append(Item(prefix: words, work: work, rest: stretch))
        prefix = nil
      case .bracket(.placeStart) where !found.isEmpty: found[found.count - 1].place = stretch
      case .bracket(.placeEnd) where !found.isEmpty: found[found.count - 1].rest = stretch
      default: isWhole = false
      }
    }
  }
}
