/// The names of the terms as they may stand in HTML, kept so that a search costs what the text is
/// long and not what the names are many.
struct TermNames: Sendable {
  private struct Node: Sendable {
    let byte: UInt8
    var child: Int?
    var sibling: Int?
    /// The terms of that name: a name of several is nobody's.
    var term: Int?
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
  mutating func add(_ name: String, of term: Int) {
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
    return Set(escaped.map { Array($0.utf8) }.filter { 2...longest ~= $0.count })
  }

  private mutating func insert(_ name: [UInt8], _ term: Int) {
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
  func match(in html: [UInt8], at start: Int) -> (term: Int, end: Int)? {
    var node = roots[Int(html[start])]
    var end = start
    var found: (term: Int, end: Int)?
    while let current = node {
      end += 1
      if let term = nodes[current].term, html.widthOfWordUnit(at: end) == 0 {
        found = nodes[current].isShared ? nil : (term, end)
      }
      guard end < html.count else { break }
      node = find(html[end] == UInt8(ascii: "\n") ? UInt8(ascii: " ") : html[end], below: current)
    }
    return found
  }
}

extension [UInt8] {
  /// How many bytes of HTML at an offset go on with the word before it; 0 where it ends.
  ///
  /// Of what is not ASCII, everything is taken for a letter but the blocks of signs: Latin-1's and
  /// those from U+2000 to U+2FFF. A hyphen or an apostrophe belongs to a word that goes on behind it.
  func widthOfWordUnit(at offset: Int) -> Int {
    let width = widthOfLetter(at: offset)
    guard width == 0 else { return width }
    let joint = widthOfJoint(at: offset)
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
