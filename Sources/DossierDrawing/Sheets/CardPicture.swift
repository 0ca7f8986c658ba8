/// A sign on a card, with what it is of.
public struct CardSign: Sendable {
  public var mark: DrawnMark
  public var label: String

  public init(_ mark: DrawnMark, _ label: String) {
    self.mark = mark
    self.label = label
  }
}

/// A value on a card.
public struct CardBar: Sendable {
  public var label: String
  /// The value in words.
  public var text: String
  public var value: Extent
  public var isApproximate: Bool

  public init(label: String, text: String, value: Extent, isApproximate: Bool) {
    self.label = label
    self.text = text
    self.value = value
    self.isApproximate = isApproximate
  }
}

/// What stands beside the words of a card.
struct CardPicture {
  private let picture: ShareCard.Picture

  private let side: CardSide

  init(_ picture: ShareCard.Picture, _ side: CardSide) {
    self.picture = picture
    self.side = side
  }

  private static let top = 124.0
  private static let width = ShareCard.width - ShareCard.edge - ShareCard.pictureLeft
  private static let height = ShareCard.footTop - 20 - top

  func draw(to svg: inout SVGWriter) {
    switch picture {
    case .drawing(let drawing):
      let width = min(Self.width, Self.height * drawing.width / drawing.height)
      let left = side.x(ShareCard.pictureLeft, width: width)
      svg.add(drawing.placed(at: Point(x: left, y: Self.top), width: width))
    case .signs(let signs): draw(signs, to: &svg)
    case .bars(let bars): draw(bars, to: &svg)
    }
  }

  private func draw(_ signs: [CardSign], to svg: inout SVGWriter) {
    let style = SheetText(size: 20)
    let step = min(38, Self.height / Double(max(signs.count, 1)))
    for (place, sign) in signs.enumerated() {
      let y = Self.top + Double(place) * step
      let left = side.x(ShareCard.pictureLeft, width: 24)
      let shift = "translate(\(SVGWriter.number(left)) \(SVGWriter.number(y + 2)))"
      svg.element(
        "path",
        [
          "transform": .text(shift + " scale(1.5)"), "d": .text(sign.mark.path),
          "fill-rule": "evenodd", "fill": .text(colour(of: sign.mark)),
        ])
      style.draw(
        style.lines(sign.label, within: Self.width - 40, most: 1),
        at: Point(x: side.x(ShareCard.pictureLeft + 40), y: y), side.start, to: &svg)
    }
  }

  private func colour(of mark: DrawnMark) -> String {
    switch mark {
    case .absent, .blocked: SheetColour.stop
    case .met, .open: SheetColour.accent
    default: SheetColour.ink
    }
  }

  private func draw(_ bars: [CardBar], to svg: inout SVGWriter) {
    guard let top = bars.map({ $0.value.trailingEnd }).max(), top > 0, top.isFinite else { return }
    let (name, value) = (SheetText(size: 18), SheetText(size: 18, isBold: true))
    let step = min(66, Self.height / Double(max(bars.count, 1)))
    for (place, bar) in bars.enumerated() {
      let y = Self.top + Double(place) * step
      let words = value.lines(bar.text, within: Self.width * 0.55, most: 1)
      name.draw(
        name.lines(bar.label, within: Self.width * 0.42, most: 1),
        at: Point(x: side.x(ShareCard.pictureLeft), y: y), side.start, to: &svg)
      value.draw(
        words, at: Point(x: side.x(ShareCard.width - ShareCard.edge), y: y), side.end, to: &svg)
      let length = max(bar.value.trailingEnd, 0) / top * (Self.width - 2)
      let left = side.x(ShareCard.pictureLeft + (bar.isApproximate ? 1 : 0), width: length)
      svg.element(
        "rect",
        [
          "x": .number(left), "y": .number(y + 27),
          "width": .number(length), "height": 12.0,
          "fill": .text(bar.isApproximate ? "none" : SheetColour.accent),
          "stroke": .text(bar.isApproximate ? SheetColour.accent : "none"),
        ], ["stroke-width": 2.0])
    }
  }
}

extension TakenDrawing {
  /// Whether the drawing can be shown on a card, all of it and no letter too small.
  public var fitsCard: Bool {
    let width = ShareCard.width - ShareCard.edge - ShareCard.pictureLeft
    let scale = min(width / self.width, (ShareCard.footTop - 144) / height)
    return TextWidth.fontSize * scale >= ShareCard.smallest
  }
}
