/// What a text of CSL-JSON may be marked as.
public enum TextMark: Sendable {
  case italic, bold, superscript, subscripted, smallCaps, noCase, noDecoration

  var token: Mark {
    switch self {
    case .italic: .decoration(.italic, isContent: true)
    case .bold: .decoration(.bold, isContent: true)
    case .superscript: .decoration(.superscript, isContent: true)
    case .subscripted: .decoration(.subscripted, isContent: true)
    case .smallCaps: .decoration(.smallCaps, isContent: true)
    case .noCase: .noCase
    case .noDecoration: .noDecoration
    }
  }
}

/// A tag of those that reference managers write into texts.
public struct TextTag: Sendable {
  let mark: TextMark
  /// The name of the tag that closes it: `/i`.
  let closer: String

  /// By what stands between the angles, without blanks and semicolons.
  static let named: [String: TextTag] = [
    "i": TextTag(mark: .italic, closer: "/i"), "b": TextTag(mark: .bold, closer: "/b"),
    "sup": TextTag(mark: .superscript, closer: "/sup"),
    "sub": TextTag(mark: .subscripted, closer: "/sub"),
    "sc": TextTag(mark: .smallCaps, closer: "/sc"),
    "spanstyle=\"font-variant:small-caps\"": TextTag(mark: .smallCaps, closer: "/span"),
    "spanclass=\"nocase\"": TextTag(mark: .noCase, closer: "/span"),
    "spanclass=\"nodecor\"": TextTag(mark: .noDecoration, closer: "/span"),
  ]

  static let closers = Set(named.values.map(\.closer))

  /// The longest tag, its angles included.
  static let longest = 60

  /// A piece of a text.
  public enum Segment: Sendable, Equatable {
    case text(String)
    case open(TextMark)
    case close(TextMark)
  }

  /// A text cut at its tags. What has no counterpart is text; of tags that cross, the inner one.
  public static func pieces(of text: String) -> [Segment] {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return [.text(text)] }
    var pieces: [Segment] = []
    var open: [(tag: TextTag, written: String, index: Int)] = []
    var rest = text[...]
    while let angle = rest.firstIndex(of: "<") {
      if angle > rest.startIndex { pieces.append(.text(String(rest[..<angle]))) }
      rest = rest[angle...]
      let end = rest.prefix(longest).firstIndex(of: ">")
      let written = String(end.map { rest[...$0] } ?? rest.prefix(1))
      let name = written.dropFirst().dropLast().filter { $0 != " " && $0 != ";" }
      if end != nil, let tag = named[name] {
        open.append((tag, written, pieces.count))
        pieces.append(.open(tag.mark))
        rest = rest.dropFirst(written.count)
      } else if end != nil, let place = open.lastIndex(where: { $0.tag.closer == name }) {
        for inner in open[(place + 1)...] { pieces[inner.index] = .text(inner.written) }
        pieces.append(.close(open[place].tag.mark))
        open.removeSubrange(place...)
        rest = rest.dropFirst(written.count)
      } else {
        pieces.append(.text("<"))
        rest = rest.dropFirst()
      }
    }
    for left in open { pieces[left.index] = .text(left.written) }
    return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
  }
}
