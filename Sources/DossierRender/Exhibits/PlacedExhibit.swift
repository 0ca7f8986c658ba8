import DossierSite
import DossierTemplate

/// An exhibit where it stands: in the text of a record on a page.
struct PlacedExhibit {
  let scope: PageScope
  let exhibit: Exhibit
  /// The record in whose text it stands.
  let record: RecordIndex
  /// The place of the exhibit in its text, from 1.
  let number: Int

  /// What shows it; `nil` where its block could not be read.
  var room: (any ExhibitRoom)? {
    for type in Self.rooms {
      if let room = type.room(at: self) { return room }
    }
    return nil
  }

  /// Appends the exhibit, if it can be drawn.
  ///
  /// - Returns: The ids of the sources behind it.
  func append(to html: inout [UInt8]) -> [String] {
    guard let (room, shown) = shown() else { return [] }
    html += shown
    if isFirstDrawn { appendScript(to: &html) }
    appendWayOut(to: &html)
    return room.sources
  }

  /// The exhibit as HTML without its script, and its room, which then knows works and drawings; `nil`
  /// where its block could not be read.
  func shown() -> (room: any ExhibitRoom, html: [UInt8])? {
    guard var room else { return nil }
    var html: [UInt8] = []
    try? room.append(to: &html)
    return (room, html)
  }

  /// Whether it is the first of its text that is drawn: a page names a script once.
  private var isFirstDrawn: Bool {
    scope.edition.exhibits(of: record).first(where: \.isDrawn)?.span == exhibit.span
  }

  /// Appends the script by which marks say what they are of, where there are marks to point at.
  func appendScript(to html: inout [UInt8]) {
    guard scope.handout == nil, exhibit.isDrawn else { return }
    for name in ["dossier", "marks"] {
      html.append(html: "<script src=\"")
      html.append(text: scope.root + "assets/\(name).js")
      html.append(html: "\" defer></script>\n")
    }
  }

  /// Appends the way to the exhibit's own page, where it has one; paper leads nowhere.
  private func appendWayOut(to html: inout [UInt8]) {
    guard scope.handout == nil, let page = scope.routes.exhibitPage(exhibit.id, of: record) else {
      return
    }
    html.append(html: "<p class=\"exhibit-take\">")
    html.appendLink(to: scope.pageAddress(page)) {
      $0.append(text: scope.edition.strings["exhibit-take"])
    }
    html.append(html: "</p>\n")
  }

  /// Why the exhibit has no content or cannot be drawn; `nil` where it is fine, and where what it
  /// names is not there, as that has been said.
  func refusal() -> ExhibitRefusal? {
    guard let room else { return nil }
    let template = type(of: room).template
    guard scope.templates.contains(template.path) else { return .withoutTemplate(template) }
    do throws(ExhibitRefusal) {
      try room.check()
      return nil
    } catch {
      return error
    }
  }

  /// What the exhibit is called by its address.
  var anchor: String { scope.anchorPrefix + exhibit.anchor(number) }

  /// "Exhibit 2"
  var label: String { scope.edition.strings.text("exhibit", ["n": String(number)]) }

  /// The address of the figures as a file.
  var data: String? { ExhibitFile(scope: scope).exhibitData(of: exhibit, in: record) }

  /// The page that a comparison is of its own.
  var page: LinkView? {
    guard let id = exhibit.id,
      let index = scope.site.comparisons.index(ofExhibit: id, in: record),
      let page = scope.routes.comparisonPage(index)
    else { return nil }
    return LinkView(
      label: scope.edition.strings["comparison-page"], address: scope.pageAddress(page))
  }

  /// What a drawing of the exhibit begins with.
  var figure: Figure {
    var figure = Figure(scope, anchor: anchor, number: number, caption: exhibit.caption)
    figure.data = data
    figure.width = width
    return figure
  }

  /// How wide a drawing is: the home page gives exhibits its whole width, a text and paper a part of
  /// theirs.
  var width: Double {
    if scope.handout != nil { return 640 }
    return record == scope.site.home ? 1104 : 800
  }

  /// - Parameter isAcross: Whether paper has room for it only across: a page can be scrolled, a sheet
  ///   cannot.
  func render(
    _ template: ExhibitTemplate, _ object: Object, _ html: inout [UInt8], isAcross: Bool = false
  ) {
    let isTurned = isAcross && scope.handout != nil
    if isTurned { html.append(html: "<div class=\"wide\">\n") }
    scope.templates.render(template.path, object, roots: scope.roots, into: &html)
    if isTurned { html.append(html: "</div>\n") }
  }
}

extension PlacedExhibit {
  private var site: LinkedSite { scope.site }

  /// Whether all that the exhibit names is there.
  ///
  /// - Throws: A refusal where a kind has no records.
  func isReady(
    _ selection: RecordSelection, _ fields: [Located]
  ) throws(ExhibitRefusal) -> Bool {
    if let kind = selection.kind {
      guard let index = site.schema.kindIndex(kind.id) else { return false }
      guard !site.recordsOfKind[index].isEmpty else {
        throw .empty(
          "there is no public record of the kind '\(kind.id)'",
          help: "write or publish one, or take the exhibit out")
      }
    }
    let records = selection.records(in: site)
    guard selection.kind != nil || records.count == selection.records.count else { return false }
    return fields.allSatisfy { field in
      records.contains { site.kind(of: $0).fieldIndex(field.id) != nil }
    }
  }
}
