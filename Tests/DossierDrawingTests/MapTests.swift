import Foundation
import Testing

@testable import DossierDrawing

/// Maps: where places stand, what is seen of outlines, and that names cover nothing.
@Suite struct MapTests {
  private static let world = GeoFrame(west: -170, south: -55, east: 175, north: 75)

  private static func chart(
    _ frame: GeoFrame?, _ projection: MapProjection = .equalEarth, _ spots: [MapSpot],
    outlines: [MapOutline] = [], largest: Double? = nil
  ) throws -> MapChart {
    MapChart(
      text: ChartText(title: "T", description: "D"), frame: try #require(frame),
      projection: projection, outlines: outlines, spots: spots, largest: largest
    ) { "\(Int($0)) km" }
  }

  /// Values of the paper that gives the projection, for a sphere of radius 1.
  @Test func equalEarthPutsThePoleAndTheEdgeWhereItsAuthorsDo() throws {
    let projector = Projector(
      projection: .equalEarth, centre: GeoPoint(longitude: 0, latitude: 0))
    let edge = try #require(projector.place(longitude: 180, latitude: 0))
    #expect(abs(edge.x / Projector.radius - 2.7066) < 0.001 && abs(edge.y) < 1e-9)
    let pole = try #require(projector.place(longitude: 0, latitude: 90))
    #expect(abs(pole.y / Projector.radius - 1.3174) < 0.001)
  }

  /// A line through the middle of a region is as long as on the sphere, to one per cent.
  @Test(arguments: [(48.0, 31.0), (0.0, 0.0), (-33.0, 151.0), (64.0, -21.0)])
  func lengthsOfARegionAreTrue(latitude: Double, longitude: Double) throws {
    let projector = Projector(
      projection: .azimuthal, centre: GeoPoint(longitude: longitude, latitude: latitude))
    let north = try #require(projector.place(longitude: longitude, latitude: latitude + 5))
    let south = try #require(projector.place(longitude: longitude, latitude: latitude - 5))
    let length = 10 * Double.pi / 180 * Projector.radius
    #expect(abs((north.y - south.y) / length - 1) < 0.01)
    #expect(projector.place(longitude: longitude + 180, latitude: -latitude) == nil)
  }

  private static let crowd = (0..<120).map { index in
    MapSpot(
      label: "Mission number \(index)",
      place: GeoPoint(
        longitude: Double(index % 12) * 2.5 + 5, latitude: Double(index / 12) * 2 + 35),
      group: index % 7, size: Double(index * index))
  }

  @Test(arguments: [1104.0, 358.0, 352.0])
  func namesCoverNeitherMarksNorEachOther(width: Double) throws {
    let frame = GeoFrame(west: 0, south: 30, east: 40, north: 58)
    let drawing = try Self.chart(frame, .azimuthal, Self.crowd, largest: 14161)
      .drawing(width: width, idPrefix: "m")
    #expect(drawing.marks.count == Self.crowd.count && !drawing.labels.isEmpty)
    let boxes = drawing.labels.map {
      Box(left: $0.left, top: $0.top, right: $0.right, bottom: $0.bottom)
    }
    for (index, box) in boxes.enumerated() {
      #expect(!boxes.dropFirst(index + 1).contains { $0.overlaps(box) })
      #expect(box.left >= 0 && box.right <= width)
      for mark in drawing.marks {
        let covered = Box(
          left: mark.centre.x - mark.radius, top: mark.centre.y - mark.radius,
          right: mark.centre.x + mark.radius, bottom: mark.centre.y + mark.radius)
        #expect(!covered.overlaps(box), "\(drawing.labels[index].label) covers \(mark.label)")
      }
    }
  }

  /// Areas, not widths, are to scale; what is not known has a size of its own and is hollow.
  @Test func areasAreToScale() throws {
    let spots = [
      MapSpot(label: "A", place: GeoPoint(longitude: -60, latitude: 0), size: 40_000),
      MapSpot(label: "B", place: GeoPoint(longitude: 60, latitude: 0), size: 10_000),
      MapSpot(label: "C", place: GeoPoint(longitude: 100, latitude: 40)),
    ]
    let drawing = try Self.chart(Self.world, .equalEarth, spots, largest: 40_000)
      .drawing(width: 1104, idPrefix: "m")
    let radii = Dictionary(uniqueKeysWithValues: drawing.marks.map { ($0.label, $0.radius) })
    let (a, b, c) = try (
      #require(radii["A"]), #require(radii["B"]), #require(radii["C"])
    )
    #expect(abs(a / b - 2) < 1e-9 && c == 3.4)
    #expect(String(decoding: drawing.svg, as: UTF8.self).contains("map-unknown"))
  }

  @Test func marksAtOnePlaceAreSetApart() throws {
    let place = GeoPoint(longitude: 20, latitude: 10)
    let spots = (0..<9).map { MapSpot(label: "S\($0)", place: place) }
    let drawing = try Self.chart(Self.world, .equalEarth, spots).drawing(width: 1104, idPrefix: "m")
    #expect(drawing.isSetApart && Set(drawing.marks.map(\.centre)).count == 9)
    let alone = try Self.chart(Self.world, .equalEarth, [spots[0]])
      .drawing(width: 1104, idPrefix: "m")
    #expect(!alone.isSetApart)
  }

  private static func square(_ west: Double, _ south: Double, _ side: Double) -> [GeoPoint] {
    [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)].map {
      GeoPoint(longitude: west + $0.0, latitude: south + $0.1)
    }
  }

  private static func path(_ outlines: [MapOutline], _ frame: GeoFrame?) throws -> String? {
    let drawing = try chart(frame, .azimuthal, [], outlines: outlines).drawing(
      width: 400, idPrefix: "m")
    return SVGElement.all(in: drawing.svg).first {
      $0.name == "path" && $0.classes.contains { $0.hasPrefix("map-l") || $0.hasPrefix("map-a") }
    }?
    .attributes["d"]
  }

  /// Land is seen on both sides of the date line, and what lies elsewhere is not drawn.
  @Test func aFrameMayGoOverTheDateLine() throws {
    let frame = GeoFrame(west: 170, south: -20, east: -170, north: 0)
    let east = MapOutline(sort: .land, rings: [Self.square(-176, -12, 4)])
    let west = MapOutline(sort: .land, rings: [Self.square(172, -12, 4)])
    let both = try #require(
      try Self.path([MapOutline(sort: .land, rings: east.rings + west.rings)], frame))
    #expect(both.filter { $0 == "M" }.count == 2)
    #expect(try Self.path([MapOutline(sort: .land, rings: [Self.square(10, 40, 5)])], frame) == nil)
  }

  @Test func aLineThatLeavesTheFrameIsCut() throws {
    let frame = GeoFrame(west: 20, south: 40, east: 30, north: 50)
    let line = (0...40).map { GeoPoint(longitude: Double($0), latitude: 45) }
    let path = try #require(try Self.path([MapOutline(sort: .line, rings: [line])], frame))
    #expect(path.hasPrefix("M") && !path.hasSuffix("z"))
    for outside in [GeoFrame(west: 100, south: 40, east: 110, north: 50)] {
      #expect(try Self.path([MapOutline(sort: .line, rings: [line])], outside) == nil)
    }
  }

  /// Points that no eye could tell apart weigh nothing.
  @Test func outlinesAreSimplifiedToTheGrid() throws {
    let ring = (0...200_000).map { step -> GeoPoint in
      let angle = Double(step % 200_000) / 200_000 * 2 * .pi
      return GeoPoint(longitude: 25 + 4 * cos(angle), latitude: 45 + 3 * sin(angle))
    }
    let frame = GeoFrame(west: 20, south: 40, east: 30, north: 50)
    let path = try #require(try Self.path([MapOutline(sort: .land, rings: [ring])], frame))
    #expect(path.utf8.count < 12_000 && path.utf8.count > 400)
  }

  /// What two areas share falls on the same points of the grid.
  @Test func sharedBordersStayShared() throws {
    let frame = try #require(GeoFrame(west: 20, south: 40, east: 30, north: 50))
    let plane = MapPlane(frame, .azimuthal, left: 0, top: 0, width: 400, maxHeight: 500)
    let border = (0...30).map {
      GeoPoint(longitude: 25 + Double($0 % 3) * 0.01, latitude: 42 + Double($0) * 0.2)
    }
    let west =
      border + [GeoPoint(longitude: 21, latitude: 48), GeoPoint(longitude: 21, latitude: 42)]
    let east =
      border + [GeoPoint(longitude: 29, latitude: 48), GeoPoint(longitude: 29, latitude: 42)]
    let (a, b) = (Set(plane.rings(of: west).joined()), Set(plane.rings(of: east).joined()))
    #expect(a.intersection(b).count > 20)
  }

  @Test(arguments: [
    (0.0, 0.0, 0.0, 10.0), (0, 10, 10, 10), (0, 20, 10, 10), (-200, 0, 10, 10), (0, -100, 10, 10),
    (.nan, 0, 10, 10), (0, 0, .infinity, 10),
  ])
  func aFrameWithoutExtentIsNone(west: Double, south: Double, east: Double, north: Double) {
    #expect(GeoFrame(west: west, south: south, east: east, north: north) == nil)
  }

  /// The area of a mark is its share of the largest; what has none, or nothing to be measured by, is least.
  @Test(arguments: [
    (1000.0 as Double?, [250.0, 0, nil] as [Double?], [0.5, nil, nil] as [Double?]),
    (0.4, [0.4, 0.1, nil], [1, 0.5, nil]), (0, [0, nil], [nil, nil]), (nil, [5, nil], [nil, nil]),
  ])
  func aMarkIsAsLargeAsItsFigure(largest: Double?, sizes: [Double?], shares: [Double?]) throws {
    let frame = try #require(GeoFrame(west: 20, south: 40, east: 30, north: 50))
    let plane = MapPlane(frame, .azimuthal, left: 0, top: 0, width: 560, maxHeight: 900)
    let spots = sizes.enumerated().map { place, size in
      MapSpot(
        label: "\(place)", place: GeoPoint(longitude: 22 + Double(place) * 3, latitude: 45),
        size: size)
    }
    let placed = MapSpace(plane.box).placed(spots, on: plane, largest: largest).spots
    for (spot, share) in zip(placed.sorted { $0.spot.label < $1.spot.label }, shares) {
      #expect(abs(spot.radius - (share.map { $0 * 20 } ?? 3.4)) < 1e-9, "\(spot)")
    }
  }

  /// A map ends where the earth does, and short of the poles, which a cylinder cannot show.
  @Test func aFrameAroundPlacesHasRoomAndEndsWithTheEarth() throws {
    func frame(_ places: (Double, Double)...) throws -> [Double] {
      let points = places.map { GeoPoint(longitude: $0.0, latitude: $0.1) }
      let frame = try #require(GeoFrame(around: points))
      return [frame.west, frame.south, frame.east, frame.north]
    }
    #expect(try frame((20, 40)) == [18, 38, 22, 42])
    #expect(try frame((0, 0), (50, 25)) == [-6, -6, 56, 31])
    #expect(try frame((-179, -84.5), (179.5, 84)) == [-180, -85, 180, 85])
    #expect(GeoFrame(around: []) == nil)
  }

  @Test func whatCannotBeDrawnIsRefused() throws {
    let far = MapSpot(label: "Far", place: GeoPoint(longitude: 100, latitude: 0))
    let frame = GeoFrame(west: 0, south: -10, east: 20, north: 10)
    #expect(throws: MapRefusal.outside(label: "Far")) {
      try Self.chart(frame, .azimuthal, [far]).drawing(width: 400, idPrefix: "m")
    }
    let near = MapSpot(label: "Near", place: GeoPoint(longitude: 10, latitude: 0), size: -1)
    #expect(throws: MapRefusal.size(label: "Near")) {
      try Self.chart(frame, .azimuthal, [near], largest: 3).drawing(width: 400, idPrefix: "m")
    }
    var long = try Self.chart(frame, .azimuthal, [])
    long.rulers = [MapRuler(label: "Long", length: Extent(9_000), text: "9,000 km")]
    #expect(throws: MapRefusal.length(label: "Long")) {
      try long.drawing(width: 400, idPrefix: "m")
    }
  }

  /// A line of so many kilometres beside the map is as long as one on it.
  @Test func lengthsBesideTheMapAreAtItsScale() throws {
    let frame = GeoFrame(west: 22, south: 44, east: 41, north: 53)
    var chart = try Self.chart(frame, .azimuthal, [])
    chart.rulers = [MapRuler(label: "Front", length: Extent(1_218), text: "1,218 km")]
    let drawing = try chart.drawing(width: 1104, idPrefix: "m")
    let ruler = try #require(
      SVGElement.all(in: drawing.svg).first { $0.classes.contains("map-ruler") })
    let width = try #require(ruler.attributes["width"].flatMap { Double($0) })
    #expect(abs(width / drawing.scale - 1_218) < 2)
  }

  @Test(arguments: [
    "", String(repeating: "გ", count: 200), "<&\">", "a\u{0}b", "مرحبا",
  ])
  func everyNameIsSurvived(name: String) throws {
    let spot = MapSpot(label: name, place: GeoPoint(longitude: 10, latitude: 10))
    let drawing = try Self.chart(Self.world, .equalEarth, [spot]).drawing(width: 358, idPrefix: "m")
    #expect(drawing.marks.count == 1)
    #expect(SVGElement.all(in: drawing.svg).first?.name == "svg")
  }
}
