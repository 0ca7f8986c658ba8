import Testing

@testable import DossierDrawing
@testable import DossierRender

/// The fonts that were made, in a page that is printed.
@Suite struct FontStyleTests {
  private static let names = ["text", "text-bold", "text-italic", "sans", "sans-bold"]
  private static let fonts = names.compactMap {
    WholeFont(name: $0 + ".ttf", bytes: Array("foo".utf8))
  }

  private func embedded(_ fonts: [WholeFont] = fonts, in html: String) -> String {
    String(decoding: FontStyle.embedded(fonts, in: Array(html.utf8)), as: UTF8.self)
  }

  @Test func filesBecomeData() {
    #expect(
      embedded(Array(Self.fonts[1...2]), in: "<head></head><body>") == """
        <head><style>@font-face{font-family:"Dossier Text";font-weight:600 700;\
        src:url(data:font/ttf;base64,Zm9v) format("truetype")}
        @font-face{font-family:"Dossier Text";font-weight:400;font-style:italic;\
        src:url(data:font/ttf;base64,Zm9v) format("truetype")}
        :root{--made-text:"Dossier Text";--made-sans:"Dossier Sans"}</style>
        </head><body>
        """)
  }

  /// WeasyPrint takes two files of one family, weight and style for one font, and shows the signs of one
  /// where those of the other are meant.
  @Test func noTwoFilesAreOfOneFace() {
    #expect(Self.fonts.count == 5 && Set(Self.fonts.map(\.face)).count == 5)
  }

  @Test func drawingsAreSetInThemToo() {
    let drawing =
      "<svg font-family=\"\(TextWidth.fonts)\"/><svg font-family=\"Own, Liberation Sans, x\"/>"
    #expect(
      embedded(in: "</head>" + drawing).hasSuffix(
        "<svg font-family=\"Dossier Sans, \(TextWidth.fonts)\"/>"
          + "<svg font-family=\"Own, Liberation Sans, x\"/>"))
  }

  @Test(arguments: ["", "<body>", "</hea", "<"])
  func aPageWithoutAHeadStays(html: String) {
    #expect(embedded(in: html) == html)
  }

  @Test func withoutFontsAPageStays() {
    #expect(embedded([], in: "</head>") == "</head>")
    #expect(WholeFont(name: "other.ttf", bytes: []) == nil)
    #expect(WholeFont(name: "", bytes: []) == nil)
  }

  @Test func aStyleOfOursIsKnown() {
    #expect(FontStyle.isMade(Array("/* Made by 'dossier fonts'. */\n".utf8)))
    #expect(!FontStyle.isMade(Array("@font-face{}".utf8)))
    #expect(!FontStyle.isMade([]))
  }
}

/// The fonts that a page asks for before its style does.
@Suite struct FirstFontTests {
  private static let files = PublishedFile.files(
    of: ["text", "text-bold", "text-italic", "sans", "sans-bold"].flatMap { face in
      ["cyrillic", "extended", "latin", "western"].map {
        "templates/assets/fonts/\(face)-\($0).woff2"
      }
    } + ["templates/assets/fonts/fonts.css", "templates/assets/style/01.css"])

  /// What a page of a sample asks for, with the names of the fonts alone.
  private static func asked(
    _ route: String, _ files: [PublishedFile] = files, site: String = ""
  ) throws -> [String] {
    let sample = HandoutSample(alone: [
      "content/site.yml":
        "title: T\nlanguages: [en, uk, pl, de]\nformat: 1\n\(site)",
      "content/home.md": "---\ntitle: H\n---\nA.\n",
    ])
    let renderer = try sample.renderer(files: files)
    let page = try #require(renderer.pages().first { $0.route == route })
    let html = String(decoding: renderer.render(page), as: UTF8.self)
    return try Markup.matches(
      "<link rel=\"preload\" href=\"([^\"]*)\" as=\"font\" type=\"font/woff2\" crossorigin>",
      in: html)
  }

  private static func addresses(_ names: [String], root: String = "") -> [String] {
    names.map { "\(root)assets/fonts/\($0).woff2" }
  }

  @Test func thoseOfTheLettersOfAPagesLanguage() throws {
    #expect(
      try Self.asked("index.html")
        == Self.addresses(["text-latin", "text-bold-latin", "sans-latin"]))
    #expect(
      try Self.asked("uk/index.html")
        == Self.addresses(
          [
            "text-latin", "text-cyrillic", "text-bold-latin", "text-bold-cyrillic", "sans-latin",
            "sans-cyrillic",
          ], root: "../"))
    #expect(try Self.asked("pl/index.html").contains("../assets/fonts/text-extended.woff2"))
    #expect(try Self.asked("de/index.html") == Self.german)
  }

  private static let german = addresses(
    ["text", "text-bold", "sans"].flatMap { [$0 + "-latin", $0 + "-western"] }, root: "../")

  @Test func noneWhereAPublisherHasOthers() throws {
    let brand = "brand: {fonts: {text: [Georgia]}}\n"
    #expect(try Self.asked("index.html", site: brand) == Self.addresses(["sans-latin"]))
  }

  @Test func noneThatTheStyleDoesNotSpeakOf() throws {
    let own = PublishedFile.files(
      of: ["templates/assets/fonts/text-latin.woff2", "templates/assets/style/01.css"])
    #expect(try Self.asked("index.html", own) == [])
    #expect(try Self.asked("index.html", []) == [])
  }
}
