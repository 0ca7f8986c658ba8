public import DossierSource

/// What a kind is for the tool. The tool tests roles and knows no kind by name.
public enum Role: String, CaseIterable, Sendable {
  case article, page, author, term, event, correction, condition, option, precedent, scenario
}

/// A class of records, declared in `content/<folder>/_kind.yml`.
public final class Kind: Sendable {
  public let id: String
  /// The folder below `content/`, which is also the folder of its pages.
  public let folder: String
  public let role: Role?
  public let label: Localized<String>
  public let plural: Localized<String>
  /// One sentence for the index page.
  public let summary: Localized<String>?
  /// In the order in which records show them.
  public let groups: [Group]
  /// In the order of the declaration.
  public let fields: Column<Field, Field>
  public let hasHandouts: Bool
  /// How long a claim counts as fresh, for fields that say nothing else.
  public let reviewAfterMonths: Int?
  public let place: Place
  /// When all of it may be seen.
  let schedule: Schedule

  /// - Parameter names: What the kind is called.
  init(
    _ names: Names, folder: String, role: Role?, groups: [Group], fields: [Field],
    hasHandouts: Bool = false, reviewAfterMonths: Int? = nil, schedule: Schedule = Schedule()
  ) {
    id = names.id
    label = names.label
    plural = names.plural
    summary = names.summary
    place = names.place
    self.folder = folder
    self.role = role
    self.groups = groups
    self.fields = Column(fields)
    self.hasHandouts = hasHandouts
    self.reviewAfterMonths = reviewAfterMonths
    self.schedule = schedule
  }

  /// What a kind is called, and where it is declared.
  struct Names {
    var id: String
    var label: Localized<String>
    var plural: Localized<String>
    var summary: Localized<String>?
    var place: Place
  }

  /// A heading under which a record shows some of its fields.
  public struct Group: Sendable {
    public var id: String
    public var label: Localized<String>
  }

  /// What a reference to an option says after `#` where it means the verdict on it.
  static let verdictFragment = "verdict"

  /// What a reference may say after `#` of any record of the kind.
  var fragments: [String] {
    fields.map(\.id) + (role == .option ? [Self.verdictFragment] : [])
  }

  /// The fields that say first what a record is, in the order of `lead-fields`.
  public var leadFields: [FieldIndex] {
    fields.indices.filter { fields[$0].leadRank != nil }
      .sorted { (fields[$0].leadRank ?? 0) < (fields[$1].leadRank ?? 0) }
  }

  /// The position of a field in ``fields``, by its id.
  public func fieldIndex(_ id: String) -> FieldIndex? { fields.firstIndex { $0.id == id } }
}

/// An attribute that a kind declares.
public final class Field: Sendable {
  public let id: String
  public let type: FieldType
  public let label: Localized<String>
  /// What the field means, for editors and readers.
  public let help: Localized<String>?
  /// The id of its group; `nil` for none.
  public let group: String?
  /// The unit's id, for numbers, series and derived fields.
  public let unit: String?
  /// The words for what is counted that a claim's `of` may take; empty if it may not have one.
  public let of: [String]
  /// Whether a YAML list means items, each a value of its own, rather than claims of one fact.
  public let isList: Bool
  public let isRequired: Bool
  /// Whether every claim must name a source.
  public let mustBeSourced: Bool
  /// Whether it is offered for comparison and shown in the index of the kind.
  public let isCompared: Bool
  /// Whether it holds what the record teaches, which options that name the record repeat.
  public let isLesson: Bool
  /// Whether tables and the facts of a record show it as a line as small as a word.
  public let hasSparkline: Bool
  /// The place among what the record says first, from 0; `nil` where it is not among it.
  let leadRank: Int?
  /// How long a claim counts as fresh.
  public let reviewAfterMonths: Int?
  public let place: Place

  /// - Parameters:
  ///   - names: What the field is called.
  ///   - rules: What is asked of its claims, and where they are shown.
  init(
    _ names: Names, type: FieldType, unit: String?, of: [String], group: String?, _ rules: Rules,
    reviewAfterMonths: Int?
  ) {
    id = names.id
    label = names.label
    help = names.help
    place = names.place
    self.type = type
    self.unit = unit
    self.of = of
    self.group = group
    isList = rules.isList
    isRequired = rules.isRequired
    isCompared = rules.isCompared
    isLesson = rules.isLesson
    hasSparkline = rules.hasSparkline
    leadRank = rules.leadRank
    mustBeSourced = rules.mustBeSourced
    self.reviewAfterMonths = reviewAfterMonths
  }

  /// What a field is called, and where it is declared.
  struct Names {
    var id: String
    var label: Localized<String>
    var help: Localized<String>?
    var place: Place
  }

  /// What is asked of the claims of a field, and where they are shown.
  struct Rules {
    var isList = false
    var isRequired = false
    var isCompared = false
    var isLesson = false
    var hasSparkline = false
    var leadRank: Int?
    var mustBeSourced = false
  }
}

/// What the values of a field are.
public enum FieldType: Sendable, Equatable {
  case text
  case markdown
  /// A number without a unit.
  case number
  /// A number with a unit.
  case quantity
  case date
  case period
  case choice([Choice])
  case flag
  /// A place on the earth.
  case place
  /// A record of the kind.
  case reference(kind: String)
  /// Numbers over time.
  case series
  /// One of the choices for each record of a kind.
  case ratings(kind: String, choices: [Choice])
  /// Computed from other fields.
  case derived(Derivation)

  /// How a kind's file calls it.
  public var name: String {
    switch self {
    case .text: "text"
    case .markdown: "markdown"
    case .number: "number"
    case .quantity: "quantity"
    case .date: "date"
    case .period: "period"
    case .choice: "choice"
    case .flag: "flag"
    case .place: "place"
    case .reference: "reference"
    case .series: "series"
    case .ratings: "ratings"
    case .derived: "derived"
    }
  }

  /// Whether its values are numbers that can be compared, scaled and charted.
  public var isNumeric: Bool {
    switch self {
    case .number, .quantity, .series, .derived: true
    default: false
    }
  }

  /// The choices, where there are any.
  public var choices: [Choice] {
    switch self {
    case .choice(let choices), .ratings(_, let choices): choices
    default: []
    }
  }
}

/// One of the values that a field of the type choice may take.
public struct Choice: Sendable, Equatable {
  public var id: String
  public var label: Localized<String>
}

/// How a derived field is computed.
public struct Derivation: Sendable, Equatable {
  public var formula: Formula
  /// Whether the inputs' claims must be of the same year.
  public var sameYear: Bool
  /// How many months the dates of the inputs' claims may lie apart; `nil` for any.
  public var withinMonths: Int?
  /// Whether a claim without a date is of all times, where the dates of the inputs matter.
  public var takesUndated: Bool
  /// Digits after the point.
  public var decimals: Int
}
