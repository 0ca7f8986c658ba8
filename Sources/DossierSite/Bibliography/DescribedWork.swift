public import DossierCitation

extension Source {
  /// All that is said of it in CSL's variables: by its file, or of a page of the site by what the page
  /// says of itself.
  public var citable: Work {
    let isBare = work.names.isEmpty && work.dates.isEmpty && work.texts.count <= 1
    return isBare ? Work(describing: self) : work
  }
}

extension Work {
  /// A work of a source that no file describes in CSL's variables, such as a page of the site.
  public init(describing source: Source) {
    self.init(id: source.id, type: source.type)
    let texts = [
      "title": source.title, "container-title": source.containerTitle,
      "publisher": source.publisher, "publisher-place": source.publisherPlace, "URL": source.url,
      "genre": source.genre, "number": source.number, "language": source.language,
      "volume": source.volume, "issue": source.issue, "page": source.page, "ISBN": source.isbn,
      "event-title": source.eventTitle, "DOI": source.doi.map { DOI($0).name },
    ]
    self.texts = texts.compactMapValues { $0 }
    if !source.authors.isEmpty { names["author"] = source.authors.map(WorkName.init) }
    if !source.editors.isEmpty { names["editor"] = source.editors.map(WorkName.init) }
    dates["issued"] = source.issued.map(WorkDate.init)
    dates["accessed"] = source.accessed.map(WorkDate.init)
  }
}

extension WorkDate {
  fileprivate init(_ date: PartialDate) {
    self.init(start: Point(year: date.year, month: date.month, day: date.day))
  }
}

extension WorkName {
  fileprivate init(_ name: Source.Name) {
    if name.isLiteral {
      self.init(literal: name.family)
    } else {
      self.init(family: name.family, given: name.given ?? "")
    }
  }
}
