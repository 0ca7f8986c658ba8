import DossierSite

/// Records as lists and lines of links show them.
struct RecordLinks {
  let scope: PageScope

  /// A link to a record by its title.
  func link(to record: RecordIndex) -> LinkView {
    LinkView(label: heading(of: record).title, address: scope.address(of: .record(record)))
  }

  /// What a record is called, each part in the page's language, else in that of the original.
  func heading(of record: RecordIndex) -> RecordHeading {
    let edition = scope.edition
    return edition.recordWords.heading(of: record) {
      let entry = scope.site.records[record]
      let translation = edition.translation(of: entry)
      func set(_ translated: String?, _ written: String?) -> String? {
        let schema = scope.site.schema
        if let translated { return schema.set(translated, in: edition.language) }
        return written.map { schema.set($0, in: schema.configuration.original) }
      }
      return RecordHeading(
        title: set(translation?.title, entry.title) ?? "",
        short: set(translation?.short, entry.short),
        summary: set(translation?.summary, entry.summary))
    }
  }

  /// How long an article takes to read, in words; `nil` for any other record.
  func readingTime(of record: RecordIndex) -> String? {
    let (entry, edition) = (scope.site.records[record], scope.edition)
    guard entry.article.date != nil else { return nil }
    return edition.recordWords.readingTime(of: record) {
      let minutes = ReadingTime.minutes(of: edition.text(of: entry).body)
      return edition.strings.count("reading-time", minutes, edition.rules)
    }
  }

  /// A record in a list.
  func teaser(_ record: RecordIndex) -> TeaserView {
    let entry = scope.site.records[record]
    let heading = heading(of: record)
    return TeaserView(
      title: heading.title, address: scope.address(of: .record(record)), summary: heading.summary,
      date: entry.article.date.map(scope.edition.rules.date),
      machineDate: entry.article.date?.description,
      kind: scope.site.kind(of: record).label[scope.language], readingTime: readingTime(of: record),
      language: scope.titleLanguage(of: record))
  }
}
