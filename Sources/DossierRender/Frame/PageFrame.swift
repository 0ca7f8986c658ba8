import DossierMarkdown
import DossierSite

struct PageFrame {
  let scope: PageScope

  /// The frame around a page's matter.
  func view(of page: Page) -> PageView {
    let fallback = fallback(page.subject)
    let description = PageDescriber(scope: scope).describe(page, isFallback: fallback != nil)
    var head = HeadMetadata(scope, description)
    let published = fallback == nil ? scope.routes.alternates(page.subject) : []
    return PageView(
      title: description.title, section: section(of: description),
      description: description.summary, language: scope.language.code,
      isRightToLeft: scope.edition.rules.direction == "rtl", root: scope.root,
      home: scope.pageAddress(.home),
      search: scope.routes.hasSearch ? scope.pageAddress(.search) : nil,
      menu: menu(page.subject),
      breadcrumbs: breadcrumbs(description.trail), alternates: alternates(page.subject),
      metadata: head.render(alternates: published),
      citation: PageCitation(scope: scope).citation(of: description),
      report: ReportLinks(scope: scope).address(of: description),
      fallbackLanguage: fallback?.name, matterLanguage: fallback?.code,
      matterDirection: fallback?.direction,
      corrections: scope.routes.matter(page.subject).map(corrections) ?? [], footer: footer(),
      isHome: page.subject == .home, isSearch: page.subject == .search)
  }

  private func menu(_ subject: Page.Subject) -> [LinkView] {
    let kinds = scope.site.schema.kinds
    let listed = scope.site.schema.configuration.menu.map(\.id)
    var links = scope.edition.order.kinds.filter { kind in
      scope.routes.isListed(kind) && (listed.isEmpty || listed.contains(kinds[kind].id))
    }.map { kind in
      LinkView(
        label: kinds[kind].plural[scope.language],
        address: scope.pageAddress(.index(kind: kind, part: 0)),
        isCurrent: PageWords(scope: scope).part(of: subject) == kind)
    }
    if !scope.routes.comparedKinds.isEmpty {
      links.append(
        LinkView(
          label: scope.edition.strings["compare"], address: scope.pageAddress(.compare),
          isCurrent: subject.isOfComparisons))
    }
    if !scope.site.sources.isEmpty {
      links.append(
        LinkView(
          label: scope.edition.strings["sources"], address: scope.pageAddress(.sources(part: 0)),
          isCurrent: subject.isOfSources))
    }
    return links
  }

  private func corrections(of record: RecordIndex) -> [CorrectionView] {
    (scope.site.corrections[record] ?? []).map { correction in
      let date = scope.site.records[correction].correctionDay
      return CorrectionView(
        title: scope.edition.title(of: correction), address: scope.address(of: .record(correction)),
        date: date.year > 0 ? scope.edition.rules.date(date) : nil,
        language: scope.titleLanguage(of: correction))
    }
  }

  /// The plain pages, the handouts, how far to trust the records, and the open data.
  private func footer() -> [LinkView] {
    var links = scope.edition.order.plainPages.prefix(Self.footerLimit).map { record in
      LinkView(
        label: scope.edition.name(of: record), address: scope.address(of: .record(record)))
    }
    links += scope.edition.order.handouts.prefix(Self.footerLimit).map { index in
      LinkView(
        label: scope.site.handouts[index].title[scope.language],
        address: scope.pageAddress(.collection(index)))
    }
    if !scope.site.articles.topics.isEmpty {
      links.append(
        LinkView(label: scope.edition.strings["topics"], address: scope.pageAddress(.topics)))
    }
    if scope.routes.hasAlphabet {
      links.append(
        LinkView(
          label: scope.edition.strings["a-z"], address: scope.pageAddress(.alphabet(part: 0))))
    }
    links.append(
      LinkView(label: scope.edition.strings["trust"], address: scope.pageAddress(.trust)))
    if !scope.routes.listedKinds.isEmpty {
      links.append(
        LinkView(label: scope.edition.strings["data"], address: scope.pageAddress(.data)))
    }
    return links
  }

  /// Plain pages are few; should they be many, the footer does not grow with them.
  private static let footerLimit = 12

  private func breadcrumbs(_ trail: [PageDescription.Step]) -> [LinkView] {
    guard trail.count > 1 else { return [] }
    return trail.map { step in
      LinkView(
        label: step.label, address: step.subject.map(scope.pageAddress) ?? "",
        isCurrent: step.subject == nil)
    }
  }

  private func section(of page: PageDescription) -> String? {
    guard page.trail.count > 2 else { return nil }
    if case .source = page.subject { return page.trail.last?.label }
    return page.trail[1].label
  }

  /// The page in every language of the site, this one included; none where there is one language.
  private func alternates(_ subject: Page.Subject) -> [AlternateView] {
    let languages = scope.site.schema.configuration.languages
    guard languages.count > 1, subject != .notFound else { return [] }
    return languages.map { other in
      AlternateView(
        language: other.code, label: scope.site.schema.rules(of: other).ownName,
        address: scope.root + scope.routes.prefix(other) + scope.routes.route(subject),
        isCurrent: other == scope.language)
    }
  }

  /// The original's language, where the page shows it for want of a translation.
  private func fallback(
    _ subject: Page.Subject
  ) -> (name: String, code: String, direction: String?)? {
    let original = scope.site.schema.configuration.original
    guard let matter = scope.routes.matter(subject),
      !scope.routes.isThere(matter, in: scope.language)
    else {
      return nil
    }
    let rules = scope.edition.rules
    let direction = scope.site.schema.rules(of: original).direction
    return (rules.name(of: original), original.code, direction == rules.direction ? nil : direction)
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
