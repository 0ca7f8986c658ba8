import Testing

@testable import DossierRender

/// The fonts that were made, in a page that is printed.
@Suite struct FontStyleTests {
  private func embedded(_ style: String, in html: String) -> String {
    let bytes = FontStyle.embedded(Array(style.utf8), in: Array(html.utf8)) {
      $0 == "a.woff2" ? Array("foo".utf8) : nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func filesBecomeData() {
    #expect(
      embedded("x{src:url(fonts/a.woff2) y}z", in: "<head></head><body>")
        == "<head><style>x{src:url(data:font/woff2;base64,Zm9v) y}z</style>\n</head><body>")
  }

  @Test(arguments: ["x{src:url(fonts/b.woff2)}", "x{src:url(fonts/b.woff2", "", "url(fonts/", "u"])
  func whatIsNotThereStays(style: String) {
    #expect(embedded(style, in: "</head>") == "<style>\(style)</style>\n</head>")
  }

  @Test(arguments: ["", "<body>", "</hea", "<"])
  func aPageWithoutAHeadStays(html: String) {
    #expect(embedded("x{}", in: html) == html)
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
