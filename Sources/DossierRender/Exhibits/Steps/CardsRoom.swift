import DossierSite
import DossierTemplate

/// Records to go on with: `exhibits/cards.html`.
struct CardsView {
  /// The anchor: `exhibit-reading`.
  var id: String
  /// "Exhibit 4"
  var number: String
  var caption: String?
  var cards: [TeaserView]
  /// Whether they are to be read in this order.
  var isOrdered: Bool

  static let shape = ViewShape<CardsView>(
    "cards",
    [
      .text("id") { $0.id },
      .text("number") { $0.number },
      .text("caption") { $0.caption },
      .list("cards", of: TeaserView.shape) { $0.cards },
      .flag("ordered") { $0.isOrdered },
    ])
}

/// Shows records to go on with.
struct CardsRoom: ExhibitRoom {
  private let exhibit: CardsExhibit
  private let place: PlacedExhibit
  let sources: [String] = []

  static let template = ExhibitTemplate(name: "cards", shape: CardsView.shape.shape)

  init(_ exhibit: CardsExhibit, at place: PlacedExhibit) {
    self.exhibit = exhibit
    self.place = place
  }

  private var scope: PageScope { place.scope }

  mutating func append(to html: inout [UInt8]) {
    let (records, isOrdered) = records
    let view = CardsView(
      id: place.anchor, number: place.label, caption: place.exhibit.caption,
      cards: records.map(RecordLinks(scope: scope).teaser), isOrdered: isOrdered)
    place.render(Self.template, CardsView.shape.object(view), &html)
  }

  /// The records, and whether they are all in the order of reading; those of a kind that have no place
  /// in it come after those that have.
  private var records: (records: [RecordIndex], isOrdered: Bool) {
    let records = scope.records(of: exhibit.selection)
    let isPlaced = { (record: RecordIndex) in scope.site.records[record].article.order != nil }
    guard exhibit.selection.kind != nil, records.contains(where: isPlaced) else {
      return (records, false)
    }
    let wanted = Set(records)
    let placed = scope.edition.order.reading.filter(wanted.contains)
    return (placed + records.filter { !isPlaced($0) }, placed.count == records.count)
  }

  func check() throws(ExhibitRefusal) { _ = try place.isReady(exhibit.selection, []) }

  func addFigures(to table: inout ExhibitTable) {}
}
