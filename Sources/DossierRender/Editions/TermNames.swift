import DossierSite
import DossierSource

/// The names of the terms as they may stand in HTML, kept so that a search costs what the text is
/// long and not what the names are many.
struct TermNames: Sendable {
  private struct Node: Sendable {
    let byte: UInt8
    var child: Int?
    var sibling: Int?
    /// The terms of that name: a name of several is nobody's.
    var term: RecordIndex?
    var isShared = false
  }

  private var nodes: [Node] = []
  /// By the first byte of a name.
  private var roots = [Int?](repeating: nil, count: 256)

  /// Longer names are passed over, so that the search at one word has a bound.
  private static let longest = 200

  var isEmpty: Bool { nodes.isEmpty }

  /// Adds a name as it is, at the beginning of a sentence and, where its first word is no
  /// abbreviation, within one. What stands in brackets at its end tells it from other names, and
  /// may be left out.
  mutating func add(_ name: String, of term: RecordIndex) {
    for form in Self.forms(of: name) { insert(form, term) }
  }

  private static func forms(of name: String) -> Set<[UInt8]> {
    var names = [name]
    if name.last == ")", let bracket = name.lastIndex(of: "("), bracket > name.startIndex {
      names.append(String(name[..<bracket]))
    }
    let forms = names.flatMap { name -> [String] in
      let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let rest = name.dropFirst()
      guard rest.first?.isUppercase == false else { return [name] }
      return [name, name.prefix(1).uppercased() + rest, name.prefix(1).lowercased() + rest]
    }
    let escaped = forms.map {
      $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
    return Set(escaped.map { [UInt8]($0.composed.utf8).folded }.filter { 2...longest ~= $0.count })
  }

  private mutating func insert(_ name: [UInt8], _ term: RecordIndex) {
    var node = root(name[0])
    for byte in name.dropFirst() { node = child(of: node, byte) }
    if let other = nodes[node].term, other != term { nodes[node].isShared = true }
    nodes[node].term = term
  }

  private mutating func root(_ byte: UInt8) -> Int {
    if let root = roots[Int(byte)] { return root }
    nodes.append(Node(byte: byte))
    roots[Int(byte)] = nodes.count - 1
    return nodes.count - 1
  }

  private mutating func child(of node: Int, _ byte: UInt8) -> Int {
    if let child = find(byte, below: node) { return child }
    nodes.append(Node(byte: byte, sibling: nodes[node].child))
    nodes[node].child = nodes.count - 1
    return nodes.count - 1
  }

  private func find(_ byte: UInt8, below node: Int) -> Int? {
    var child = nodes[node].child
    while let current = child, nodes[current].byte != byte { child = nodes[current].sibling }
    return child
  }

  /// The longest name that begins at an offset and ends with a word.
  ///
  /// The apostrophes are one, a letter and its mark are one in either spelling, and soft hyphens and
  /// joiners are passed over.
  func match(in html: [UInt8], at start: Int) -> (term: RecordIndex, end: Int)? {
    var node: Int?
    var end = start
    var found: (term: RecordIndex, end: Int)?
    while end < html.count {
      let unit = html.foldedUnit(at: end)
      for byte in unit.bytes {
        node = node.map { find(byte, below: $0) } ?? (end == start ? roots[Int(byte)] : nil)
        if node == nil { return found }
      }
      end += unit.width
      guard let current = node else { return found }
      if let term = nodes[current].term, html.widthOfWordUnit(at: end) == 0 {
        found = nodes[current].isShared ? nil : (term, end)
      }
    }
    return found
  }
}

extension [UInt8] {
  /// The whole text as names are held against each other.
  fileprivate var folded: [UInt8] {
    var folded: [UInt8] = []
    var offset = 0
    while offset < count {
      let unit = foldedUnit(at: offset)
      folded += unit.bytes
      offset += unit.width
    }
    return folded
  }

  /// What stands at an offset, as names are held against each other, and how many bytes it has.
  fileprivate func foldedUnit(at offset: Int) -> (bytes: ArraySlice<UInt8>, width: Int) {
    let byte = self[offset]
    if byte < 0x80 && !hasMark(at: offset + 1) {
      return byte == UInt8(ascii: "\n") ? ([UInt8(ascii: " ")], 1) : (self[offset...offset], 1)
    }
    let hint = widthOfHint(at: offset)
    guard hint == 0 else { return ([], hint) }
    let apostrophe = widthOfApostrophe(at: offset)
    guard apostrophe == 0 else { return ([UInt8(ascii: "'")], apostrophe) }
    if byte == 0xC2, hasByte(0xA0, at: offset + 1) { return ([UInt8(ascii: " ")], 2) }
    var end = offset + 1
    while end < count, self[end] & 0xC0 == 0x80 || hasMark(at: end) { end += 1 }
    let whole = self[offset..<end]
    let hasMarks = whole.dropFirst().contains { $0 == 0xCC || $0 == 0xCD }
    return (
      hasMarks ? Array(String(decoding: whole, as: UTF8.self).composed.utf8)[...] : whole,
      whole.count
    )
  }

  private func hasByte(_ byte: UInt8, at offset: Int) -> Bool {
    offset < count && self[offset] == byte
  }

  /// Whether a mark begins here that belongs to the letter before it: U+0300 to U+036F.
  private func hasMark(at offset: Int) -> Bool {
    guard offset + 1 < count else { return false }
    return self[offset] == 0xCC || self[offset] == 0xCD && self[offset + 1] <= 0xAF
  }

  /// How many bytes an apostrophe has: `'`, `’` (U+2019) or `ʼ` (U+02BC); 0 where there is none.
  private func widthOfApostrophe(at offset: Int) -> Int {
    switch self[offset] {
    case UInt8(ascii: "'"): 1
    case 0xCA: hasByte(0xBC, at: offset + 1) ? 2 : 0
    case 0xE2: hasByte(0x80, at: offset + 1) && hasByte(0x99, at: offset + 2) ? 3 : 0
    default: 0
    }
  }

  /// How many bytes a soft hyphen (U+00AD), a joiner or its opposite (U+200B to U+200D, U+2060) has.
  private func widthOfHint(at offset: Int) -> Int {
    switch self[offset] {
    case 0xC2: return hasByte(0xAD, at: offset + 1) ? 2 : 0
    case 0xE2:
      guard offset + 2 < count else { return 0 }
      let isSpace = self[offset + 1] == 0x80 && (0x8B...0x8D).contains(self[offset + 2])
      return isSpace || self[offset + 1] == 0x81 && self[offset + 2] == 0xA0 ? 3 : 0
    default: return 0
    }
  }

  /// How many bytes of HTML at an offset go on with the word before it; 0 where it ends.
  ///
  /// Of what is not ASCII, everything is taken for a letter but the blocks of signs: Latin-1's and
  /// those from U+2000 to U+2FFF. A hyphen, an apostrophe and a soft hyphen belong to a word that goes on
  /// behind them.
  func widthOfWordUnit(at offset: Int) -> Int {
    let width = widthOfLetter(at: offset)
    guard width == 0 else { return width }
    var joint = widthOfJoint(at: offset)
    while offset + joint < count, case let hint = widthOfHint(at: offset + joint), hint > 0 {
      joint += hint
    }
    return joint > 0 && widthOfLetter(at: offset + joint) > 0 ? joint : 0
  }

  /// How many bytes a letter or a digit at an offset has; 0 where there is none.
  func widthOfLetter(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    let width =
      switch self[offset] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        1
      case 0xC3...0xDF: 2
      case 0xE0, 0xE1, 0xE3...0xEE: 3
      default: 0
      }
    return offset + width <= count ? width : 0
  }

  private func widthOfJoint(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    switch self[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: "'"): return 1
    case 0xE2:
      guard offset + 2 < count, self[offset + 1] == 0x80 else { return 0 }
      // Hyphens (U+2010, U+2011) and the apostrophe (U+2019).
      return [0x90, 0x91, 0x99].contains(self[offset + 2]) ? 3 : 0
    default: return 0
    }
  }
}
