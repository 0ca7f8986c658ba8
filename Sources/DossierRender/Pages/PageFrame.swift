import DossierMarkdown
import DossierSite

extension PageScope {
  /// The frame around a page's matter.
  func frame(_ page: Page) -> PageView {
    PageView(
      title: title(of: page.subject), description: description(of: page.subject),
      language: language.code, root: root, home: pageAddress(.home), menu: menu(page.subject),
      breadcrumbs: breadcrumbs(page.subject), alternates: alternates(page.subject),
      canonical: canonical(page), fallbackLanguage: fallback(page.subject)?.name,
      matterLanguage: fallback(page.subject)?.code,
      corrections: matter(page.subject).map(corrections) ?? [], footer: footer(),
      isHome: page.subject == .home)
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
    case .handout(let record): edition.title(of: record, in: site)
    case .collection(let index): site.handouts[index].title[language]
    case .notFound: edition.strings["page-not-found"]
    }
  }

  /// A title with the number of the part, so that no two pages have the same.
  private func numbered(_ title: String, _ part: Int) -> String {
    guard part > 0 else { return title }
    return title + ", " + edition.strings.text("pages-of", ["n": String(part + 1)])
  }

  private func description(of subject: Page.Subject) -> String? {
    let configuration = site.schema.configuration
    switch subject {
    case .home: return site.home.flatMap(summary) ?? configuration.subtitle?[language]
    case .index(let kind, _): return site.schema.kinds[kind].summary?[language]
    case .record(let record), .handout(let record): return summary(of: record)
    case .collection(let index): return site.handouts[index].subtitle?[language]
    default: return nil
    }
  }

  func summary(of record: Int) -> String? {
    let entry = site.records[record]
    return edition.translation(of: entry)?.summary ?? entry.summary
  }

  private func menu(_ subject: Page.Subject) -> [LinkView] {
    let kinds = site.schema.kinds
    let listed = site.schema.configuration.menu.map(\.id)
    var links = kinds.indices.filter { kind in
      routes.isListed(kind) && (listed.isEmpty || listed.contains(kinds[kind].id))
    }.map { kind in
      LinkView(
        label: kinds[kind].plural[language], address: pageAddress(.index(kind: kind, part: 0)),
        isCurrent: part(of: subject) == kind)
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

  /// The plain pages, in the order of their ids.
  private func footer() -> [LinkView] {
    let kinds = site.schema.kinds.indices.filter { site.schema.kinds[$0].role == .page }
    let pages = kinds.flatMap { Array(site.recordsOfKind[$0]) }.filter { $0 != site.home }
    let links = pages.prefix(Self.footerLimit).map { record in
      LinkView(
        label: edition.name(of: record, in: site), address: address(of: .record(record)))
    }
    return links + [LinkView(label: edition.strings["trust"], address: pageAddress(.trust))]
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

  private func breadcrumbs(_ subject: Page.Subject) -> [LinkView] {
    guard subject != .home else { return [] }
    var links = [LinkView(label: edition.strings["home"], address: pageAddress(.home))]
    switch subject {
    case .record(let record):
      if let kind = part(of: subject), routes.isListed(kind) {
        links.append(
          LinkView(
            label: site.schema.kinds[kind].plural[language],
            address: pageAddress(.index(kind: kind, part: 0))))
      }
      links.append(
        LinkView(label: edition.name(of: record, in: site), address: "", isCurrent: true))
    case .source(let source):
      links.append(
        LinkView(label: edition.strings["sources"], address: pageAddress(.sources(part: 0))))
      let entry = site.sources[source]
      let label = edition.bibliography.inText(entry, suffix: edition.suffixes[entry.id] ?? "")
      links.append(LinkView(label: label, address: "", isCurrent: true))
    case .topic:
      links.append(LinkView(label: edition.strings["topics"], address: pageAddress(.topics)))
      links.append(LinkView(label: title(of: subject), address: "", isCurrent: true))
    default: links.append(LinkView(label: title(of: subject), address: "", isCurrent: true))
    }
    return links
  }

  /// The page in every language of the site, this one included; none where there is one language.
  private func alternates(_ subject: Page.Subject) -> [AlternateView] {
    let configuration = site.schema.configuration
    guard configuration.languages.count > 1, subject != .notFound else { return [] }
    return configuration.languages.map { other in
      let prefix = Self.prefix(other, of: configuration)
      let isTranslated = other == configuration.original || isTranslated(subject, into: other)
      return AlternateView(
        language: other.code, label: LanguageName.own(other),
        address: root + prefix + routes.route(subject),
        absolute: isTranslated
          ? configuration.baseAddress.map { $0 + prefix + routes.published(subject) } : nil,
        isCurrent: other == language)
    }
  }

  private static func prefix(_ language: Language, of configuration: SiteConfiguration) -> String {
    language == configuration.original ? "" : language.code + "/"
  }

  /// Whether the page's own matter is in a language: lists always are.
  private func isTranslated(_ subject: Page.Subject, into language: Language) -> Bool {
    guard let record = matter(subject) else { return true }
    return site.records[record].translations.contains { $0.language == language }
  }

  /// The record whose texts are the page's matter.
  private func matter(_ subject: Page.Subject) -> Int? {
    switch subject {
    case .record(let record), .handout(let record): record
    case .home: site.home
    default: nil
    }
  }

  private func canonical(_ page: Page) -> String? {
    guard let base = site.schema.configuration.baseAddress, page.subject != .notFound else {
      return nil
    }
    let prefix = fallback(page.subject) == nil ? edition.prefix : ""
    return base + prefix + routes.published(page.subject)
  }

  /// The original's language, where the page shows it for want of a translation.
  private func fallback(_ subject: Page.Subject) -> (name: String, code: String)? {
    let original = site.schema.configuration.original
    guard language != original, !isTranslated(subject, into: language) else { return nil }
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
}
