/// A drawing of an exhibit, to be part of a file of its own.
public struct TakenDrawing: Sendable {
  /// An `svg` element that names its namespace.
  public let svg: [UInt8]
  /// Its size in its own units.
  public let width: Double
  public let height: Double

  /// - Parameter svg: An `svg` element as it stands on a page; `nil` for what is none, or says no size.
  public init?(svg: [UInt8]) {
    let head = String(decoding: svg.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    guard let width = Self.number(of: "width", in: head),
      let height = Self.number(of: "height", in: head), width > 0, height > 0,
      width >= Self.least, width.isFinite, height.isFinite
    else { return nil }
    self.svg = svg
    self.width = width
    self.height = height
  }

  private static let tag = Array("<svg".utf8)
  /// What is narrower is a sign.
  private static let least = 200.0

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
