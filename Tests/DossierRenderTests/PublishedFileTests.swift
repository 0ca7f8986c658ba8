import Testing

@testable import DossierRender

@Suite struct PublishedFileTests {
  private static let parts = [
    "templates/assets/icon.svg", "templates/assets/style/00-settings.css",
    "templates/assets/style/10-frame.css", "templates/assets/style/notes.txt",
  ]
  private static let contents: [String: [UInt8]] = [
    "templates/assets/style/00-settings.css": Array("\u{FEFF}:root{}".utf8),
    "templates/assets/style/10-frame.css": Array("\u{FEFF}body{}\n".utf8),
    "templates/assets/style.css": Array("p{}".utf8),
  ]

  @Test func partsOfTheStyleAreOneFile() throws {
    let files = PublishedFile.files(of: Self.parts)
    #expect(
      files.map(\.route) == ["assets/icon.svg", "assets/style.css", "assets/style/notes.txt"])
    let bytes = files[1].bytes { Self.contents[$0] ?? [] }
    #expect(String(decoding: bytes, as: UTF8.self) == ":root{}\nbody{}\n")
  }

  @Test func theFontsThatWereMadeComeFirst() throws {
    let made = ["templates/assets/fonts/fonts.css", "templates/assets/fonts/text-latin.woff2"]
    let files = PublishedFile.files(of: made + Self.parts)
    #expect(
      files.map(\.route) == [
        "assets/style.css", "assets/fonts/text-latin.woff2", "assets/icon.svg",
        "assets/style/notes.txt",
      ])
    let bytes = files[0].bytes {
      $0 == made[0] ? Array("@font-face{}".utf8) : Self.contents[$0] ?? []
    }
    #expect(String(decoding: bytes, as: UTF8.self) == "@font-face{}\n:root{}\nbody{}\n")
  }

  @Test func aWholeStyleStandsInPlaceOfAllParts() {
    let files = PublishedFile.files(of: Self.parts + ["templates/assets/style.css"])
    #expect(files.filter { $0.route == "assets/style.css" }.count == 1)
    let bytes = files.last?.bytes { Self.contents[$0] ?? [] }
    #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == "p{}")
    #expect(!files.contains { $0.route.hasSuffix("frame.css") })
  }

  /// A file of one part is published byte for byte.
  @Test func oneFileKeepsItsBytes() {
    let files = PublishedFile.files(of: ["content/missions/map.png"])
    #expect(files.map(\.route) == ["missions/map.png"])
    #expect(files.first?.bytes { _ in [0xEF, 0xBB, 0xBF, 1] } == [0xEF, 0xBB, 0xBF, 1])
  }

  @Test(arguments: [
    ("a {\n  b: c;\n}\n\n\np {}\n", "a {\nb: c;\n}\np {}\n"),
    ("/* x */\na /* y */ b {}", "a  b {}"),
    ("a::before { content: \"/* no */  '\"; }", "a::before { content: \"/* no */  '\"; }"),
    ("a { content: 'it\\'s /*' }\r\n\tb {}", "a { content: 'it\\'s /*' }\nb {}"),
    ("a { b: URL(x/*y) } /* never ends", "a { b: URL(x/*y) } "),
    ("a { b: url( \"x\" /* y */ ) }", "a { b: url( \"x\"  ) }"), ("/*/ x */a", "a"), ("", ""),
    ("\\", "\\"),
    ("a { content: \"broken\n} /* x */ b", "a { content: \"broken\n}  b"), ("\"\\", "\"\\"),
  ])
  func aStyleIsPublishedWithoutItsComments(style: String, published: String) {
    #expect(StyleText.bare(Array(style.utf8)) == Array(published.utf8))
  }
}
