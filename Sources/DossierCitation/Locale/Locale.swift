public import DossierSource

/// A language's terms, forms of dates and options, as a locale file or a style gives them.
public struct Locale: Sendable {
  /// A term in one form.
  struct Term: Sendable, Equatable {
    var single: String
    var multiple: String
  }

  /// Which form of a term is wanted.
  enum Form: String, Sendable {
    case long, short, verb, symbol
    case verbShort = "verb-short"

    /// The form that stands in for a missing one.
    var fallback: Form? {
      switch self {
      case .long: nil
      case .short, .verb: .long
      case .verbShort: .verb
      case .symbol: .short
      }
    }
  }

  /// What the grammatical gender of a noun asks of a numeral.
  enum Gender: String, Sendable { case masculine, feminine, neuter }

  struct TermKey: Hashable, Sendable {
    var name: String
    var form: Form = .long
    var gender: Gender?
  }

  /// How far an ordinal's ending reaches: which numbers it is for.
  enum OrdinalMatch: String, Sendable {
    case lastDigit = "last-digit"
    case lastTwoDigits = "last-two-digits"
    case wholeNumber = "whole-number"
  }

  /// A BCP 47 tag; empty for what holds in every language.
  public internal(set) var language: String
  /// Where it begins, of a file of its own.
  public internal(set) var place: Place?
  var terms: [TermKey: Term] = [:]
  var genders: [String: Gender] = [:]
  var ordinalMatches: [String: OrdinalMatch] = [:]
  var dates: [String: DateFormat] = [:]
  var punctuationInQuote: Bool?
  var limitsDayOrdinals: Bool?

  init(language: String) {
    self.language = language
  }

  /// A term, in the form that comes nearest; `nil` where the language has none.
  func term(_ name: String, form: Form = .long, isPlural: Bool = false) -> String? {
    var wanted: Form? = form
    while let form = wanted {
      if let term = terms[TermKey(name: name, form: form)] {
        return isPlural ? term.multiple : term.single
      }
      wanted = form.fallback
    }
    return nil
  }

  /// What stands before and behind a quotation.
  public var quotationMarks: (open: String, close: String) {
    (term("open-quote") ?? "“", term("close-quote") ?? "”")
  }

  /// This locale with what another one says in its place.
  func overridden(by other: Locale) -> Locale {
    var result = self
    if other.terms.keys.contains(where: { $0.name.hasPrefix("ordinal") }) {
      result.terms = result.terms.filter { !$0.key.name.hasPrefix("ordinal") }
      result.ordinalMatches = [:]
    }
    result.terms.merge(other.terms) { $1 }
    result.genders.merge(other.genders) { $1 }
    result.ordinalMatches.merge(other.ordinalMatches) { $1 }
    result.dates.merge(other.dates) { $1 }
    result.punctuationInQuote = other.punctuationInQuote ?? punctuationInQuote
    result.limitsDayOrdinals = other.limitsDayOrdinals ?? limitsDayOrdinals
    return result
  }

  /// This locale, where it says nothing, with what another language says. A form of a term is said where
  /// one is that stands in for it: readers understand "Herausgeber" for a missing "Hrsg.", and not "ed.".
  func completed(by base: Locale) -> Locale {
    var rest = base
    rest.terms = base.terms.filter { $0.key.form == .symbol || !says($0.key) }
    return rest.overridden(by: self)
  }

  /// The terms and forms of dates that ``completed(by:)`` takes of another language, by their names.
  func lacking(of base: Locale) -> [String] {
    let hasOrdinals = terms.keys.contains { $0.name.hasPrefix("ordinal") }
    let names = base.terms.filter { key, term in
      let isOrdinal = key.name.hasPrefix("ordinal")
      return !term.single.isEmpty && key.form != .symbol && !says(key)
        && !(isOrdinal && (hasOrdinals || key.name != "ordinal"))
    }
    let dates = base.dates.keys.filter { self.dates[$0] == nil }.map { "date (\($0))" }
    return (dates + Set(names.keys.map(\.name))).sorted()
  }

  private func says(_ key: TermKey) -> Bool { term(key.name, form: key.form) != nil }
}

/// How a language or an element of a style writes a date.
struct DateFormat: Sendable {
  struct Part: Sendable {
    enum Name: String, Sendable { case year, month, day }

    var name: Name
    var form: String?
    var rangeDelimiter: String?
    var formatting: Formatting
  }

  var parts: [Part]
  var delimiter: String?
}
