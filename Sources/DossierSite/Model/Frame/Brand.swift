import DossierSource

/// What a publisher's pages have of their own: colours, fonts, a logo, a line at the foot.
public struct Brand: Sendable {
  /// What the publisher chose for light and dark screens; the rest follows from it.
  var chosen: [Scheme: [Paint: Colour]] = [:]
  public var fonts: [FontUse: FontStack] = [:]
  public var logo: Logo?
  /// The line at the foot of every page.
  public var footer: Localized<String>?

  /// For what screens colours are; paper has those of light ones.
  public enum Scheme: String, CaseIterable, Sendable {
    case light = "colours"
    case dark = "dark-colours"
  }

  /// What has a colour, by the name that the style sheet gives it.
  public enum Paint: String, CaseIterable, Sendable {
    case paper, ink, soft = "ink-soft", rule, strongRule = "rule-strong", accent
    case softAccent = "accent-soft", highlight, bar, stop, wash, tint, land
    case homeLand = "land-home"
    case series = "series-1"

    /// Those that a publisher names; the others are mixed of them.
    static let named: [Paint] = [.paper, .ink, .soft, .rule, .accent, .bar, .stop]

    /// How well it is told from the paper: text by 4.5, what is drawn by 3 (WCAG 2.2, 1.4.3, 1.4.11).
    var contrast: Double? {
      switch self {
      case .ink, .soft, .accent, .stop: 4.5
      case .bar, .series: 3
      default: nil
      }
    }
  }

  public enum FontUse: String, CaseIterable, Sendable {
    case text, title, sans
  }

  public struct Logo: Sendable {
    /// Below the project's folder.
    public var path: String
    /// Where `site.yml` names it.
    var span: Span
  }

  /// Whether the style needs nothing of it.
  public var isPlain: Bool {
    chosen.values.allSatisfy(\.isEmpty) && fonts.isEmpty && logo == nil
  }

  /// The colours that differ from the tool's own, in the order of their declaration.
  public func colours(_ scheme: Scheme) -> [(paint: Paint, colour: Colour)] {
    let (all, own) = (Palette(self, scheme), Palette(Brand(), scheme))
    return Paint.allCases.filter { all[$0] != own[$0] }.map { ($0, all[$0]) }
  }

  /// The brand on white paper, where its colours are told from that as they were from its own.
  public var onPaper: Brand {
    var brand = self
    guard let light = chosen[.light] else { return self }
    let palette = Palette(self, .light)
    if light[.paper] != nil { brand.chosen[.light]?[.paper] = .white }
    for paint in Paint.named {
      guard let least = paint.contrast, light[paint] ?? light[.paper] != nil else { continue }
      let colour = palette[paint]
      brand.chosen[.light]?[paint] =
        colour.contrast(to: .white) < least ? colour.nearest(on: .white, contrast: least) : colour
    }
    return brand
  }

  /// Of white and black, what is read on the bar.
  public var onBar: Colour {
    let bar = Palette(self, .light)[.bar]
    return bar.contrast(to: .white) >= 4.5
      || bar.contrast(to: .white) >= bar.contrast(to: .black) ? .white : .black
  }

  /// What the tool paints in a colour where no publisher has chosen another.
  public static func standard(_ paint: Paint, _ scheme: Scheme) -> Colour {
    Palette(Brand(), scheme)[paint]
  }
}

/// Fonts in the order in which a reader's system is asked for them.
public struct FontStack: Sendable, Equatable {
  var names: [String]
  /// What a system takes where it has none of them: `serif` or `sans-serif`.
  var generic: String

  /// The names as a style sheet and a drawing's attribute have them; those with marks are quoted.
  public func text(quote: String) -> String {
    (names.map { quote + $0 + quote } + [generic]).joined(separator: ", ")
  }
}

/// All colours of a scheme: those that were chosen, and those that follow from them.
struct Palette {
  private var colours: [Brand.Paint: Colour] = [:]

  subscript(paint: Brand.Paint) -> Colour { colours[paint] ?? .black }

  init(_ brand: Brand, _ scheme: Brand.Scheme) {
    let chosen = brand.chosen[scheme] ?? [:]
    for (paint, values) in Self.standard {
      colours[paint] = scheme == .light ? values.light : values.dark
    }
    colours.merge(chosen) { $1 }
    derive(chosen)
    if scheme == .dark {
      follow(Palette(brand, .light), brand.chosen[.light] ?? [:], besides: chosen)
    }
    derive(chosen)
  }

  /// On a dark screen what was chosen for light ones is as bright as it must be.
  private mutating func follow(
    _ light: Palette, _ others: [Brand.Paint: Colour], besides chosen: [Brand.Paint: Colour]
  ) {
    for paint in [Brand.Paint.accent, .bar, .stop]
    where others[paint] != nil && chosen[paint] == nil {
      colours[paint] = nearest(to: light[paint], for: paint)
    }
  }

  /// What stands behind a colour: text is on notes, in bands and in rows too.
  private func grounds(of paint: Brand.Paint, _ colour: Colour) -> [Colour] {
    guard let least = paint.contrast, least > 3 else { return [self[.paper]] }
    let tint = paint == .accent ? self[.paper].mixed(with: colour, Self.tinting) : self[.tint]
    return [self[.paper], self[.wash], self[.highlight], tint]
  }

  /// The ground from which a colour is told the least, and by how much.
  func contrast(of paint: Brand.Paint) -> (ratio: Double, ground: Colour) {
    let colour = self[paint]
    let ratios = grounds(of: paint, colour).map { (ratio: colour.contrast(to: $0), ground: $0) }
    return ratios.min { $0.ratio < $1.ratio } ?? (21, self[.paper])
  }

  /// The nearest to a colour that is told from all that is behind it.
  func nearest(to colour: Colour, for paint: Brand.Paint) -> Colour {
    colour.nearest(contrast: paint.contrast ?? 3) { grounds(of: paint, $0) }
  }

  private static let tinting = 0.08

  private mutating func derive(_ chosen: [Brand.Paint: Colour]) {
    let standard = Self.standard
    func isOwn(_ paint: Brand.Paint) -> Bool {
      guard let values = standard[paint] else { return true }
      return self[paint] != values.light && self[paint] != values.dark
    }
    let (hasAccent, hasPaper, hasInk) = (isOwn(.accent), isOwn(.paper), isOwn(.ink))
    if hasAccent {
      if chosen[.bar] == nil, !isOwn(.bar) { colours[.bar] = self[.accent] }
      colours[.softAccent] = self[.accent].mixed(with: self[.paper], 0.5)
      colours[.series] = self[.accent]
    }
    if hasAccent || hasPaper {
      colours[.tint] = self[.paper].mixed(with: self[.accent], Self.tinting)
      colours[.homeLand] = self[.paper].mixed(with: self[.accent], 0.22)
    }
    if hasInk { colours[.strongRule] = self[.ink] }
    guard hasPaper || hasInk else { return }
    colours[.wash] = self[.paper].mixed(with: self[.ink], 0.04)
    colours[.land] = self[.paper].mixed(with: self[.ink], 0.1)
    if hasPaper { colours[.highlight] = self[.paper].mixed(with: Colour(0xF0, 0xC8, 0x30), 0.18) }
    if chosen[.rule] == nil { colours[.rule] = self[.paper].mixed(with: self[.ink], 0.15) }
    if chosen[.soft] == nil {
      colours[.soft] = nearest(to: self[.ink].mixed(with: self[.paper], 0.25), for: .soft)
    }
  }

  /// The colours of the style sheet's settings.
  private static let standard: [Brand.Paint: (light: Colour, dark: Colour)] = [
    .paper: (Colour(0xFD, 0xFC, 0xF9), Colour(0x14, 0x18, 0x1A)),
    .ink: (Colour(0x1C, 0x20, 0x23), Colour(0xE5, 0xE3, 0xDC)),
    .soft: (Colour(0x56, 0x5B, 0x5F), Colour(0xA6, 0xAB, 0xAB)),
    .rule: (Colour(0xDC, 0xD9, 0xD0), Colour(0x34, 0x3A, 0x3D)),
    .strongRule: (Colour(0x1C, 0x20, 0x23), Colour(0xC9, 0xC7, 0xC0)),
    .accent: (Colour(0x0B, 0x57, 0x63), Colour(0x82, 0xC8, 0xCC)),
    .softAccent: (Colour(0x8D, 0xB4, 0xB9), Colour(0x4F, 0x7B, 0x80)),
    .highlight: (Colour(0xFB, 0xF0, 0xC8), Colour(0x3A, 0x35, 0x18)),
    .bar: (Colour(0x0B, 0x57, 0x63), Colour(0x2C, 0x5F, 0x66)),
    .stop: (Colour(0x9A, 0x33, 0x24), Colour(0xEF, 0x8F, 0x7C)),
    .wash: (Colour(0xF4, 0xF2, 0xEB), Colour(0x1B, 0x20, 0x22)),
    .tint: (Colour(0xE9, 0xF0, 0xEF), Colour(0x1D, 0x2A, 0x2C)),
    .land: (Colour(0xE9, 0xE6, 0xDC), Colour(0x26, 0x2C, 0x2E)),
    .homeLand: (Colour(0xC9, 0xDC, 0xDB), Colour(0x2F, 0x4F, 0x53)),
    .series: (Colour(0x0B, 0x57, 0x63), Colour(0x82, 0xC8, 0xCC)),
  ]
}
