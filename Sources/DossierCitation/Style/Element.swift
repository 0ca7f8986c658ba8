internal import DossierXML

/// A value that is made once and held by many, so that nobody copies its parts.
final class Shared<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }
}

/// A rendering element of a style, compiled.
enum Element: Sendable {
  case text(Shared<TextElement>)
  case number(Shared<NumberElement>)
  case label(Shared<LabelElement>)
  case date(Shared<DateElement>)
  case names(Shared<NamesElement>)
  case group(Shared<GroupElement>)
  case choose([Branch])
  /// What a macro holds: an index into the style's macros.
  case macro(Int, Shared<Formatting>)
}

struct TextElement: Sendable {
  enum Source: Sendable {
    case variable(String, isShort: Bool)
    case term(String, Locale.Form, isPlural: Bool)
    case value(RichText)
  }

  var source: Source
  var formatting: Formatting
}

struct NumberElement: Sendable {
  enum Form: String, Sendable {
    case numeric, ordinal, roman
    case longOrdinal = "long-ordinal"
  }

  var variable: String
  var form: Form
  var formatting: Formatting
}

struct LabelElement: Sendable {
  enum Plural: String, Sendable { case contextual, always, never }

  /// Empty for the label of names.
  var variable: String
  var form: Locale.Form
  var plural: Plural
  var formatting: Formatting
}

struct DateElement: Sendable {
  var variable: String
  /// The locale's form to begin with: `text` or `numeric`.
  var form: String?
  /// Parts of the locale's form that are printed.
  var parts: Set<DateFormat.Part.Name>
  /// The style's own parts, or what it changes of the locale's.
  var format: DateFormat
  var formatting: Formatting
}

struct GroupElement: Sendable {
  var children: [Element]
  var delimiter: RichText
  var formatting: Formatting
}

struct NamesElement: Sendable {
  var variables: [String]
  var delimiter: String?
  var options: NameOptions
  var name: NameElement?
  var etAl: EtAlElement?
  var label: LabelElement?
  var labelStandsFirst = false
  var substitute: [Element]
  var formatting: Formatting
}

struct NameElement: Sendable {
  var formatting: Formatting
  var given: Formatting?
  var family: Formatting?
}

struct EtAlElement: Sendable {
  var term: String
  var formatting: Formatting
}

/// One case of a choice: what is printed where the tests hold.
struct Branch: Sendable {
  enum Test: Sendable {
    /// One of these types; where all tests must hold, each stands alone.
    case type(Set<String>)
    case variable(String)
    case isNumeric(String)
    case isUncertainDate(String)
    case locator(String)
    case position(String)
    case disambiguate
    case never
  }

  enum Match: String, Sendable { case all, any, none }

  var tests: [Test]
  var match: Match
  var children: [Element]
}

/// How lists of names are printed; what is not said here is inherited.
struct NameOptions: Sendable {
  enum Precedes: String, Sendable {
    case contextual, always, never
    case afterInvertedName = "after-inverted-name"
  }

  var and: String?
  var delimiter: String?
  var delimiterPrecedesEtAl: Precedes?
  var delimiterPrecedesLast: Precedes?
  var etAlMin: Int?
  var etAlUseFirst: Int?
  var etAlSubsequentMin: Int?
  var etAlSubsequentUseFirst: Int?
  var etAlUseLast: Bool?
  var form: String?
  var initialize: Bool?
  var initializeWith: String?
  var nameAsSortOrder: String?
  var sortSeparator: String?
  var namesDelimiter: String?

  init() {}

  /// - Parameter prefix: `name-` where the element is not a `name` itself and names its delimiter
  ///   and form so.
  init(_ element: XMLElement, isName: Bool) {
    and = element["and"]
    delimiter = element[isName ? "delimiter" : "name-delimiter"]
    form = element[isName ? "form" : "name-form"]
    delimiterPrecedesEtAl = element["delimiter-precedes-et-al"].flatMap(Precedes.init)
    delimiterPrecedesLast = element["delimiter-precedes-last"].flatMap(Precedes.init)
    etAlMin = element["et-al-min"].flatMap { Int($0) }
    etAlUseFirst = element["et-al-use-first"].flatMap { Int($0) }
    etAlSubsequentMin = element["et-al-subsequent-min"].flatMap { Int($0) }
    etAlSubsequentUseFirst = element["et-al-subsequent-use-first"].flatMap { Int($0) }
    etAlUseLast = element["et-al-use-last"].map { $0 == "true" }
    initialize = element["initialize"].map { $0 == "true" }
    initializeWith = element["initialize-with"]
    nameAsSortOrder = element["name-as-sort-order"]
    sortSeparator = element["sort-separator"]
    if !isName { namesDelimiter = element["names-delimiter"] }
  }

  /// These options, with those of an outer element where they say nothing.
  func inheriting(_ outer: NameOptions) -> NameOptions {
    var result = self
    result.and = and ?? outer.and
    result.delimiter = delimiter ?? outer.delimiter
    result.delimiterPrecedesEtAl = delimiterPrecedesEtAl ?? outer.delimiterPrecedesEtAl
    result.delimiterPrecedesLast = delimiterPrecedesLast ?? outer.delimiterPrecedesLast
    result.etAlMin = etAlMin ?? outer.etAlMin
    result.etAlUseFirst = etAlUseFirst ?? outer.etAlUseFirst
    result.etAlSubsequentMin = etAlSubsequentMin ?? outer.etAlSubsequentMin
    result.etAlSubsequentUseFirst = etAlSubsequentUseFirst ?? outer.etAlSubsequentUseFirst
    result.etAlUseLast = etAlUseLast ?? outer.etAlUseLast
    result.form = form ?? outer.form
    result.initialize = initialize ?? outer.initialize
    result.initializeWith = initializeWith ?? outer.initializeWith
    result.nameAsSortOrder = nameAsSortOrder ?? outer.nameAsSortOrder
    result.sortSeparator = sortSeparator ?? outer.sortSeparator
    result.namesDelimiter = namesDelimiter ?? outer.namesDelimiter
    return result
  }
}
