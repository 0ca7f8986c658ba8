import DossierMarkdown
import DossierSite

struct RecordPage {
  let scope: PageScope

  /// The view of a record of any kind.
  ///
  /// - Parameter text: Fills the record's texts; it has seen all of them afterwards.
  func view(of record: RecordIndex, _ text: inout TextRenderer) -> RecordView {
    let entry = scope.site.records[record]
    let kind = scope.site.kind(of: record)
    let groups = FactViewBuilder(scope, record: record).groups(&text)
    let narrative = text.view()
    let heading = RecordLinks(scope: scope).heading(of: record)
    var view = RecordView(
      title: heading.title, short: heading.short,
      kind: LinkView(label: kind.label[scope.language], address: kindAddress(kind)),
      kindID: kind.id,
      isSearched: !scope.site.isUnreleased(record),
      summary: heading.summary, groups: groups, text: narrative,
      uses: UseBuilder(scope).views(of: scope.site.uses[record].filter { $0.field == nil }),
      reviewed: entry.reviewed.map(scope.edition.rules.date),
      updated: entry.updated.map(scope.edition.rules.date),
      changes: entry.changes.map {
        ChangeView(
          date: scope.edition.rules.date($0.date), machineDate: $0.date.description, text: $0.text,
          language: scope.originalCode)
      },
      works: kind.role == .author ? works(of: record) : [], isDraft: entry.schedule.isDraft)
    view.reviewer = entry.reviewer
    view.useGroups = RecordLead.grouped(view.uses, in: scope)
    view.leads = RecordLead(scope: scope, record: record).views()
    takeLessons(from: &view)
    view.chart = SeriesChart(scope: scope, record: record).html()
    if kind.hasHandouts { view.handouts = handouts(.handout(record)) }
    view.locator = MapLocator(scope: scope).drawing(of: record)
    addVerdicts(to: &view, of: record, kind)
    return view
  }

  /// What a record teaches stands with its text, not among its facts.
  private func takeLessons(from view: inout RecordView) {
    view.lessons = view.groups.flatMap { $0.facts.filter(\.isLesson) }
    guard !view.lessons.isEmpty else { return }
    view.groups = view.groups.compactMap { group in
      var group = group
      group.facts.removeAll(where: \.isLesson)
      return group.facts.isEmpty ? nil : group
    }
  }

  private func addVerdicts(to view: inout RecordView, of record: RecordIndex, _ kind: Kind) {
    switch kind.role {
    case .scenario:
      view.outlook = VerdictBuilder(scope: scope, scenario: record).outlook()
      view.outlook?.distance = DistanceRoom.html(of: record, in: scope)
      view.outlook?.matrix = MatrixTable.html(of: record, in: scope)
    case .condition: view.answer = ConditionAnswer(scope: scope, condition: record).view()
    case .option:
      addSheet(to: &view, of: record)
      guard !scope.site.conditions.all.isEmpty else { return }
      view.prospects = ([nil] + scope.edition.order.scenarios.map(Optional.some)).map { scenario in
        OptionVerdictView(
          id: scope.edition.anchor(ofVerdictIn: scenario),
          label: scenario.map { scope.edition.name(of: $0) } ?? scope.edition.strings["today"],
          address: scope.address(of: .record(scenario ?? record)),
          verdict: VerdictBuilder(scope: scope, scenario: scenario).verdict(on: record))
      }
    default: break
    }
  }

  /// What makes the page of an option a design sheet.
  private func addSheet(to view: inout RecordView, of option: RecordIndex) {
    view.isSheet = true
    guard let field = scope.site.kind(of: option).precedentField(in: scope.site.schema) else {
      return
    }
    view.precedents = scope.site.facts.statement(field, of: option).records(in: scope.site)
      .map(precedent)
    let comparison = scope.site.comparisons.index(ofPrecedentsOf: option)
    view.comparison = comparison.flatMap(scope.routes.comparisonPage).map { page in
      LinkView(
        label: scope.edition.strings["compare-precedents"], address: scope.pageAddress(page))
    }
  }

  private func precedent(_ record: RecordIndex) -> PrecedentView {
    let fields = scope.site.kind(of: record).fields
    let lessons = fields.indices.filter { fields[$0].isLesson }.flatMap { field in
      scope.site.facts.statement(field, of: record).claims.enumerated().map { number, claim in
        lesson(claim, number, field, record)
      }
    }
    let heading = RecordLinks(scope: scope).heading(of: record)
    let translated = scope.edition.translation(of: scope.site.records[record])?.summary
    return PrecedentView(
      label: heading.title, address: scope.address(of: .record(record)), summary: heading.summary,
      language: translated == nil ? scope.originalCode : nil,
      lessons: lessons)
  }

  /// A lesson with its sources, whose entries stand on the page of the precedent.
  private func lesson(_ claim: Claim, _ number: Int, _ field: FieldIndex, _ record: RecordIndex)
    -> ClaimView
  {
    let isTranslated =
      !claim.value.isWords || scope.edition.translated(number, field, record) != nil
    let fact = scope.address(of: .fact(record: record, field: field))
    return ClaimView(
      value: .escaping(FactWords(scope: scope).text(of: claim, number, field: field, of: record)),
      asOf: claim.evidence.asOf.map(scope.edition.rules.date),
      sources: claim.evidence.sources.filter { scope.site.source($0.id) != nil }.map {
        CitedView(label: WorkWords(scope: scope).label($0), address: fact)
      },
      note: nil, isAnalysis: claim.evidence.basis == .analysis,
      isDerived: claim.evidence.basis == .derived, language: isTranslated ? nil : scope.originalCode
    )
  }

  /// A handout in every language of the site, by the language's own name.
  private func handouts(_ subject: Page.Subject) -> [LinkView] {
    scope.site.schema.configuration.languages.map { other in
      LinkView(
        label: scope.site.schema.rules(of: other).ownName,
        address: scope.root + scope.routes.prefix(other) + scope.routes.route(subject),
        isCurrent: other == scope.language)
    }
  }

  private func kindAddress(_ kind: Kind) -> String {
    guard let index = scope.site.schema.kindIndex(kind.id), scope.routes.isListed(index) else {
      return scope.pageAddress(.home)
    }
    return scope.pageAddress(.index(kind: index, part: 0))
  }

  /// An author's articles, the newest first.
  private func works(of author: RecordIndex) -> [TeaserView] {
    scope.edition.sortedWithinDates(scope.site.works[author] ?? []).map(
      RecordLinks(scope: scope).teaser)
  }

  /// The view of an article.
  func article(_ record: RecordIndex, _ text: inout TextRenderer) -> ArticleView {
    let entry = scope.site.records[record]
    let keyPoints = scope.edition.keyPoints(of: entry).map { KeyPointView(text: text.fill($0)) }
    let date = entry.article.date
    return ArticleView(
      record: view(of: record, &text), date: date.map(scope.edition.rules.date),
      machineDate: date?.description, authors: authors(of: entry), topics: topics(of: entry),
      keyPoints: keyPoints, asOf: entry.article.asOf.map(scope.edition.rules.date),
      readingTime: RecordLinks(scope: scope).readingTime(of: record),
      next: next(after: record).map(RecordLinks(scope: scope).teaser),
      related: scope.site.related(to: record).map(RecordLinks(scope: scope).teaser))
  }

  /// The article that follows in the order of reading.
  private func next(after record: RecordIndex) -> RecordIndex? {
    let order = scope.edition.order
    guard let place = order.readingPlaces[record], place + 1 < order.reading.count else {
      return nil
    }
    return order.reading[place + 1]
  }

  private func authors(of entry: Record) -> [LinkView] {
    guard let kind = scope.site.schema.kinds(.author).first else { return [] }
    return entry.article.authors.compactMap { author in
      scope.site.record(RecordKey(kind: kind.id, id: author.id)).map {
        RecordLinks(scope: scope).link(to: $0)
      }
    }
  }

  private func topics(of entry: Record) -> [LinkView] {
    guard scope.routes.has(.topics) else { return [] }
    return entry.article.topics.compactMap { topic in
      scope.site.articles.topic(topic.id).map {
        LinkView(
          label: scope.edition.topicNames[topic.id], address: scope.pageAddress(.topic($0)))
      }
    }
  }

}
