import DossierMarkdown
import DossierSite

extension PageScope {
  /// A part of the list of a kind's records.
  func index(kind number: Int, part: Int) -> IndexView {
    let kind = site.schema.kinds[number]
    let records = site.recordsOfKind[number]
    var view = IndexView(
      title: kind.plural[language], summary: kind.summary?[language],
      count: edition.strings.count("records", records.count, edition.rules),
      name: kind.label[language], columns: [], rows: [],
      pages: pages(Routes.parts(of: records.count, per: Routes.rowsPerPart), current: part) {
        .index(kind: number, part: $0)
      },
      teasers: [], terms: [])
    let columns = kind.isTabled ? kind.fields.indices.filter { kind.fields[$0].isCompared } : []
    let shown = ordered(records, of: kind, by: columns.isEmpty ? .title : .name)
      .dropFirst(part * Routes.rowsPerPart).prefix(Routes.rowsPerPart)
    switch kind.role {
    case .article: view.teasers = shown.map(teaser)
    case .term:
      view.terms = shown.map { record in
        var text = TextRenderer(self, record: record)
        return term(record, &text)
      }
    case .scenario:
      view.teasers = shown.map(teaser)
      addOutlook(to: &view)
    default:
      if columns.isEmpty {
        view.teasers = shown.map(teaser)
      } else {
        view.columns = columns.map { column in
          let field = kind.fields[column]
          let isChoice = if case .choice = field.type { true } else { false }
          return IndexColumnView(label: field.label[language], isChoice: isChoice)
        }
        view.rows = shown.map { row($0, columns) }
        view.model = indexModel(number, columns: columns, part: part)
        view.shown = edition.strings.text(
          "table-shown", ["n": String(view.rows.count), "all": String(records.count)])
      }
    }
    return view
  }

  /// Every option today and under every scenario.
  private func addOutlook(to view: inout IndexView) {
    let builders =
      [VerdictBuilder(scope: self, scenario: nil)]
      + edition.order.scenarios.map { VerdictBuilder(scope: self, scenario: $0) }
    view.scenarios = builders.map { builder in
      guard let scenario = builder.scenario else {
        return ScenarioView(id: "today", label: edition.strings["today"], address: "", summary: nil)
      }
      return ScenarioView(
        id: site.records[scenario].key.id, label: edition.name(of: scenario, in: site),
        address: address(of: .record(scenario)), summary: site.records[scenario].summary)
    }
    view.options = edition.order.options.map { option in
      ScenarioRowView(
        label: edition.name(of: option, in: site), address: address(of: .record(option)),
        verdicts: builders.map { $0.verdict(on: option) })
    }
    guard !view.options.isEmpty, !site.conditions.isEmpty else { return }
    view.model = conditionModel()
    view.conditions = edition.order.conditions.map { condition in
      LinkView(
        label: edition.name(of: condition, in: site), address: address(of: .record(condition)))
    }
    let today = view.options.compactMap(\.verdicts.first?.outcome)
    func count(_ outcome: Verdict.Outcome) -> String {
      String(today.filter { $0 == outcome.rawValue }.count)
    }
    view.shown = edition.strings.text(
      "switches-counts",
      [
        "open": count(.open), "held-up": count(.heldUp), "blocked": count(.blocked),
        "not-known": count(.notKnown),
      ])
  }

  /// Articles by date, events by when they were, all others, and those of one date, by what the list
  /// shows of them.
  func ordered(_ records: Range<Int>, of kind: Kind, by shown: Edition.Shown) -> [Int] {
    switch kind.role {
    case .article:
      return edition.sortedWithinDates(site.articles.filter(records.contains), of: site)
    case .event:
      let dates = edition.sorted(records, of: site, by: shown).enumerated().map { place, record in
        (date: site.records[record].begins ?? .distant, place: place, record: record)
      }
      return dates.sorted { ($0.date, $0.place) < ($1.date, $1.place) }.map(\.record)
    default: return edition.sorted(records, of: site, by: shown)
    }
  }

  private func row(_ record: Int, _ columns: [Int]) -> IndexRowView {
    let builder = CellBuilder(scope: self)
    return IndexRowView(
      title: edition.name(of: record, in: site), language: titleLanguage(of: record),
      address: address(of: .record(record)),
      cells: columns.map { field in
        var cell = builder.cell(field, of: record, mark: { _ in nil })
        cell.key = builder.key(field, of: record)
        return cell
      })
  }

  func term(_ record: Int, _ text: inout TextRenderer) -> TermView {
    let groups = FactViewBuilder(self, record: record).groups(&text)
    return TermView(
      id: "term-" + site.records[record].key.id, title: edition.title(of: record, in: site),
      language: titleLanguage(of: record), address: address(of: .record(record)),
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

  /// Links to the parts of a list; none where it has one.
  func pages(
    _ parts: Int, current: Int, subject: (Int) -> Page.Subject
  ) -> [LinkView] {
    guard parts > 1 else { return [] }
    return (0..<parts).map { part in
      LinkView(
        label: edition.strings.text("pages-of", ["n": String(part + 1)]),
        address: pageAddress(subject(part)), isCurrent: part == current)
    }
  }

  /// A part of the bibliography.
  func sources(part: Int) -> SourcesView {
    let size = Routes.worksPerPart
    let works = edition.sortedSources.dropFirst(part * size).prefix(size).map { source in
      SourceRowView(
        work: work(source),
        uses: edition.strings.count(
          "places-count", site.citations[source].count, edition.rules))
    }
    return SourcesView(
      title: edition.strings["sources"],
      count: edition.strings.count("sources-count", site.sources.count, edition.rules),
      works: works,
      pages: pages(Routes.parts(of: site.sources.count, per: size), current: part) {
        .sources(part: $0)
      })
  }

  func source(_ source: Int) -> SourceView {
    let entry = site.sources[source]
    return SourceView(
      title: entry.title, work: work(source, isBrief: false),
      type: edition.strings.word("type-" + entry.type) ?? entry.type, note: entry.note,
      archived: entry.archived, uses: UseBuilder(self).views(of: site.citations[source]))
  }

  /// All topics, as ways in.
  func topics() -> HomeView {
    let ways = edition.order.topics.map { index in
      let topic = site.topics[index]
      return WayView(
        label: name(ofTopic: topic.id), address: pageAddress(.topic(index)),
        count: edition.strings.count("articles-count", topic.records.count, edition.rules),
        summary: nil)
    }
    return HomeView(text: nil, title: edition.strings["topics"], latest: [], ways: ways)
  }

  func topic(_ index: Int) -> TopicView {
    let topic = site.topics[index]
    return TopicView(
      title: name(ofTopic: topic.id),
      count: edition.strings.count("articles-count", topic.records.count, edition.rules),
      articles: edition.sortedWithinDates(topic.records, of: site).map(teaser))
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

extension Record {
  /// The first date of the first period or date among its facts.
  fileprivate var begins: PartialDate? {
    for fact in facts {
      switch fact?.claims.first?.value {
      case .period(let period): return period.from ?? period.to
      case .date(let date): return date
      default: continue
      }
    }
    return nil
  }
}

extension PartialDate {
  /// After every date that a record may hold.
  fileprivate static let distant = PartialDate(year: .max)
}
