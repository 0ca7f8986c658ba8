/// Text of any size in a sheet that stands by itself, whose fonts are named in it.
struct SheetText {
  /// A face with the fonts that are asked for, the first that is there.
  enum Face {
    case serif, sans

    var fonts: String {
      switch self {
      case .serif:
        "Charis SIL, Charter, Noto Serif, Liberation Serif, Georgia, serif"
      case .sans: "Noto Sans, " + TextWidth.fonts
      }
    }

    /// How much wider than the letters that were measured its widest font is.
    fileprivate func breadth(isBold: Bool) -> Double {
      switch self {
      case .serif: isBold ? 1.1 : 1.02
      case .sans: isBold ? 1.12 : 1.06
      }
    }
  }

  var size: Double
  var face = Face.sans
  var isBold = false
  var colour = SheetColour.ink
  /// From one line to the next, in the size of the text.
  var leading = 1.3

  /// The width of a line.
  func width(of text: String) -> Double {
    TextWidth.of(text) * size / TextWidth.fontSize * face.breadth(isBold: isBold)
  }

  /// Lines that are no wider than is asked for; of more than so many the last says that it goes on.
  func lines(_ text: String, within width: Double, most: Int = .max) -> [String] {
    let scale = size / TextWidth.fontSize * face.breadth(isBold: isBold)
    var lines = TextWidth.lines(text, within: width / scale)
    guard lines.count > most, most > 0 else { return lines }
    lines = Array(lines.prefix(most))
    var last = lines[most - 1]
    while !last.isEmpty, self.width(of: last + "…") > width { last.removeLast() }
    lines[most - 1] = last + "…"
    return lines
  }

  /// What so many lines take up in height.
  func height(of count: Int) -> Double { Double(count) * size * leading }

  /// Writes lines one below the other, the first below a place.
  func draw(
    _ lines: [String], at place: Point, _ anchor: SVGWriter.Anchor = .start,
    to svg: inout SVGWriter
  ) {
    for (index, line) in lines.enumerated() {
      let y = place.y + height(of: index) + size * (leading + 0.7) / 2
      svg.element(
        "text",
        [
          "x": .number(place.x), "y": .number(y), "font-family": .text(face.fonts),
          "font-size": .number(size), "fill": .text(colour),
        ],
        [
          "font-weight": .text(isBold ? (face == .serif ? "700" : "600") : "400"),
          "text-anchor": .text(anchor.rawValue),
        ], text: line)
    }
  }
}

/// The colours of sheets that stand by themselves: those of the publication on paper.
enum SheetColour {
  static let paper = "#fdfcf9"
  static let ink = "#1c2023"
  static let soft = "#565b5f"
  static let accent = "#0b5763"
  static let stop = "#9a3324"
  static let rule = "#dcd9d0"
}
