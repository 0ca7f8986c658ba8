import DossierMarkdown
import DossierSite

/// A value and its evidence, as the data files write them: the same in any language.
struct DataValue {
  var value = ""
  /// The ends of a number, equal for an exact one; one is empty where only the other is known.
  var low = ""
  var high = ""
  var of = ""
  var isApproximate = false
  var asOf = ""
  /// Ids with their locators: `kfor-2014, p. 2; kfor-2020`.
  var source = ""
  var basis = ""
  var note = ""
  /// Whether `value` is an editor's text rather than a number, a date or an id.
  var isText = false
}

extension DataValue {
  /// The words for what is no value.
  static let unknown = "unknown"
  static let notApplicable = "not-applicable"
  /// Stands where a number is known between two ends, or from one on, only.
  static let interval = "interval"
  /// Between the items of a list.
  static let separator = " | "

  /// A number as the formats want it: `50000`, `12.5`; empty for what is not finite.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    if value.magnitude <= 9e15, value == value.rounded() { return String(Int(value)) }
    return value.description
  }

  /// ISO 8601-2: `1999-06-12/..` goes on, `/1999` began nobody knows when.
  static func period(_ period: Period) -> String {
    if period.isMoment, let moment = period.from { return moment.description }
    return (period.from?.description ?? "") + "/" + (period.to?.description ?? "..")
  }

  static func sources(_ citations: [Citation]) -> String {
    citations.map { $0.locator.isEmpty ? $0.id : $0.id + ", " + $0.locator }
      .joined(separator: "; ")
  }
}

extension DataValue {
  /// Whether it is a number, be it with one end.
  var isNumber: Bool { !low.isEmpty || !high.isEmpty }

  init(_ evidence: Evidence) {
    asOf = evidence.asOf?.description ?? ""
    source = Self.sources(evidence.sources)
    note = evidence.note ?? ""
    basis = evidence.statedBasis ?? ""
  }

  mutating func set(_ quantity: Quantity) {
    low = Self.number(quantity.low)
    high = Self.number(quantity.high)
    value = quantity.isExact ? low : Self.interval
  }
}

extension Evidence {
  /// The basis, unless a source is claimed that nobody named.
  var statedBasis: String? { basis == .sourced && sources.isEmpty ? nil : basis.rawValue }
}

// What a record says, as data: in the original's language.
struct DataValues {
  let scope: PageScope

  func dataValue(_ claim: Claim, in field: Field, of record: RecordIndex) -> DataValue {
    var data = DataValue(claim.evidence)
    data.of = claim.of ?? ""
    data.isApproximate = claim.isApproximate
    switch claim.value {
    case .text(let text):
      data.value = text
      data.isText = true
    case .markdown(let prose):
      data.value = ProseWords(scope: scope).plainText(prose, of: record)
      data.isText = true
    case .quantity(let quantity): data.set(scope.site.schema.quantity(claim, in: field) ?? quantity)
    case .date(let date): data.value = date.description
    case .period(let period): data.value = DataValue.period(period)
    case .choice(let id): data.value = id
    case .flag(let flag): data.value = flag ? "true" : "false"
    case .place(let place): data.value = place.written
    case .reference(let key): data.value = key.id
    case .rating(let key, let choice): data.value = key.id + ": " + choice
    }
    return data
  }

  /// A derived figure, with the sources of what entered; `nil` where an input is not stated.
  func dataValue(_ derived: DerivedValue, _ kind: Kind) -> DataValue? {
    var data = DataValue()
    data.basis = Evidence.Basis.derived.rawValue
    data.isApproximate = derived.isApproximate
    data.note = FactWords(scope: scope).refusal(of: derived, kind) ?? ""
    switch derived.result {
    case .quantity(let quantity): data.set(quantity)
    case .missing: return nil
    case .unknown: data.value = DataValue.unknown
    case .notApplicable: data.value = DataValue.notApplicable
    default: break
    }
    let evidence = derived.claims.map(\.evidence)
    let dates = Set(evidence.map { $0.asOf?.description ?? "" })
    data.asOf = dates.count == 1 ? dates.first ?? "" : ""
    var seen: Set<String> = []
    data.source = evidence.flatMap(\.sources).map { DataValue.sources([$0]) }
      .filter { seen.insert($0).inserted }.joined(separator: "; ")
    return data
  }

  /// What a record says for a field, claim by claim; a claim of `unknown` counts as one.
  ///
  /// - Parameter date: The time of whose claims a derived figure is computed.
  func dataValues(
    ofField field: FieldIndex, of record: RecordIndex, _ kind: Kind, at date: PartialDate? = nil
  ) -> [DataValue] {
    switch scope.site.facts.statement(field, of: record, ClaimChoice(at: date)).matter {
    case .missing: return []
    case .derived(let derived): return dataValue(derived, kind).map { [$0] } ?? []
    case .unknown(let evidence):
      var data = DataValue(evidence)
      data.value = DataValue.unknown
      return [data]
    case .notApplicable(let evidence):
      var data = DataValue(evidence)
      data.value = DataValue.notApplicable
      return [data]
    case .value(let claims), .items(let claims), .series(let claims), .ratings(let claims):
      return claims.map { dataValue($0, in: kind.fields[field], of: record) }
    }
  }
}
