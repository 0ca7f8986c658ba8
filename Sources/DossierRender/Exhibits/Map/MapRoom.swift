import DossierSite
import DossierTemplate

/// Shows records on maps.
struct MapRoom: ExhibitRoom {
  private let map: MapExhibit
  private let place: PlacedExhibit
  private(set) var sources: [String] = []
  private(set) var drawings: [[UInt8]] = []

  static let template = ExhibitTemplate(name: "map", shape: MapView.shape.shape)
  static let words = ["map-description", "map-scale", "map-size-unknown", "map-area"]

  init(_ map: MapExhibit, at place: PlacedExhibit) {
    self.map = map
    self.place = place
  }

  mutating func append(to html: inout [UInt8]) throws(ExhibitRefusal) {
    var figure = MapFigure(map, at: place)
    let view = try figure.view()
    sources = figure.works.sources
    drawings = [view.wide, view.narrow] + view.insets.map(\.drawing)
    place.render(Self.template, MapView.shape.object(view), &html)
  }

  func check() throws(ExhibitRefusal) {
    let fields = [map.place, map.form, map.area, map.areas].compactMap(\.self)
    guard try place.isReady(map.selection, fields) else { return }
    let site = place.scope.site
    // A kind without places has been told when the exhibit was linked.
    guard
      map.selection.records(in: site).contains(where: {
        map.placeField(in: site.kind(of: $0)) != nil
      })
    else { return }
    guard !site.maps.all.isEmpty else {
      throw .empty(
        "there are no outlines for the map", help: "put a GeoJSON file into content/maps")
    }
    var figure = MapFigure(map, at: place)
    _ = try figure.view()
  }

  func addFigures(to table: inout ExhibitTable) {
    let site = place.scope.site
    for record in place.scope.records(of: map.selection) {
      guard let field = map.placeField(in: site.kind(of: record)) else { continue }
      table.add(site.kind(of: record).fields[field].id, of: record)
      for located in [map.form, map.area, map.lines].compactMap(\.self) {
        table.add(located.id, of: record, map.choice)
      }
      if let areas = map.areas { table.add(areas.id, of: record) { _ in true } }
    }
    for record in map.linesOf.compactMap({ site.record($0.key) }) {
      if let lines = map.lines { table.add(lines.id, of: record, map.choice) }
    }
  }
}
