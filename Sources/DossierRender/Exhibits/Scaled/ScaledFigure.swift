import DossierDrawing
import DossierMarkdown
import DossierSite

/// Applies the densities of precedents to other ground, measure by measure.
struct ScaledFigure {
  private let scope: PageScope
  private let scaled: ScaledExhibit
  private let anchor: String
  /// The exhibit's number.
  private let number: Int
  /// How wide a drawing is on a wide screen.
  private let width: Double
  private var marks: SourceMarks

  private var site: LinkedSite { scope.site }

  /// Ids of the sources behind the figures, complete when the view is made.
  var sources: [String] { marks.sources }

  /// - Parameters:
  ///   - anchor: What the exhibit is called by its address.
  ///   - width: How wide a drawing is on a wide screen.
  init(
    _ scope: PageScope, _ scaled: ScaledExhibit, anchor: String, number: Int, width: Double = 800
  ) {
    self.width = width
    self.scope = scope
    self.scaled = scaled
    self.anchor = anchor
    self.number = number
    marks = SourceMarks(scope, number: number)
  }

  /// The view, with a part for each measure.
  ///
  /// - Parameter data: The figures as a file.
  mutating func view(
    label: String, caption: String?, data: String?
  ) throws(ExhibitRefusal) -> ScaledView {
    guard let ground = site.record(scaled.ground.key) else {
      throw .empty("there is no record '\(scaled.ground.key)'")
    }
    var measures: [ScaledMeasureView] = []
    for (place, located) in scaled.measures.enumerated() {
      measures.append(try measure(located.id, ground, place: place))
    }
    return ScaledView(
      id: anchor, number: label, caption: caption,
      ground: RecordLinks(scope: scope).link(to: ground),
      measures: measures, sources: marks.views(), data: data)
  }

  private mutating func measure(
    _ id: String, _ ground: RecordIndex, place: Int
  ) throws(ExhibitRefusal) -> ScaledMeasureView {
    guard let field = site.kind(of: ground).fieldIndex(id), figure(field, of: ground) != nil else {
      throw .empty(
        "the ground '\(scaled.ground.key)' has no figure for '\(id)'",
        help: "state one there, or take '\(id)' out of 'by'")
    }
    var view = ScaledMeasureView(
      label: site.kind(of: ground).fields[field].label[scope.language],
      ground: cell(field, of: ground), rows: [], omissions: [])
    var results: [ChartRow] = []
    for record in scope.records(of: scaled.precedents) {
      guard let row = row(record, by: id, to: ground) else {
        view.omissions.append(omission(record, id))
        continue
      }
      view.rows.append(row.view)
      results.append(
        ChartRow(
          label: row.view.label, value: Extent(row.scaling.persons), isApproximate: true,
          text: row.view.persons))
    }
    guard !results.isEmpty else {
      throw .empty(
        "no record has figures for both '\(scaled.strength.id)' and '\(id)'",
        help: "name records that do, or take '\(id)' out of 'by'")
    }
    view.drawing = try drawing(results, of: view.label, idPrefix: "_\(number)-\(place + 1)")
    return view
  }

  /// What the strength of a precedent is counted against, by the dimensions of the project's units.
  private func base(of field: FieldIndex, _ ground: RecordIndex, _ record: RecordIndex)
    -> Scaling.Base
  {
    guard let own = row(scaled.strength.id, of: record) else { return .other }
    let kinds = [site.kind(of: record).fields[own], site.kind(of: ground).fields[field]]
    let units = kinds.map { $0.unit ?? "" }
    return site.schema.configuration.units.measureAlike(units[0], units[1]) ? .alike : .other
  }

  private var choice: ClaimChoice { ClaimChoice(at: scaled.at) }

  private func figure(_ field: FieldIndex, of record: RecordIndex) -> StatedFigure? {
    site.facts.statement(field, of: record, choice).figure
  }

  private func figure(_ id: String, of record: RecordIndex) -> StatedFigure? {
    row(id, of: record).flatMap { figure($0, of: record) }
  }

  private func row(_ id: String, of record: RecordIndex) -> FieldIndex? {
    site.kind(of: record).fieldIndex(id)
  }

  /// What the density of a precedent would take on the ground; `nil` where a figure is not there.
  func scaling(of record: RecordIndex, by measure: String, to ground: RecordIndex) -> Scaling? {
    guard let field = row(measure, of: ground), let elsewhere = figure(field, of: ground),
      let strength = figure(scaled.strength.id, of: record),
      let here = figure(measure, of: record)
    else { return nil }
    return Scaling(
      strength.quantity, on: here.quantity, to: elsewhere.quantity,
      per: base(of: field, ground, record),
      isApproximate: [strength, here, elsewhere].contains { $0.isApproximate })
  }

  private mutating func row(
    _ record: RecordIndex, by id: String, to ground: RecordIndex
  ) -> (view: ScaledRowView, scaling: Scaling)? {
    guard let strengthField = row(scaled.strength.id, of: record),
      let groundField = row(id, of: record),
      let scaling = scaling(of: record, by: id, to: ground)
    else { return nil }
    let rules = scope.edition.rules
    let view = ScaledRowView(
      label: scope.edition.name(of: record), address: scope.address(of: .record(record)),
      strength: cell(strengthField, of: record), measure: cell(groundField, of: record),
      density: rules.quantity(scaling.density), persons: rules.quantity(scaling.persons),
      pools: RotationPool.factors.map {
        RotationPool.size(of: scaling.persons, times: $0).map(rules.quantity) ?? ""
      })
    return (view, scaling)
  }

  private mutating func cell(_ field: FieldIndex, of record: RecordIndex) -> CellView {
    var marks = marks
    let cell = CellBuilder(scope: scope, choice: choice).cell(field, of: record) { marks.mark($0) }
    self.marks = marks
    return cell
  }

  /// Why a precedent is left out: the first of its inputs that is not there.
  private func omission(_ record: RecordIndex, _ id: String) -> OmissionView {
    let kind = site.kind(of: record)
    let missing = [scaled.strength.id, id].compactMap { row($0, of: record) }.first {
      figure($0, of: record) == nil
    }
    let strings = scope.edition.strings
    let mayBeZero = figure(id, of: record)?.quantity.overlaps(Quantity(0)) ?? false
    var reason = strings[mayBeZero ? "refused-zero" : "refused-bounds"]
    if let missing {
      let name = kind.fields[missing].label[scope.language]
      switch site.facts.statement(missing, of: record).matter {
      case .derived(let derived):
        reason = FactWords(scope: scope).refusal(of: derived, kind) ?? reason
      case .unknown: reason = strings.text("refused-unknown", ["name": name])
      case .notApplicable: reason = strings.text("refused-not-applicable", ["name": name])
      default: reason = strings.text("refused-missing", ["name": name])
      }
    }
    return OmissionView(
      label: scope.edition.name(of: record), address: scope.address(of: .record(record)),
      reason: reason)
  }

  /// The precedents' results with the published estimates beside them.
  private func drawing(
    _ results: [ChartRow], of label: String, idPrefix: String
  ) throws(ExhibitRefusal) -> DrawingView {
    let estimates = self.estimates()
    if let field = scaled.estimates, estimates.isEmpty {
      throw .empty(
        "no record has a figure for the estimates '\(field.id)'",
        help: "name the kind whose records do under 'estimates-of', or leave 'estimates' out")
    }
    let chart = RankingChart(
      text: ChartText(
        title: scope.edition.strings.labelled(scope.edition.strings["scaled-title"], label),
        description: scope.edition.strings["scaled-note"] + ". "
          + ChartWords(scope: scope).ranking(results + estimates, unit)),
      form: .dots,
      unit: [unit, scope.edition.strings["chart-log"]].filter { !$0.isEmpty }
        .joined(separator: "; "), rows: results + estimates,
      groups: [scope.edition.strings["scaled-group"], scope.edition.strings["estimates-group"]],
      isLogarithmic: true, tickLabel: scope.edition.rules.tickLabel)
    do {
      return try DrawnChart(chart, idPrefix: idPrefix, scope, wide: width).view
    } catch {
      var refusal = ExhibitRefusal(error)
      if case .notPositive = error { refusal.help = "leave the record out" }
      throw refusal
    }
  }

  /// The word for what the results count, at their axis.
  private var unit: String {
    let kinds = scaled.precedents.records(in: site).map { site.kind(of: $0) }
    let units = kinds.compactMap { kind in
      kind.fieldIndex(scaled.strength.id).flatMap { kind.fields[$0].unit }
    }
    return units.first.map(scope.edition.loneWord) ?? ""
  }

  private func estimates() -> [ChartRow] {
    guard let id = scaled.estimates?.id else { return [] }
    // One estimate may stand with several records that it speaks of.
    var seen: Set<String> = []
    let all = scope.records(of: scaled.estimateRecords).flatMap { record -> [ChartRow] in
      guard let field = row(id, of: record) else { return [] }
      let name = scope.edition.name(of: record)
      let statement = site.facts.statement(field, of: record)
      if let derived = statement.derived {
        return derived.quantity.map { [estimate($0, derived.isApproximate, by: name)] } ?? []
      }
      return statement.claims.enumerated().compactMap { number, claim in
        guard let value = statement.quantity(of: claim)
        else { return nil }
        let note = scope.edition.translatedNote(number, field, record) ?? claim.evidence.note
        return estimate(value, claim.isApproximate, by: note.map(Self.beginning) ?? name)
      }
    }
    return all.filter { seen.insert($0.label + $0.text).inserted }
  }

  private func estimate(_ value: Quantity, _ isApproximate: Bool, by name: String) -> ChartRow {
    ChartRow(
      label: name, value: Extent(value), isApproximate: isApproximate,
      text: scope.edition.rules.quantity(value), group: 1)
  }

  /// A note as far as its first colon or semicolon: who says it.
  private static func beginning(of note: String) -> String {
    String(note.prefix { $0 != ":" && $0 != ";" })
  }

}
