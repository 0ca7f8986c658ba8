import DossierSite

/// The files of a site, in the order in which they are listed.
struct PageList {
  let routes: Routes

  private var site: LinkedSite { routes.site }

  /// The pages for readers in every language: the original's first.
  func pages(in languages: [Language]) -> [Page] {
    let subjects = self.subjects()
    return languages.flatMap { language in
      subjects.map { subject in
        Page(
          subject: subject, language: language,
          route: routes.prefix(language) + routes.route(subject))
      }
    }
  }

  private func subjects() -> [Page.Subject] {
    var subjects: [Page.Subject] = [.home]
    for (kind, records) in site.recordsOfKind.indexed where routes.isListed(kind) {
      for part in 0..<ListParts.count(of: records.count, per: ListParts.rows) {
        subjects.append(.index(kind: kind, part: part))
      }
    }
    subjects += site.records.indices.filter { $0 != site.home }.map { .record($0) }
    if routes.has(.sources) {
      for part in 0..<ListParts.count(of: site.sources.count, per: ListParts.works) {
        subjects.append(.sources(part: part))
      }
    }
    // What a text cites leads to the work's own page, whether or not there is a list of all.
    subjects += site.sources.indices.map { .source($0) }
    if routes.has(.topics) {
      subjects.append(.topics)
      subjects += site.articles.topics.indices.map { .topic($0) }
    }
    subjects += comparisonSubjects()
    subjects += site.records.indices.flatMap { record in
      routes.exhibitPages(of: record).map { .exhibit(record: record, place: $0) }
    }
    subjects += site.records.indices.filter(routes.hasHandout).map { .handout($0) }
    subjects += site.handouts.indices.map { .collection($0) }
    subjects += [ToolPage.trust, .data].compactMap(routes.page)
    subjects += alphabetSubjects()
    subjects += [ToolPage.search].compactMap(routes.page)
    subjects += site.aliases.indices.map { .redirect($0) }
    return subjects + [.notFound]
  }

  /// The files for machines; those without words of their own once for all languages.
  ///
  /// - Parameter sitemapParts: How many parts the sitemap has; `nil` where there is none.
  func files(in languages: [Language], sitemapParts: Int?) -> [Page] {
    var subjects: [Page.Subject] = [.robots]
    if let sitemapParts { subjects += (0...sitemapParts).map { .sitemap(part: $0) } }
    if routes.has(.data) { subjects += openData() }
    subjects += exhibitTables()
    if !site.aliases.isEmpty { subjects += RedirectFormat.allCases.map { .redirects($0) } }
    if !site.schema.configuration.brand.isPlain { subjects.append(.brand) }
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

  private func openData() -> [Page.Subject] {
    var subjects = routes.listedKinds.flatMap { kind in
      routes.dataFormats(ofKind: kind).map { Page.Subject.dataFile(kind: kind, $0) }
    }
    if !site.sources.isEmpty { subjects += BibliographyFormat.allCases.map { .sourceData($0) } }
    return subjects + [.dataPackage]
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
      if routes.has(.compare) {
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
    guard routes.has(.compare) else { return [] }
    let kinds = routes.comparedKinds
    return [.compare] + site.comparisons.all.indices.map { .comparison($0) }
      + kinds.map { .comparisonData(kind: $0) }
  }

  /// The parts of the alphabetical list; none where there is no template for it.
  private func alphabetSubjects() -> [Page.Subject] {
    guard routes.has(.alphabet) else { return [] }
    let count = site.records.count - (site.home == nil ? 0 : 1)
    return (0..<ListParts.count(of: count, per: ListParts.entries)).map { .alphabet(part: $0) }
  }

  /// The tables of all exhibits, in the order of their texts; a translation has none of its own.
  private func exhibitTables() -> [Page.Subject] {
    site.records.indices.flatMap { record in
      site.records[record].text.exhibits.indices.map { .exhibitData(record: record, place: $0) }
    }
  }
}
