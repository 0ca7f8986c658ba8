import DossierSource
import Testing

@testable import DossierSite

/// Outlines in GeoJSON, good and bad.
@Suite struct MapDecoderTests {
  private static func read(_ text: String) -> Outcome<MapFile?> {
    MapDecoder.decode(SourceFile(path: "content/maps/m.geojson", text: text), id: "m")
  }

  private static func polygon(_ ring: String) -> String {
    #"{"type":"Feature","properties":{"id":"A"},"geometry":{"type":"Polygon","coordinates":["#
      + ring + "]}}"
  }

  private static let ring = "[[0,0],[1,0],[1,1],[0,0]]"

  @Test func areasAndLinesAreRead() throws {
    let text =
      #"{"type":"FeatureCollection","attribution":"Ours","features":["# + Self.polygon(Self.ring)
      + #",{"type":"Feature","geometry":{"type":"GeometryCollection","geometries":["#
      + #"{"type":"LineString","coordinates":[[0,0],[2,2]]},{"type":"Point","coordinates":[1,1]}]}}]}"#
    let outcome = Self.read(text)
    let map = try #require(outcome.value)
    #expect(outcome.diagnostics.isEmpty && map.attribution == "Ours")
    #expect(map.features.map(\.id) == ["A", nil])
    #expect(
      map.features[0].rings == [
        [(0.0, 0.0), (1, 0), (1, 1), (0, 0)].map {
          MapFile.Position(longitude: $0.0, latitude: $0.1)
        }
      ])
    #expect(map.features[1].lines.count == 1)
  }

  @Test(arguments: [
    ("", "map.syntax"), ("{", "map.syntax"), ("[1,]", "map.syntax"), ("{\"a\" 1}", "map.syntax"),
    ("nul", "map.syntax"), ("\"a", "map.syntax"), ("1e999", "map.syntax"), ("{} x", "map.syntax"),
    (String(repeating: "[", count: 100_000), "map.syntax"),
    ("{}", "map.geometry"), ("[]", "map.geometry"), ("{\"type\":\"Topology\"}", "map.geometry"),
    ("{\"type\":\"FeatureCollection\",\"features\":[]}", "map.empty"),
    ("{\"type\":\"Point\",\"coordinates\":[1,1]}", "map.empty"),
    (polygon("[[0,0],[1,0],[1,1]]"), "map.ring"), (polygon("[[0,0],[1,0],[0,0]]"), "map.ring"),
    (polygon("[[0,0]]"), "map.ring"), (polygon("[]"), "map.ring"), (polygon("7"), "map.ring"),
    (polygon("[[0,0],[1,\"x\"],[1,1],[0,0]]"), "map.coordinates"),
    (polygon("[[0,0],[1],[1,1],[0,0]]"), "map.coordinates"),
    (polygon("[[0,0],[181,0],[1,1],[0,0]]"), "map.coordinates"),
    (polygon("[[50,0],[48,100],[1,1],[50,0]]"), "map.coordinates"),
  ])
  func whatIsNoMapIsTold(text: String, code: String) {
    #expect(Self.read(text).diagnostics.map(\.code) == [code])
  }

  @Test func swappedCoordinatesAreNamed() {
    let diagnostics = Self.read(Self.polygon("[[50,0],[48,100],[1,1],[50,0]]")).diagnostics
    #expect(diagnostics.first?.help?.hasSuffix("these two are swapped") == true)
  }

  /// A file that is wrong throughout is not told of line by line.
  @Test func aFewMistakesAreEnough() {
    let rings = Array(repeating: "[[0,0],[999,0],[1,1],[0,0]]", count: 1_000)
    #expect(Self.read(Self.polygon(rings.joined(separator: ","))).diagnostics.count == 5)
  }

  @Test func aMistakeHasItsPlace() throws {
    let text = "{\"type\":\"Polygon\",\n\"x\":\"ї\",\"coordinates\":[[[0,0],[999,0],[1,1],[0,0]]]}"
    let place = try #require(Self.read(text).diagnostics.first?.place)
    #expect(place.span.line == 2 && place.span.column == 31)
  }

  @Test func crossingLinesAreRead() {
    #expect(Self.read(Self.polygon("[[0,0],[1,1],[1,0],[0,1],[0,0]]")).diagnostics.isEmpty)
  }
}

/// Places on the earth, as records state them.
@Suite struct PlaceFieldTests {
  private static func report(_ place: String) -> String {
    SiteSample([
      "content/missions/_kind.yml":
        "id: mission\nplural: Missions\nfields: {where: {type: place}}\n",
      "content/missions/kfor.md": "---\ntitle: K\nwhere: \(place)\n---\n",
    ]).report()
  }

  @Test(arguments: [
    "{latitude: 42.66, longitude: 21.16}", "{latitude: -90, longitude: 180, name: Pole}",
    "{latitude: 0, longitude: 0, name: {en: Nowhere, uk: Ніде}, note: There is nothing.}",
    "{value: {latitude: 1, longitude: 2}, note: A note}", "unknown",
    "[{latitude: 1, longitude: 2}, {latitude: 1.5, longitude: 2}]",
  ])
  func placesAreRead(place: String) {
    #expect(Self.report(place) == "")
  }

  @Test(arguments: [
    ("Pristina", "yaml.type"), ("{latitude: 42.66}", "yaml.missing-key"),
    ("{latitude: 142, longitude: 21}", "place.range"),
    ("{latitude: 10, longitude: 181}", "place.range"),
    ("{latitude: 42°N, longitude: 21}", "place.degrees"),
    ("{latitude: \"42,66\", longitude: 21}", "place.degrees"),
    ("{latitude: inf, longitude: 21}", "place.degrees"),
    ("{latitude: [1], longitude: 2}", "yaml.type"),
    ("{latitude: 1, longitude: 2, altitude: 3}", "yaml.unknown-key"),
    ("{latitude: 1e1, longitude: 2}", "place.degrees"),
  ])
  func whatIsNoPlaceIsTold(place: String, code: String) {
    #expect(Self.report(place).contains("[\(code)]"), "\(Self.report(place))")
  }

  @Test func swappedDegreesAreNamed() {
    #expect(Self.report("{latitude: 121.5, longitude: 25}").contains("swap 'latitude'"))
  }
}
