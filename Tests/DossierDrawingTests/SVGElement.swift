import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of a drawing, read back from what was written.
struct SVGElement {
  var name: String
  var attributes: [String: String]
  var text = ""

  var classes: [String] { (attributes["class"] ?? "").split(separator: " ").map(String.init) }

  subscript(_ key: String) -> Double { Double(attributes[key] ?? "") ?? .nan }

  /// All elements in the order in which they begin; empty for what is not well formed.
  static func all(in svg: [UInt8]) -> [SVGElement] {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = reader
    return parser.parse() ? reader.elements : []
  }

  /// The straight lines that it draws, from point to point; a path of M, L, H, V and Z alone.
  var lines: [(x1: Double, y1: Double, x2: Double, y2: Double)] {
    if name == "line" { return [(self["x1"], self["y1"], self["x2"], self["y2"])] }
    guard name == "path", let path = attributes["d"] else { return [] }
    var lines: [(x1: Double, y1: Double, x2: Double, y2: Double)] = []
    var (x, y) = (0.0, 0.0)
    for match in path.matches(of: /([MLHV])([-0-9.]+)(?: ([-0-9.]+))?/) {
      let (first, second) = (Double(match.2) ?? .nan, match.3.flatMap { Double($0) })
      let (oldX, oldY) = (x, y)
      switch match.1 {
      case "H": x = first
      case "V": y = first
      default: (x, y) = (first, second ?? .nan)
      }
      if match.1 != "M" { lines.append((oldX, oldY, x, y)) }
    }
    return lines
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [SVGElement] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      var attributes = attributes
      // What a group says of its texts, each of them takes over.
      if name == "text", let group = open.last.map({ elements[$0] }), group.name == "g" {
        attributes["text-anchor"] = attributes["text-anchor"] ?? group.attributes["text-anchor"]
      }
      open.append(elements.count)
      elements.append(SVGElement(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }
  }
}
