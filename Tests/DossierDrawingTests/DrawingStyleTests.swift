import Foundation
import TestSupport
import Testing

@testable import DossierDrawing

/// No rule of a page's style reaches into a drawing but by a class of the drawing's own.
@Suite("The style of pages and the drawings in them")
struct DrawingStyleTests {
  private static let prefixes = SVGWriter.Sort.allCases.map(\.rawValue)

  /// Every element of every drawing there is: charts, signs in keys, bars in cells, marks.
  static let elements: [SVGElement] = {
    let charts = ChartSamples.all.compactMap { try? $0.draw().svg }
    let symbols = ChartMark.allCases.map { $0.symbol(title: "T") }
    let quantities = CellBarTests.quantities
    let bars = quantities.flatMap { quantity in
      [true, false].compactMap { BarScale(quantities)?.bar(of: quantity, isApproximate: $0) }
    }
    let marks = DrawnMark.allCases.flatMap {
      [$0.svg(title: "T"), $0.definition(id: "i"), DrawnMark.use(id: "i")]
    }
    let all = (charts + symbols + bars + marks).flatMap { SVGElement.all(in: $0) }
    // One of each kind, since there are thousands.
    let kinds = all.map { "\($0.name) \($0.classes) \($0.attributes.keys.sorted())" }
    return Dictionary(zip(kinds, all), uniquingKeysWith: { first, _ in first }).values.map(\.self)
  }()

  @Test func everyClassInADrawingBeginsWithTheNameOfItsSort() {
    #expect(Self.elements.count > 40)
    for name in Set(Self.elements.flatMap(\.classes)) {
      #expect(Self.isOwn(name), "\(name)")
    }
  }

  private static func isOwn(_ name: String) -> Bool {
    prefixes.contains { name == $0 || name.hasPrefix($0 + "-") }
  }

  /// The text of a file, or of all files in a folder.
  private static func text(of path: String) throws -> String {
    let file = Checkout.folder.appending(path: path)
    guard file.pathExtension.isEmpty else { return try String(contentsOf: file, encoding: .utf8) }
    let parts = try FileManager.default.contentsOfDirectory(atPath: file.path).sorted()
    return try parts.map {
      try String(contentsOf: file.appending(path: $0), encoding: .utf8)
    }.joined()
  }

  /// A series as small as a word has the colour of the first, a publisher's too.
  @Test func aSparkIsPaintedAsASeries() throws {
    let selectors = StyleScan.selectors(in: try Self.text(of: "templates/assets/style"))
    #expect(selectors.contains(".chart-spark .chart-series-1"))
  }

  @Test(arguments: [
    "templates/assets/style", "templates/handout.css",
    "Sources/DossierPreview/Resources/preview.css",
  ])
  func noRuleReachesIntoADrawingUnlessItNamesIt(path: String) throws {
    let css = try Self.text(of: path)
    let selectors = StyleScan.selectors(in: css)
    #expect(selectors.count > 5)
    #expect(selectors.filter(reaches) == [])
  }

  @Test(arguments: [
    ".bar", "rect", "svg", "svg *", "*", "::before", ".exhibit svg", ".text *", ":target",
    "[class]", "[class^=\"chart\"]", "td :first-child", "figure > div > *", "text", "a, path",
    ":is(rect, p)", ":not(p)", "#i", "[d]", "td svg", ".wide :hover",
    "svg > :nth-child(2 of :not([d]))",
  ])
  func aRuleThatReachesInIsFound(selector: String) {
    // `.bar` reaches nothing since its name is no drawing's; an element with that name would.
    let bar = SVGElement(name: "rect", attributes: ["class": "bar"])
    let found = StyleScan.selectors(in: selector + " { width: 100% }").contains { selector in
      reaches(selector) || StyleScan(selector).canMatch(bar)
    }
    #expect(found)
  }

  @Test(arguments: [
    ".chart text", ".mark .mark-met", ".drawn .chart", "td > .mark", ":not(svg, svg *)",
    "td .as-of",
    "p", "a:hover", ".cell-bar", "li::before", ":target:not(svg, svg *)", "main:target",
    "[data-status]", "tbody th > a", ".text > *", "tr:first-child > *",
    "tr > td:nth-child(n + 3 of :not([hidden]))",
  ])
  func aRuleThatKeepsOutIsLeftAlone(selector: String) {
    #expect(!reaches(selector))
  }

  private func reaches(_ selector: String) -> Bool {
    let scan = StyleScan(selector)
    return !scan.classes.contains(where: Self.isOwn)
      && Self.elements.contains { scan.canMatch($0, in: Self.elements) }
  }
}

/// The last part of a selector, which says what it matches, and the classes of the whole.
struct StyleScan {
  private let subject: Part
  /// What the subject stands in directly, where the selector says so.
  private let parent: Part?
  /// The classes that the selector names.
  let classes: [String]
  private let isClosed: Bool

  /// The elements of a page that drawings stand in, as the templates have them.
  private static let containers = [
    SVGElement(name: "div", attributes: ["class": "drawing ground"]),
    SVGElement(name: "li", attributes: [:]), SVGElement(name: "td", attributes: [:]),
    SVGElement(name: "span", attributes: ["class": "status verdict-label"]),
  ]

  init(_ selector: String) {
    let bare = selector.replacing(
      /:(?:not|is|where|has|lang|nth-[a-z-]+)\((?:[^()]|\([^()]*\))*\)/, with: "")
    let parts = bare.replacing(/\s*([>+~])\s*/) { " \($0.1)" }.split(separator: " ")
      .map(String.init)
    let last = parts.last ?? ""
    subject = Part(last)
    parent = last.hasPrefix(">") && parts.count > 1 ? Part(parts[parts.count - 2]) : nil
    classes = parts.flatMap { Part($0).classes }
    isClosed =
      selector.contains(":not(svg, svg *)") || [":root", ":host"].contains { last.hasPrefix($0) }
  }

  /// Whether an element of a drawing may be what the selector means.
  ///
  /// - Parameter all: What it may stand in, beside the containers of drawings.
  func canMatch(_ element: SVGElement, in all: [SVGElement] = []) -> Bool {
    guard !isClosed, subject.canMatch(element) else { return false }
    guard let parent else { return true }
    return (all + Self.containers).contains { parent.canMatch($0) }
  }

  /// What a part of a selector wants of one element, its state and its place left aside.
  private struct Part {
    var name: String
    var classes: [String]
    var ids: [String]
    var attributes: [String]

    init(_ text: String) {
      let simple = text.replacing(/^[>+~]/, with: "")
        .replacing(/::?[a-z-]+(?:\([^()]*\))?/, with: "")
      let plain = simple.replacing(/\[[^\]]*\]/, with: "")
      name = String(simple.prefix { $0.isLetter || $0.isNumber || $0 == "-" })
      classes = plain.matches(of: /\.([\w-]+)/).map { String($0.1) }
      ids = plain.matches(of: /#([\w-]+)/).map { String($0.1) }
      attributes = simple.matches(of: /\[([\w-]+)/).map { String($0.1) }
    }

    func canMatch(_ element: SVGElement) -> Bool {
      (name.isEmpty || name == element.name) && classes.allSatisfy(element.classes.contains)
        && ids.allSatisfy { element.attributes["id"] == $0 }
        && attributes.allSatisfy { element.attributes[$0] != nil }
    }
  }

  /// The selectors of all rules, one by one; those of `@page` and its boxes are none.
  static func selectors(in css: String) -> [String] {
    var selectors: [String] = []
    let text = css.replacing(/\/\*(?s:.)*?\*\//, with: "")
    var head = ""
    for character in text {
      switch character {
      case "{":
        let rule = head.trimmingCharacters(in: .whitespacesAndNewlines)
        if !rule.hasPrefix("@") { selectors += split(rule) }
        head = ""
      case "}", ";": head = ""
      default: head.append(character)
      }
    }
    return selectors
  }

  /// A list of selectors at its commas outside of brackets.
  private static func split(_ list: String) -> [String] {
    var (parts, depth) = ([""], 0)
    for character in list {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
  }
}
