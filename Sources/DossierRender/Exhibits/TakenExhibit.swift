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
    place.exhibit.caption ?? place.label + ": " + scope.edition.title(of: place.record)
  }

  /// The exhibit as HTML, and the works behind it.
  func body() -> (html: [UInt8], sources: [String]) {
    guard var room = place.room else { return ([], []) }
    var html: [UInt8] = []
    try? room.append(to: &html)
    place.appendScript(to: &html)
    return (html, room.sources)
  }

  /// The widest of its drawings; `nil` where it has none.
  static func drawing(in html: [UInt8]) -> TakenDrawing? {
    let drawings = TakenDrawing.all(in: html)
    return drawings.first { drawing in drawings.allSatisfy { $0.width <= drawing.width } }
  }

  /// Its drawing as a file, with title, works and credit; empty where it has none.
  func file() -> [UInt8] {
    let (html, sources) = body()
    guard let drawing = Self.drawing(in: html) else { return [] }
    return PictureSheet(title: title, notes: notes(sources), language: scope.language.code)
      .svg(around: drawing)
  }

  private func notes(_ sources: [String]) -> [String] {
    let works = sources.compactMap(scope.site.source).map {
      WorkWords(scope: scope).label(of: scope.site.sources[$0])
    }
    let strings = scope.edition.strings
    let cited = works.isEmpty ? [] : [strings["sources"] + ": " + works.joined(separator: "; ")]
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
