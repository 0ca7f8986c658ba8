import DossierSite

struct TrustPage {
  let scope: PageScope

  /// For each kind and field: how many records have a value, and how good it is.
  func view() -> TrustView {
    let kinds = scope.edition.order.kinds.filter(scope.routes.isListed).compactMap(trust)
    return TrustView(
      title: scope.edition.strings["trust"], kinds: kinds,
      readings: Source.Reading.allCases.map(count),
      types: counts(
        scope.site.sources.map { scope.edition.strings.word("type-" + $0.type) ?? $0.type }),
      grades: counts(scope.site.sources.map { $0.grade ?? scope.edition.strings["no-grade"] }))
  }

  private func count(_ reading: Source.Reading) -> CountView {
    let count = scope.site.sources.count { $0.reading == reading }
    return CountView(
      label: scope.edition.strings["reading-" + reading.rawValue],
      count: scope.edition.rules.number(Double(count), decimals: 0))
  }

  private func trust(_ number: KindIndex) -> TrustKindView? {
    let kind = scope.site.schema.kinds[number]
    let fields = kind.fields.indices.filter { kind.fields[$0].isStated }
    guard !fields.isEmpty else { return nil }
    return TrustKindView(
      label: kind.plural[scope.language], address: scope.pageAddress(.index(kind: number, part: 0)),
      count: scope.edition.strings.count(
        "records", scope.site.recordsOfKind[number].count, scope.edition.rules),
      rows: fields.map { row($0, kind, scope.site.recordsOfKind[number]) })
  }

  private func row(_ field: FieldIndex, _ kind: Kind, _ records: Range<RecordIndex>) -> TrustRowView
  {
    var tally = FieldTally()
    for record in records {
      tally.add(scope.site.facts.statement(field, of: record))
    }
    func number(_ count: Int) -> String { scope.edition.rules.number(Double(count), decimals: 0) }
    return TrustRowView(
      label: kind.fields[field].label[scope.language], values: number(tally.values),
      sourced: number(tally.sourced), disputed: number(tally.disputed),
      unknown: number(tally.unknown), missing: number(tally.missing),
      oldest: tally.oldest.map(scope.edition.rules.shortDate),
      newest: tally.newest.map(scope.edition.rules.shortDate))
  }

  /// How often each word occurs, the most frequent first.
  private func counts(_ words: [String]) -> [CountView] {
    let counts = Dictionary(grouping: words) { $0 }.mapValues(\.count)
    let named = scope.edition.rules.sorted(counts.keys.sorted()) { $0 }.enumerated().map {
      place, word in
      (word: word, count: counts[word] ?? 0, place: place)
    }
    return named.sorted { ($1.count, $0.place) < ($0.count, $1.place) }.map {
      CountView(label: $0.word, count: scope.edition.rules.number(Double($0.count), decimals: 0))
    }
  }
}

/// What the records of a kind say for a field, counted.
private struct FieldTally {
  var values = 0
  /// Records of which every claim for the field has a source.
  var sourced = 0
  var disputed = 0
  var unknown = 0
  var missing = 0
  var oldest: PartialDate?
  var newest: PartialDate?

  mutating func add(_ statement: Statement) {
    switch statement.matter {
    case .missing: missing += 1
    case .unknown: unknown += 1
    case .notApplicable, .derived: values += 1
    case .value(let claims), .items(let claims), .series(let claims), .ratings(let claims):
      values += 1
      if claims.allSatisfy({ !$0.evidence.sources.isEmpty }) { sourced += 1 }
      if !statement.disputed.isEmpty { disputed += 1 }
      for date in claims.compactMap(\.evidence.asOf) {
        oldest = min(oldest ?? date, date)
        newest = max(newest ?? date, date)
      }
    }
  }
}

extension Field {
  /// Whether records state it, rather than have it computed.
  fileprivate var isStated: Bool {
    if case .derived = type { false } else { true }
  }
}
