/// What a fenced block of one name may say.
public struct ExhibitDeclaration: Sendable {
  /// The first word of the block's info string.
  public var name: String
  /// What the exhibit shows, in one sentence of Markdown.
  public var summary: String
  /// In the order in which the documentation lists them.
  public var keys: [ExhibitKey]
  /// Whether a block without any key asks for something.
  public var mayBeEmpty = false

  /// The key that decides which others there are.
  static let form = "type"

  /// The keys that a block of a form takes; without a form every key.
  func keys(ofForm form: String?) -> [ExhibitKey] {
    keys.filter { key in form.map(key.isOf) ?? true }
  }
}

/// A key of a fenced block.
public struct ExhibitKey: Sendable, Equatable {
  /// What its value is.
  public indirect enum Sort: Sendable, Equatable {
    case text, flag, date
    /// Some texts.
    case texts
    /// A number.
    case number
    /// So many numbers.
    case numbers(Int)
    /// The id of a unit.
    case unit
    /// One of some words.
    case choice([String])
    /// The id of a file of `content/maps`.
    case map
    /// The id of a work, with a page where one is meant.
    case source
    /// Mappings with keys of their own.
    case groups([ExhibitKey])
    /// The id of a kind, all of whose records are meant.
    case kind
    /// One record, written `kind:id`; of a role, where one is given.
    case record(Role?)
    /// Records, written as a list of `kind:id`; of a role, where one is given.
    case records(Role?)
    /// Records, or all of the kind that the key `kind` names; of one kind, or of several.
    case selection(ofSeveralKinds: Bool)
    /// A field of the records that another key names.
    case field(of: String, Fit)
    /// Such a field; where it is left out, and for a kind that has it not, the first that fits.
    case fieldOrFirst(of: String, Fit)
    /// One of some words, or a field of the records that another key names.
    case fieldOr([String], of: String)
    /// A list of fields of the records that another key names.
    case fields(of: String, Fit)
  }

  /// What a field has to hold.
  public enum Fit: Sendable, Equatable {
    case anything
    /// One number for a record.
    case number
    /// A number for a record and for another one, in the same unit.
    case numberAlike(in: String)
    /// Numbers over time.
    case series
    /// Periods or dates.
    case time
    /// A place on the earth.
    case place
    /// One of several words.
    case choice
    /// Records.
    case reference
  }

  public var name: String
  public var sort: Sort
  public var isRequired: Bool
  /// The forms that take the key; empty for all.
  public var forms: [String]
  /// What it says, in one sentence of Markdown.
  public var meaning: String

  init(
    _ name: String, _ sort: Sort, isRequired: Bool = false, forms: [String] = [],
    _ meaning: String
  ) {
    self.name = name
    self.sort = sort
    self.isRequired = isRequired
    self.forms = forms
    self.meaning = meaning
  }

  /// Whether blocks of a form take it.
  func isOf(form: String) -> Bool { forms.isEmpty || forms.contains(form) }

  /// The key behind a selection of records.
  static let kind = ExhibitKey("kind", .kind, "the kind whose records are all meant")

  /// - Parameter ofSeveralKinds: Whether the records may be of different kinds.
  static func records(_ meaning: String, ofSeveralKinds: Bool = false) -> [ExhibitKey] {
    [
      ExhibitKey(
        "records", .selection(ofSeveralKinds: ofSeveralKinds), isRequired: true, meaning), .kind,
    ]
  }

  static func at(forms: [String] = []) -> ExhibitKey {
    ExhibitKey("at", .date, forms: forms, "the time whose claims are shown")
  }
}
