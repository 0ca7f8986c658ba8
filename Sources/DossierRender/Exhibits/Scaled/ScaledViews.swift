import DossierTemplate

/// A precedent's density, applied to other ground: `exhibits/scaled.html`.
struct ScaledView {
  /// The anchor: `exhibit-scaled`.
  var id: String
  /// "Exhibit 4"
  var number: String
  var caption: String?
  /// The ground to which the densities are applied.
  var ground: LinkView
  var measures: [ScaledMeasureView]
  var sources: [MarkedSourceView]
  /// The figures as a CSV file.
  var data: String?

  static let shape = ViewShape<ScaledView>(
    "scaled",
    [
      .text("id") { $0.id },
      .text("number") { $0.number },
      .text("caption") { $0.caption },
      .object("ground", LinkView.shape) { $0.ground },
      .list("measures", of: ScaledMeasureView.shape) { $0.measures },
      .list("sources", of: MarkedSourceView.shape) { $0.sources },
      .address("data") { $0.data },
    ])
}

/// Densities by one measure: along a line, over an area, by population.
struct ScaledMeasureView {
  /// The measure's label: "Line watched".
  var label: String
  /// The ground's own figure, with its date and sources.
  var ground: CellView
  /// The precedents' results and the published estimates, drawn; absent where nothing can be drawn.
  var drawing: DrawingView?
  var rows: [ScaledRowView]
  var omissions: [OmissionView]

  static let shape = ViewShape<ScaledMeasureView>(
    "scaled-measure",
    [
      .text("label") { $0.label },
      .object("ground", CellView.shape) { $0.ground },
      .object("drawing", DrawingView.shape) { $0.drawing },
      .list("rows", of: ScaledRowView.shape) { $0.rows },
      .list("omissions", of: OmissionView.shape) { $0.omissions },
    ])
}

/// A precedent with its density, and what the same density would take.
struct ScaledRowView {
  var label: String
  var address: String
  /// The precedent's own figures.
  var strength: CellView
  var measure: CellView
  var density: String
  /// Persons that the same density would take on the other ground.
  var persons: String
  /// Persons in service to keep that number deployed, for each factor.
  var pools: [String]

  static let shape = ViewShape<ScaledRowView>(
    "scaled-row",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .object("strength", CellView.shape) { $0.strength },
      .object("measure", CellView.shape) { $0.measure },
      .text("density") { $0.density },
      .text("persons") { $0.persons },
      .texts("pools") { $0.pools },
    ])
}
