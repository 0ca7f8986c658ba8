import DossierMarkdown
import DossierSite

extension PageScope {
  /// The frame around a page's matter.
  func frame(_ page: Page) -> PageView {
    let fallback = fallback(page.subject)
    let description = describe(page, isFallback: fallback != nil)
    var head = HeadMetadata(self, description)
    let published = fallback == nil ? routes.alternates(page.subject) : []
    return PageView(
      title: description.title, section: section(of: description),
      description: description.summary, language: language.code, root: root,
      home: pageAddress(.home), search: routes.hasSearch ? pageAddress(.search) : nil,
      menu: menu(page.subject),
      breadcrumbs: breadcrumbs(description.trail), alternates: alternates(page.subject),
      metadata: head.render(alternates: published), citation: citation(of: description),
      fallbackLanguage: fallback?.name, matterLanguage: fallback?.code,
      corrections: routes.matter(page.subject).map(corrections) ?? [], footer: footer(),
      isHome: page.subject == .home, isSearch: page.subject == .search)
  }

  func title(of subject: Page.Subject) -> String {
    switch subject {
    case .home:
      site.home.map { edition.title(of: $0, in: site) }
        ?? site.schema.configuration.title[language]
    case .index(let kind, let part): numbered(site.schema.kinds[kind].plural[language], part)
    case .record(let record): edition.title(of: record, in: site)
    case .sources(let part): numbered(edition.strings["sources"], part)
    case .source(let source): site.sources[source].title
    case .topics: edition.strings["topics"]
    case .trust: edition.strings["trust"]
    case .topic(let topic): name(ofTopic: site.topics[topic].id)
    case .compare: edition.strings["compare"]
    case .comparison(let comparison): title(ofComparison: comparison)
    case .comparisonData: ""
    case .data: edition.strings["data"]
    case .handout(let record): edition.title(of: record, in: site)
    case .collection(let index): site.handouts[index].title[language]
    case .alphabet(let part): numbered(edition.strings["a-z"], part)
    case .search: edition.strings["search"]
    case .redirect(let alias): edition.title(of: site.aliases[alias].record, in: site)
    case .notFound: edition.strings["page-not-found"]
    case .feed, .sitemap, .robots, .dataFile, .sourceData, .dataPackage, .exhibitData: ""
    }
  }

  /// A title with the number of the part, so that no two pages have the same.
  private func numbered(_ title: String, _ part: Int) -> String {
    guard part > 0 else { return title }
    return title + ", " + edition.strings.text("pages-of", ["n": String(part + 1)])
  }

  private func menu(_ subject: Page.Subject) -> [LinkView] {
    let kinds = site.schema.kinds
    let listed = site.schema.configuration.menu.map(\.id)
    var links = edition.order.kinds.filter { kind in
      routes.isListed(kind) && (listed.isEmpty || listed.contains(kinds[kind].id))
    }.map { kind in
      LinkView(
        label: kinds[kind].plural[language], address: pageAddress(.index(kind: kind, part: 0)),
        isCurrent: part(of: subject) == kind)
    }
    if !routes.comparedKinds.isEmpty {
      links.append(
        LinkView(
          label: edition.strings["compare"], address: pageAddress(.compare),
          isCurrent: subject.isOfComparisons))
    }
    if !site.sources.isEmpty {
      links.append(
        LinkView(
          label: edition.strings["sources"], address: pageAddress(.sources(part: 0)),
          isCurrent: subject.isOfSources))
    }
    return links
  }

  private func corrections(of record: Int) -> [CorrectionView] {
    (site.corrections[record] ?? []).map { correction in
      let date = site.corrected(correction)
      return CorrectionView(
        title: edition.title(of: correction, in: site), address: address(of: .record(correction)),
        date: date.year > 0 ? edition.rules.date(date) : nil,
        language: titleLanguage(of: correction))
    }
  }

  /// The plain pages, the handouts, how far to trust the records, and the open data.
  private func footer() -> [LinkView] {
    var links = edition.order.plainPages.prefix(Self.footerLimit).map { record in
      LinkView(
        label: edition.name(of: record, in: site), address: address(of: .record(record)))
    }
    links += edition.order.handouts.prefix(Self.footerLimit).map { index in
      LinkView(
        label: site.handouts[index].title[language], address: pageAddress(.collection(index)))
    }
    if !site.topics.isEmpty {
      links.append(LinkView(label: edition.strings["topics"], address: pageAddress(.topics)))
    }
    if routes.hasAlphabet {
      links.append(
        LinkView(label: edition.strings["a-z"], address: pageAddress(.alphabet(part: 0))))
    }
    links.append(LinkView(label: edition.strings["trust"], address: pageAddress(.trust)))
    if !routes.dataKinds.isEmpty {
      links.append(LinkView(label: edition.strings["data"], address: pageAddress(.data)))
    }
    return links
  }

  /// Plain pages are few; should they be many, the footer does not grow with them.
  private static let footerLimit = 12

  /// The kind in whose part of the site a page is.
  private func part(of subject: Page.Subject) -> Int? {
    switch subject {
    case .index(let kind, _): kind
    case .record(let record): site.schema.kindIndex(site.records[record].key.kind)
    default: nil
    }
  }

  private func breadcrumbs(_ trail: [PageDescription.Step]) -> [LinkView] {
    guard trail.count > 1 else { return [] }
    return trail.map { step in
      LinkView(
        label: step.label, address: step.subject.map(pageAddress) ?? "",
        isCurrent: step.subject == nil)
    }
  }

  private func section(of page: PageDescription) -> String? {
    guard page.trail.count > 2 else { return nil }
    if case .source = page.subject { return page.trail.last?.label }
    return page.trail[1].label
  }

  /// The way from the home page to a page.
  func trail(_ subject: Page.Subject) -> [PageDescription.Step] {
    let home = edition.strings["home"]
    guard subject != .home else { return [PageDescription.Step(label: home)] }
    var trail = [PageDescription.Step(label: home, subject: .home)]
    switch subject {
    case .record(let record):
      if let kind = part(of: subject), routes.isListed(kind) {
        let label = site.schema.kinds[kind].plural[language]
        trail.append(.init(label: label, subject: .index(kind: kind, part: 0)))
      }
      trail.append(.init(label: edition.name(of: record, in: site)))
    case .source(let source):
      trail.append(.init(label: edition.strings["sources"], subject: .sources(part: 0)))
      let entry = site.sources[source]
      let suffix = edition.suffixes[entry.id] ?? ""
      trail.append(.init(label: edition.bibliography.inText(entry, suffix: suffix)))
    case .topic:
      trail.append(.init(label: edition.strings["topics"], subject: .topics))
      trail.append(.init(label: title(of: subject)))
    case .comparison:
      trail.append(.init(label: edition.strings["compare"], subject: .compare))
      trail.append(.init(label: title(of: subject)))
    default: trail.append(.init(label: title(of: subject)))
    }
    return trail
  }

  /// The page in every language of the site, this one included; none where there is one language.
  private func alternates(_ subject: Page.Subject) -> [AlternateView] {
    let languages = site.schema.configuration.languages
    guard languages.count > 1, subject != .notFound else { return [] }
    return languages.map { other in
      AlternateView(
        language: other.code, label: LanguageName.own(other),
        address: root + routes.prefix(other) + routes.route(subject),
        isCurrent: other == language)
    }
  }

  /// The original's language, where the page shows it for want of a translation.
  private func fallback(_ subject: Page.Subject) -> (name: String, code: String)? {
    let original = site.schema.configuration.original
    guard let matter = routes.matter(subject), !routes.isThere(matter, in: language) else {
      return nil
    }
    return (LanguageName.name(of: original, in: language), original.code)
  }
}

extension Page.Subject {
  fileprivate var isOfSources: Bool {
    switch self {
    case .sources, .source: true
    default: false
    }
  }

  fileprivate var isOfComparisons: Bool {
    switch self {
    case .compare, .comparison: true
    default: false
    }
  }
}
