/// Words of drawings in the order in which their letters stand on paper, from the left: for an engine
/// that sets the letters of a drawing one after the other and knows no direction.
///
/// Of the Unicode algorithm it has what a label needs: letters of both directions, numbers with their
/// separators and signs, and brackets. The direction of a label is that of its first letter.
public enum VisualOrder {
  /// A file of HTML with the words of its drawings put in that order.
  public static func ofDrawings(in html: [UInt8]) -> [UInt8] {
    guard html.contains(where: { (0xD6...0xDF).contains($0) || $0 == 0xEF }) else { return html }
    let text = String(decoding: html, as: UTF8.self)
    let words = text.replacing(/(<(?:text|tspan)\b[^>]*>)([^<]+)/) { match in
      match.1 + of(String(match.2))
    }
    return Array(words.utf8)
  }

  /// A label, whose entities are signs like others.
  static func of(_ label: String) -> String {
    let bare = label.filter { !["\u{2068}", "\u{2069}"].contains($0) }
    let signs = pieces(of: ArabicForms.joined(bare))
    var sorts = signs.map(Sort.init)
    guard sorts.contains(.right) else { return bare }
    let base: Sort = sorts.first { $0 == .left || $0 == .right } ?? .left
    join(&sorts)
    resolve(&sorts, base)
    let levels = sorts.map { sort in
      switch sort {
      case .right: 1
      case .left: base == .left ? 0 : 2
      default: 2
      }
    }
    return ordered(signs, levels)
  }

  private enum Sort: Equatable {
    case left, right, number, separator, sign, other

    init(_ piece: String) {
      guard let scalar = piece.unicodeScalars.first, piece.first != "&" else {
        self = .other
        return
      }
      switch scalar.value {
      case 0x30...0x39: self = .number
      case 0x2C, 0x2E, 0x2F, 0x3A, 0xA0: self = .separator
      case 0x23...0x25, 0x2B, 0x2D, 0xA2...0xA5, 0xB0, 0x2030, 0x20A0...0x20CF, 0x2212: self = .sign
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: self = .right
      default: self = scalar.properties.isAlphabetic ? .left : .other
      }
    }
  }

  private static func pieces(of label: String) -> [String] {
    label.matches(of: /&[a-z]+;|&#x?[0-9A-Fa-f]+;|(?s:.)/).map { String($0.output) }
  }

  /// One separator between two numbers is of them, and so are signs beside a number.
  private static func join(_ sorts: inout [Sort]) {
    for index in sorts.indices.dropFirst().dropLast() where sorts[index] == .separator {
      if sorts[index - 1] == .number, sorts[index + 1] == .number { sorts[index] = .number }
    }
    for index in sorts.indices.dropFirst() where sorts[index] == .sign {
      if sorts[index - 1] == .number { sorts[index] = .number }
    }
    for index in sorts.indices.dropLast().reversed() where sorts[index] == .sign {
      if sorts[index + 1] == .number { sorts[index] = .number }
    }
  }

  /// Numbers behind letters of the left are of them; what has no direction has that of both its sides,
  /// else that of the label.
  private static func resolve(_ sorts: inout [Sort], _ base: Sort) {
    var last = base
    for index in sorts.indices {
      if sorts[index] == .left || sorts[index] == .right { last = sorts[index] }
      if sorts[index] == .number, last == .left { sorts[index] = .left }
    }
    func side(_ sort: Sort?) -> Sort { sort.map { $0 == .left ? .left : .right } ?? base }
    let isSettled: (Sort) -> Bool = { [.left, .right, .number].contains($0) }
    var start = 0
    while start < sorts.count {
      guard !isSettled(sorts[start]) else {
        start += 1
        continue
      }
      let end = sorts[start...].firstIndex(where: isSettled) ?? sorts.count
      let before = side(start > 0 ? sorts[start - 1] : nil)
      let after = side(end < sorts.count ? sorts[end] : nil)
      for index in start..<end { sorts[index] = before == after ? before : base }
      start = end
    }
  }

  /// Turns every run of a level around, the highest first.
  private static func ordered(_ signs: [String], _ levels: [Int]) -> String {
    var order = Array(zip(signs, levels))
    for level in [2, 1] {
      var start = 0
      while start < order.count {
        let end = order[start...].firstIndex { $0.1 < level } ?? order.count
        order[start..<end].reverse()
        start = max(end, start + 1)
      }
    }
    return order.map { sign, level in level == 1 ? mirrored[sign] ?? sign : sign }.joined()
  }

  private static let mirrored = [
    "(": ")", ")": "(", "[": "]", "]": "[", "«": "»", "»": "«", "&lt;": "&gt;", "&gt;": "&lt;",
  ]
}
