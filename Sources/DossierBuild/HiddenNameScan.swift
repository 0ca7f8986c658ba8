import DossierSite

/// Looks for many names at once in the bytes of a file (Aho and Corasick, 1975): the cost is that of
/// the bytes, however many names there are.
struct HiddenNameScan: Sendable {
  private let names: [HiddenNames.Name]
  /// By state: the next state for each byte.
  private var next: [[UInt8: Int]] = [[:]]
  /// By state: the longest end of what was read that is the beginning of a name.
  private var fallback: [Int] = [0]
  /// By state: the name that ends there, with the length of the form in which it was found.
  private var ending: [(name: Int, length: Int)?] = [nil]
  /// By state: the next shorter end of what was read with which a name ends, 0 for none.
  private var shorter: [Int] = [0]

  init(_ hidden: HiddenNames) {
    names = hidden.names
    for (index, name) in names.enumerated() {
      for form in Self.forms(of: name.text) { add(form, index) }
    }
    linkFallbacks()
  }

  var isEmpty: Bool { names.isEmpty }

  /// A name as it may stand in a file: as text, in HTML and in JSON.
  private static func forms(of name: String) -> Set<[UInt8]> {
    let html = name.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    let attribute = html.replacing("'", with: "&#39;")
    let json = JSONText.string(name).dropFirst().dropLast()
    let forms = [Array(name.utf8), Array(html.utf8), Array(attribute.utf8), Array(json.utf8)]
    return Set(forms.map(folded))
  }

  /// A text with its no-break spaces (U+00A0, U+202F) as plain ones: how a text is set hides no name.
  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let width = widthOfSpace(bytes, at: index)
      folded.append(width > 1 ? UInt8(ascii: " ") : bytes[index])
      index += max(width, 1)
    }
    return folded
  }

  private static func widthOfSpace(_ bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 1
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF ? 3 : 1
    default: 1
    }
  }

  private mutating func add(_ bytes: [UInt8], _ name: Int) {
    var state = 0
    for byte in bytes {
      if let known = next[state][byte] {
        state = known
        continue
      }
      next[state][byte] = next.count
      state = next.count
      next.append([:])
      fallback.append(0)
      ending.append(nil)
      shorter.append(0)
    }
    if state != 0 { ending[state] = (name, bytes.count) }
  }

  private mutating func linkFallbacks() {
    var queue = next[0].values.sorted()
    var position = 0
    while position < queue.count {
      let state = queue[position]
      position += 1
      for (byte, child) in next[state].sorted(by: { $0.key < $1.key }) {
        fallback[child] = step(from: fallback[state], byte)
        let next = fallback[child]
        shorter[child] = ending[next] == nil ? shorter[next] : next
        queue.append(child)
      }
    }
  }

  private func step(from start: Int, _ byte: UInt8) -> Int {
    var state = start
    while true {
      if let found = next[state][byte] { return found }
      if state == 0 { return 0 }
      state = fallback[state]
    }
  }

  /// The first hidden name in a file; `nil` where there is none.
  ///
  /// A name that goes on to either side is part of another: `missions/x.html` is not in
  /// `submissions/x.html`, nor a title within a word.
  func firstName(in file: [UInt8]) -> HiddenNames.Name? {
    let bytes = Self.folded(file)
    var state = 0
    for (index, byte) in bytes.enumerated() {
      state = step(from: state, byte)
      var match = ending[state] == nil ? shorter[state] : state
      while match != 0 {
        if let (name, length) = ending[match],
          stands(bytes[...index].suffix(length), in: bytes)
        {
          return names[name]
        }
        match = shorter[match]
      }
    }
    return nil
  }

  private func stands(_ name: ArraySlice<UInt8>, in bytes: [UInt8]) -> Bool {
    let before = bytes[..<name.startIndex]
    let start = before.suffix(4).lastIndex { $0 & 0xC0 != 0x80 } ?? before.endIndex
    let after = bytes[name.endIndex...].prefix(4)
    return !Self.goesOn(String(decoding: before[start...], as: UTF8.self).unicodeScalars.last)
      && !Self.goesOn(String(decoding: after, as: UTF8.self).unicodeScalars.first)
  }

  /// Whether a character beside a name makes it part of a longer one.
  private static func goesOn(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar == "-" || scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }
}
