import DossierSite

extension Routes {
  /// The exhibits of a record that are pages of their own, by their places: those that have an id.
  func exhibitPages(of record: RecordIndex) -> [Int] {
    guard hasExhibitPages else { return [] }
    let exhibits = site.records[record].text.exhibits
    return exhibits.indices.filter { exhibits[$0].id != nil && exhibits[$0].content != nil }
  }

  /// The exhibit of a record that has an id as a page of its own; `nil` where it has none.
  func exhibitPage(_ id: String?, of record: RecordIndex) -> Page.Subject? {
    guard let id, hasExhibitPages else { return nil }
    let exhibits = site.records[record].text.exhibits
    guard let place = exhibits.firstIndex(where: { $0.id == id }), exhibits[place].content != nil
    else { return nil }
    return .exhibit(record: record, place: place)
  }

  /// The pictures that stand for pages where these are shared.
  var cards: CardRoutes { CardRoutes(routes: self) }
}
