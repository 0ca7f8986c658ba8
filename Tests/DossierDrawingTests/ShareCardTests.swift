import Testing

@testable import DossierDrawing

/// Share images, whatever the words.
@Suite struct ShareCardTests {
  static let words: [(title: String, fact: String, caption: String)] = [
    ("Kosovo Force", "4,686 troops", "Strength, 25 April 2025"),
    ("Сили для Косова", "4 686 військових", "Чисельність, 25 квітня 2025 року"),
    (String(repeating: "მშვიდობისმყოფელი ", count: 13), "ათასი", "თარიღი"),
    (String(repeating: "x", count: 200), String(repeating: "9", count: 80), "c"),
    ("", "", ""),
    ("A <b> & \"c\" 'd'", "5 < 6 & 7", "\u{1}\u{85}"),
    (
      String(repeating: "word ", count: 120), String(repeating: "12,000 ", count: 40),
      String(repeating: "caption ", count: 90)
    ),
    ("平和維持活動の任務と前提条件", "一万", "二〇二五年"),
    ("T", "", "A caption alone"),
    ("🕊️ Peace", "1 🕊️", "🕊️"),
  ]

  private func card(_ place: Int, with picture: ShareCard.Picture?) -> ShareCard {
    let words = Self.words[place]
    var card = ShareCard(
      publication: "Peace Mission Dossier", sort: "Precedent", title: words.title, fact: words.fact,
      caption: words.caption,
      foot: ["United Ukraine Think Tank", "27 February 2026", "dossier.example.org"], language: "en"
    )
    card.isTight = place == 1
    card.picture = picture
    return card
  }

  static let pictures: [(String, ShareCard.Picture?)] = [
    ("none", nil),
    ("signs", .signs((0..<14).map { CardSign(.absent, "Condition \($0) with a name") })),
    (
      "bars",
      .bars(
        (0..<6).map { place in
          CardBar(
            label: "A record with a long name", text: "about 50,000 troops",
            value: Extent(Double(place) * 1000), isApproximate: place % 2 == 0)
        })
    ),
  ]

  /// No letter is smaller than a preview shows, none lies outside the card or on another text.
  @Test(arguments: words.indices, pictures.indices)
  func everyTextHasRoom(words: Int, picture: Int) throws {
    var card = card(words, with: Self.pictures[picture].1)
    try check(card.svg())
    card.isRightToLeft = true
    try check(card.svg())
  }

  private func check(_ svg: [UInt8]) throws {
    let elements = SVGElement.all(in: svg)
    try #require(!elements.isEmpty)
    let texts = elements.filter { $0.name == "text" }
    var boxes: [Box] = []
    for text in texts where !text.text.isEmpty {
      #expect(text["font-size"] >= 16)
      let isBold = text.attributes["font-weight"] != "400"
      let isSerif = text.attributes["font-family"]?.hasSuffix(" serif") == true
      let style = SheetText(
        size: text["font-size"], face: isSerif ? .serif : .sans, isBold: isBold)
      let width = style.width(of: text.text)
      let left =
        text.attributes["text-anchor"] == "end" ? text["x"] - width : text["x"]
      let box = Box(
        left: left, top: text["y"] - 0.72 * style.size, right: left + width, bottom: text["y"])
      #expect(box.left >= 59 && box.right <= 1141, "\(text.text)")
      #expect(box.top >= 14 && box.bottom <= 630, "\(text.text)")
      #expect(!boxes.contains { $0.overlaps(box) }, "\(text.text) lies on another text")
      boxes.append(box)
    }
  }

  @Test func aCardOfARightToLeftLanguageIsMirrored() throws {
    var card = card(0, with: Self.pictures[2].1)
    card.logo = ShareCard.Logo(address: "data:,", width: 60, height: 30)
    let here = SVGElement.all(in: card.svg())
    card.isRightToLeft = true
    let there = SVGElement.all(in: card.svg())
    try #require(here.count == there.count)
    func right(_ element: SVGElement) -> Double {
      element.name == "text" ? element["x"] : element["x"] + element["width"]
    }
    for (one, other) in zip(here, there) where ["text", "image"].contains(one.name) {
      #expect(one["x"] == 1200 - right(other), "\(one.text)")
      guard one.name == "text" else { continue }
      let anchors = [one, other].map { $0.attributes["text-anchor"] }
      #expect(Set(anchors) == ["start", "end"], "\(one.text)")
    }
  }

  /// What is long is cut, so that the next row keeps its place.
  @Test func aRowOfThePictureHasOneLine() {
    let long = String(repeating: "condition ", count: 30)
    let pictures: [(ShareCard.Picture, texts: Int)] = [
      (.signs([CardSign(.absent, long), CardSign(.met, long)]), 2),
      (.bars([CardBar(label: long, text: long, value: Extent(5), isApproximate: false)]), 2),
    ]
    let bare = SVGElement.all(in: card(0, with: nil).svg()).count { $0.name == "text" }
    for (picture, texts) in pictures {
      let all = SVGElement.all(in: card(0, with: picture).svg())
      #expect(all.count { $0.name == "text" } == bare + texts)
    }
  }

  /// Of words that end within the last pixel before the edge none is cut.
  @Test func aSignHasAllTheRoomBesideIt() throws {
    let room = ShareCard.width - ShareCard.edge - ShareCard.pictureLeft - 40
    let words = (1..<60).flatMap { narrow in
      (0..<30).map { String(repeating: "i", count: narrow) + String(repeating: "m", count: $0) }
    }
    let label = try #require(
      words.first { (room - 1..<room - 0.01).contains(SheetText(size: 20).width(of: $0)) })
    let texts = SVGElement.all(in: card(0, with: .signs([CardSign(.met, label)])).svg()).map(\.text)
    #expect(texts.contains(label))
  }

  /// A number stays before its unit, whatever the direction of the drawing.
  @Test func aLabelHasTheDirectionOfItsFirstLetter() {
    var svg = SVGWriter()
    for text in ["3 km", "3 ק״מ"] { svg.element("text", [:], text: text) }
    svg.element("title", [:], text: "ק״מ")
    let expected = "<text>3 km</text><text>\u{2068}3 ק״מ\u{2069}</text><title>ק״מ</title>"
    #expect(String(decoding: svg.bytes, as: UTF8.self) == expected)
  }

  @Test func aDrawingIsTakenWithAllThatItHolds() throws {
    let inner = "<svg class=\"bound\" x=\"4\"><path d=\"M0 0\"/></svg>"
    let chart =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" "
      + "viewBox=\"0 0 400 300\" width=\"400\" height=\"300\">\(inner)</svg>"
    let all = [
      "<svg class=\"mark\"></svg>", chart, "<svg xmlns=\"x\" width=\"72\" height=\"18\"></svg>",
      "<svg xmlns=\"x\" width=\"500\"></svg>", "<svg xmlns=\"broken",
    ]
    let drawings = all.compactMap { TakenDrawing(svg: Array($0.utf8)) }
    #expect(drawings.map(\.width) == [400])
    let drawing = try #require(drawings.first)
    #expect(String(decoding: drawing.svg, as: UTF8.self).contains(inner))
    #expect(!drawing.fitsCard, "letters of 15 pixels")
    let placed = SVGElement.all(in: drawing.placed(at: Point(x: 10, y: 20), width: 800))
    let root = try #require(placed.first)
    #expect(root["x"] == 10 && root["y"] == 20 && root["width"] == 800 && root["height"] == 600)
    #expect(root.attributes["viewBox"] == "0 0 400 300" && root.classes == ["chart"])
  }

  @Test(arguments: [
    "", "<svg", "<svg xmlns=", "<svg xmlns=\"a\" width=\"-4\" height=\"4\"></svg>",
    "<svg xmlns=\"a\" width=\"1e400\" height=\"2\"><svg></svg>", "</svg></svg>",
  ])
  func whatIsNoDrawingIsNone(html: String) {
    #expect(TakenDrawing(svg: Array(html.utf8)) == nil)
  }

  @Test func aDrawingTooTallOrTooWideForACardIsLeftOut() throws {
    func drawing(_ width: Int, _ height: Int) throws -> TakenDrawing {
      try #require(
        TakenDrawing(
          svg: Array("<svg xmlns=\"a\" width=\"\(width)\" height=\"\(height)\"></svg>".utf8)))
    }
    #expect(try drawing(358, 300).fitsCard)
    #expect(!(try drawing(358, 900).fitsCard))
    #expect(!(try drawing(1184, 400).fitsCard))
  }
}
