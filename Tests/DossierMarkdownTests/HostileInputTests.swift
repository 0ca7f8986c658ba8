import DossierMarkdown
import DossierSource
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  static let texts: [(String, String)] = [
    ("quotations", times(100_000, ">") + "<m-k:a>"),
    ("brackets", times(100_000, "[")),
    ("images", times(50_000, "![") + "a" + times(50_000, "](b.png)")),
    ("stars", times(100_000, "*") + "a"),
    ("emphasis around references", times(10_000, "*a **b <m-k:a> [@c] ") + times(10_000, "** c*")),
    ("citations", times(50_000, "[@a")),
    ("citations over lines", times(50_000, "[@a;\n")),
    ("note calls", times(10_000, "[^a] [^b]") + "\n\n" + times(10_000, "[^a]: x\n")),
    ("definitions", times(10_000, "[^a]: x\n\n")),
    ("bars", times(50_001, "|") + "\n" + times(50_000, "|-") + "|\n" + times(100, "|x|\n")),
    ("delimiter rows", times(10_000, "|-|\n")),
    ("lists", times(5_000, "- ") + "<m-k:a>"),
    ("backticks", (1...400).map { times($0, "`") + "[@a]" }.joined(separator: " ")),
    ("comments", times(10_000, "<!-- [@a] ")),
    ("tags", times(10_000, "<a b='[@a] ")),
    ("angles", times(100_000, "<a:")),
    ("escapes", times(10_000, "\\[&#91;")),
    ("headings", times(5_000, "# a\n")),
    ("links in brackets", times(20_000, "[[a](m-k:a) ") + times(20_000, "](b)")),
    ("links", times(20_000, "[a](") + times(20_000, ")")),
    (
      "a hundred thousand notes",
      (0..<100_000).map { "[^n\($0)] " }.joined() + "\n\n"
        + (0..<100_000).map { "[^n\($0)]: x\n" }.joined()
    ),
    (
      "a ring of many notes",
      "[^n0]\n\n" + (0..<20_000).map { "[^n\($0)]: [^n\(($0 + 1) % 20_000)]\n\n" }.joined()
    ),
    (
      "ten thousand columns",
      times(10_000, "|a") + "|\n" + times(10_000, "|-") + "|\n"
        + times(2, times(10_000, "|[@a] *b*") + "|\n")
    ),
    ("surplus cells", "|a|\n|-|\n" + times(100, times(1_000, "|b") + "|\n")),
    ("brackets within each other", times(100_000, "[") + "@a" + times(100_000, "]")),
    ("keys in brackets within each other", times(10_000, "[@a *b* ") + times(10_000, "]")),
    ("comments without an end", times(20_000, "a <!-- -- ")),
    ("comments with dashes", times(5_000, "a <!-- -- --> ")),
    ("definitions that nothing uses", (0..<20_000).map { "[a\($0)]: b\n" }.joined()),
    ("definitions before a text", (0..<20_000).map { "[a\($0)]: b\n" }.joined() + "words"),
    ("definitions in quotations", (0..<2_000).map { "> [a\($0)]: b\n\n" }.joined()),
    ("lines that look like definitions", "a\n" + times(20_000, "[a]: b\n")),
    ("wiki links without an end", "|a|\n|-|\n|" + times(20_000, "[[a ") + "|\n"),
    ("notes in place", times(20_000, "^[a] ")),
    ("notes in notes", times(50_000, "^[") + times(50_000, "]")),
    ("notes in brackets", times(20_000, "[") + "^[" + times(20_000, "@a ")),
    ("notes of blocks", times(5_000, "[^a]: x\n\n    y\n\n")),
    ("quoted keys", times(5_000, "«@a» *@a* ")),
    ("notes that go on lazily", "[^a]: x\n\n" + times(3_000, "    y\nz\n\n")),
    ("a ring of notes", (0..<5_000).map { "[^n\($0)]: [^n\(($0 + 1) % 5_000)]\n\n" }.joined()),
    ("addresses", times(10_000, "https://x.org/ www.")),
    ("keys", times(20_000, "[@a *b* ") + times(20_000, "]")),
    ("mentions", times(20_000, "@a [p. 3] ")),
    ("callouts", times(3_000, "> [!NOTE]\n\n")),
    ("callouts in callouts", (0..<200).map { times($0 + 1, "> ") + "[!NOTE]\n" }.joined()),
    ("forms of others", times(10_000, "{$~~[[[^==:a")),
    ("dashes in quotations", times(200, "> ") + "a|\n" + times(200, times(200, "> ") + "|-|\n")),
    ("ids", times(3_000, "## a {#a}\n")),
    ("titles", times(10_000, "[a](b (")),
    ("definitions of links", times(20_000, "[a]: b\n") + "<m-k:a>"),
  ]

  @Test(
    "a text made to do harm is read in time", .serialized, .timeLimit(.minutes(10)),
    arguments: texts)
  func harm(name: String, text: String) {
    let body = MarkdownSample(text).outcome.value
    #expect(body.prose.html.count < 60 * text.utf8.count)
    for (hole, next) in zip(body.prose.holes, body.prose.holes.dropFirst()) {
      #expect(hole.offset <= next.offset)
    }
    #expect((body.prose.holes.last?.offset ?? 0) <= body.prose.html.count)
  }

  @Test("bytes that no file of the project holds do no harm")
  func bytes() {
    var generator = LinearGenerator(state: 1)
    let pieces = [
      "[@", "]", "[^a]", "<m-k:a>", "|", "\n", "-", "\\", "`", "![", "](", ")", "\0", "\u{FFFD}",
    ]
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<60 {
        let piece = pieces[Int.random(in: pieces.indices, using: &generator)]
        bytes += piece.utf8
        if Int.random(in: 0..<8, using: &generator) == 0 { bytes += [0xEF, 0xB7, 0x90] }
        if Bool.random(using: &generator) { bytes.append(.random(in: 0...255, using: &generator)) }
      }
      let body = MarkdownParser(options: .init(allowsRawHTML: true)).parse(bytes, path: "a.md")
        .value
      for index in body.prose.holes.indices {
        let range = body.prose.sentence(around: index)
        #expect(range.upperBound <= body.prose.html.count)
      }
      #expect(body.standaloneHTML().count >= body.prose.html.count)
    }
  }
}

/// Numbers that are the same in every run, by Knuth's constants for MMIX.
private struct LinearGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 32)
  }
}
