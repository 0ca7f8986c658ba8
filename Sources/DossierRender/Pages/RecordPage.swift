import DossierMarkdown
import DossierSite

extension PageScope {
  /// The view of a record of any kind.
  ///
  /// - Parameter text: Fills the record's texts; it has seen all of them afterwards.
  func view(of record: Int, _ text: inout TextRenderer) -> RecordView {
    let entry = site.records[record]
    let kind = site.kind(of: record)
    let groups = FactViewBuilder(self, record: record).groups(&text)
    let narrative = text.view()
    let translation = edition.translation(of: entry)
    var view = RecordView(
      title: translation?.title ?? entry.title, short: translation?.short ?? entry.short,
      kind: LinkView(label: kind.label[language], address: kindAddress(kind)), kindID: kind.id,
      isSearched: !site.isUnreleased(record),
      summary: translation?.summary ?? entry.summary, groups: groups, text: narrative,
      uses: UseBuilder(self).views(of: site.uses[record].filter { $0.field == nil }),
      reviewed: entry.reviewed.map(edition.rules.date),
      updated: entry.updated.map(edition.rules.date),
      changes: entry.changes.map {
        ChangeView(
          date: edition.rules.date($0.date), machineDate: $0.date.description, text: $0.text,
          language: originalCode)
      },
      works: kind.role == .author ? works(of: record) : [], isDraft: entry.schedule.isDraft)
    if kind.hasHandouts { view.handouts = handouts(.handout(record)) }
    addVerdicts(to: &view, of: record, kind)
    return view
  }

  private func addVerdicts(to view: inout RecordView, of record: Int, _ kind: Kind) {
    switch kind.role {
    case .scenario:
      view.outlook = VerdictBuilder(scope: self, scenario: record).outlook()
      view.outlook?.matrix = MatrixTable.html(of: record, in: self)
    case .option:
      addSheet(to: &view, of: record)
      guard !site.conditions.isEmpty else { return }
      view.prospects = ([nil] + edition.order.scenarios.map(Optional.some)).map { scenario in
        OptionVerdictView(
          id: anchor(ofVerdictIn: scenario),
          label: scenario.map { edition.name(of: $0, in: site) } ?? edition.strings["today"],
          address: address(of: .record(scenario ?? record)),
          verdict: VerdictBuilder(scope: self, scenario: scenario).verdict(on: record))
      }
    default: break
    }
  }

  /// What makes the page of an option a design sheet.
  private func addSheet(to view: inout RecordView, of option: Int) {
    view.isSheet = true
    guard let field = site.precedentField(of: option) else { return }
    view.precedents = site.precedents(of: option, in: field).map(precedent)
    view.comparison = site.comparisons.index(ofPrecedentsOf: option).map { index in
      LinkView(
        label: edition.strings["compare-precedents"], address: pageAddress(.comparison(index)))
    }
  }

  private func precedent(_ record: Int) -> PrecedentView {
    let fields = site.kind(of: record).fields
    let lessons = fields.indices.filter { fields[$0].isLesson }.flatMap { field in
      (site.records[record].facts[field]?.claims ?? []).enumerated().map { number, claim in
        lesson(claim, number, field, record)
      }
    }
    let entry = site.records[record]
    let translated = edition.translation(of: entry)?.summary
    return PrecedentView(
      label: edition.title(of: record, in: site), address: address(of: .record(record)),
      summary: translated ?? entry.summary, language: translated == nil ? originalCode : nil,
      lessons: lessons)
  }

  /// A lesson with its sources, whose entries stand on the page of the precedent.
  private func lesson(_ claim: Claim, _ number: Int, _ field: Int, _ record: Int) -> ClaimView {
    let isTranslated = !claim.value.isWords || translated(number, field, record) != nil
    let fact = address(of: .fact(record: record, field: field))
    return ClaimView(
      value: .escaping(text(of: claim, number, field: field, of: record)),
      asOf: claim.evidence.asOf.map(edition.rules.date),
      sources: claim.evidence.sources.filter { site.source($0.id) != nil }.map {
        CitedView(label: label($0), address: fact)
      },
      note: nil, isAnalysis: claim.evidence.basis == .analysis,
      isDerived: claim.evidence.basis == .derived, language: isTranslated ? nil : originalCode)
  }

  /// A handout in every language of the site, by the language's own name.
  private func handouts(_ subject: Page.Subject) -> [LinkView] {
    site.schema.configuration.languages.map { other in
      let prefix = other == site.schema.configuration.original ? "" : other.code + "/"
      return LinkView(
        label: LanguageName.own(other), address: root + prefix + routes.route(subject),
        isCurrent: other == language)
    }
  }

  private func kindAddress(_ kind: Kind) -> String {
    guard let index = site.schema.kindIndex(kind.id), routes.isListed(index) else {
      return pageAddress(.home)
    }
    return pageAddress(.index(kind: index, part: 0))
  }

  /// An author's articles, the newest first.
  private func works(of author: Int) -> [TeaserView] {
    edition.sortedWithinDates(site.works[author] ?? [], of: site).map(teaser)
  }

  /// The view of an article.
  func article(_ record: Int, _ text: inout TextRenderer) -> ArticleView {
    let entry = site.records[record]
    let keyPoints = keyPoints(of: entry).map { KeyPointView(text: text.fill($0)) }
    let date = entry.article.date
    return ArticleView(
      record: view(of: record, &text), date: date.map(edition.rules.date),
      machineDate: date?.description, authors: authors(of: entry), topics: topics(of: entry),
      keyPoints: keyPoints, related: site.related(to: record).map(teaser))
  }

  /// The points of an article in the language of the page, or the original's.
  func keyPoints(of entry: Record) -> [Prose] {
    let points = edition.translation(of: entry)?.keyPoints ?? []
    return points.isEmpty ? entry.article.keyPoints : points
  }

  private func authors(of entry: Record) -> [LinkView] {
    guard let kind = site.schema.kinds(.author).first else { return [] }
    return entry.article.authors.compactMap { author in
      site.record(RecordKey(kind: kind.id, id: author.id)).map { link(to: $0) }
    }
  }

  private func topics(of entry: Record) -> [LinkView] {
    entry.article.topics.compactMap { topic in
      site.topic(topic.id).map {
        LinkView(label: name(ofTopic: topic.id), address: pageAddress(.topic($0)))
      }
    }
  }

  /// A link to a record by its title.
  func link(to record: Int) -> LinkView {
    LinkView(label: edition.title(of: record, in: site), address: address(of: .record(record)))
  }

  /// A record in a list.
  func teaser(_ record: Int) -> TeaserView {
    let entry = site.records[record]
    let translation = edition.translation(of: entry)
    return TeaserView(
      title: translation?.title ?? entry.title, address: address(of: .record(record)),
      summary: translation?.summary ?? entry.summary,
      date: entry.article.date.map(edition.rules.date),
      machineDate: entry.article.date?.description,
      kind: site.kind(of: record).label[language],
      language: translation?.title == nil ? originalCode : nil)
  }
}

extension PageScope {
  /// What a topic is called: by `site.yml`, else its id as words.
  func name(ofTopic id: String) -> String {
    edition.topicNames[id] ?? id
  }
}
