import DossierDrawing
import DossierSite
import DossierTemplate

/// An exhibit on a page of its own, which others may frame: `exhibit.html`.
struct ExhibitPageView {
  var title: String
  /// The language of the title, where it is not the page's own.
  var language: String?
  var body: [UInt8]
  /// The text in which the exhibit stands.
  var origin: LinkView
  var originLanguage: String?
  var licence: LinkView?
  /// The drawing as a file; absent where the exhibit is a table.
  var drawing: String?
  /// The figures as a file.
  var data: String?
  /// What others put into their pages to show the exhibit; absent where nobody knows its address.
  var embed: String?

  static let shape = ViewShape<ExhibitPageView>(
    "exhibit-page",
    [
      .text("title") { $0.title },
      .text("language") { $0.language },
      .html("body") { $0.body },
      .object("origin", LinkView.shape) { $0.origin },
      .text("origin-language") { $0.originLanguage },
      .object("licence", LinkView.shape) { $0.licence },
      .address("drawing") { $0.drawing },
      .address("data") { $0.data },
      .text("embed") { $0.embed },
    ])
}

struct ExhibitPage {
  let scope: PageScope

  /// The interface texts that the code prints there.
  static let words = ["exhibit-take"]

  func view(_ record: RecordIndex, _ place: Int) -> ExhibitPageView {
    let origin = LinkView(
      label: scope.edition.title(of: record), address: scope.address(of: .record(record)))
    guard let taken = TakenExhibit(scope, record, place: place) else {
      return ExhibitPageView(title: origin.label, body: [], origin: origin)
    }
    let (html, drawings) = taken.body()
    var view = ExhibitPageView(
      title: taken.title, language: taken.isTranslated ? nil : scope.originalCode, body: html,
      origin: origin, originLanguage: scope.titleLanguage(of: record))
    view.origin.address =
      taken.place.exhibit.id.map {
        scope.address(of: .exhibit(record: record, id: $0))
      } ?? origin.address
    view.licence = scope.site.schema.configuration.licence.map {
      LinkView(label: $0.name, address: $0.address)
    }
    if !drawings.isEmpty {
      view.drawing = scope.pageAddress(.exhibitDrawing(record: record, place: place))
    }
    view.data = taken.place.data
    view.embed = embed(taken, .exhibit(record: record, place: place), drawings)
    return view
  }

  /// A frame as high as the exhibit is, and the credit under it for where frames are not shown.
  private func embed(
    _ taken: TakenExhibit, _ page: Page.Subject, _ drawings: [TakenDrawing]
  ) -> String? {
    guard scope.site.schema.configuration.baseAddress != nil else { return nil }
    let address = scope.publishedAddress(page)
    let title = String(decoding: [UInt8].escaping(taken.title), as: UTF8.self)
    let source = String(decoding: [UInt8].escaping(address), as: UTF8.self)
    let name = String(
      decoding: [UInt8].escaping(scope.site.schema.configuration.title[scope.language]),
      as: UTF8.self)
    return """
      <iframe src="\(source)" title="\(title)" width="100%" height="\(height(drawings, of: taken.place.exhibit))" loading="lazy"></iframe>
      <p><a href="\(source)">\(title)</a>. \(name)</p>
      """
  }

  /// What a drawing takes, with its title, its key, its works and its credit at the width of a text;
  /// a table can be longer than any frame and is scrolled within it. The parts of a map that are drawn
  /// apart stand under one another on a phone.
  private func height(_ drawings: [TakenDrawing], of exhibit: Exhibit) -> Int {
    guard let highest = drawings.prefix(2).map(\.height).max() else { return 720 }
    let apart = exhibit.content is MapExhibit ? drawings.dropFirst(2).map(\.height) : []
    let whole = apart.reduce(highest) { $0 + $1 + 40 }
    let pixels = whole.isFinite ? Int(min(whole, 4000).rounded(.up)) : 0
    return (pixels + 420 + 19) / 20 * 20
  }
}
