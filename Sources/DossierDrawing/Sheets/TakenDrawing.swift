/// A drawing out of a page, to be part of a file of its own.
public struct TakenDrawing: Sendable {
  /// An `svg` element that names its namespace.
  public let svg: [UInt8]
  /// Its size in its own units.
  public let width: Double
  public let height: Double

  /// `nil` for what says no size.
  init?(svg: [UInt8]) {
    let head = String(decoding: svg.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    guard let width = Self.number(of: "width", in: head),
      let height = Self.number(of: "height", in: head), width > 0, height > 0
    else { return nil }
    self.svg = svg
    self.width = width
    self.height = height
  }

  /// The drawings in a page that can stand by themselves, in their order: those that name their
  /// namespace, as signs and bars in cells do not.
  ///
  /// - Parameter least: Narrower ones are left out, in their own units.
  public static func all(in html: [UInt8], least: Double = 200) -> [TakenDrawing] {
    var (drawings, offset): ([TakenDrawing], Int) = ([], 0)
    while let start = html.firstRange(of: Self.opening, from: offset) {
      guard let end = Self.end(of: html, from: start) else { break }
      offset = end
      if let drawing = TakenDrawing(svg: Array(html[start..<end])), drawing.width >= least {
        drawings.append(drawing)
      }
    }
    return drawings
  }

  private static let opening = Array("<svg xmlns=".utf8)
  private static let (tag, closing) = (Array("<svg".utf8), Array("</svg>".utf8))

  /// Behind the end of an element that may hold others of its name.
  private static func end(of html: [UInt8], from start: Int) -> Int? {
    var (depth, offset) = (0, start)
    while offset < html.count {
      if html[offset] != UInt8(ascii: "<") {
        offset += 1
      } else if html[offset...].starts(with: closing) {
        depth -= 1
        offset += closing.count
        if depth == 0 { return offset }
      } else {
        if html[offset...].starts(with: tag) { depth += 1 }
        offset += 1
      }
    }
    return nil
  }

  private static func number(of name: String, in head: String) -> Double? {
    let parts = head.split(separator: " \(name)=\"", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    return parts[1].split(separator: "\"", omittingEmptySubsequences: false).first.flatMap {
      Double($0)
    }
  }

  /// The drawing at a place of another one, as wide as is asked for.
  func placed(at place: Point, width: Double) -> [UInt8] {
    let scaled = SVGWriter.number(height * width / self.width)
    let head = svg.prefix { $0 != UInt8(ascii: ">") }
    let attributes = String(decoding: head.dropFirst(Self.tag.count), as: UTF8.self)
    let kept = attributes.split(separator: "\" ").filter { attribute in
      !["width=", "height=", "xmlns="].contains { attribute.drop { $0 == " " }.hasPrefix($0) }
    }
    let placing = [
      "x=\"\(SVGWriter.number(place.x))", "y=\"\(SVGWriter.number(place.y))",
      "width=\"\(SVGWriter.number(width))", "height=\"\(scaled)", "overflow=\"visible",
    ]
    let hasViewBox = kept.contains { $0.drop { $0 == " " }.hasPrefix("viewBox=") }
    let box =
      hasViewBox
      ? "" : " viewBox=\"0 0 \(SVGWriter.number(self.width)) \(SVGWriter.number(height))\""
    let words = kept.map { $0.hasSuffix("\"") ? String($0.dropLast()) : String($0) }
    let open = "<svg" + box + (placing + words).map { " " + $0.drop { $0 == " " } + "\"" }.joined()
    return Array(open.utf8) + onPaper(svg[head.count...])
  }

  /// Hollow marks filled with the paper, as a page's style does, so that no line shows through them.
  private func onPaper(_ content: ArraySlice<UInt8>) -> [UInt8] {
    let parts = String(decoding: content, as: UTF8.self).split(
      separator: Self.hollow, omittingEmptySubsequences: false)
    let rest = parts.dropFirst().map { part -> String in
      guard let fill = part.firstRange(of: Self.noFill),
        !part[..<fill.lowerBound].contains(">")
      else { return Self.hollow + part }
      return Self.hollow + part[..<fill.lowerBound] + " fill=\"\(SheetColour.paper)\""
        + part[fill.upperBound...]
    }
    return Array((String(parts[0]) + rest.joined()).utf8)
  }

  private static let (hollow, noFill) = ("hollow\"", " fill=\"none\"")
}

extension [UInt8] {
  /// Where a sequence of bytes begins for the first time from an offset on.
  fileprivate func firstRange(of bytes: [UInt8], from start: Int) -> Int? {
    guard let first = bytes.first, count >= bytes.count else { return nil }
    var offset = start
    while offset + bytes.count <= count {
      if self[offset] == first, self[offset...].starts(with: bytes) { return offset }
      offset += 1
    }
    return nil
  }
}
