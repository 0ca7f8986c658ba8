import DossierDrawing
import DossierSite

/// A small map that shows where a record's place lies.
struct MapLocator {
  let scope: PageScope

  private static let width = 300.0
  /// Degrees to the east and west, and to the north and south.
  private static let reach = (x: 42.0, y: 24.0)

  /// The map as SVG; `nil` for a record without a place, and where the project has no outlines.
  func drawing(of record: RecordIndex) -> [UInt8]? {
    guard scope.handout == nil, let outlines = scope.site.maps.widest,
      let place = scope.site.facts.place(of: record),
      let frame = Self.frame(around: place)
    else { return nil }
    let title = FactWords(scope: scope).text(of: place)
    let point = GeoPoint(longitude: place.longitude, latitude: place.latitude)
    let rings = outlines.features.flatMap(\.rings).map { $0.map(\.point) }
    let strings = scope.edition.strings
    let chart = MapChart(
      text: ChartText(title: title, description: scope.edition.title(of: record)), frame: frame,
      projection: .equalEarth, outlines: [MapOutline(sort: .land, rings: rings)],
      spots: [MapSpot(label: "", place: point, note: title)], largest: nil
    ) { strings.text("map-scale", ["n": String(Int($0))]) }
    return try? chart.drawing(width: Self.width, idPrefix: "_locator").svg
  }

  private static func frame(around place: Coordinates) -> GeoFrame? {
    let south = min(max(place.latitude - reach.y, -85), 85 - 2 * reach.y)
    let west = place.longitude - reach.x
    let east = place.longitude + reach.x
    return GeoFrame(
      west: west < -180 ? west + 360 : west, south: south, east: east > 180 ? east - 360 : east,
      north: south + 2 * reach.y)
  }
}
