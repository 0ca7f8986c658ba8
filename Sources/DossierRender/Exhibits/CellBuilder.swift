import DossierMarkdown
import DossierSite

/// Makes cells of facts for tables, and gives the sources behind them.
struct CellBuilder {
  /// Gives the mark of a source, where the table has marks.
  typealias Mark = (Citation) -> CitedView?

  let scope: PageScope
  /// Which claims the cells show.
  var choice = ClaimChoice.preferred

  /// The cell for a field of a record.
  ///
  /// - Parameter mark: Is asked for every source behind a value.
  func cell(_ field: FieldIndex, of record: RecordIndex, mark: Mark) -> CellView {
    var cell = CellView()
    let destination = Destination.fact(record: record, field: field)
    let statement = scope.site.facts.statement(field, of: record, choice)
    switch statement.matter {
    case .missing: cell.isEmpty = true
    case .derived(let derived):
      if derived.isWorthShowing { cell.address = scope.address(of: destination) }
      return fill(
        cell, with: derived, statement.declaration, scope.site.kind(of: record))
    case .unknown(let evidence): (cell.isUnknown, cell.values) = (true, absence(evidence, mark))
    case .notApplicable(let evidence):
      (cell.isNotApplicable, cell.values) = (true, absence(evidence, mark))
    case .value, .items, .series, .ratings:
      let (shown, disputed) = (statement.shown, statement.disputed)
      cell.isEmpty = shown.isEmpty
      cell.spark = DrawnSeries(scope: scope).sparkline(of: statement)
      cell.isDisputed = shown.contains { disputed.contains($0.number) }
      for (number, claim) in shown {
        cell.values.append(value(claim, number, field, record, mark))
      }
    }
    if !cell.isEmpty { cell.address = scope.address(of: destination) }
    return cell
  }

  /// What a script sorts or filters a cell by; `nil` where its text will do.
  func key(_ field: FieldIndex, of record: RecordIndex) -> String? {
    let statement = scope.site.facts.statement(field, of: record, choice)
    if let figure = statement.figure { return String(figure.quantity.leadingEnd) }
    let claims = statement.shown.map(\.claim)
    switch claims.first?.value {
    case .date(let date): return date.description
    case .period(let period): return (period.from ?? period.to)?.description
    case .choice:
      return claims.compactMap { claim in
        if case .choice(let id) = claim.value { id } else { nil }
      }.joined(separator: " ")
    default: return nil
    }
  }

  private func value(
    _ claim: Claim, _ number: Int, _ field: FieldIndex, _ record: RecordIndex, _ mark: Mark
  ) -> CellValueView {
    let text = FactWords(scope: scope).text(of: claim, number, field: field, of: record)
    return CellValueView(
      value: html(of: claim, text, isTranslated: isTranslated(claim, number, field, record)),
      asOf: claim.evidence.asOf.map(scope.edition.rules.shortDate),
      marks: claim.evidence.sources.compactMap(mark))
  }

  private func isTranslated(
    _ claim: Claim, _ number: Int, _ field: FieldIndex, _ record: RecordIndex
  ) -> Bool {
    !claim.value.isWords || scope.edition.translated(number, field, record) != nil
  }

  private func html(of claim: Claim, _ text: String, isTranslated: Bool) -> [UInt8] {
    var html: [UInt8] = []
    guard case .reference(let key) = claim.value, let target = scope.site.record(key) else {
      html.append(text: text, language: isTranslated ? nil : scope.originalCode)
      return html
    }
    html.appendLink(to: scope.address(of: .record(target))) { $0.append(text: text) }
    return html
  }

  private func absence(
    _ evidence: Evidence, _ mark: Mark
  ) -> [CellValueView] {
    let marks = evidence.sources.compactMap(mark)
    guard evidence.asOf != nil || !marks.isEmpty else { return [] }
    return [
      CellValueView(
        value: [], asOf: evidence.asOf.map(scope.edition.rules.shortDate), marks: marks)
    ]
  }

  private func fill(
    _ cell: CellView, with derived: DerivedValue, _ field: Field, _ kind: Kind
  ) -> CellView {
    var cell = cell
    if let refusal = FactWords(scope: scope).refusal(of: derived, kind) {
      cell.refusal = refusal
    } else {
      let stated = derived.claims.compactMap(\.evidence.asOf)
      let dates = stated.map(scope.edition.rules.shortDate)
      cell.values = [
        CellValueView(
          value: .escaping(FactWords(scope: scope).text(of: derived, field, kind)),
          asOf: dates.isEmpty ? nil : Self.unique(dates).joined(separator: ", "), marks: [])
      ]
    }
    return cell
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
