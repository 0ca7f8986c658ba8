import DossierSite
import Testing

@testable import DossierDrawing

/// Every drawing that is held against a recorded one, by the name of its file.
enum GoldenSamples {
  typealias Draw = @Sendable () throws -> [UInt8]

  static let all: [(name: String, draw: Draw)] =
    ChartSamples.all.map { sample in (sample.name, { try sample.draw().svg }) } + maps + signs
    + [("spark", spark), ("card-long", longCard)] + cards

  private static let longCard: Draw = {
    var card = ShareCard(
      publication: "Peace Mission Dossier", sort: "Briefing",
      title: "The arithmetic of force size: what densities of the past make of a long line",
      fact: "", caption: "What the precedents would take", foot: ["The Centre"], language: "en")
    card.picture = ShareCardTests.pictures[2].1
    return card.svg()
  }

  private static let cards: [(name: String, draw: Draw)] = [false, true].flatMap { isRightToLeft in
    ShareCardTests.pictures.map { name, picture in
      (
        "card-\(name)\(isRightToLeft ? "-right-to-left" : "")",
        { @Sendable () throws in
          var card = ShareCard(
            publication: "Peace Mission Dossier", sort: "Precedent", title: "Kosovo Force",
            fact: "4,686 troops", caption: "Strength, 25 April 2025",
            foot: ["The Centre", "27 February 2026", "dossier.example.org"], language: "en")
          card.picture = picture
          card.isRightToLeft = isRightToLeft
          card.logo = ShareCard.Logo(address: "data:,", width: 60, height: 30)
          return card.svg()
        }
      )
    }
  }

  private static let signs: [(name: String, draw: Draw)] = DrawnMark.allCases.map { mark in
    ("mark-" + mark.rawValue, { mark.svg(title: mark.rawValue) })
  }

  private static let maps: [(name: String, draw: Draw)] = [1_104.0, 358].flatMap { width in
    [("world", Self.world), ("whole", Self.whole), ("region", Self.region)].map { name, chart in
      (
        "map-\(name)-\(Int(width))",
        { @Sendable () throws in
          try chart().drawing(width: width, ratio: 0.8, idPrefix: "m").svg
        }
      )
    }
  }

  private static let spark: Draw = {
    let points = ChartSamples.kfor.map { (year: $0.year, value: $0.value) }
    return Sparkline(points)?.svg(title: "Strength") ?? []
  }

  private static func square(_ west: Double, _ south: Double, _ size: Double) -> [GeoPoint] {
    [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map { x, y in
      GeoPoint(longitude: west + x * size, latitude: south + y * size)
    }
  }

  private static let spots = [
    MapSpot(
      label: "KFOR", place: GeoPoint(longitude: 21.2, latitude: 42.7), group: 2, size: 50_000,
      note: "KFOR; Pristina"),
    MapSpot(label: "UNMIK", place: GeoPoint(longitude: 21.2, latitude: 42.7), size: 4_450),
    MapSpot(label: "UNPREDEP", place: GeoPoint(longitude: 21.4, latitude: 42), group: 1),
    MapSpot(
      label: "OSCE SMM", place: GeoPoint(longitude: 30.5, latitude: 50.4), group: 3, size: 800),
  ]

  private typealias Chart = @Sendable () throws -> MapChart

  private static func frame(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) throws -> GeoFrame {
    try #require(GeoFrame(west: west, south: south, east: east, north: north))
  }

  private static let world: Chart = {
    var chart = MapChart(
      text: ChartText(title: "World", description: "Four marks."),
      frame: try frame(-20, 20, 60, 65), projection: .equalEarth,
      outlines: [
        MapOutline(sort: .land, rings: [square(0, 35, 25), square(10, 45, 5)]),
        MapOutline(sort: .highlight, rings: [square(25, 44, 12)]),
      ], spots: spots, largest: 50_000
    ) { "\(Int($0)) km" }
    chart.insets = [
      MapInset(letter: "A", frame: try frame(14, 40, 23, 46))
    ]
    return chart
  }

  /// All of the earth, with land over the date line and about a pole.
  private static let whole: Chart = {
    MapChart(
      text: ChartText(title: "Whole", description: "Land at every edge."),
      frame: try frame(-180, -90, 180, 90), projection: .equalEarth,
      outlines: [
        MapOutline(sort: .land, rings: [square(165, -10, 30), square(-170, 50, 20)]),
        MapOutline(sort: .land, rings: [square(-60, 70, 20), square(100, -90, 25)]),
        MapOutline(sort: .line, rings: [Array(square(170, 30, 25).prefix(2))]),
      ],
      spots: [MapSpot(label: "Edge", place: GeoPoint(longitude: 179, latitude: -20), size: 5)],
      largest: 10
    ) { "\(Int($0)) km" }
  }

  private static let region: Chart = {
    var chart = MapChart(
      text: ChartText(title: "Region", description: "Lines at scale."),
      frame: try frame(18, 40, 42, 53), projection: .azimuthal,
      outlines: [
        MapOutline(sort: .highlight, rings: [square(25, 44, 8)]),
        MapOutline(sort: .area, rings: [square(33, 45, 3)]),
        MapOutline(sort: .line, rings: [Array(square(20, 41, 9).prefix(3))]),
      ], spots: spots, largest: nil
    ) { "\(Int($0)) km" }
    chart.rulers = [
      MapRuler(label: "Front", length: Extent(1_218), text: "1,218 km"),
      MapRuler(
        label: "Border", length: Extent(low: 351, high: 366), isApproximate: true,
        text: "about 351–366 km"),
    ]
    return chart
  }
}
