public import DossierCitation

extension Work {
  /// A work of a source that no file describes in CSL's variables, such as a page of the site.
  public init(describing source: Source) {
    self.init(id: source.id, type: source.type)
    let texts = [
      "title": source.title, "container-title": source.containerTitle,
      "publisher": source.publisher, "publisher-place": source.publisherPlace, "URL": source.url,
      "genre": source.genre, "number": source.number, "language": source.language,
    ]
    self.texts = texts.compactMapValues { $0 }
    if !source.authors.isEmpty { names["author"] = source.authors.map(WorkName.init) }
    dates["issued"] = source.issued.map {
      WorkDate(start: .init(year: $0.year, month: $0.month, day: $0.day))
    }
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
