/// A picture of 1200 by 630 pixels that stands for a page where somebody shares its address: its title,
/// one fact with its date, its exhibit in small, and the publication.
public struct ShareCard: Sendable {
  /// What is drawn beside the words.
  public enum Picture: Sendable {
    case drawing(TakenDrawing)
    /// Signs with what they are of, in their order.
    case signs([CardSign])
    /// Bars on one scale from zero.
    case bars([CardBar])
  }

  public var publication: String
  /// What stands before the publication's name.
  public var logo: Logo?
  /// What sort of page it is: "Precedent".
  public var sort: String
  public var title: String
  /// A shorter name behind the title.
  public var short: String?
  /// The fact, and what it is of and when; empty for none.
  public var fact: String
  public var caption: String
  public var picture: Picture?
  /// What stands at the foot: who publishes, the date, the address.
  public var foot: [String]
  /// A BCP 47 tag.
  public var language: String
  /// Whether the words are set a little smaller, as languages with long words are.
  public var isTight = false
  /// Whether its words are, so that what stands left stands right.
  public var isRightToLeft = false

  /// An image of the publisher's.
  public struct Logo: Sendable {
    /// With all its bytes: a `data:` address.
    var address: String
    var width: Double
    var height: Double

    /// - Parameters:
    ///   - width: Its own width, in units of its own.
    public init(address: String, width: Double, height: Double) {
      self.address = address
      self.width = width
      self.height = height
    }

    /// As high as two lines of the name, but not as wide as to leave it no room.
    fileprivate func size() -> (width: Double, height: Double) {
      let scale = min(ShareCard.logoHeight / max(height, 1), 300 / max(width, 1))
      return (width * scale, height * scale)
    }
  }

  public init(
    publication: String, sort: String, title: String, fact: String, caption: String,
    foot: [String], language: String
  ) {
    self.publication = publication
    self.sort = sort
    self.title = title
    self.fact = fact
    self.caption = caption
    self.foot = foot
    self.language = language
  }

  /// In pixels.
  public static let width = 1200.0
  public static let height = 630.0
  /// The smallest text that is legible where cards are shown.
  static let smallest = 16.0

  /// What the card says, for those who do not see it.
  public var alternative: String {
    [title, fact, caption].filter { !$0.isEmpty }.joined(separator: ". ")
  }

  /// The card in UTF-8.
  public func svg() -> [UInt8] {
    PictureSheet.sheet(width: Self.width, height: Self.height, language, alternative) { svg in
      svg.element(
        "rect", ["width": .number(Self.width), "height": 14.0, "fill": .text(SheetColour.accent)])
      drawPublication(to: &svg)
      SheetText(size: 21, isBold: true, colour: SheetColour.accent).draw(
        [sort], at: Point(x: side.x(Self.width - Self.edge), y: 54), side.end, to: &svg)
      drawWords(to: &svg)
      if let picture { CardPicture(picture, side).draw(to: &svg) }
      drawFoot(to: &svg)
    }
  }

  private var side: CardSide { CardSide(isRightToLeft: isRightToLeft) }

  private func drawPublication(to svg: inout SVGWriter) {
    var left = Self.edge
    if let logo {
      let (width, height) = logo.size()
      svg.element(
        "image",
        [
          "href": .text(logo.address), "x": .number(side.x(left, width: width)),
          "y": .number(Self.logoMiddle - height / 2), "width": .number(width),
          "height": .number(height),
        ])
      left += width + 18
    }
    let style = SheetText(size: 27, face: .serif, isBold: true)
    style.draw(
      [fitted(publication, style, 780 + Self.edge - left)], at: Point(x: side.x(left), y: 48),
      side.start,
      to: &svg)
  }

  private static let logoHeight = 54.0
  private static let logoMiddle = 64.0
  static let edge = 60.0
  /// Where pictures begin, and where the foot does.
  static let pictureLeft = 650.0
  static let footTop = 562.0
  private static let footGap = 48.0

  private var column: Double {
    picture == nil ? Self.width - 2 * Self.edge : Self.pictureLeft - Self.edge - 40
  }

  private func fitted(_ text: String, _ style: SheetText, _ width: Double) -> String {
    style.lines(text, within: width, most: 1)[0]
  }

  /// The title in as large letters as leave room for the fact.
  private func drawWords(to svg: inout SVGWriter) {
    let sizes = isTight ? [52.0, 44, 38, 32] : [58.0, 48, 40, 34]
    let most = sizes.last ?? 34
    let style =
      sizes.map { SheetText(size: $0, face: .serif, isBold: true, leading: 1.1) }.first {
        $0.lines(whole, within: column).count <= 3
      } ?? SheetText(size: most, face: .serif, isBold: true, leading: 1.1)
    let lines = style.lines(whole, within: column, most: 4)
    style.draw(lines, at: Point(x: side.x(Self.edge), y: 118), side.start, to: &svg)
    let rule = 118 + style.height(of: lines.count) + 24
    guard !fact.isEmpty || !caption.isEmpty else { return }
    svg.element(
      "rect",
      [
        "x": .number(side.x(Self.edge, width: column)), "y": .number(rule),
        "width": .number(column), "height": 2.0,
        "fill": .text(SheetColour.ink),
      ])
    drawFact(below: rule + 14, to: &svg)
  }

  private var whole: String { short.map { title + " (" + $0 + ")" } ?? title }

  private func drawFact(below top: Double, to svg: inout SVGWriter) {
    let style = SheetText(
      size: isTight ? 34 : 40, face: .serif, isBold: true, colour: SheetColour.accent,
      leading: 1.15)
    let lines = fact.isEmpty ? [] : style.lines(fact, within: column, most: 2)
    style.draw(lines, at: Point(x: side.x(Self.edge), y: top), side.start, to: &svg)
    let words = SheetText(size: 23, colour: SheetColour.soft, leading: 1.38)
    let place = top + style.height(of: lines.count) + 6
    let room = Int((Self.footTop - 14 - place) / words.height(of: 1))
    guard room > 0, !caption.isEmpty else { return }
    words.draw(
      words.lines(caption, within: column, most: min(room, 4)),
      at: Point(x: side.x(Self.edge), y: place), side.start, to: &svg)
  }

  private func drawFoot(to svg: inout SVGWriter) {
    svg.element(
      "rect",
      [
        "x": .number(Self.edge), "y": .number(Self.footTop),
        "width": .number(Self.width - 2 * Self.edge), "height": 1.0,
        "fill": .text(SheetColour.rule),
      ])
    let style = SheetText(size: 20, colour: SheetColour.soft)
    let width = Self.width - 2 * Self.edge
    let whole = foot.reduce(0) { $0 + style.width(of: $1) + Self.footGap } - Self.footGap
    let room = whole <= width ? width : width / Double(max(foot.count, 1)) - Self.footGap / 2
    var x = Self.edge
    for (place, text) in foot.enumerated() {
      let line = fitted(text, style, room)
      let isLast = place > 0 && place == foot.count - 1
      style.draw(
        [line], at: Point(x: side.x(isLast ? Self.width - Self.edge : x), y: Self.footTop + 17),
        isLast ? side.end : side.start, to: &svg)
      x += style.width(of: line) + Self.footGap
    }
  }
}

/// On which side of a card something stands, by the direction of its words.
struct CardSide {
  let isRightToLeft: Bool

  /// A place, or the left end of what is so wide, that is told from the side where lines begin.
  func x(_ place: Double, width: Double = 0) -> Double {
    isRightToLeft ? ShareCard.width - place - width : place
  }

  var start: SVGWriter.Anchor { isRightToLeft ? .end : .start }
  var end: SVGWriter.Anchor { isRightToLeft ? .start : .end }
}
