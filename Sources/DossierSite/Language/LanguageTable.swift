import DossierMarkdown

/// What a file of rules says of a language; without one, the international forms.
struct LanguageTable: Sendable {
  /// The version of CLDR that the file was made from.
  var version = "none"
  var isRightToLeft = false
  var numbers = NumberForms()
  var dates = DateForms()
  /// In their order: the first that holds for a number tells its form, and `other` where none does.
  var plurals: [(form: PluralForm, rule: PluralRule)] = []
  var lists = ListForms()
  var units = UnitForms()
  var quotes = QuotationMarks()
  var apostrophe = "’"
  /// What other languages are called, by their codes.
  var names: [String: String] = [:]
  var order = Tailoring()
  var phrases = Phrases()
  var typography = Typography.Table()
  /// Whether the calls of notes stand before full stops and commas.
  var hasCallsBeforeSigns = false
  /// How its words change at their ends; `nil` where nothing is known of that.
  var stems: StemRules?
  /// What a plain page is called, and several of them, where the project does not say.
  var plainPage: (one: String, several: String)?
}

/// How a language writes numbers.
struct NumberForms: Sendable {
  var decimal = "."
  var group = "\u{202F}"
  /// Digits that must stand before the last group of three, so that groups are set apart at all.
  var leastGroup = 2
  var minus = "−"
  var percent = Wrapping(before: "", after: "\u{A0}%")
  var range = Joining(between: "–")
  /// The words for thousands, millions and so on, in full and short, by their power of ten.
  var words: [Int: ScaleWord] = [:]
  var shortWords: [Int: ScaleWord] = [:]
}

/// A number in words: "{n} million" by plural form.
struct ScaleWord: Sendable {
  var forms: [PluralForm: Wrapping] = [:]
  var other: Wrapping

  subscript(form: PluralForm) -> Wrapping { forms[form] ?? other }
}

/// How a language writes dates, in each precision.
struct DateForms: Sendable {
  /// The names of the twelve months beside a day, and alone.
  var months: [String] = []
  var monthsAlone: [String] = []
  var monthsShort: [String] = []
  var monthsShortAlone: [String] = []
  var text = DatePatterns.international
  var short = DatePatterns.international
  /// Two dates that are the ends of a period, where the language has no words for it.
  var span = Joining(between: " – ")
}

/// A pattern for a day, for a month and for a year.
struct DatePatterns: Sendable {
  var day: DatePattern
  var month: DatePattern
  var year: DatePattern

  /// ISO 8601.
  static let international = DatePatterns(
    day: DatePattern(parts: [.year, .text("-"), .paddedMonth, .text("-"), .paddedDay]),
    month: DatePattern(parts: [.year, .text("-"), .paddedMonth]),
    year: DatePattern(parts: [.year]))
}

/// How a language joins the items of a list.
struct ListForms: Sendable {
  var two = Joining(between: ", ")
  var start = Joining(between: ", ")
  var middle = Joining(between: ", ")
  var end = Joining(between: ", ")
}

/// How a language says units that are made of others.
struct UnitForms: Sendable {
  var per = Joining(between: "/")
  var times = Joining(between: "⋅")
}

/// The quotation marks of a language, and those within a quotation.
struct QuotationMarks: Sendable {
  var outer = (open: "“", close: "”")
  var inner = (open: "‘", close: "’")
}

/// What a language says with words where an international sign would do.
struct Phrases: Sendable {
  var about = Wrapping(before: "≈", after: "")
  /// The plural forms that words take after it, where they are others.
  var formsAfterAbout: [PluralForm: PluralForm] = [:]
  /// The form of a word that stands without a number.
  var formAlone = PluralForm.other
  var atLeast = Wrapping(before: "≥", after: "")
  var atMost = Wrapping(before: "≤", after: "")
  var since = DatePhrase(text: Wrapping(before: "", after: " –"))
  var until = DatePhrase(text: Wrapping(before: "– ", after: ""))
  /// The two ends of a period, where both are said with words.
  var from: DatePhrase?
  var to: DatePhrase?
}

/// Words around a date.
struct DatePhrase: Sendable {
  var text: Wrapping
  /// Where the date says no more than a year, a month or a day.
  var day: Wrapping?
  var month: Wrapping?
  var year: Wrapping?
  /// Where the date, as it is written, begins with certain letters.
  var before: [(start: String, text: Wrapping)] = []

  /// The phrase for a date of a precision that is written so.
  func filled(_ written: String, _ date: PartialDate) -> String {
    let special = before.first { written.hasPrefix($0.start) }?.text
    let precise = date.day != nil ? day : date.month != nil ? month : year
    return (special ?? precise ?? text).filled(written)
  }
}

/// A text with a place for one value.
struct Wrapping: Sendable, Equatable {
  var before: String
  var after: String

  func filled(_ value: String) -> String { before + value + after }
}

/// A text with places for two values, the first of which comes first.
struct Joining: Sendable, Equatable {
  var before = ""
  var between: String
  var after = ""

  func joined(_ first: String, _ second: String) -> String {
    before + first + between + second + after
  }
}

/// A date's form, as a row of what stands in it.
struct DatePattern: Sendable {
  enum Part: Sendable, Equatable {
    case text(String)
    case day, paddedDay, month, paddedMonth, year
    /// A month's name, beside a day or alone.
    case name, nameAlone, shortName, shortNameAlone
  }

  var parts: [Part]

  /// The same, with a month's name as it stands beside a day: in the genitive where there is one.
  var inflected: DatePattern {
    DatePattern(
      parts: parts.map { part in
        switch part {
        case .nameAlone: .name
        case .shortNameAlone: .shortName
        default: part
        }
      })
  }
}
