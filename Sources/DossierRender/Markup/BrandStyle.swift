import DossierSite

/// The publisher's colours and fonts, put in the place of the tool's own.
struct BrandStyle {
  private let brand: Brand

  init(_ brand: Brand) {
    self.brand = brand
  }

  /// A style sheet that is read behind `assets/style.css`.
  ///
  /// Fonts go before those that the settings name for a language; colours give way to those that a
  /// reader has chosen.
  func sheet() -> [UInt8] {
    var css = fonts.isEmpty ? "" : ":root:root{\(fonts)}\n"
    if brand.logo != nil { css += Self.logo + "\n" }
    let (light, dark) = (colours(.light), colours(.dark))
    if !light.isEmpty { css += "@media (forced-colors:none){:root{\(light)}}\n" }
    if !dark.isEmpty {
      css += "@media screen and (prefers-color-scheme:dark) and (forced-colors:none)"
      css += "{:root{\(dark)}}\n"
    }
    return Array(css.utf8)
  }

  /// The rules for a handout, which has the colours of paper.
  func printed() -> String {
    let paper = brand.onPaper
    var rules = fonts + BrandStyle(paper).colours(.light)
    if paper.onBar != .white { rules += "--on-bar:\(paper.onBar.text);" }
    return (rules.isEmpty ? "" : ":root{\(rules)}") + (brand.logo == nil ? "" : Self.logo)
  }

  /// As high as the name and the subtitle beside it, however large the file is.
  private static let logo = ".logo{width:auto;max-width:100%;height:3rem;margin-block-end:.5rem}"

  private var fonts: String {
    var css = ""
    for use in Brand.FontUse.allCases {
      if let stack = brand.fonts[use] {
        css += "--font-\(use.rawValue):\(stack.text(quote: "\""));"
      }
    }
    return css
  }

  private func colours(_ scheme: Brand.Scheme) -> String {
    brand.colours(scheme).map { "--\($0.paint.rawValue):\($0.colour.text);" }.joined()
  }

  /// A drawing that stands by itself, where no style sheet paints it.
  ///
  /// Its colours and fonts are attributes that the tool wrote, whose marks a text in it cannot hold.
  func painted(_ svg: [UInt8]) -> [UInt8] {
    guard !brand.isPlain else { return svg }
    var text = withColours(String(decoding: svg, as: UTF8.self))
    for (use, generic) in [(Brand.FontUse.sans, "sans-serif"), (.title, "serif")] {
      guard let stack = brand.fonts[use] ?? (use == .title ? brand.fonts[.text] : nil) else {
        continue
      }
      text = Self.withFonts(stack, before: generic, in: text)
    }
    return Array(text.utf8)
  }

  /// Exchanges the colours of attributes in one go, so that none is exchanged twice.
  private func withColours(_ text: String) -> String {
    let (exchanged, mark) = (exchanged, "=\"#")
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    let rest = parts.dropFirst().map { part -> String in
      guard let colour = exchanged["#" + part.prefix(6)], part.dropFirst(6).first == "\"" else {
        return mark + part
      }
      return "=\"" + colour + part.dropFirst(6)
    }
    return String(parts[0]) + rest.joined()
  }

  /// The colours of drawings with those in their place.
  private var exchanged: [String: String] {
    let changed = brand.colours(.light)
    // The bars and the first series of a drawing are painted as the accent.
    let kept = changed.filter { ![.bar, .series, .strongRule].contains($0.paint) }
    var exchanged = Dictionary(
      kept.map { (Brand.standard($0.paint, .light).text, $0.colour.text) },
      uniquingKeysWith: { first, _ in first })
    if let series = changed.first(where: { $0.paint == .series }) {
      exchanged[Self.firstSeries] = series.colour.text
    }
    return exchanged
  }

  /// What the first series of a chart is painted in by itself.
  private static let firstSeries = "#0f7f8c"

  /// Puts fonts before those of each attribute that ends with a generic name.
  private static func withFonts(
    _ stack: FontStack, before generic: String, in text: String
  ) -> String {
    let mark = "font-family=\""
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    let rest = parts.dropFirst().map { part -> String in
      let value = part.prefix { $0 != "\"" }
      let ends = value.hasSuffix(", " + generic)
      return ends ? stack.text(quote: "'") + ", " + part : String(part)
    }
    return ([String(parts[0])] + rest).joined(separator: mark)
  }
}
