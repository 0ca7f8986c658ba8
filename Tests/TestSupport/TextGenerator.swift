/// Makes texts of all constructs, in all places, within each other.
public struct TextGenerator {
  private var numbers: SeededGenerator
  private var count = 0
  private var notes: [String] = []
  private var definitions: [String] = []
  private let sample: Sample

  /// What a text may refer to.
  public struct Sample: Sendable {
    /// The work that is cited; a word of its own each time where there is none.
    public var work: String?
    /// An exhibit, but for its caption; there is none where it is `nil`.
    public var exhibit: String?

    public init(work: String? = nil, exhibit: String? = nil) {
      (self.work, self.exhibit) = (work, exhibit)
    }
  }

  /// How deep constructs stand in each other.
  public static let deepest = 4

  /// Makes a generator; equal seeds make equal texts.
  public init(seed: UInt64, sample: Sample = Sample()) {
    self.sample = sample
    numbers = SeededGenerator(seed: seed)
  }

  /// A text, of which each word is told from all others: `w1z`, `w2z` … Those of an author's own
  /// comments are `c1z`, `c2z` …
  public mutating func text() -> String {
    let blocks = (0..<pick(1...4)).map { _ in block(depth: 0) }
    let text = (blocks + notes + definitions).joined(separator: "\n\n")
    (notes, definitions) = ([], [])
    return text + "\n"
  }

  /// A file with front matter, whose keys are of the sample's own kind.
  public mutating func file() -> String {
    let keys = (0..<pick(2...6)).map { _ in frontMatter() }
    let title = [
      "title: \"\(plain())\"", "title: >\n  \(plain())\n  \(word())", "title: \(word())",
    ]
    let all = [title[pick(0...2)]] + Dictionary(keys) { $1 }.sorted { $0.key < $1.key }.map(\.value)
    return "---\ndate: 2020-01-01\n\(all.joined(separator: "\n"))\n---\n\(text())"
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &numbers)
  }

  private mutating func word() -> String {
    count += 1
    return "w\(count)z"
  }

  /// A word that nobody but the author may see.
  private mutating func secret() -> String {
    count += 1
    return "c\(count)z"
  }

  private mutating func key() -> String { sample.work ?? word() }
}

// MARK: - Blocks

extension TextGenerator {
  private mutating func block(depth: Int, inNote: Bool = false) -> String {
    let isInner = depth < Self.deepest
    switch pick(0...(isInner ? 14 : 7)) {
    case 0:
      return "### " + inline(depth: depth, inNote: inNote) + ["", " {#\(word())}"][pick(0...1)]
    case 1, 2: return table(depth: depth, inNote: inNote)
    case 3:
      return "```\(["", "swift", "{.\(word())}", "js \(word())"][pick(0...3)])\n\(word())\n```"
    case 4:
      return "<!-- \(secret()) -- \(secret()) -->\(["", " \(word()) *\(word())*"][pick(0...1)])"
    case 5: return "\(word())\n: \(word())"
    case 6: return exhibit(inNote: inNote)
    case 8: return list("- ", depth: depth, inNote: inNote)
    case 9: return list("1. ", depth: depth, inNote: inNote)
    case 10: return quote([block(depth: depth + 1, inNote: inNote)])
    case 11, 12:
      let name = ["NOTE", "tip", "WARNING", "\(word())"][pick(0...3)]
      return quote(["[!\(name)]", block(depth: depth + 1, inNote: inNote)])
    case 13: return list("- [ ] ", depth: Self.deepest, inNote: inNote)
    default:
      return inline(depth: depth, inNote: inNote) + "\n" + inline(depth: depth, inNote: inNote)
    }
  }

  private mutating func exhibit(inNote: Bool) -> String {
    guard let exhibit = sample.exhibit, !inNote else { return word() }
    return "```\(exhibit)\ncaption: \(["\(word())", "\"\(plain())\""][pick(0...1)])\n```"
  }

  private mutating func list(_ mark: String, depth: Int, inNote: Bool) -> String {
    let margin = String(repeating: " ", count: mark.first == "-" ? 2 : 3)
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

  /// A table whose rows may have more cells than its header, or fewer.
  private mutating func table(depth: Int, inNote: Bool) -> String {
    let rows = (0..<pick(1...2)).map { _ in
      (0..<pick(1...3)).map { _ in inline(depth: depth + 2, inNote: inNote) }
        .joined(separator: " | ")
    }
    return "| \(word()) | \(inline(depth: depth + 2, inNote: inNote)) |\n|---|---|\n"
      + rows.map { "| \($0) |" }.joined(separator: "\n")
  }
}

// MARK: - Inlines

extension TextGenerator {
  private mutating func inline(depth: Int, inNote: Bool) -> String {
    (0..<pick(1...3)).map { _ in span(depth: depth, inNote: inNote) }.joined(separator: " ")
  }

  private mutating func span(depth: Int, inNote: Bool) -> String {
    guard depth < Self.deepest else { return leaf() }
    switch pick(0...17) {
    case 0: return "*\(span(depth: depth + 1, inNote: inNote))*"
    case 1: return "**\(span(depth: depth + 1, inNote: inNote))**"
    case 2: return "[\(word()) *\(word())*](mission:kfor)"
    case 3: return "[see *\(word())* @\(key()); @\(key()),@\(key()), [\(word())]]"
    case 4 where !inNote: return "^[\(inline(depth: depth + 1, inNote: true))]"
    case 5 where !inNote: return call(depth: depth)
    case 6: return "![\(word())](a.png)"
    case 7: return "(\(span(depth: depth + 1, inNote: inNote)))"
    case 8: return "[\(span(depth: depth + 1, inNote: inNote))]"
    case 9: return "«\(span(depth: depth + 1, inNote: inNote))»"
    case 10: return define()
    default: return leaf()
    }
  }

  private mutating func leaf() -> String {
    switch pick(0...17) {
    case 0: return "`\(word())`"
    case 1: return "https://x.org/\(word())"
    case 2: return "<mission:kfor>"
    case 3: return "@\(key())"
    case 4: return "[\(word()) @\(key()), \(word())]"
    case 5: return "~~\(word())~~ :\(word()): [[\(word())]]"
    case 6: return "<b>\(word())</b> $\(word())^2$ {.\(word())}"
    case 7: return "\\[\(word())] \\^[\(word())]"
    case 8: return "\(word()) <!-- \(secret()) -- \(secret()) -->"
    case 9: return "[*@\(key())* \(word())] [@\(key()) \(word())]"
    case 10: return "[\(word())](https://x.org \"\(word())\")"
    case 11: return "\(word()) & \(word()) &mdash; \(word())"
    case 12: return "[\(word())](mission:kfor \"\(word())\")"
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

  /// A link that is defined behind the text, or a definition that none uses.
  private mutating func define() -> String {
    let label = word()
    definitions.append("[\(label)]: https://x.org/\(count)")
    return pick(0...1) == 0 ? "[\(label)]" : word()
  }
}

// MARK: - Front matter

extension TextGenerator {
  private mutating func plain() -> String {
    (0..<pick(1...3)).map { _ in
      [
        "\(word())", "*\(word())*", "[\(word())](mission:kfor)", "~~\(word())~~",
        "\(word()) & \(word())",
      ][
        pick(0...4)]
    }.joined(separator: " ")
  }

  /// A key with its lines; those of equal keys are had once.
  private mutating func frontMatter() -> (key: String, value: String) {
    switch pick(0...6) {
    case 0: return ("summary", "summary: \"\(plain())\"")
    case 1: return ("summary", "summary: \(word()) # \(word())")
    case 2:
      let points = (0..<pick(1...3)).map { _ in "  - '\(short())'" }
      return ("key-points", "key-points:\n" + points.joined(separator: "\n"))
    case 3: return ("lessons", "lessons:\n  - {value: '\(short())', note: \"\(plain())\"}")
    case 4: return ("remark", "remark: \"\(plain())\"")
    case 5: return ("remark", "remark: |\n  \(plain())\n  \(word())")
    default: return ("x-own", "x-own: \(secret())")
    }
  }

  /// A short text with markup, as it stands between single quotation marks.
  private mutating func short() -> String {
    inline(depth: 1, inNote: true).replacing("'", with: "''")
  }
}
