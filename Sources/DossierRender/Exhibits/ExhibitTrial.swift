import DossierDrawing
public import DossierSite
import DossierSource

extension ExhibitRenderer {
  /// Why the exhibit has no content or cannot be drawn; `nil` where it is fine, and where what it
  /// names is not there, as that has been said.
  func refusal() -> ExhibitRefusal? {
    do throws(ExhibitRefusal) {
      switch exhibit.content {
      case .compare(let compare): try check(compare)
      case .matrix(let matrix): try check(matrix)
      case .timeline(let timeline): try check(timeline)
      case .chart(let chart): try check(chart)
      case .scaled(let scaled):
        guard try isReady(scaled.precedents, [scaled.strength] + scaled.measures),
          try isReady(scaled.estimateRecords, [scaled.estimates].compactMap(\.self)),
          site.record(scaled.ground.key) != nil
        else { return nil }
        var figure = ScaledFigure(scope, scaled, anchor: "", number: number)
        _ = try figure.view(label: "", caption: nil, data: nil)
      case .broken: break
      }
      return nil
    } catch {
      return error
    }
  }

  private var site: LinkedSite { scope.site }

  /// Whether all that the exhibit names is there.
  ///
  /// - Throws: A refusal where a kind has no records.
  private func isReady(
    _ selection: RecordSelection, _ fields: [Located]
  ) throws(ExhibitRefusal) -> Bool {
    if let kind = selection.kind {
      guard let index = site.schema.kindIndex(kind.id) else { return false }
      guard !site.recordsOfKind[index].isEmpty else {
        throw .empty(
          "there is no public record of the kind '\(kind.id)'",
          help: "write or publish one, or take the exhibit out")
      }
    }
    let records = site.records(of: selection)
    guard selection.kind != nil || records.count == selection.records.count else { return false }
    return records.allSatisfy { record in
      fields.allSatisfy { site.kind(of: record).fieldIndex($0.id) != nil }
    }
  }

  private func check(_ compare: CompareExhibit) throws(ExhibitRefusal) {
    guard try isReady(compare.selection, compare.fields) else { return }
    let records = site.records(of: compare.selection)
    guard
      !records.contains(where: { record in
        compare.fields.contains { states(record, $0.id, at: compare.at) }
      })
    else { return }
    let kind = records.first.map(site.kind)
    let stated = kind?.fields.filter { field in
      records.contains { states($0, field.id, at: compare.at) }
    }
    throw .empty(
      "no record of the comparison says anything of its fields" + Self.time(compare.at),
      help: Self.help("they state: ", stated?.map(\.id) ?? [])
        ?? "name other records, or state the fields")
  }

  /// Whether a record says anything for a field, if only that it is unknown.
  private func states(_ record: RecordIndex, _ field: String, at date: PartialDate?) -> Bool {
    guard let index = site.kind(of: record).fieldIndex(field) else { return false }
    let statement = site.facts.statement(index, of: record, ClaimChoice(at: date))
    switch statement.matter {
    case .missing: return false
    case .derived(let derived): return derived.isWorthShowing
    case .unknown, .notApplicable: return true
    case .value, .items, .series, .ratings: return !statement.shown.isEmpty
    }
  }

  private func check(_ matrix: MatrixExhibit) throws(ExhibitRefusal) {
    let named = matrix.options.records + matrix.conditions.records
    guard named.allSatisfy({ site.record($0.key) != nil }) else { return }
    let table = MatrixTable(scope, matrix, number: number)
    for (role, records) in [("option", table.options), ("condition", table.conditions)]
    where records.isEmpty {
      throw .empty(
        "the matrix has no \(role)s: there is no public record of a kind with 'role: \(role)'",
        help: "write or publish one, or take the matrix out")
    }
    guard
      !table.options.contains(where: { option in
        let needs = site.conditions.needs(of: option)
        return table.conditions.contains { needs[$0] != nil }
      })
    else { return }
    throw .empty(
      "no option of the matrix says what it needs of a condition",
      help: "rate the conditions in the options' records")
  }

  private func check(_ timeline: TimelineExhibit) throws(ExhibitRefusal) {
    guard try isReady(timeline.selection, [timeline.field, timeline.group].compactMap(\.self))
    else { return }
    var drawing = TimelineFigure(timeline, figure)
    do {
      _ = try drawing.view()
    } catch {
      throw error == .empty ? emptiness(of: timeline) : ExhibitRefusal(error)
    }
  }

  private func emptiness(of timeline: TimelineExhibit) -> ExhibitRefusal {
    let records = site.records(of: timeline.selection)
    guard let kind = records.first.map(site.kind), let field = timeline.fieldIndex(in: kind) else {
      return .empty(
        "the kind of the records has no field with periods or dates",
        help: "name records of a kind that has one")
    }
    let id = kind.fields[field].id
    let isDated = records.contains { record in
      site.facts.statement(field, of: record).claims.first?.value.period != nil
    }
    return isDated
      ? .empty(
        "no '\(id)' of the records lies between 'from' and 'to'",
        help: "widen them, or leave them out")
      : .empty(
        "no record of the timeline has a date for '\(id)'",
        help: "name records that state it")
  }

  private func check(_ chart: ChartExhibit) throws(ExhibitRefusal) {
    guard try isReady(chart.selection, [chart.field, chart.other].compactMap(\.self)) else {
      return
    }
    var drawing = ChartFigure(chart, figure)
    do {
      _ = try drawing.view()
    } catch {
      throw error == .empty ? emptiness(of: chart) : ExhibitRefusal(error)
    }
  }

  private func emptiness(of chart: ChartExhibit) -> ExhibitRefusal {
    let fields = [chart.field, chart.other].compactMap(\.self)
    let claims = site.records(of: chart.selection).flatMap { record in
      fields.flatMap { field -> [Claim] in
        let index = site.kind(of: record).fieldIndex(field.id)
        return index.map { site.facts.statement($0, of: record).claims } ?? []
      }
    }
    let names = fields.map { "'\($0.id)'" }.joined(separator: " and ")
    guard let of = chart.choice.of, !claims.isEmpty, !claims.contains(where: { $0.of == of }) else {
      return .empty(
        "the chart has nothing to draw: no record has a figure for \(names)"
          + Self.time(chart.choice.at),
        help: "name records that state the field, and what 'of' they count")
    }
    let counted = claims.compactMap(\.of)
    return .empty(
      "no claim for \(names) counts '\(of)'",
      help: counted.isEmpty
        ? "leave 'of' out: no claim says what it counts" : Suggestion.help(for: of, among: counted))
  }

  /// "at 2004", for what asks for a time.
  private static func time(_ date: PartialDate?) -> String { date.map { " at \($0)" } ?? "" }

  private static func help(_ words: String, _ ids: [String]) -> String? {
    let shown = ids.prefix(8).joined(separator: ", ")
    return ids.isEmpty ? nil : words + shown + (ids.count > 8 ? ", …" : "")
  }
}

/// A text whose exhibits are tried: a record's own, or a translation of it.
public struct ExhibitText: Hashable, Sendable {
  public let record: RecordIndex
  public let language: Language
}

struct ExhibitTrial {
  let scope: PageScope

  /// What is wrong with the exhibits of a record's text in the language of the page.
  func refusedExhibits(of record: RecordIndex) -> [Diagnostic] {
    let entry = scope.site.records[record]
    let path = scope.edition.translation(of: entry)?.path ?? entry.path
    return scope.edition.exhibits(of: record).enumerated().compactMap { index, exhibit in
      let renderer = ExhibitRenderer(
        scope: scope, exhibit: exhibit, record: record, number: index + 1)
      return renderer.refusal().map { refusal in
        .error(
          refusal.code, refusal.message, at: Place(path: path, span: exhibit.span),
          help: refusal.help)
      }
    }
  }
}
