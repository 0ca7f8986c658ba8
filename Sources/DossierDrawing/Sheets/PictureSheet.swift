/// A drawing as a file that can be shown anywhere: with its title, its works and its credit, its fonts
/// named and its colours fixed.
public struct PictureSheet: Sendable {
  public var title: String
  /// Lines under the drawing: the works behind it, who publishes it and where, on which terms.
  public var notes: [String]
  /// A BCP 47 tag.
  public var language: String

  public init(title: String, notes: [String], language: String) {
    self.title = title
    self.notes = notes
    self.language = language
  }

  private static let edge = 20.0
  private static let least = 420.0

  /// The file, in UTF-8.
  public func svg(around drawing: TakenDrawing) -> [UInt8] {
    let width = max(drawing.width, Self.least)
    let (heading, note) = (
      SheetText(size: 20, face: .serif, isBold: true, leading: 1.25),
      SheetText(size: 12, colour: SheetColour.soft, leading: 1.45)
    )
    let title = heading.lines(title, within: width)
    let notes = self.notes.flatMap { note.lines($0, within: width) }
    let top = Self.edge + heading.height(of: title.count) + 14
    let below = top + drawing.height + 14
    let height = below + note.height(of: notes.count) + Self.edge
    return Self.sheet(width: width + 2 * Self.edge, height: height, language, self.title) { svg in
      heading.draw(title, at: Point(x: Self.edge, y: Self.edge), to: &svg)
      svg.add(drawing.placed(at: Point(x: Self.edge, y: top), width: drawing.width))
      note.draw(notes, at: Point(x: Self.edge, y: below), to: &svg)
    }
  }

  /// The paper of a sheet, with what `body` draws on it.
  static func sheet(
    width: Double, height: Double, _ language: String, _ title: String,
    around body: (inout SVGWriter) -> Void
  ) -> [UInt8] {
    var svg = SVGWriter(.sheet)
    let size = SVGWriter.number(width) + " " + SVGWriter.number(height)
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": .text("0 0 " + size),
        "width": .number(width), "height": .number(height), "lang": .text(language),
        "role": "img", "color": .text(SheetColour.ink),
        "font-family": .text(SheetText.Face.sans.fonts),
      ]
    ) { svg in
      svg.element("title", [:], text: title)
      svg.element(
        "rect",
        ["width": .number(width), "height": .number(height), "fill": .text(SheetColour.paper)])
      body(&svg)
    }
    return svg.bytes + Array("\n".utf8)
  }
}
