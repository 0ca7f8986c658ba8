/// What the records of a site state: the one way from their claims to anything that is shown.
public final class FactTable: Sendable {
  let schema: SiteSchema
  let records: Column<Record, Record>
  /// By the index of the record.
  let kinds: Column<Record, Kind>
  /// By the index of the record: what its derived fields come to, by field.
  private let derived: Column<Record, [FieldIndex: DerivedValue]>
  /// The first and the last year that a claim is of; `nil` where none has a date.
  public let years: ClosedRange<Int>?

  init(_ schema: SiteSchema, _ records: Column<Record, Record>, kinds: Column<Record, Kind>) {
    self.schema = schema
    self.records = records
    self.kinds = kinds
    let derived = zip(records, kinds).map { record, kind in
      var evaluator = DerivationEvaluator(kind: kind, facts: record.facts, schema: schema)
      return evaluator.evaluate()
    }
    self.derived = Column(derived)
    years = Self.years(of: records)
  }

  private init(_ other: FactTable, records: Column<Record, Record>) {
    self.records = records
    schema = other.schema
    kinds = other.kinds
    derived = other.derived
    years = other.years
  }

  private static func years(of records: Column<Record, Record>) -> ClosedRange<Int>? {
    var years: ClosedRange<Int>?
    for record in records {
      for case .claims(let claims)? in record.facts {
        for claim in claims {
          guard let year = claim.evidence.asOf?.year else { continue }
          years = years.map { min($0.lowerBound, year)...max($0.upperBound, year) } ?? year...year
        }
      }
    }
    return years
  }

  /// The table with other states of the records, which state the same.
  func with(_ records: Column<Record, Record>) -> FactTable { FactTable(self, records: records) }

  /// What a record states for a field.
  ///
  /// - Parameter choice: Which claims count where one stands for all; its time also chooses those that
  ///   a derived figure is computed of.
  public func statement(
    _ field: FieldIndex, of record: RecordIndex, _ choice: ClaimChoice = .preferred
  ) -> Statement {
    Statement(table: self, record: record, field: field, choice: choice)
  }

  /// What a record states, field by field.
  public func statements(of record: RecordIndex) -> [Statement] {
    kinds[record].fields.indices.map { statement($0, of: record) }
  }

  /// The first period or date that a record states.
  public func period(of record: RecordIndex) -> Period? { records[record].period }

  /// The first place that a record states.
  public func place(of record: RecordIndex) -> Coordinates? {
    for field in kinds[record].fields.indices where kinds[record].fields[field].type == .place {
      if case .place(let place)? = records[record].facts[field]?.claims.first?.value {
        return place
      }
    }
    return nil
  }

  /// What a derived field comes to; `nil` for a field of another type.
  ///
  /// - Parameter date: Computes it from the claims of that time; `nil` for the state of affairs.
  func derived(_ field: FieldIndex, of record: RecordIndex, at date: PartialDate?) -> DerivedValue?
  {
    guard let date, derived[record][field] != nil else { return derived[record][field] }
    var evaluator = DerivationEvaluator(
      kind: kinds[record], facts: records[record].facts, schema: schema,
      choice: ClaimChoice(at: date))
    return evaluator.evaluate()[field]
  }
}
