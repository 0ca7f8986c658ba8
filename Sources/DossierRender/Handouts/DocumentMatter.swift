/// A handout as a program takes it that makes documents of HTML and knows no drawings: each drawing is a
/// file beside it, and small signs, whose words stand beside them, are left out.
public struct DocumentMatter: Sendable {
  /// The handout, with images in the place of drawings.
  public private(set) var html: [UInt8] = []
  /// The drawings as SVG, by the names of their files: `picture-1.svg`.
  public private(set) var pictures: [(name: String, bytes: [UInt8])] = []

  /// - Parameter handout: The HTML of a handout, as ``SiteRenderer`` renders it.
  public init(_ handout: [UInt8]) {
    var copied = 0
    var offset = 0
    while let start = Self.find(Self.opening, in: handout, from: offset) {
      let end = Self.end(ofDrawingAt: start, in: handout)
      html += handout[copied..<start]
      add(handout[start..<end])
      copied = end
      offset = end
    }
    html += handout[copied...]
  }

  private static let opening = Array("<svg".utf8)
  private static let closing = Array("</svg>".utf8)
  /// Signs and bars that stand in a line or a cell.
  private static let small = ["class=\"mark", "class=\"cell-bar", "class=\"chart-sign"]

  private mutating func add(_ drawing: ArraySlice<UInt8>) {
    let tag = drawing[..<(drawing.firstIndex(of: UInt8(ascii: ">")) ?? drawing.endIndex)]
    let words = String(decoding: tag, as: UTF8.self)
    guard words.contains("role=\"img\""), !Self.small.contains(where: words.contains) else {
      return
    }
    let name = "picture-\(pictures.count + 1).svg"
    pictures.append((name, Array(drawing)))
    html += Array("<img src=\"\(name)\" alt=\"".utf8)
    html += Self.title(of: drawing)
    html += Array("\">".utf8)
  }

  /// Behind the end tag of a drawing, which may hold others; the end of the text where there is none.
  private static func end(ofDrawingAt start: Int, in html: [UInt8]) -> Int {
    var depth = 1
    var offset = start + opening.count
    while offset < html.count {
      guard html[offset] == UInt8(ascii: "<") else {
        offset += 1
        continue
      }
      if html[offset...].starts(with: closing) {
        depth -= 1
        offset += closing.count
        if depth == 0 { return offset }
      } else {
        if html[offset...].starts(with: opening) { depth += 1 }
        offset += 1
      }
    }
    return html.count
  }

  /// The words of the first title, which are escaped already.
  private static func title(of drawing: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let bytes = Array(drawing)
    guard let tag = find(Array("<title".utf8), in: bytes, from: 0),
      let start = bytes[tag...].firstIndex(of: UInt8(ascii: ">")),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "<"))
    else { return [] }
    return bytes[(start + 1)..<end]
  }

  private static func find(_ word: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    while let next = bytes[offset...].firstIndex(of: word[0]) {
      if bytes[next...].starts(with: word) { return next }
      offset = next + 1
    }
    return nil
  }
}
