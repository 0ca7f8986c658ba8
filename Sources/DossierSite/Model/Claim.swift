public import DossierMarkdown
public import DossierSource

/// What a record says for a field.
enum Fact: Sendable {
  /// One claim or several, the first preferred; for lists, series and ratings the items.
  case claims([Claim])
  /// Nobody knows; neither missing nor zero. With the evidence for that, where it was given.
  case unknown(Evidence)
  /// The field has no meaning for the record.
  case notApplicable(Evidence)

  /// The claims; none for the other two.
  var claims: [Claim] {
    if case .claims(let claims) = self { claims } else { [] }
  }

  /// The evidence of every claim, or for what it says instead.
  var evidence: [Evidence] {
    switch self {
    case .claims(let claims): claims.map(\.evidence)
    case .unknown(let evidence), .notApplicable(let evidence): [evidence]
    }
  }
}

/// One value with its evidence.
public struct Claim: Sendable {
  public var value: ClaimValue
  /// What is counted (`troops`), for numbers.
  public var of: String?
  /// The unit in which the claim is written, where it is not the field's.
  public var unit: String?
  public var isApproximate: Bool
  public var evidence: Evidence
}

/// What stands behind a value.
public struct Evidence: Sendable {
  public var asOf: PartialDate?
  public var sources: [Citation]
  public var note: String?
  public var basis: Basis
  /// Where it stands: in the record's own file, or in a table.
  public var place: Place

  /// Where a value comes from.
  public enum Basis: String, CaseIterable, Sendable {
    /// A source says it.
    case sourced
    /// Computed from other values.
    case derived
    /// The publisher's own reading.
    case analysis
  }
}

/// The value of a claim, by its field's type.
public enum ClaimValue: Sendable, Equatable {
  case text(String)
  case markdown(Prose)
  case quantity(Quantity)
  case date(PartialDate)
  case period(Period)
  /// The id of a choice.
  case choice(String)
  case flag(Bool)
  case place(Coordinates)
  case reference(RecordKey)
  /// The id of a choice for a record of the field's kind.
  case rating(RecordKey, choice: String)

  /// The number, where it is one.
  public var quantity: Quantity? {
    if case .quantity(let quantity) = self { quantity } else { nil }
  }

  /// A period, or a date as a moment; `nil` for anything else.
  public var period: Period? {
    switch self {
    case .period(let period): period
    case .date(let date): Period(from: date, to: date, isMoment: true)
    default: nil
    }
  }
}

/// The name of a record in the whole site: `mission:kfor`.
public struct RecordKey: Hashable, Comparable, Sendable {
  public var kind: String
  public var id: String

  public init(kind: String, id: String) {
    self.kind = kind
    self.id = id
  }

  /// Orders by kind, then id.
  public static func < (left: RecordKey, right: RecordKey) -> Bool {
    (left.kind, left.id) < (right.kind, right.id)
  }
}

extension RecordKey: CustomStringConvertible {
  public var description: String { "\(kind):\(id)" }
}
