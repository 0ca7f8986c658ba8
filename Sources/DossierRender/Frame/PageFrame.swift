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
    let menu = SiteMenu(scope, on: page.subject)
    return PageView(
      title: description.title, section: section(of: description),
      description: description.summary, language: scope.language.code,
      isRightToLeft: scope.edition.rules.direction == "rtl", root: scope.root,
      home: scope.pageAddress(.home), search: menu.search, menu: menu.head(), logo: logo(),
      breadcrumbs: breadcrumbs(description.trail), alternates: alternates(page.subject),
      metadata: head.render(alternates: published),
      citation: PageCitation(scope: scope).citation(of: description),
      report: ReportLinks(scope: scope).address(of: description), share: share(description),
      fallbackLanguage: fallback?.name, matterLanguage: fallback?.code,
      matterDirection: fallback?.direction,
      corrections: scope.routes.matter(page.subject).map(corrections) ?? [], footer: menu.foot(),
      isHome: page.subject == .home, isSearch: page.subject == .search)
  }

  private func share(_ page: PageDescription) -> String? {
    guard page.isPublished, page.subject.isLasting else { return nil }
    return Letter.address(subject: page.title, [page.title, page.address])
  }

  private func corrections(of record: RecordIndex) -> [CorrectionView] {
    (scope.site.corrections[record] ?? []).map { correction in
      let date = scope.site.records[correction].correctionDay
      return CorrectionView(
        title: RecordLinks(scope: scope).heading(of: correction).title,
        address: scope.address(of: .record(correction)),
        date: date.year > 0 ? scope.edition.rules.date(date) : nil,
        language: scope.titleLanguage(of: correction))
    }
  }

  /// The publisher's logo; a handout holds it.
  private func logo() -> LogoView? {
    guard let path = scope.site.logoPath, let size = scope.site.size(ofImage: path) else {
      return nil
    }
    let embedded = scope.embedded[path].flatMap { DataAddress.image($0, path: path) }
    return LogoView(
      address: embedded ?? scope.root + AssetRoute.address(of: path), width: String(size.width),
      height: String(size.height))
  }

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
    guard languages.count > 1 else { return [] }
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

extension LinkedSite {
  /// The path of the publisher's logo, where there is one.
  var logoPath: String? { schema.configuration.brand.logo.map { published($0.path) } }
}
