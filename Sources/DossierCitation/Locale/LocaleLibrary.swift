public import DossierSource
internal import DossierXML

/// The locales that are at hand, by language.
public struct LocaleLibrary: Sendable {
  /// The locale whose terms stand where another says nothing (CSL 1.0.2, "Locale Fallback").
  public static let fallback = "en-US"

  private var locales: [String: Locale] = [:]
  /// Locales of languages for which there is none.
  private var fallback: [String: Locale] = [:]

  /// Makes a library without any locale.
  public init() {}

  /// Makes a library whose own locales, yet to be added, go before those of another one.
  public init(over other: LocaleLibrary) {
    fallback = other.locales
  }

  /// Makes a library of locales that go before those of another one.
  public init(over other: LocaleLibrary, with own: [Locale]) {
    self.init(over: other)
    for locale in own { add(locale) }
  }

  /// Whether a language has terms of its own.
  public func speaks(_ tag: String) -> Bool { find(tag) != nil }

  /// What a language leaves to English: how many of its terms and forms of dates, of how many, and the
  /// first of them by name.
  ///
  /// - Returns: `nil` where nothing is left to English.
  public func gaps(in tag: String) -> (count: Int, all: Int, first: String)? {
    guard let base = layered(Self.fallback) else { return nil }
    let missing = (layered(tag) ?? Locale(language: tag)).lacking(of: base)
    return missing.first.map { (missing.count, base.terms.count + base.dates.count, $0) }
  }

  /// Adds a locale file; a later one of the same language takes its place.
  ///
  /// - Returns: The diagnostics `xml.…` or `style.locale` where the file is none, and `style.term` for
  ///   what is passed over in it.
  public mutating func add(_ file: SourceFile) -> [Diagnostic] {
    let outcome = Locale.read(file)
    if let locale = outcome.value { add(locale) }
    return outcome.diagnostics
  }

  /// Adds a locale; a later one of the same language takes its place.
  mutating func add(_ locale: Locale) { locales[locale.language.lowercased()] = locale }

  /// The locale of a language, with English where it says nothing.
  ///
  /// - Parameter tag: A BCP 47 tag; of `de` the locale `de-DE` is taken, of `de-AT` where there is none that of `de`.
  public func locale(_ tag: String) -> Locale {
    var base = layered(Self.fallback) ?? Locale(language: Self.fallback)
    if let found = layered(tag) {
      base = base.language == found.language ? found : found.completed(by: base)
    }
    base.language = tag
    return base
  }

  /// The locale of a language, over the one that it goes before: what it does not say, that one does.
  private func layered(_ tag: String) -> Locale? {
    guard let own = find(tag, in: locales) else { return find(tag, in: fallback) }
    return find(tag, in: fallback).map { below in
      var whole = below.overridden(by: own)
      whole.language = own.language
      return whole
    } ?? own
  }

  private func find(_ tag: String) -> Locale? {
    find(tag, in: locales) ?? find(tag, in: fallback)
  }

  private func find(_ tag: String, in locales: [String: Locale]) -> Locale? {
    let wanted = tag.lowercased().split(separator: "_").joined(separator: "-")
    if let exact = locales[wanted] { return exact }
    let language = String(wanted.prefix { $0 != "-" })
    return locales["\(language)-\(language)"] ?? locales[language]
      ?? locales.keys.filter { $0.hasPrefix(language + "-") }.max(by: isFurther)
      .flatMap { locales[$0] }
  }

  /// Where a language has locales of several regions alone: that of the style language's own default
  /// before others, else the last by name.
  private func isFurther(_ left: String, _ right: String) -> Bool {
    let own = Self.fallback.lowercased()
    return left == own || right == own ? right == own : left < right
  }
}

extension Locale {
  /// Reads a locale file.
  ///
  /// - Returns: The locale, with a warning `style.term` for all that is passed over in it; or nothing and
  ///   a diagnostic `xml.…` or `style.locale`.
  public static func read(_ file: SourceFile) -> Outcome<Locale?> {
    do {
      let root = try XMLElement.read(file)
      guard root.name == "locale" else {
        throw Fault.error(
          "style.locale", "the document is no locale: it begins with '\(root.name)'",
          at: root.place(in: file.path),
          help: "a locale of the Citation Style Language begins with 'locale'")
      }
      var locale = LocaleReader.locale(root)
      locale.place = root.place(in: file.path)
      return Outcome(locale, LocaleCheck.diagnostics(of: root, path: file.path))
    } catch let fault as Fault {
      return Outcome(nil, [fault.diagnostic])
    } catch {
      return Outcome(nil)
    }
  }
}
