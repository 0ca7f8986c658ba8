import DossierTemplate

/// Records on a map: `exhibits/map.html`.
struct MapView {
  /// The anchor: `exhibit-precedents`.
  var id: String
  /// "Exhibit 2"
  var number: String
  var caption: String?
  /// SVG for a wide screen and for a narrow one.
  var wide: [UInt8]
  var narrow: [UInt8]
  var insets: [MapInsetView]
  var legend: [FigureKeyView]
  /// What the areas of marks stand for; absent where they stand for nothing.
  var areaLabel: String?
  /// Whether marks were set apart from one another.
  var isSetApart: Bool
  /// The records by their forms.
  var groups: [MapGroupView]
  /// Lines and areas of the project's own.
  var overlays: [MapOverlayView]
  var omissions: [OmissionView]
  var works: ExhibitWorksView?
  /// Who made the outlines.
  var attribution: String?
  /// The figures as a CSV file.
  var data: String?

  static let shape = ViewShape<MapView>(
    "map",
    [
      .text("id") { $0.id },
      .text("number") { $0.number },
      .text("caption") { $0.caption },
      .html("wide") { $0.wide },
      .html("narrow") { $0.narrow },
      .list("insets", of: MapInsetView.shape) { $0.insets },
      .list("legend", of: FigureKeyView.shape) { $0.legend },
      .text("area-label") { $0.areaLabel },
      .flag("set-apart") { $0.isSetApart },
      .list("groups", of: MapGroupView.shape) { $0.groups },
      .list("overlays", of: MapOverlayView.shape) { $0.overlays },
      .list("omissions", of: OmissionView.shape) { $0.omissions },
      .object("works", ExhibitWorksView.shape) { $0.works },
      .text("attribution") { $0.attribution },
      .address("data") { $0.data },
    ])
}

/// A part of a map that is drawn apart.
struct MapInsetView {
  var letter: String
  var name: String
  /// SVG.
  var drawing: [UInt8]

  static let shape = ViewShape<MapInsetView>(
    "map-inset",
    [
      .text("letter") { $0.letter },
      .text("name") { $0.name },
      .html("drawing") { $0.drawing },
    ])
}

/// The records of one form.
struct MapGroupView {
  /// What the form stands for; absent where all have one.
  var label: String?
  var symbol: [UInt8]
  var rows: [MapRowView]

  static let shape = ViewShape<MapGroupView>(
    "map-group",
    [
      .text("label") { $0.label },
      .html("symbol") { $0.symbol },
      .list("rows", of: MapRowView.shape) { $0.rows },
    ])
}

/// A record of a map in the list below it.
struct MapRowView {
  var label: String
  /// Where the place is stated, with its works.
  var address: String
  var place: String
  /// What the area of its mark stands for.
  var value: String?
  var valueAddress: String?

  static let shape = ViewShape<MapRowView>(
    "map-row",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("place") { $0.place },
      .text("value") { $0.value },
      .address("value-address") { $0.valueAddress },
    ])
}

/// Lines or areas of the project's own.
struct MapOverlayView {
  var label: String
  var asOf: String?

  static let shape = ViewShape<MapOverlayView>(
    "map-overlay",
    [
      .text("label") { $0.label },
      .text("as-of") { $0.asOf },
    ])
}
