import DossierSite

/// The files of a site, in the order in which they are listed.
struct PageList {
  let routes: Routes

  private var site: LinkedSite { routes.site }

  /// The pages for readers in every language: the original's first.
  func pages(in languages: [Language]) -> [Page] {
    let subjects = self.subjects()
    return languages.enumerated().flatMap { index, language in
      subjects.compactMap { subject -> Page? in
        guard index == 0 || subject != .notFound else { return nil }
        return Page(
          subject: subject, language: language,
          route: routes.prefix(language) + routes.route(subject))
      }
    }
  }

  private func subjects() -> [Page.Subject] {
    var subjects: [Page.Subject] = [.home]
    for (kind, records) in site.recordsOfKind.indexed where routes.isListed(kind) {
      for part in 0..<Routes.parts(of: records.count, per: Routes.rowsPerPart) {
        subjects.append(.index(kind: kind, part: part))
      }
    }
    subjects += site.records.indices.filter { !routes.isHome($0) }.map { .record($0) }
    if !site.sources.isEmpty {
      for part in 0..<Routes.parts(of: site.sources.count, per: Routes.worksPerPart) {
        subjects.append(.sources(part: part))
      }
      subjects += site.sources.indices.map { .source($0) }
    }
    if !site.articles.topics.isEmpty {
      subjects.append(.topics)
      subjects += site.articles.topics.indices.map { .topic($0) }
    }
    subjects += comparisonSubjects()
    subjects += site.records.indices.flatMap { record in
      routes.exhibitPages(of: record).map { .exhibit(record: record, place: $0) }
    }
    subjects += site.records.indices.filter(routes.hasHandout).map { .handout($0) }
    subjects += site.handouts.indices.map { .collection($0) }
    subjects.append(.trust)
    if !routes.listedKinds.isEmpty { subjects.append(.data) }
    subjects += alphabetSubjects()
    if routes.hasSearch { subjects.append(.search) }
    subjects += site.aliases.indices.map { .redirect($0) }
    return subjects + [.notFound]
  }

  /// The files for machines; those without words of their own once for all languages.
  ///
  /// - Parameter sitemapParts: How many parts the sitemap has; `nil` where there is none.
  func files(in languages: [Language], sitemapParts: Int?) -> [Page] {
    var subjects: [Page.Subject] = [.robots]
    if let sitemapParts { subjects += (0...sitemapParts).map { .sitemap(part: $0) } }
    for kind in routes.listedKinds {
      subjects += routes.dataFormats(ofKind: kind).map { .dataFile(kind: kind, $0) }
    }
    if !site.sources.isEmpty { subjects += BibliographyFormat.allCases.map { .sourceData($0) } }
    if !routes.listedKinds.isEmpty { subjects.append(.dataPackage) }
    subjects += exhibitTables()
    var files = subjects.map { Page(subject: $0, language: languages[0], route: routes.route($0)) }
    files += takenAway(in: languages)
    for language in languages {
      for feed in routes.feeds.all(in: language) {
        for format in FeedFormat.allCases {
          let subject = Page.Subject.feed(feed, format)
          files.append(
            Page(
              subject: subject, language: language,
              route: routes.prefix(language) + routes.route(subject)))
        }
      }
    }
    return files
  }

  /// Drawings as files of their own, and cards, in every language.
  private func takenAway(in languages: [Language]) -> [Page] {
    var subjects = site.records.indices.flatMap { record -> [Page.Subject] in
      let exhibits = site.records[record].text.exhibits
      return routes.exhibitPages(of: record).filter { exhibits[$0].isDrawn }.map {
        .exhibitDrawing(record: record, place: $0)
      }
    }
    if routes.cards.areMade {
      subjects += site.records.indices.filter(routes.cards.stands).map { .card($0) }
      if !routes.comparedKinds.isEmpty {
        subjects += site.comparisons.all.indices.map { .comparisonCard($0) }
      }
    }
    return languages.flatMap { language in
      subjects.map { subject in
        Page(
          subject: subject, language: language,
          route: routes.prefix(language) + routes.route(subject))
      }
    }
  }

  /// None where no kind has anything to compare.
  private func comparisonSubjects() -> [Page.Subject] {
    let kinds = routes.comparedKinds
    guard !kinds.isEmpty else { return [] }
    return [.compare] + site.comparisons.all.indices.map { .comparison($0) }
      + kinds.map { .comparisonData(kind: $0) }
  }

  /// The parts of the alphabetical list; none where there is no template for it.
  private func alphabetSubjects() -> [Page.Subject] {
    guard routes.hasAlphabet else { return [] }
    let count = site.records.count - (site.home == nil ? 0 : 1)
    return (0..<Routes.parts(of: count, per: Routes.entriesPerPart)).map { .alphabet(part: $0) }
  }

  /// The tables of all exhibits, in the order of their texts; a translation has none of its own.
  private func exhibitTables() -> [Page.Subject] {
    site.records.indices.flatMap { record in
      site.records[record].text.exhibits.indices.map { .exhibitData(record: record, place: $0) }
    }
  }
}
