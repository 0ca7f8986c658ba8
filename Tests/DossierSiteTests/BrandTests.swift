import DossierSource
import Foundation
import TestSupport
import Testing

@testable import DossierSite

/// A publisher's colours and fonts.
@Suite struct BrandTests {
  private static func outcome(_ brand: String) -> Outcome<SiteConfiguration> {
    let text = "title: T\nformat: 1\nlanguages: [en, uk]\nbrand:\n" + brand + "\n"
    return SiteConfiguration.decode(SourceFile(path: "content/site.yml", text: text))
  }

  private static func colour(_ text: String) throws -> Colour { try #require(Colour(text)) }

  @Test func aColourIsThreeOrSixDigits() throws {
    #expect(try Self.colour("#0b5763").text == "#0b5763")
    #expect(try Self.colour("#ABCDEF").text == "#abcdef")
    #expect(try Self.colour("#f0a").text == "#ff00aa")
    for text in [
      "", "#", "0b5763", "#0b576", "#0b57633", "#gggggg", "red", "#1234", "##12345", "#é1",
    ] {
      #expect(Colour(text) == nil, "\(text)")
    }
  }

  /// The ratios that WCAG's own examples and every calculator give.
  @Test func contrastIsThatOfTheGuidelines() throws {
    let white = Colour.white
    #expect(Colour.black.contrast(to: white) == 21)
    #expect(white.contrast(to: white) == 1)
    for (text, ratio) in [
      ("#777777", 4.48), ("#767676", 4.54), ("#0000ff", 8.59), ("#ff0000", 4.0),
    ] {
      let found = try Self.colour(text).contrast(to: white)
      #expect(abs(found - ratio) < 0.005, "\(text): \(found)")
    }
  }

  @Test func theNearestColourHasTheContrastAndIsNoFurtherThanItMustBe() {
    var generator = SeededGenerator(seed: 19)
    func any() -> Colour {
      Colour(
        .random(in: 0...255, using: &generator), .random(in: 0...255, using: &generator),
        .random(in: 0...255, using: &generator))
    }
    for _ in 0..<2000 {
      let (colour, ground) = (any(), any())
      for ratio in [3, 4.5] {
        let nearest = colour.nearest(on: ground, contrast: ratio)
        #expect(nearest.contrast(to: ground) >= ratio)
        if colour.contrast(to: ground) >= ratio { #expect(nearest == colour) }
      }
    }
  }

  @Test(arguments: [
    // A site on black prints on white.
    (##"{paper: "#101010", ink: "#eeeeee", accent: "#ffd54a", bar: "#fff3c0"}"##, "#000000"),
    (##"{accent: "#7a1f3d", bar: "#2b2b52"}"##, "#ffffff"),
    (##"{bar: "#f0c000"}"##, "#000000"),
  ])
  func onPaperAllIsToldFromWhite(colours: String, onBar: String) throws {
    let brand = Self.outcome("  colours: \(colours)").value.brand.onPaper
    for paint in [Brand.Paint.ink, .soft, .accent, .bar, .stop, .series] {
      guard let colour = brand.colours(.light).first(where: { $0.paint == paint })?.colour else {
        continue
      }
      let least = try #require(paint.contrast)
      #expect(colour.contrast(to: .white) >= least, "\(paint)")
    }
    #expect(brand.onBar.text == onBar)
  }

  @Test func theToolsOwnColoursAreThoseOfTheStyleAndHaveTheirContrast() throws {
    let path = Checkout.folder.appending(path: "templates/assets/style/01-settings.css")
    let css = try String(contentsOf: path, encoding: .utf8)
    let parts = css.components(separatedBy: "prefers-color-scheme: dark")
    #expect(parts.count == 2)
    for (scheme, text) in zip([Brand.Scheme.light, .dark], parts) {
      for paint in Brand.Paint.allCases {
        let own = Brand.standard(paint, scheme)
        #expect(text.contains("--\(paint.rawValue): \(own.text);"), "\(paint) \(scheme)")
        guard let least = paint.contrast, scheme == .light || paint != .bar else { continue }
        #expect(own.contrast(to: Brand.standard(.paper, scheme)) >= least, "\(paint) \(scheme)")
      }
    }
  }

  @Test func whatWasChosenIsKeptAndTheRestFollows() throws {
    let outcome = Self.outcome("  colours: {accent: \"#8a1538\"}\n  footer: {en: Hello, uk: Вітаю}")
    #expect(outcome.diagnostics == [])
    let brand = outcome.value.brand
    let light = Dictionary(
      uniqueKeysWithValues: brand.colours(.light).map { ($0.paint, $0.colour) })
    #expect(light[.accent]?.text == "#8a1538" && light[.bar]?.text == "#8a1538")
    #expect(light[.series]?.text == "#8a1538" && light[.paper] == nil && light[.ink] == nil)
    let dark = Dictionary(uniqueKeysWithValues: brand.colours(.dark).map { ($0.paint, $0.colour) })
    let accent = try #require(dark[.accent])
    #expect(accent.contrast(to: Brand.standard(.paper, .dark)) >= 4.5)
    #expect(accent.red > accent.blue && accent.red > accent.green)
    #expect(brand.footer?[.ukrainian] == "Вітаю")
    #expect(!brand.isPlain && Brand().isPlain && Brand().colours(.light).isEmpty)
    #expect(Brand().colours(.dark).isEmpty)
  }

  @Test func tooLittleContrastIsToldWithTheNearestColour() throws {
    let told = Self.outcome("  colours: {accent: \"#f0a030\"}\n  dark-colours: {ink: \"#333\"}")
      .diagnostics
    #expect(told.map(\.code) == ["brand.contrast", "brand.contrast"])
    #expect(told.allSatisfy { $0.severity == .warning })
    #expect(told[0].message.contains("'accent' #f0a030 has a contrast of 2.0"))
    #expect(told[0].place.span.line == 5)
    for (help, scheme) in zip(told.map(\.help), Brand.Scheme.allCases) {
      let text = try #require(help).split(separator: "\"")[1]
      let nearest = try Self.colour(String(text))
      #expect(nearest.contrast(to: Brand.standard(.paper, scheme)) >= 4.5)
    }
  }

  /// Links stand in notes and rows too, whose grounds are darker or brighter than the paper.
  @Test func textIsToldFromEveryGround() throws {
    let brand = Self.outcome("  colours: {accent: \"#7a1f3d\"}").value.brand
    let dark = Dictionary(uniqueKeysWithValues: brand.colours(.dark).map { ($0.paint, $0.colour) })
    let accent = try #require(dark[.accent])
    for ground in [Brand.Paint.paper, .wash, .tint, .highlight] {
      let colour = dark[ground] ?? Brand.standard(ground, .dark)
      #expect(accent.contrast(to: colour) >= 4.5, "\(ground)")
    }
    let told = Self.outcome("  colours: {accent: \"#73746a\"}").diagnostics
    #expect(told.map(\.code) == ["brand.contrast"])
    #expect(told.first?.message.contains("to the ground of notes and rows") == true)
    let cure = try #require(told.first?.help).split(separator: "\"")[1]
    #expect(Self.outcome("  colours: {accent: \"\(cure)\"}").diagnostics == [])
  }

  /// A paper on which the tool's own colours cannot be read.
  @Test func aPaperIsHeldAgainstAllThatStandsOnIt() {
    let told = Self.outcome("  colours: {paper: \"#556677\"}").diagnostics
    #expect(told.allSatisfy { $0.code == "brand.contrast" })
    #expect(told.contains { $0.message.hasPrefix("'accent'") })
    #expect(told.contains { $0.message.hasPrefix("'ink'") })
  }

  @Test(arguments: [
    ("colours: {accent: #0b5763}", "brand.colour"), ("colours: {accent: red}", "brand.colour"),
    ("colours: {accent: 0b5763}", "brand.colour"), ("colours: {accent: [a]}", "brand.colour"),
    ("colours: {accent: \"#12345\"}", "brand.colour"),
    ("colours: {acent: \"#123\"}", "yaml.unknown-key"),
    ("colours: red", "yaml.type"), ("fonts: {text: \"A;b{}\"}", "brand.font"),
    ("fonts: {text: \"a</style>\"}", "brand.font"), ("fonts: {mono: A}", "yaml.unknown-key"),
    ("fonts: Georgia", "yaml.type"), ("logo: [a]", "yaml.type"), ("colors: {}", "yaml.unknown-key"),
  ])
  func whatIsNoBrandIsToldOf(_ line: String, _ code: String) {
    let flow = line.contains("#0b5763}") ? line.replacing("}", with: "\n    }") : line
    // YAML's own comment, which the sign of number begins, is told of too.
    let codes = Self.outcome("  " + flow).diagnostics.map(\.code).filter { $0 != "yaml.comment" }
    #expect(codes == [code])
  }

  @Test func fontsAreNamesWithAGenericOneBehind() {
    let brand = Self.outcome(
      "  fonts: {text: [Georgia, \"Noto Serif\"], sans: \"Inter, 'Noto Sans', sans-serif\"}"
    ).value.brand
    #expect(brand.fonts[.text]?.text(quote: "\"") == "\"Georgia\", \"Noto Serif\", serif")
    #expect(brand.fonts[.sans]?.text(quote: "'") == "'Inter', 'Noto Sans', sans-serif")
    #expect(brand.fonts[.title] == nil)
  }

  @Test(arguments: [
    ("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"/>", [String]()),
    ("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", ["brand.logo"]),
    ("logo.png", "no image", ["brand.logo"]), ("terms/veto.md", nil, ["brand.logo"]),
    ("none.svg", nil, ["brand.logo"]), ("../templates/x.svg", nil, ["brand.logo"]),
  ])
  func aLogoIsAnImageOfTheProject(_ name: String, _ text: String?, _ codes: [String]) {
    var more = [
      "content/site.yml":
        "title: T\nlanguages: [en, uk]\nformat: 1\nbrand: {logo: \(name)}\n",
      "content/missions/kfor.md": "---\ntitle: K\n---\n",
    ]
    if let text { more["content/" + name] = text }
    let outcome = SiteSample(more).linkedWithImages()
    #expect(outcome.diagnostics.map(\.code).filter { $0 == "brand.logo" } == codes)
    #expect(outcome.value.assets.contains("content/" + name) == codes.isEmpty)
  }
}

extension SiteSample {
  /// The site, linked, where the sizes of images are known.
  fileprivate func linkedWithImages() -> Outcome<LinkedSite> {
    let site = parsed()
    var images: [String: ImageSize?] = [:]
    for path in site.value.assets where ContentPurpose.isImage(path) {
      images[path] = .some(ImageSize(ofFile: files[path] ?? []))
    }
    let whole = ParsedSite.assemble(
      site.value.schema,
      site.value.records.map { .record($0) }
        + images.sorted { $0.key < $1.key }.map { .image($0.key, $0.value) },
      assets: site.value.assets)
    return Self.linked(whole.value)
  }
}
