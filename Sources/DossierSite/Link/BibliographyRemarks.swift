import DossierCitation
public import DossierSource

extension LinkedSite {
  /// Notes on works that nothing cites, that seem to be there twice, and that lack an author or a
  /// date; in the order of the bibliography.
  public func bibliographyRemarks() -> [Diagnostic] {
    let remarks = BibliographyRemarks(site: self)
    return remarks.uncitedSources() + remarks.doubleSources() + sources.compactMap(remarks.gap)
  }
}

/// What is to be said of the works of a site.
private struct BibliographyRemarks {
  let site: LinkedSite

  private var sources: Column<Source, Source> { site.sources }

  /// Notes on sources that nothing cites, and no entry of another names.
  func uncitedSources() -> [Diagnostic] {
    let named = Set(sources.flatMap(\.namedWorks).map(\.id))
    let uncited = sources.indices.filter {
      site.citations[$0].isEmpty && !named.contains(sources[$0].id)
    }
    return uncited.map { source in
      .note(
        "source.uncited", "nothing cites the source '\(sources[source].id)'",
        at: sources[source].place, help: "cite it, or remove it")
    }
  }

  /// Notes on works that have a DOI, or title and year, in common with one before them.
  func doubleSources() -> [Diagnostic] {
    var first: [String: SourceIndex] = [:]
    return sources.indices.compactMap { index in
      let keys = Self.keys(of: sources[index])
      let known = keys.first { first[$0.key] != nil }
      let found = known.flatMap { first[$0.key] }
      for (key, _) in keys where first[key] == nil { first[key] = index }
      guard let known, let found else { return nil }
      return .note(
        "source.double",
        "'\(sources[index].id)' has \(known.what) of '\(sources[found].id)'",
        at: sources[index].place,
        help: "keep one, and name the other's id in its 'aliases'")
    }
  }

  /// What of two works is only equal where they are one.
  private static func keys(of source: Source) -> [(key: String, what: String)] {
    var keys: [(key: String, what: String)] = []
    if let doi = source.doi, !doi.isEmpty {
      keys.append(("doi " + DOI(doi).name.lowercased(), "the DOI"))
    }
    let letters = source.title.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    if let year = source.issued?.year, !letters.isEmpty {
      keys.append(("\(year) " + String(String.UnicodeScalarView(letters)), "title and year"))
    }
    return keys
  }

  func gap(_ source: Source) -> Diagnostic? {
    let hasAuthor = !source.work.names.isEmpty || source.isSignedByItsContainer
    let hasDate = source.work.dates["issued"] != nil
    let lack: String
    switch (hasAuthor, hasDate) {
    case (true, true): return nil
    case (true, false): lack = "no date"
    case (false, true): lack = "no author"
    case (false, false): lack = "neither author nor date"
    }
    return .note(
      "source.gap", "'\(source.id)' has \(lack)", at: source.place,
      help: "look for it in the work; who publishes it may be the author")
  }
}

extension Source {
  /// Whether the paper, the book of reference or the site in which it stands is cited in the place of
  /// an author.
  fileprivate var isSignedByItsContainer: Bool {
    switch type {
    case "article-magazine", "article-newspaper", "broadcast", "entry", "entry-dictionary",
      "entry-encyclopedia", "post", "post-weblog", "webpage", "legislation", "legal_case", "treaty",
      "regulation", "bill", "standard", "patent":
      containerTitle != nil || publisher != nil || number != nil
    default: false
    }
  }
}
