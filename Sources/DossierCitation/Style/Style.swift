/// A citation style in the Citation Style Language 1.0.2, compiled.
///
/// See <https://docs.citationstyles.org/en/v1.0.2/specification.html>.
public struct Style: Sendable {
  /// Where citations stand.
  public enum Class: Sendable { case note, inText }

  /// What `info` calls the style.
  public internal(set) var title = ""
  public internal(set) var styleClass = Class.inText
  /// The language that the style asks for, else that of the document is taken.
  public internal(set) var defaultLanguage: String?
  /// Whether citations are numbers, by the style's own word.
  public internal(set) var isNumeric = false
  /// Whether the style makes a bibliography.
  public var hasBibliography: Bool { bibliography != nil }

  /// Whether a bibliography stands in the order in which its works are cited.
  public var keepsOrderOfCitation: Bool { bibliography?.keys.isEmpty ?? false }

  /// A style that prints nothing.
  public static let empty = Style()

  var locales: [Locale] = []
  var macros: [[Element]] = []
  var options = StyleOptions()
  var citation = Layout()
  var bibliography: Layout?
  /// Whether a macro or a key of sorting asks for the numbers of works.
  var macrosUseNumbers = false
  /// Whether the place of the letter after a year is the style's own choice.
  var printsYearSuffix = false
}

/// Options that hold for a whole style.
struct StyleOptions: Sendable {
  enum DemoteParticle: String, Sendable {
    case never
    case sortOnly = "sort-only"
    case displayAndSort = "display-and-sort"
  }

  var demoteParticle = DemoteParticle.displayAndSort
  var initializesWithHyphen = true
  var pageRangeFormat: String?
}

/// How citations or entries are put together.
struct Layout: Sendable {
  struct Key: Sendable {
    enum Source: Sendable {
      case variable(String)
      case macro(Int)
    }

    var source: Source
    var isDescending: Bool
    var options: Shared<NameOptions>
  }

  var elements: [Element] = []
  var formatting = Formatting()
  var delimiter = RichText()
  var keys: [Key] = []
  var names = NameOptions()
  var disambiguation = DisambiguationOptions()
  var collapsing = CollapsingOptions()
  var nearNoteDistance = 5
  var bibliography = BibliographyOptions()
}

struct DisambiguationOptions: Sendable {
  enum GivenNameRule: String, Sendable {
    case byCite = "by-cite"
    case allNames = "all-names"
    case allNamesWithInitials = "all-names-with-initials"
    case primaryName = "primary-name"
    case primaryNameWithInitials = "primary-name-with-initials"

    var isPrimary: Bool { self == .primaryName || self == .primaryNameWithInitials }
    var isInitialsOnly: Bool { self == .allNamesWithInitials || self == .primaryNameWithInitials }
  }

  var addsNames = false
  /// `nil` where given names are not added.
  var givenNames: GivenNameRule?
  var addsYearSuffix = false
}

struct CollapsingOptions: Sendable {
  enum Kind: String, Sendable {
    case citationNumber = "citation-number"
    case year
    case yearSuffix = "year-suffix"
    case yearSuffixRanged = "year-suffix-ranged"
  }

  var kind: Kind?
  var citeGroupDelimiter: RichText?
  var yearSuffixDelimiter: RichText?
  var afterCollapseDelimiter: RichText?

  /// Whether cites of the same authors are brought together.
  var groups: Bool { citeGroupDelimiter != nil || kind != nil && kind != .citationNumber }
}

struct BibliographyOptions: Sendable {
  enum SubstituteRule: String, Sendable {
    case completeAll = "complete-all"
    case completeEach = "complete-each"
    case partialEach = "partial-each"
    case partialFirst = "partial-first"
  }

  var authorSubstitute: RichText?
  var substituteRule = SubstituteRule.completeAll
  var alignsSecondField = false
}
