import DossierCitation
import DossierSource

extension Source {
  /// A source that a library describes in CSL's variables, whatever they say.
  ///
  /// A work without a title is called by its id; an address that a page cannot lead to is kept in the
  /// work alone.
  init(_ work: Work, place: Place) {
    let title = work.plainTitle ?? work.texts["title-short"] ?? work.id
    self.init(id: work.id, type: work.type, title: title, place: place)
    self.work = work
    authors = (work.names["author"] ?? []).map(Name.init)
    editors = (work.names["editor"] ?? []).map(Name.init)
    containerTitle = work.texts["container-title"]
    publisher = work.texts["publisher"]
    publisherPlace = work.texts["publisher-place"]
    issued = work.dates["issued"]?.start.flatMap(PartialDate.init)
    accessed = work.dates["accessed"]?.start.flatMap(PartialDate.init)
    url = work.texts["URL"].flatMap { WebAddress.isValid($0) ? $0 : nil }
    doi = work.texts["DOI"]
    isbn = work.texts["ISBN"]
    volume = work.texts["volume"]
    issue = work.texts["issue"]
    page = work.texts["page"]
    genre = work.texts["genre"]
    number = work.texts["number"]
    eventTitle = work.texts["event-title"]
    language = work.texts["language"]
  }
}

extension Source.Name {
  init(_ name: WorkName) {
    if let literal = name.literal {
      self.init(family: literal, isLiteral: true)
      return
    }
    let family = [name.nonDroppingParticle, name.family, name.suffix].joinedWords()
    let given = [name.given, name.droppingParticle].joinedWords()
    if family.isEmpty {
      self.init(family: given, isLiteral: true)
    } else {
      self.init(family: family, given: given.isEmpty ? nil : given)
    }
  }
}

extension PartialDate {
  /// A point of our era with what is known of it; `nil` where no calendar of four digits has it.
  fileprivate init?(_ point: WorkDate.Point) {
    guard (0...9999).contains(point.year) else { return nil }
    let date = PartialDate(year: point.year, month: point.month, day: point.day)
    guard let checked = PartialDate(date.description) else {
      self.init(year: point.year, month: point.month)
      return
    }
    self = checked
  }
}
