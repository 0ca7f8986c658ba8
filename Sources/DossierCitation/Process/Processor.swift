/// Makes citations and bibliographies of works by a style, in one language.
public struct Processor: Sendable {
  let localized: LocalizedStyle
  public var style: Style { localized.style }
  public var locale: Locale { localized.locale }
  /// A key in whose order texts are sorted.
  let collation: @Sendable (String) -> [UInt16]
  let testsAmbiguity: Bool

  /// Joins a style with a language.
  ///
  /// - Parameters:
  ///   - locale: The language's own; what the style says of terms and dates goes before it.
  ///   - collation: A key in whose order texts are sorted; without it, that of Latin letters.
  public init(
    style: Style, locale: Locale, collation: (@Sendable (String) -> [UInt16])? = nil
  ) {
    localized = LocalizedStyle(style, locale: style.overriding(locale))
    self.collation = collation ?? { Collation.key($0) }
    testsAmbiguity = style.testsAmbiguity
  }

  func renderer(of work: Work, _ rendering: Rendering) -> Renderer {
    Renderer(localized, work: work, rendering: rendering)
  }
}

extension Style {
  /// A language's locale with what this style says in its place: of every language first, then of
  /// the language, then of its region.
  func overriding(_ locale: Locale) -> Locale {
    let wanted = locale.language.lowercased()
    let base = wanted.prefix { $0 != "-" }
    let fitting = locales.filter { candidate in
      let language = candidate.language.lowercased()
      return language.isEmpty || language == base || language == wanted
    }
    let sorted = fitting.enumerated().sorted {
      ($0.element.language.count, $0.offset) < ($1.element.language.count, $1.offset)
    }
    return sorted.reduce(locale) { result, override in
      var merged = result.overridden(by: override.element)
      merged.language = locale.language
      return merged
    }
  }

  /// Whether any element asks if a cite is ambiguous.
  var testsAmbiguity: Bool {
    macros.contains { $0.contains(where: Self.testsAmbiguity) }
      || citation.elements.contains(where: Self.testsAmbiguity)
  }

  private static func testsAmbiguity(_ element: Element) -> Bool {
    switch element {
    case .group(let group): group.value.children.contains(where: testsAmbiguity)
    case .names(let names): names.value.substitute.contains(where: testsAmbiguity)
    case .choose(let branches):
      branches.contains { branch in
        branch.children.contains(where: testsAmbiguity)
          || branch.tests.contains { if case .disambiguate = $0 { true } else { false } }
      }
    default: false
    }
  }
}

/// Texts in the order of Latin letters, without regard to case and accents.
enum Collation {
  static func key(_ text: String) -> [UInt16] {
    var key: [UInt16] = []
    key.reserveCapacity(text.utf8.count)
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "'", "’", "ʼ", "-", "‑":
        // Between letters it parts words; before them it does not count.
        if let last = key.last, last != 0x20, last != 0x02 { key.append(0x20) }
        continue
      default: break
      }
      guard let letter = base(of: scalar) else { continue }
      key.append(UInt16(truncatingIfNeeded: letter.value))
    }
    return key
  }

  /// The letter without its accent; nothing for what does not count.
  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x02, 0x20: return scalar
    case 0x61...0x7A, 0x30...0x39: return scalar
    case 0xA0, 0x2009, 0x202F: return " "
    default: break
    }
    if scalar.isASCII { return nil }
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return nil }
    let name = scalar.properties.name ?? ""
    let prefix = "LATIN SMALL LETTER "
    guard name.hasPrefix(prefix), let letter = name.dropFirst(prefix.count).unicodeScalars.first
    else { return scalar }
    return Unicode.Scalar(letter.value + 0x20) ?? scalar
  }
}
