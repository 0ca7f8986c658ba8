import DossierDrawing
import DossierMarkdown
import DossierSite

/// What stands in a cell of a comparison, with what bars and works are made of.
struct CompareCell {
  var view: CompareCellView
  /// What is drawn of it; `nil` for what lies on no scale.
  var extent: CellExtent?
  /// What is counted, of a figure.
  var of: String?
  /// The citations behind all that the cell shows.
  var citations: [Citation] = []
  /// Whether the record says nothing.
  var isEmpty = false
}

/// A value as it lies on the scale of its row.
struct CellExtent {
  var value: Extent
  /// What other sources give.
  var others: [Extent] = []
  var isApproximate = false
  var isPeriod = false

  /// All that the scale has to hold.
  var all: [Extent] { [value] + others }

  /// The least and the greatest number of it that is known; `nil` where none is.
  var ends: (low: Double, high: Double)? {
    let known = all.flatMap { [$0.low, $0.high] }.filter(\.isFinite)
    guard let low = known.min(), let high = known.max() else { return nil }
    return (low, high)
  }
}

/// Makes the cells of comparisons, for tables and for the script that arranges them anew.
struct CompareCells {
  let scope: PageScope
  /// Which claims the cells show.
  var choice = ClaimChoice.preferred

  private var strings: InterfaceStrings { scope.edition.strings }

  /// The cell for a field of a record, without its bar: that needs the other cells of the row.
  func cell(_ field: FieldIndex, of record: RecordIndex) -> CompareCell {
    let statement = scope.site.facts.statement(field, of: record, choice)
    let address = scope.address(of: .fact(record: record, field: field))
    var cell = CompareCell(view: CompareCellView(record: scope.edition.name(of: record)))
    switch statement.matter {
    case .missing: leaveEmpty(&cell)
    case .unknown(let evidence): fill(&cell, strings["unknown"], evidence, address)
    case .notApplicable(let evidence): fill(&cell, strings["not-applicable"], evidence, address)
    case .derived(let derived):
      fill(&cell, derived, statement)
      if derived.isWorthShowing { cell.view.address = address }
    case .value, .items, .series, .ratings:
      guard !statement.shown.isEmpty else {
        leaveEmpty(&cell)
        break
      }
      fill(&cell, statement)
      cell.view.address = address
    }
    return cell
  }

  private func leaveEmpty(_ cell: inout CompareCell) {
    cell.isEmpty = true
    cell.view.absence = strings["no-claim"]
  }

  private func fill(
    _ cell: inout CompareCell, _ word: String, _ evidence: Evidence, _ address: String
  ) {
    cell.view.absence = word
    cell.view.address = address
    cell.view.detail = evidence.asOf.map(scope.edition.rules.shortDate)
    cell.citations = evidence.sources
  }

  private func fill(_ cell: inout CompareCell, _ derived: DerivedValue, _ statement: Statement) {
    let (kind, words) = (scope.site.kind(of: statement.record), FactWords(scope: scope))
    if let refusal = words.refusal(of: derived, kind) {
      cell.view.absence = refusal
      return
    }
    cell.view.values = [CompareValueView(words.text(of: derived, statement.declaration, kind))]
    cell.view.detail = joined([strings["derived"]], dates(of: derived.claims))
    cell.citations = derived.claims.flatMap(\.evidence.sources)
    cell.extent = derived.quantity.map {
      CellExtent(value: Extent($0), isApproximate: derived.isApproximate)
    }
  }

  /// The claims that stand for the fact, and those that contradict one of them.
  private func fill(_ cell: inout CompareCell, _ statement: Statement) {
    let numbers = statement.shown.map(\.number)
    let rivals = statement.disputants(of: numbers).filter { !numbers.contains($0) }
    let claims = (numbers + rivals).map { statement.claims[$0] }
    for (place, number) in (numbers + rivals).enumerated() {
      let value = value(number, statement, isRival: place >= numbers.count)
      if !cell.view.values.contains(value) { cell.view.values.append(value) }
    }
    let isDisputed = !rivals.isEmpty || !statement.disputed.isDisjoint(with: numbers)
    cell.view.detail = joined(dates(of: claims), isDisputed ? [strings["disputed"]] : [])
    cell.citations = claims.flatMap(\.evidence.sources)
    cell.of = statement.figure?.of
    cell.extent = extent(of: statement, rivals)
  }

  private func value(
    _ number: Int, _ statement: Statement, isRival: Bool
  ) -> CompareValueView {
    let claim = statement.claims[number]
    let (field, record) = (statement.field, statement.record)
    let text = FactWords(scope: scope).text(of: claim, number, field: field, of: record)
    let isTranslated =
      !claim.value.isWords || scope.edition.translated(number, field, record) != nil
    return CompareValueView(
      isRival ? strings.text("compare-or", ["value": text]) : text,
      language: isTranslated ? nil : scope.originalCode)
  }

  private func extent(of statement: Statement, _ rivals: [Int]) -> CellExtent? {
    if let figure = statement.figure {
      return CellExtent(
        value: Extent(figure.quantity),
        others: rivals.compactMap {
          statement.quantity(of: statement.claims[$0]).map { Extent($0) }
        },
        isApproximate: figure.isApproximate)
    }
    guard !statement.declaration.isList,
      let period = statement.shown.first?.claim.value.period
    else { return nil }
    let value = Extent(
      low: period.from.map { DecimalYears($0).start } ?? -.infinity,
      high: period.to.map { DecimalYears($0).end } ?? .infinity)
    return CellExtent(value: value, isPeriod: true)
  }

  /// The dates of claims, each once.
  private func dates(of claims: [Claim]) -> [String] {
    var seen: Set<String> = []
    return claims.compactMap(\.evidence.asOf).map(scope.edition.rules.shortDate).filter {
      seen.insert($0).inserted
    }
  }

  private func joined(_ first: [String], _ second: [String]) -> String? {
    let parts = [first.joined(separator: ", "), second.joined(separator: ", ")]
    let words = parts.filter { !$0.isEmpty }.joined(separator: "; ")
    return words.isEmpty ? nil : words
  }
}

/// The scale of a row of cells.
enum CompareScale {
  case quantities(BarScale)
  case periods(PeriodScale)

  /// `nil` where the cells have nothing that bars would tell.
  init?(_ extents: [CellExtent]) {
    let isOfPeriods = extents.contains(where: \.isPeriod)
    let all = extents.filter { $0.isPeriod == isOfPeriods }.flatMap(\.all)
    guard extents.count > 1 else { return nil }
    if isOfPeriods {
      guard let scale = PeriodScale(all) else { return nil }
      self = .periods(scale)
    } else {
      guard let scale = BarScale(all) else { return nil }
      self = .quantities(scale)
    }
  }

  /// The ends of the scale.
  var range: (start: Double, end: Double) {
    switch self {
    case .quantities(let scale): (0, scale.top)
    case .periods(let scale): (scale.start, scale.end)
    }
  }

  func bar(of extent: CellExtent) -> [UInt8] {
    switch self {
    case .quantities(let scale):
      scale.bar(of: extent.value, others: extent.others, isApproximate: extent.isApproximate)
    case .periods(let scale): scale.bar(of: extent.value)
    }
  }

  /// An end of the scale in words: a number, or the year in which it lies.
  func label(_ end: Double, _ rules: LanguageRules) -> String {
    switch self {
    case .quantities: rules.number(end, decimals: Self.decimals(of: end))
    // The end of a year is the beginning of the next.
    case .periods(let scale): String(Int((end == scale.end ? end - 0.001 : end).rounded(.down)))
    }
  }

  /// So many that the end of a scale reads as the value that it is; two at most.
  private static func decimals(of value: Double) -> Int {
    if value == value.rounded() { return 0 }
    return value * 10 == (value * 10).rounded() ? 1 : 2
  }
}
