import DossierSource
import DossierTemplate
import Testing

/// Templates that would print without end are refused before anything is rendered.
@Suite struct BudgetTests {
  private static func compile(_ templates: [String: String]) -> [Diagnostic] {
    TemplateSet.compile(
      templates.map { SourceFile(path: "templates/\($0.key).html", text: $0.value) },
      entries: ["a": Views.article.shape], roots: ["strings": Views.strings]
    ).diagnostics
  }

  /// Templates of which each calls the next so many times.
  private static func chain(_ length: Int, times: Int, _ call: (String) -> String) -> [String:
    String]
  {
    var templates = ["a": call("p1"), "p\(length)": "x"]
    for number in 1..<length {
      templates["p\(number)"] = String(repeating: call("p\(number + 1)"), count: times)
    }
    return templates
  }

  @Test(arguments: [(30, 2), (12, 3), (3, 400), (200, 2)])
  func aChainThatDoublesIsNamed(length: Int, times: Int) throws {
    let found = Self.compile(Self.chain(length, times: times) { "{{>\($0)}}" })
    let diagnostic = try #require(found.first)
    #expect(found.count == 1)
    #expect(diagnostic.code == "template.size")
    #expect(diagnostic.place.path == "templates/a.html")
    let help = try #require(diagnostic.help)
    #expect(help.hasPrefix("let each call the next once: a > p1 > p2"))
    #expect(help.utf8.count < 120)
  }

  @Test(arguments: [(30, 1), (1000, 1), (10, 2), (2, 9_000)])
  func whatEndsIsCompiled(length: Int, times: Int) {
    #expect(Self.compile(Self.chain(length, times: times) { "{{>\($0)}}" }) == [])
  }

  @Test func sectionsCountWhetherOrNotTheyAreTaken() {
    let found = Self.compile(Self.chain(30, times: 2) { "{{#draft}}{{>\($0)}}{{/draft}}" })
    #expect(found.map(\.code) == ["template.size"])
  }

  /// Two ways of filling a block at each step: as many parts as there are ways through all.
  @Test func overridesThatMultiplyAreNamed() {
    var templates = ["a": "{{<p1}}{{/p1}}", "p30": "x"]
    for number in 1..<30 {
      let next = "p\(number + 1)"
      let block = "b\(number)"
      templates["p\(number)"] = ["1", "2"].map { text in
        "{{<\(next)}}{{$\(block)}}\(text){{/\(block)}}{{/\(next)}}"
      }.joined()
    }
    #expect(Self.compile(templates).map(\.code) == ["template.size"])
  }

  /// What is called often weighs as much as what calls many others.
  @Test func whatIsCalledMostIsNamed() throws {
    let text = String(repeating: "{{>often}}", count: 100_001) + "{{>p1}}"
    let found = Self.compile(["a": text, "often": "x", "p1": "{{>p2}}", "p2": "{{>p3}}", "p3": "y"])
    #expect(try #require(found.first?.help).hasSuffix(": a > often"))
  }

  /// A list of texts may be walked within itself, as a list of the page may from anywhere.
  @Test(arguments: [(6, false), (40, true)])
  func aListWalkedWithinItselfComesToAnEnd(depth: Int, isCutOff: Bool) {
    let text =
      String(repeating: "{{#topics}}", count: depth) + "x"
      + String(repeating: "{{/topics}}", count: depth)
    var view = Article()
    view.topics = ["a", "b", "c", "d"]
    let set = Views.compile(["a": text]).value
    var output: [UInt8] = []
    set.render("a", Views.article.object(view), roots: set.roots([:]), into: &output)
    let xs = output.count { $0 == UInt8(ascii: "x") }
    #expect(isCutOff ? xs > 100_000 && xs < 1_000_000 : xs == 4096)
    #expect(output.suffix(3).elementsEqual(TemplateSet.cutOffMark) == isCutOff)
  }
}
