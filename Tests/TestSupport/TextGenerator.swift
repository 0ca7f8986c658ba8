/// Makes texts of all constructs, in all places, within each other.
public struct TextGenerator {
  private var numbers: SeededNumbers
  private var count = 0
  private var notes: [String] = []

  /// The id of the work that is cited; a word of its own each time where there is none.
  private let work: String?

  /// Makes a generator; equal seeds make equal texts.
  public init(seed: UInt64, work: String? = nil) {
    self.work = work
    numbers = SeededNumbers(state: seed)
  }

  /// A text, of which each word is told from all others: `w1z`, `w2z` …
  public mutating func text() -> String {
    let blocks = (0..<pick(1...4)).map { _ in block(depth: 0) }
    let text = (blocks + notes).joined(separator: "\n\n")
    notes = []
    return text + "\n"
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &numbers)
  }

  private mutating func word() -> String {
    count += 1
    return "w\(count)z"
  }

  private mutating func key() -> String { work ?? word() }

  private mutating func block(depth: Int, inNote: Bool = false) -> String {
    let deeper = depth < 4
    switch pick(0...(deeper ? 9 : 3)) {
    case 0: return "### " + inline(depth: depth, inNote: inNote)
    case 1: return table(depth: depth, inNote: inNote)
    case 2: return "```\n\(word()) \(word())\n```"
    case 4: return list("- ", depth: depth, inNote: inNote)
    case 5: return list("1. ", depth: depth, inNote: inNote)
    case 6: return quote(["\(block(depth: depth + 1, inNote: inNote))"])
    case 7: return quote(["[!NOTE]", block(depth: depth + 1, inNote: inNote)])
    case 8: return "\(word())\n: \(word())"
    default:
      return inline(depth: depth, inNote: inNote) + "\n" + inline(depth: depth, inNote: inNote)
    }
  }

  private mutating func list(_ mark: String, depth: Int, inNote: Bool) -> String {
    let margin = String(repeating: " ", count: mark.count)
    return (0..<pick(1...2)).map { _ in
      let content = [
        block(depth: depth + 1, inNote: inNote), block(depth: depth + 1, inNote: inNote),
      ]
      return mark + indented(content.joined(separator: "\n\n"), by: margin)
    }.joined(separator: "\n")
  }

  private func indented(_ text: String, by margin: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n" + margin)
  }

  private func quote(_ blocks: [String]) -> String {
    blocks.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { "> " + $0 }.joined(separator: "\n")
  }

  private mutating func table(depth: Int, inNote: Bool) -> String {
    let rows = (0..<pick(1...2)).map { _ in
      (0..<pick(1...2)).map { _ in inline(depth: 3, inNote: inNote) }.joined(separator: " | ")
    }
    return "| \(word()) | \(word()) |\n|---|---|\n"
      + rows.map { "| \($0) |" }.joined(separator: "\n")
  }

  private mutating func inline(depth: Int, inNote: Bool) -> String {
    (0..<pick(1...3)).map { _ in span(depth: depth, inNote: inNote) }.joined(separator: " ")
  }

  private mutating func span(depth: Int, inNote: Bool) -> String {
    let inner = depth < 4
    switch pick(0...(inner ? 18 : 6)) {
    case 0: return "`\(word())`"
    case 1: return "https://x.org/\(word())"
    case 2: return "<mission:kfor>"
    case 3: return "@\(key())"
    case 4: return "[\(word()) @\(key()), \(word())]"
    case 5: return "~~\(word())~~ :\(word()): [[\(word())]]"
    case 7: return "*\(span(depth: depth + 1, inNote: inNote))*"
    case 8: return "**\(span(depth: depth + 1, inNote: inNote))**"
    case 9: return "[\(word()) *\(word())*](mission:kfor)"
    case 10: return "[see *\(word())* @\(key()); @\(key()),@\(key()), [\(word())]]"
    case 11 where !inNote: return "^[\(inline(depth: depth + 1, inNote: true))]"
    case 12 where !inNote: return call(depth: depth)
    case 13: return "![\(word())](a.png)"
    case 14: return "(\(span(depth: depth + 1, inNote: inNote)))"
    case 15: return "[\(span(depth: depth + 1, inNote: inNote))]"
    case 16: return "<b>\(word())</b> $\(word())^2$ {.\(word())}"
    case 17: return "\\[\(word())] \\^[\(word())]"
    default: return word()
    }
  }

  /// Calls a note of several blocks, which is defined behind the text.
  private mutating func call(depth: Int) -> String {
    let label = word()
    let first = inline(depth: depth + 1, inNote: true)
    let rest = block(depth: depth + 1, inNote: true)
    notes.append("[^\(label)]: \(first)\n\n    " + indented(rest, by: "    "))
    return "\(word())[^\(label)]"
  }
}

/// Numbers that are the same in every run, by Knuth's constants for MMIX.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 31)) &* 0x9E37_79B9_7F4A_7C15
  }
}
