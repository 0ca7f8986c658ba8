import DossierSite

/// Looks for many names at once in the bytes of a file (Aho and Corasick, 1975): the cost is that of
/// the bytes, however many names there are.
struct HiddenNameScan: Sendable {
  private let names: [HiddenNames.Name]
  /// By state: the next state for each byte.
  private var next: [[UInt8: Int]] = [[:]]
  /// By state: the longest end of what was read that is the beginning of a name.
  private var fallback: [Int] = [0]
  /// By state: the name that ends there.
  private var ending: [Int?] = [nil]

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
    return [Array(name.utf8), Array(html.utf8), Array(attribute.utf8), Array(json.utf8)]
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
    }
    if state != 0 { ending[state] = name }
  }

  private mutating func linkFallbacks() {
    var queue = next[0].values.sorted()
    var position = 0
    while position < queue.count {
      let state = queue[position]
      position += 1
      for (byte, child) in next[state].sorted(by: { $0.key < $1.key }) {
        fallback[child] = step(from: fallback[state], byte)
        ending[child] = ending[child] ?? ending[fallback[child]]
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
  func firstName(in bytes: [UInt8]) -> HiddenNames.Name? {
    var state = 0
    for (index, byte) in bytes.enumerated() {
      state = step(from: state, byte)
      guard let name = ending[state].map({ names[$0] }) else { continue }
      let goesOn = index + 1 < bytes.count && Self.isPartOfID(bytes[index + 1])
      if !(name.isID && goesOn) { return name }
    }
    return nil
  }

  private static func isPartOfID(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
