import DossierCitation
import DossierMarkdown
import DossierSite
import DossierTemplate

/// Renders the parts of a handout one after the other, and numbers notes and exhibits through.
struct HandoutParts {
  let scope: PageScope
  let plan: HandoutPlan
  /// Whether the one record's title stands on the cover and not above its text.
  let isSingle: Bool
  private(set) var notes: [NoteView] = []
  private(set) var exhibits: [LinkView] = []
  private(set) var contents: [ContentsView] = []
  private(set) var sheets: [(name: String, title: String)] = []
  private var chapters = 0
  /// Sources cited so far, each once.
  private var cited: [SourceIndex] = []
  private var isCited: Set<SourceIndex> = []
  /// The citations of all parts, in the order in which a reader meets them.
  private var flow: CitationFlow

  init(_ scope: PageScope, _ plan: HandoutPlan, isSingle: Bool) {
    self.scope = scope
    self.plan = plan
    self.isSingle = isSingle
    flow = CitationFlow(scope.citations.style, numbers: scope.citations.numbers)
  }

  /// All parts in their order; the works cited are rendered last, wherever they stand.
  mutating func render() -> [HandoutMatterView] {
    var views = plan.parts.indices.map { view(of: plan.parts[$0], place: $0) }
    let works = WorkWords(scope: scope).bibliography(of: cited, numbers: flow.numbers)
    for (index, part) in plan.parts.enumerated() {
      guard case .sources = part.content else { continue }
      views[index].works = works
      views[index].worksAddress = worksAddress
    }
    for view in views where !view.isEmpty { list(view) }
    return views.filter { !$0.isEmpty }.map(matter)
  }

  /// The list of works on the published site, which says what there is no room for on paper.
  private var worksAddress: String? {
    guard scope.isSitePublished else { return nil }
    return scope.routes.page(of: .sources).map(scope.publishedAddress)
  }

  private func matter(_ view: HandoutPartView) -> HandoutMatterView {
    var html: [UInt8] = []
    scope.templates.render(
      "handout-part", HandoutPartView.shape.object(view), roots: scope.roots, into: &html)
    return HandoutMatterView(html: html)
  }

  private mutating func view(of part: HandoutPlan.Part, place: Int) -> HandoutPartView {
    let strings = scope.edition.strings
    if part.chapter != nil { chapters += 1 }
    var view = HandoutPartView(id: "part-\(place + 1)", sheet: "sheet-\(place + 1)")
    if case .record(let record, _) = part.content {
      view.startsPage = scope.site.kind(of: record).role == .article
    }
    setLevels(of: &view, part)
    switch part.content {
    case .record(let record, let portions): fill(&view, record, portions, part)
    case .exhibit(let record, let place): fill(&view, exhibit: place, of: record)
    case .glossary:
      view.title = strings["glossary"]
      for term in plan.terms { view.terms.append(self.term(term)) }
    case .sources: view.title = strings["bibliography"]
    case .timeline:
      view.title = strings["timeline"]
      view.events = events()
    case .verdicts: fillVerdicts(&view)
    }
    return view
  }

  private func setLevels(of view: inout HandoutPartView, _ part: HandoutPlan.Part) {
    let level = part.isInner ? 3 : 2
    view.level = String(level)
    view.sectionLevel = String(isSingle ? 2 : level + 1)
    view.groupLevel = String(isSingle ? 3 : level + 2)
    view.number = part.number
    if part.isInner, !view.startsPage { view.sheet = "chapter-sheet-\(chapters)" }
    view.chapter = part.chapter.map {
      HandoutChapterView(id: "chapter-\($0.place)", number: $0.number, title: $0.title)
    }
  }
}

// Records and exhibits.
extension HandoutParts {
  private mutating func fill(
    _ view: inout HandoutPartView, _ record: RecordIndex, _ portions: HandoutPlan.Portions,
    _ part: HandoutPlan.Part
  ) {
    guard let inclusion = plan.inclusions[record] else { return }
    var scope = scope
    scope.anchorPrefix = inclusion.anchor + "_"
    var text = TextRenderer(
      scope, record: record, notesBefore: notes.count, exhibitsBefore: inclusion.exhibitsBefore,
      flow: flow)
    let entry = scope.site.records[record]
    view.id = inclusion.anchor
    view.language = scope.titleLanguage(of: record)
    if !isSingle { describe(&view, record) }
    addState(to: &view, record, scope, &text)
    let isFallback = scope.edition.translation(of: entry) == nil
    if isFallback { view.language = scope.originalCode }
    if portions.contains(.summary) {
      view.summary = RecordLinks(scope: scope).heading(of: record).summary
    }
    if portions.contains(.keyPoints) {
      view.keyPoints = scope.edition.keyPoints(of: entry).map { KeyPointView(text: text.fill($0)) }
    }
    if portions.contains(.text) {
      let deeper = isSingle ? 0 : part.isInner ? 2 : 1
      let placement = HeadingPlacement(
        prefix: scope.anchorPrefix, deeper: deeper, number: part.number)
      view.body = text.fillNarrative(text.text.body.placed(placement))
      listExhibits(of: record, scope)
      if isSingle { contents = text.contents() }
    }
    if portions.contains(.facts) {
      view.hasFactsHeading = !view.body.isEmpty || isSingle
      // Without a heading of their own, the groups stand right below the record's.
      let level = view.hasFactsHeading ? view.groupLevel : view.sectionLevel
      view.groups = FactViewBuilder(scope, record: record).groups(&text).map {
        HandoutGroupView(group: $0, level: level)
      }
    }
    notes += text.notes()
    flow = text.flow
    cite(text.cited)
  }

  /// The state of affairs, before a definition that could be taken for it.
  private func addState(
    to view: inout HandoutPartView, _ record: RecordIndex, _ scope: PageScope,
    _ text: inout TextRenderer
  ) {
    let site = scope.site
    if site.conditions.all.contains(record), let state = site.conditions.state(of: record) {
      let evidence = state.claim?.evidence
      view.state = HandoutStateView(
        status: state.status.rawValue, label: FactWords(scope: scope).label(state),
        asOf: evidence?.asOf.map(scope.edition.rules.date),
        sources: WorkWords(scope: scope).cited(evidence?.sources ?? [], &text))
    }
    if site.conditions.options.contains(record), !site.conditions.all.isEmpty {
      view.verdict = VerdictBuilder(scope: scope, scenario: nil).option(record)
      view.verdict?.id = scope.anchorPrefix + scope.edition.anchor(ofVerdictIn: nil)
    }
  }

  private func describe(_ view: inout HandoutPartView, _ record: RecordIndex) {
    let entry = scope.site.records[record]
    let heading = RecordLinks(scope: scope).heading(of: record)
    (view.title, view.short) = (heading.title, heading.short)
    view.kind = scope.site.kind(of: record).label[scope.language]
    view.authors = Authors(scope: scope).names(of: entry.article.authors)
    view.date = entry.article.date.map(scope.edition.rules.date)
  }

  private mutating func fill(
    _ view: inout HandoutPartView, exhibit place: Int, of record: RecordIndex
  ) {
    var scope = scope
    scope.anchorPrefix = scope.edition.handoutAnchor(of: record) + "_"
    let number = plan.number(ofExhibit: place, of: record) ?? 1
    var text = TextRenderer(scope, record: record, exhibitsBefore: number - 1 - place)
    text.appendExhibit(at: place, to: &view.body)
    if let exhibit = scope.edition.exhibits(of: record)[safe: place] {
      list(exhibit, number: number, anchor: scope.anchorPrefix)
    }
    cite(text.cited)
  }

  /// A brief has no room for the works behind the states, which are a click away.
  private mutating func fillVerdicts(_ view: inout HandoutPartView) {
    view.title = scope.edition.strings["where-things-stand"]
    let distance = DistanceRoom.today(id: "_verdicts", in: scope, namesWorks: !plan.isBrief)
    view.body = distance.html
    if !plan.isBrief { cite(distance.sources.compactMap(scope.site.source)) }
  }

  private mutating func listExhibits(of record: RecordIndex, _ scope: PageScope) {
    for (place, exhibit) in scope.edition.exhibits(of: record).enumerated() {
      guard let number = plan.number(ofExhibit: place, of: record) else { continue }
      list(exhibit, number: number, anchor: scope.anchorPrefix)
    }
  }

  private mutating func list(_ exhibit: Exhibit, number: Int, anchor: String) {
    let label = scope.edition.strings.text("exhibit", ["n": String(number)])
    exhibits.append(
      LinkView(
        label: exhibit.caption.map { scope.edition.strings.labelled(label, $0) } ?? label,
        address: "#" + anchor + exhibit.anchor(number)))
  }

  private mutating func cite(_ sources: [SourceIndex]) {
    for source in sources where isCited.insert(source).inserted { cited.append(source) }
  }
}

// What stands around the matter.
extension HandoutParts {
  /// Adds a part to the contents and to the running heads.
  private mutating func list(_ view: HandoutPartView) {
    guard let title = view.title else { return }
    let numbered = view.number.map { $0 + " " + title } ?? title
    let isOfChapter = view.level == "3" && !view.startsPage
    if !isOfChapter { sheets.append((view.sheet, view.short ?? title)) }
    if let chapter = view.chapter {
      if isOfChapter { sheets.append((view.sheet, chapter.title)) }
      let label = chapter.number.map { $0 + " " + chapter.title } ?? chapter.title
      contents.append(ContentsView(label: label, address: "#" + chapter.id, inner: []))
    }
    if view.level == "3", !contents.isEmpty {
      contents[contents.count - 1].inner.append(LinkView(label: numbered, address: "#" + view.id))
    } else {
      contents.append(ContentsView(label: numbered, address: "#" + view.id, inner: []))
    }
  }

  private mutating func term(_ record: RecordIndex) -> TermView {
    var scope = scope
    scope.anchorPrefix = scope.edition.handoutAnchor(of: record) + "_"
    var text = TextRenderer(scope, record: record, flow: flow)
    var view = ListPage(scope: scope).term(record, &text)
    flow = text.flow
    cite(text.cited)
    view.id = scope.edition.handoutAnchor(of: record)
    return view
  }

  private mutating func events() -> [HandoutEventView] {
    let site = scope.site
    return site.schema.kinds.indices.filter { site.schema.kinds[$0].role == .event }
      .flatMap {
        ListPage(scope: scope).ordered(
          site.recordsOfKind[$0], of: site.schema.kinds[$0], by: .title)
      }
      .map { event($0) }
  }

  private mutating func event(_ record: RecordIndex) -> HandoutEventView {
    var text = TextRenderer(scope, record: record)
    let heading = RecordLinks(scope: scope).heading(of: record)
    var view = HandoutEventView(
      date: "", title: heading.title, text: heading.summary,
      language: scope.titleLanguage(of: record), sources: [])
    for statement in scope.site.facts.statements(of: record) {
      guard let claim = statement.claims.first else { continue }
      let words = FactWords(scope: scope).text(of: claim, 0, field: statement.field, of: record)
      switch claim.value {
      case .period, .date:
        view.date = words
      case .text: view.text = view.text ?? words
      default: continue
      }
      for citation in claim.evidence.sources where text.cite(citation.id) != nil {
        let cited = CitedView(
          label: WorkWords(scope: scope).label(citation),
          address: WorkWords(scope: scope).fragment(citation.id))
        if !view.sources.contains(where: { $0.label == cited.label }) { view.sources.append(cited) }
      }
    }
    cite(text.cited)
    return view
  }
}

extension HandoutPartView {
  /// Whether there is nothing under its title.
  fileprivate var isEmpty: Bool {
    body.isEmpty && keyPoints.isEmpty && groups.isEmpty && terms.isEmpty && works.isEmpty
      && events.isEmpty && summary == nil
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
