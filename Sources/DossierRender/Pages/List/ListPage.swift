import DossierMarkdown
import DossierSite

struct ListPage {
  let scope: PageScope

  /// A part of the list of a kind's records.
  func view(ofKind number: KindIndex, part: Int) -> IndexView {
    let kind = scope.site.schema.kinds[number]
    let records = scope.site.recordsOfKind[number]
    var view = IndexView(
      title: kind.plural[scope.language], summary: kind.summary?[scope.language],
      count: scope.edition.strings.count("records", records.count, scope.edition.rules),
      name: kind.label[scope.language], columns: [], rows: [],
      pages: PartLinks(scope: scope).pages(
        ListParts.count(of: records.count, per: ListParts.rows), current: part
      ) {
        .index(kind: number, part: $0)
      },
      teasers: [], terms: [])
    let columns =
      kind.isTabled
      ? kind.fields.indices.filter { kind.fields[$0].isCompared || kind.fields[$0].hasSparkline }
      : []
    let shown = ordered(records, of: kind, by: columns.isEmpty ? .title : .name)
      .dropFirst(part * ListParts.rows).prefix(ListParts.rows)
    switch kind.role {
    case .article: view.teasers = shown.map(RecordLinks(scope: scope).teaser)
    case .term:
      view.terms = shown.map { record in
        var text = TextRenderer(scope, record: record)
        return term(record, &text)
      }
    case .scenario:
      view.teasers = shown.map(RecordLinks(scope: scope).teaser)
      addOutlook(to: &view)
    default:
      if columns.isEmpty {
        view.teasers = shown.map(RecordLinks(scope: scope).teaser)
      } else {
        view.columns = columns.map { column in
          let field = kind.fields[column]
          let isChoice = if case .choice = field.type { true } else { false }
          return IndexColumnView(label: field.label[scope.language], isChoice: isChoice)
        }
        view.rows = shown.map { row($0, columns) }
        view.timeline = timeline(of: kind)
        view.model = ScriptData(scope: scope).indexModel(number, columns: columns, part: part)
        view.shown = scope.edition.strings.text(
          "table-shown", ["n": String(view.rows.count), "all": String(records.count)])
      }
    }
    return view
  }

  /// Every option today and under every scenario.
  private func addOutlook(to view: inout IndexView) {
    let builders =
      [VerdictBuilder(scope: scope, scenario: nil)]
      + scope.edition.order.scenarios.map { VerdictBuilder(scope: scope, scenario: $0) }
    view.scenarios = builders.map { builder in
      guard let scenario = builder.scenario else {
        return ScenarioView(
          id: "today", label: scope.edition.strings["today"], address: "", summary: nil)
      }
      return ScenarioView(
        id: scope.site.records[scenario].key.id, label: scope.edition.name(of: scenario),
        address: scope.address(of: .record(scenario)),
        summary: RecordLinks(scope: scope).heading(of: scenario).summary
      )
    }
    view.options = scope.edition.order.options.map { option in
      ScenarioRowView(
        label: scope.edition.name(of: option), address: scope.address(of: .record(option)),
        verdicts: builders.map { $0.verdict(on: option) })
    }
    guard !view.options.isEmpty, !scope.site.conditions.all.isEmpty else { return }
    view.model = ConditionScript(scope: scope).model(
      scope.edition.order.options, id: "_conditions-data", words: ConditionScript.words)
    view.conditions = scope.edition.order.conditions.map { condition in
      LinkView(
        label: scope.edition.name(of: condition), address: scope.address(of: .record(condition)))
    }
    let today = view.options.compactMap(\.verdicts.first?.outcome)
    func count(_ outcome: Verdict.Outcome) -> String {
      String(today.filter { $0 == outcome.rawValue }.count)
    }
    view.shown = scope.edition.strings.text(
      "switches-counts",
      [
        "open": count(.open), "held-up": count(.heldUp), "blocked": count(.blocked),
        "not-known": count(.notKnown),
      ])
  }

  /// Articles by date, events by when they were, all others, and those of one date, by what the list
  /// shows of them.
  func ordered(_ records: Range<RecordIndex>, of kind: Kind, by shown: Edition.Shown)
    -> [RecordIndex]
  {
    scope.edition.listOrders.value(of: kind.id, by: shown) {
      order(records, of: kind, by: shown)
    }
  }

  private func order(_ records: Range<RecordIndex>, of kind: Kind, by shown: Edition.Shown)
    -> [RecordIndex]
  {
    switch kind.role {
    case .article:
      return scope.edition.sortedWithinDates(scope.site.articles.all.filter(records.contains))
    case .event:
      let dates = scope.edition.sorted(records, by: shown).enumerated().map { place, record in
        (
          date: scope.site.facts.period(of: record).flatMap { $0.from ?? $0.to } ?? .distant,
          place: place, record: record
        )
      }
      return dates.sorted { ($0.date, $0.place) < ($1.date, $1.place) }.map(\.record)
    default: return scope.edition.sorted(records, by: shown)
    }
  }

  private func row(_ record: RecordIndex, _ columns: [FieldIndex]) -> IndexRowView {
    let builder = CellBuilder(scope: scope)
    return IndexRowView(
      title: RecordLinks(scope: scope).heading(of: record).name,
      language: scope.titleLanguage(of: record),
      address: scope.address(of: .record(record)), find: furtherNames(of: record),
      cells: columns.map { field in
        var cell = builder.cell(field, of: record, mark: { _ in nil })
        cell.key = builder.key(field, of: record)
        return cell
      })
  }

  /// More events than these are no picture.
  private static let drawnEvents = 200

  /// Events in lanes by the first of their fields with choices; `nil` for any other kind, and where none
  /// has a date.
  private func timeline(of kind: Kind) -> DrawingView? {
    guard kind.role == .event,
      let number = scope.site.schema.kindIndex(kind.id),
      scope.site.recordsOfKind[number].count <= Self.drawnEvents
    else { return nil }
    let lanes = kind.fields.first { if case .choice = $0.type { true } else { false } }
    var figure = Figure(scope, anchor: "_timeline", number: 0, caption: kind.plural[scope.language])
    figure.width = Self.timelineWidth
    var maker = TimelineFigure(TimelineExhibit(ofKind: kind.id, lanes: lanes?.id), figure)
    return (try? maker.view())?.drawing
  }

  private static let timelineWidth = 1104.0

  /// The names of a record that its row does not show, in any language.
  private func furtherNames(of record: RecordIndex) -> String? {
    let entry = scope.site.records[record]
    let names =
      [entry.title, entry.short] + entry.translations.flatMap { [$0.title, $0.short] }
    let shown = scope.edition.name(of: record)
    var seen: Set<String> = [shown]
    let further = names.compactMap(\.self).filter { seen.insert($0).inserted }
    return further.isEmpty ? nil : further.joined(separator: " · ")
  }

  func term(_ record: RecordIndex, _ text: inout TextRenderer) -> TermView {
    let groups = FactViewBuilder(scope, record: record).groups(&text)
    return TermView(
      id: "term-" + scope.site.records[record].key.id,
      title: RecordLinks(scope: scope).heading(of: record).title,
      language: scope.titleLanguage(of: record), address: scope.address(of: .record(record)),
      facts: groups.flatMap(\.facts).map { fact in
        var fact = fact
        fact.uses = []
        fact.claims = fact.claims.map { claim in
          var claim = claim
          claim.sources = []
          return claim
        }
        return fact
      })
  }

}

extension Kind {
  /// Whether its list is a table, where it has columns.
  fileprivate var isTabled: Bool {
    switch role {
    case .article, .term, .scenario: false
    default: true
    }
  }
}

extension PartialDate {
  /// After every date that a record may hold.
  fileprivate static let distant = PartialDate(year: .max)
}
