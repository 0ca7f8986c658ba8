import DossierDrawing
import DossierSite
import DossierTemplate

/// An exhibit that stands by itself, as a page or as a file, in the words of a language.
struct TakenExhibit {
  let place: PlacedExhibit
  /// Whether the exhibit is in the page's own language.
  let isTranslated: Bool

  private var scope: PageScope { place.scope }

  /// - Parameter place: Among the exhibits of the original; `nil` for one that is not there.
  init?(_ scope: PageScope, _ record: RecordIndex, place: Int) {
    let (original, shown) = (
      scope.site.records[record].text.exhibits, scope.edition.exhibits(of: record)
    )
    guard original.indices.contains(place) else { return nil }
    let number = shown.firstIndex { $0.id == original[place].id }
    isTranslated = scope.originalCode == nil || number != nil
    self.place = PlacedExhibit(
      scope: scope, exhibit: number.map { shown[$0] } ?? original[place], record: record,
      number: (number ?? place) + 1)
  }

  /// What it is called: its caption, else its number and the text in which it stands.
  var title: String {
    place.exhibit.caption
      ?? scope.edition.strings.labelled(place.label, scope.edition.title(of: place.record))
  }

  /// The exhibit as HTML, and its drawings.
  func body() -> (html: [UInt8], drawings: [TakenDrawing]) {
    guard let (room, shown) = place.shown() else { return ([], []) }
    var html = shown
    place.appendScript(to: &html)
    return (html, room.drawings.compactMap(TakenDrawing.init))
  }

  /// The widest of its drawings as a file, with title, works and credit; empty where it has none.
  func file() -> [UInt8] {
    guard let (room, _) = place.shown() else { return [] }
    let drawings = room.drawings.compactMap(TakenDrawing.init)
    guard let widest = drawings.map(\.width).max(),
      let drawing = drawings.first(where: { $0.width == widest })
    else { return [] }
    let sheet = PictureSheet(
      title: title, notes: notes(room.sources), language: scope.language.code)
    return BrandStyle(scope.site.schema.configuration.brand).painted(sheet.svg(around: drawing))
  }

  private func notes(_ sources: [String]) -> [String] {
    let works = sources.compactMap(scope.site.source).map {
      WorkWords(scope: scope).label(of: scope.site.sources[$0])
    }
    let strings = scope.edition.strings
    let cited =
      works.isEmpty
      ? [] : [strings.labelled(strings["sources"], works.joined(separator: "; "))]
    return cited + [credit]
  }

  /// "Peace Dossier, Think Tank. CC-BY-4.0. https://example.org/exhibits/…"
  var credit: String {
    let configuration = scope.site.schema.configuration
    let names = [configuration.title[scope.language], configuration.publisher?[scope.language]]
    var parts = [names.compactMap(\.self).joined(separator: ", ")]
    if let licence = configuration.licence { parts.append(licence.name) }
    if configuration.baseAddress != nil,
      let page = scope.routes.exhibitPage(place.exhibit.id, of: place.record)
    {
      parts.append(scope.publishedAddress(page))
    }
    return parts.joined(separator: ". ")
  }
}
