import DossierSite

/// Records as lists and lines of links show them.
struct RecordLinks {
  let scope: PageScope

  /// A link to a record by its title.
  func link(to record: RecordIndex) -> LinkView {
    LinkView(label: scope.edition.title(of: record), address: scope.address(of: .record(record)))
  }

  /// How long an article takes to read, in words; `nil` for any other record.
  func readingTime(of record: RecordIndex) -> String? {
    let (entry, edition) = (scope.site.records[record], scope.edition)
    guard entry.article.date != nil else { return nil }
    return edition.readingTimes.text(of: record) {
      let minutes = ReadingTime.minutes(of: edition.text(of: entry).body)
      return edition.strings.count("reading-time", minutes, edition.rules)
    }
  }

  /// A record in a list.
  func teaser(_ record: RecordIndex) -> TeaserView {
    let entry = scope.site.records[record]
    let translation = scope.edition.translation(of: entry)
    return TeaserView(
      title: translation?.title ?? entry.title, address: scope.address(of: .record(record)),
      summary: translation?.summary ?? entry.summary,
      date: entry.article.date.map(scope.edition.rules.date),
      machineDate: entry.article.date?.description,
      kind: scope.site.kind(of: record).label[scope.language], readingTime: readingTime(of: record),
      language: translation?.title == nil ? scope.originalCode : nil)
  }
}
