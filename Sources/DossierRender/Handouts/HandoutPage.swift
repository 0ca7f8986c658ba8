import DossierDrawing
import DossierSite
import DossierTemplate

struct HandoutPage {
  let scope: PageScope

  /// The plan of a handout; `nil` for any other page.
  static func plan(of subject: Page.Subject, in edition: Edition) -> HandoutPlan? {
    switch subject {
    case .handout(let record): HandoutPlan(record: record, edition: edition)
    case .collection(let index): HandoutPlan(edition.site.handouts[index], edition: edition)
    default: nil
    }
  }

  /// The view of a handout.
  ///
  /// - Parameters:
  ///   - style: The bytes of `templates/handout.css`.
  func view(of page: Page, _ plan: HandoutPlan, style: [UInt8], paper: Paper) -> HandoutView {
    let declaration = page.subject.collection.map { scope.site.handouts[$0] }
    let links = OutwardLinks()
    var told = scope
    told.outwardLinks = links
    var matter = HandoutParts(told, plan, isSingle: declaration == nil)
    let parts = matter.render()
    var view = HandoutView(
      title: PageWords(scope: scope).title(of: page.subject),
      version: Self.version(of: parts, matter.notes),
      mark: mark(of: plan), keywords: keywords(of: plan), contents: matter.contents,
      exhibits: matter.exhibits, parts: parts, notes: matter.notes,
      elsewhere: elsewhere(links, page.subject), address: absolute(page), style: "")
    view.siteAddress = scope.isSitePublished ? scope.root : nil
    if let declaration {
      describe(&view, declaration)
      if view.isReport { addOutcomes(to: &view, of: plan) }
    } else if case .handout(let record) = page.subject {
      describe(&view, record)
    }
    let configuration = scope.site.schema.configuration
    let heads = RunningHeads(
      publication: configuration.title[scope.language], title: view.title, mark: view.mark,
      publisher: configuration.publisher?[scope.language],
      host: configuration.baseAddress.map(CopyWords.host),
      page: scope.edition.strings["page-of"], sheets: view.isReport ? matter.sheets : [])
    let brand = BrandStyle(scope.site.schema.configuration.brand).printed()
    view.style = HandoutStyle(
      paper: paper, heads: heads, base: scope.root,
      isRightToLeft: scope.edition.rules.direction == "rtl"
    ).address(after: style + Array(brand.utf8))
    return view
  }

  private func describe(_ view: inout HandoutView, _ declaration: HandoutCollection) {
    view.subtitle = declaration.subtitle?[scope.language]
    view.keyPoints = declaration.keyPoints.map { $0[scope.language] }
    view.authors = Authors(scope: scope).names(of: declaration.authors)
    view.isReport = declaration.form == .report
    view.isBrief = declaration.form == .brief
    if view.isBrief { view.contents = [] }
    date(&view, declaration.date)
    view.date = view.date.map { scope.edition.strings.text("edition-of", ["date": $0]) }
  }

  private func describe(_ view: inout HandoutView, _ record: RecordIndex) {
    let entry = scope.site.records[record]
    view.kind = scope.site.kind(of: record).label[scope.language]
    if view.contents.count < Self.fewestContents { view.contents = [] }
    view.authors = Authors(scope: scope).names(of: entry.article.authors)
    date(&view, Self.date(of: entry))
  }

  /// The day that the handout of a record bears.
  static func date(of record: Record) -> PartialDate? {
    record.article.date ?? record.updated ?? record.reviewed
  }

  /// A record with fewer headings needs no list of them.
  private static let fewestContents = 4

  private func date(_ view: inout HandoutView, _ date: PartialDate?) {
    view.date = date.map(scope.edition.rules.date)
    view.machineDate = date?.description
    view.year = date.map { String($0.description.prefix(4)) }
  }

  /// A digest of what the parts say, so that two sheets of one version say the same.
  private static func version(of parts: [HandoutMatterView], _ notes: [NoteView]) -> String {
    var digest = TextDigest()
    for part in parts { digest.add(part.html) }
    for note in notes { digest.add(note.text) }
    return TextDigest.text(digest.value)
  }

  private func absolute(_ page: Page) -> String? {
    let isPublished: Bool
    if case .handout(let record) = page.subject {
      isPublished = scope.routes.hasHandout(record)
    } else {
      isPublished = true
    }
    return scope.site.schema.configuration.baseAddress.flatMap {
      isPublished ? $0 + page.route : nil
    }
  }

  /// The topics of the articles that it holds.
  private func keywords(of plan: HandoutPlan) -> String? {
    var words: [String] = []
    for record in plan.inclusions.keys.sorted() {
      for topic in scope.site.records[record].article.topics {
        let word = scope.edition.topicNames[topic.id]
        if !words.contains(word) { words.append(word) }
      }
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

// What must not be passed on, and what is somewhere else.
extension HandoutPage {
  /// A draft counts for more than an embargo, and of two embargoes the later.
  private func mark(of plan: HandoutPlan) -> String? {
    let unreleased = plan.inclusions.keys.filter(scope.site.isUnreleased)
    guard let latest = unreleased.compactMap({ scope.site.records[$0].release }).max() else {
      return nil
    }
    guard latest != .max else { return scope.edition.strings["draft"] }
    let parts = Timestamp.text(latest).split(separator: "T")
    let day = PartialDate(String(parts[0])).map(scope.edition.rules.date) ?? ""
    let moment = day + ", " + parts[1].prefix(5) + " UTC"
    return scope.edition.strings.text("embargoed-until", ["date": moment])
  }

  /// The records to which links lead out of the handout, by title.
  private func elsewhere(
    _ links: OutwardLinks, _ subject: Page.Subject
  ) -> [HandoutElsewhereView] {
    var records = Set(links.records)
    if case .handout(let own) = subject { records.insert(own) }
    return scope.edition.sorted(records.sorted(), by: .title).map { record in
      let place = scope.edition.prefix + scope.routes.route(ofRecord: record)
      return HandoutElsewhereView(
        label: RecordLinks(scope: scope).heading(of: record).title, address: scope.root + place,
        place: scope.isSitePublished ? place : scope.root + place)
    }
  }

  /// How many of all options are open, held up and blocked, where the handout holds any of them.
  private func addOutcomes(to view: inout HandoutView, of plan: HandoutPlan) {
    let options = scope.edition.order.options
    guard options.contains(where: { plan.inclusions[$0] != nil }) else { return }
    let groups = RankedOptions(options, in: nil, of: scope.site).groups
    view.outcomes = Verdict.Outcome.allCases.compactMap { outcome in
      let entries = groups.first { $0.outcome == outcome }?.entries ?? []
      guard outcome != .notKnown || !entries.isEmpty else { return nil }
      let word = scope.edition.strings["outcome-" + outcome.rawValue]
      let names = entries.map { scope.edition.name(of: $0.option) }
      return HandoutOutcomeView(
        outcome: outcome.rawValue, word: word,
        sign: DrawnMark(outcome: outcome.rawValue)?.svg(title: word) ?? [],
        count: String(entries.count), names: names.isEmpty ? nil : names.joined(separator: ", "))
    }
    var kinds: [String] = []
    for option in options {
      let label = scope.site.kind(of: option).plural[scope.language]
      if !kinds.contains(label) { kinds.append(label) }
    }
    view.options = kinds.joined(separator: ", ")
  }
}

extension Page.Subject {
  fileprivate var collection: Int? {
    if case .collection(let index) = self { index } else { nil }
  }
}
