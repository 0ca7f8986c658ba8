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

  /// Whether previews of pages show pictures of their own.
  var hasCards: Bool { site.schema.configuration.hasShareImages }

  /// The picture that stands for a page; `nil` for a page that has none of its own.
  func card(of subject: Page.Subject) -> Page.Subject? {
    guard hasCards else { return nil }
    switch subject {
    case .record(let record) where hasCard(record): return .card(record)
    case .comparison(let comparison): return .comparisonCard(comparison)
    default: return nil
    }
  }

  func hasCard(_ record: RecordIndex) -> Bool {
    guard !isHome(record) else { return false }
    return switch site.kind(of: record).role {
    case .article, .option, .scenario, .precedent: true
    default: false
    }
  }

  /// What a card is called: `missions/kfor`; `nil` for what is none.
  func cardName(_ subject: Page.Subject) -> String? {
    switch subject {
    case .card(let record): "\(site.kind(of: record).folder)/\(site.records[record].key.id)"
    case .comparisonCard(let comparison): "compare/\(site.comparisons.all[comparison].id)"
    default: nil
    }
  }

  /// Where a card lies as pixels, which the command `cards` makes of it.
  func pixels(ofCard subject: Page.Subject, in language: Language) -> String {
    Self.pixelFolder + prefix(language) + (cardName(subject) ?? "") + ".png"
  }

  /// The folder of what `dossier cards` makes, in which a build writes nothing.
  static let pixelFolder = "share/"
}
