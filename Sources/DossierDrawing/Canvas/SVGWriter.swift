/// The value of an attribute: a number with at most two digits after the point, or text.
enum SVGValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByFloatLiteral
{
  case number(Double)
  case text(String)

  init(stringLiteral value: String) { self = .text(value) }
  init(floatLiteral value: Double) { self = .number(value) }
}

/// Writes the elements of a drawing, escaped and without anything that a strict content policy
/// forbids: no style, no script.
///
/// Every class in a drawing begins with the name of its sort, so that a rule of a page's style that
/// does not name the sort cannot mean a part of it: `bar` is written as `chart-bar`.
struct SVGWriter {
  typealias Attributes = KeyValuePairs<String, SVGValue>

  /// The sorts of drawings, by the class of the outermost element.
  enum Sort: String, CaseIterable {
    case chart
    case map
    /// A bar in a cell of a table.
    case cellBar = "cell-bar"
    /// The sign of a status, a rating or a verdict.
    case mark
    /// A file of its own around a drawing, or a card.
    case sheet
  }

  let sort: Sort
  private(set) var bytes: [UInt8] = []
  /// What was drawn so far.
  var values: [DrawnValue] = []

  /// What `body` writes, moved; the values that it draws are kept where they are seen.
  mutating func moved(
    by place: Point, around body: (inout SVGWriter) -> Void
  ) {
    let before = values.count
    let shift = "translate(\(Self.number(place.x)) \(Self.number(place.y)))"
    element("g", ["transform": .text(shift)], around: body)
    for index in before..<values.count { values[index].move(by: place) }
  }

  init(_ sort: Sort = .chart) {
    self.sort = sort
  }

  /// A drawing that was made before.
  mutating func add(_ drawing: [UInt8]) {
    bytes += drawing
  }

  /// An element without content.
  ///
  /// - Parameter further: Attributes that not every element of its kind needs.
  mutating func element(_ name: String, _ attributes: Attributes, _ further: Attributes = [:]) {
    open(name, attributes, further, end: "/>")
  }

  /// An element around what `body` writes.
  mutating func element(
    _ name: String, _ attributes: Attributes, _ further: Attributes = [:],
    around body: (inout SVGWriter) -> Void
  ) {
    open(name, attributes, further, end: ">")
    body(&self)
    bytes.append(markup: "</\(name)>")
  }

  /// An element with text in it.
  mutating func element(
    _ name: String, _ attributes: Attributes, _ further: Attributes = [:], text: String
  ) {
    let text = ["text", "tspan"].contains(name) ? Self.isolated(text) : text
    element(name, attributes, further) { $0.bytes.append(escaping: Self.legal(text)) }
  }

  /// A label with letters from right to left, whose direction is that of its first letter, whatever the
  /// drawing's is: a number stays before its unit.
  private static func isolated(_ text: String) -> String {
    let isMirrored = text.unicodeScalars.contains { scalar in
      (0x590...0x8FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
        || (0xFE70...0xFEFC).contains(scalar.value)
    }
    return isMirrored ? "\u{2068}" + text + "\u{2069}" : text
  }

  private mutating func open(
    _ name: String, _ attributes: Attributes, _ further: Attributes, end: String
  ) {
    bytes.append(markup: "<" + name)
    for (key, value) in attributes { append(key, value) }
    for (key, value) in further { append(key, value) }
    bytes.append(markup: end)
  }

  private mutating func append(_ key: String, _ value: SVGValue) {
    bytes.append(markup: " \(key)=\"")
    switch value {
    case .number(let number): bytes.append(markup: Self.number(number))
    case .text(let text):
      bytes.append(escaping: key == "class" ? classes(text) : Self.legal(text))
    }
    bytes.append(markup: "\"")
  }

  /// The classes, each beginning with the name of the drawing's sort.
  private func classes(_ names: String) -> String {
    names.split(separator: " ").map { name in
      let isSort = name == sort.rawValue || name.hasPrefix(sort.rawValue + "-")
      return isSort ? String(name) : sort.rawValue + "-" + name
    }.joined(separator: " ")
  }

  /// Text without the characters that XML has no way to write.
  private static func legal(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isIllegal) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isIllegal($0) }))
  }

  private static func isIllegal(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x9, 0xA, 0xD: false
    case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: character.value & 0xFFFE == 0xFFFE
    }
  }

  /// A number with at most two digits after the point; 0 for what is not finite.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return sign + String(whole) }
    let fraction = rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest)
    return "\(sign)\(whole).\(fraction)"
  }
}

extension SVGWriter {
  /// Where a line of text has its place.
  enum Anchor: String {
    case start, middle, end
  }

  /// A straight line.
  mutating func line(_ name: String, from start: Point, to end: Point, _ width: Double) {
    element(
      "line",
      [
        "class": .text(name), "x1": .number(start.x), "y1": .number(start.y),
        "x2": .number(end.x), "y2": .number(end.y), "stroke-width": .number(width),
      ])
  }

  /// Lines that stand or lie, as one element, which weighs a third of what one each would.
  mutating func lines(
    _ name: String, _ lines: [(start: Point, end: Point)], _ width: Double
  ) {
    guard !lines.isEmpty else { return }
    let path = lines.map { line in
      let (start, end) = (line.start, line.end)
      let rest = start.x == end.x ? "V" + Self.number(end.y) : "H" + Self.number(end.x)
      return "M" + Self.number(start.x) + " " + Self.number(start.y) + rest
    }
    element(
      "path",
      ["class": .text(name), "d": .text(path.joined()), "stroke-width": .number(width)])
  }

  /// Lines of text, of which the place is the middle in height.
  mutating func text(
    _ lines: [String], _ name: String, at place: Point, _ anchor: Anchor = .start,
    isBold: Bool = false
  ) {
    guard !isBold else {
      element("g", ["font-weight": "600"]) { $0.text(lines, name, at: place, anchor) }
      return
    }
    var y = place.y + TextWidth.baseline - Double(lines.count - 1) * TextWidth.lineHeight / 2
    for line in lines {
      element(
        "text",
        [
          "class": .text(name), "x": .number(place.x), "y": .number(y),
        ], anchor == .start ? [:] : ["text-anchor": .text(anchor.rawValue)], text: line)
      y += TextWidth.lineHeight
    }
  }

  /// Texts of one look and anchor, as one element.
  mutating func texts(_ texts: [(text: String, place: Point)], _ name: String, _ anchor: Anchor) {
    guard !texts.isEmpty else { return }
    element("g", ["class": .text(name), "text-anchor": .text(anchor.rawValue)]) { svg in
      for (text, place) in texts {
        svg.element(
          "text", ["x": .number(place.x), "y": .number(place.y + TextWidth.baseline)], text: text)
      }
    }
  }

  /// What is shown on pointing at the element that it stands in; nothing for no text.
  mutating func note(_ text: String) {
    if !text.isEmpty { element("title", [:], text: text) }
  }
}
