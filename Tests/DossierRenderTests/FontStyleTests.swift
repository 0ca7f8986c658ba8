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
