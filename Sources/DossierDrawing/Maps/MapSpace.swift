#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A mark where it stands.
struct PlacedSpot {
  var spot: MapSpot
  var centre: Point
  var radius: Double

  var box: Box {
    Box(
      left: centre.x - radius, top: centre.y - radius, right: centre.x + radius,
      bottom: centre.y + radius)
  }
}

/// A name where it stands.
struct PlacedName {
  var label: String
  var box: Box
  /// The mark that a line leads from; `nil` for a name beside its mark.
  var leader: Point?
}

/// Finds room for marks and names within a part of a drawing, the largest mark first.
struct MapSpace {
  let area: Box

  init(_ area: Box) {
    self.area = area
  }

  private static let leastRadius = 3.4

  /// How far a name may stand from its mark; less on a narrow map, which lines would fill.
  private var reach: Double { area.right - area.left < 500 ? 18 : 64 }

  /// Marks where they belong; one that would hide another is moved as little as possible. Those that
  /// find no room stay.
  func placed(
    _ spots: [MapSpot], on plane: MapPlane, largest: Double?
  ) -> (spots: [PlacedSpot], isSetApart: Bool) {
    let most = min(26, max(10, (area.right - area.left) / 28))
    var taken = BoxGrid()
    var placed: [PlacedSpot] = []
    var isSetApart = false
    let sorted = spots.enumerated().sorted {
      let (a, b) = ($0.element.size ?? -1, $1.element.size ?? -1)
      return (b, $0.offset) < (a, $1.offset)
    }.map(\.element)
    for spot in sorted {
      guard let home = plane.place(spot.place) else { continue }
      let size = largest.map { $0 > 0 ? (spot.size ?? 0) / $0 : 0 } ?? 0
      var mark = PlacedSpot(
        spot: spot, centre: home, radius: max(Self.leastRadius, size.squareRoot() * most))
      let free = Self.spiral(around: home).first { place in
        mark.centre = place
        return area.contains(mark.box) && !taken.overlaps(mark.box.shrunk(by: 0.15))
      }
      mark.centre = free ?? home
      if mark.centre != home { isSetApart = true }
      taken.insert(mark.box)
      placed.append(mark)
    }
    return (placed, isSetApart)
  }

  /// A place, and others around it farther and farther away.
  private static func spiral(around home: Point) -> some Sequence<Point> {
    (0..<160).lazy.map { step in
      guard step > 0 else { return home }
      let (distance, angle) = (Double(step).squareRoot() * 3.2, Double(step) * 2.399963)
      return Point(x: home.x + cos(angle) * distance, y: home.y + sin(angle) * distance)
    }
  }

  /// Names beside their marks, or farther away with a line to them, where they cover neither marks nor
  /// one another; those that find no room are left out.
  ///
  /// - Parameter frames: Parts of the map that are drawn apart.
  func named(_ spots: [PlacedSpot], besides frames: [Box]) -> [PlacedName] {
    var taken = BoxGrid()
    for spot in spots { taken.insert(spot.box) }
    for frame in frames { taken.insert(frame) }
    var names: [PlacedName] = []
    for spot in spots where !spot.spot.label.isEmpty {
      let width = TextWidth.of(spot.spot.label) + 4
      guard width < (area.right - area.left) * 0.6 else { continue }
      let found = Self.candidates(width, beside: spot).first {
        $0.distance <= reach && area.contains($0.box) && !taken.overlaps($0.box)
      }
      guard let found else { continue }
      taken.insert(found.box)
      let leader = found.distance > 9 ? spot.centre : nil
      names.append(PlacedName(label: spot.spot.label, box: found.box, leader: leader))
    }
    return names
  }

  /// Sixteen directions by nine distances, the nearest first; right and left before the others.
  private static func candidates(
    _ width: Double, beside spot: PlacedSpot
  ) -> [(box: Box, distance: Double)] {
    let directions = [0, 8, 12, 4, 14, 2, 10, 6, 15, 1, 9, 7, 13, 3, 11, 5]
    return [3.0, 7, 12, 18, 25, 33, 42, 52, 64].flatMap { distance in
      directions.map { direction -> (box: Box, distance: Double) in
        let angle = Double(direction) * .pi / 8
        let reach = spot.radius + distance
        let anchor = Point(
          x: spot.centre.x + cos(angle) * reach, y: spot.centre.y + sin(angle) * reach)
        let left = anchor.x - width / 2 + cos(angle) * width / 2
        let middle = anchor.y + sin(angle) * 7
        return (
          Box(left: left, top: middle - 7, right: left + width, bottom: middle + 7), distance
        )
      }
    }
  }
}

/// Boxes by the squares of a grid that they touch, so that asking for an overlap costs little.
struct BoxGrid {
  private static let side = 64.0
  private var cells: [Cell: [Box]] = [:]

  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }

  mutating func insert(_ box: Box) {
    for cell in Self.cells(of: box) { cells[cell, default: []].append(box) }
  }

  func overlaps(_ box: Box) -> Bool {
    Self.cells(of: box).contains { cell in cells[cell]?.contains { $0.overlaps(box) } ?? false }
  }

  /// The squares that a box touches; of a huge one some.
  private static func cells(of box: Box) -> [Cell] {
    func index(_ value: Double) -> Int { Int(max(-1e6, min(1e6, (value / side).rounded(.down)))) }
    let (left, top) = (index(box.left), index(box.top))
    let right = min(index(box.right), left + 64)
    let bottom = min(index(box.bottom), top + 64)
    return (left...max(left, right)).flatMap { x in
      (top...max(top, bottom)).map { Cell(x: x, y: $0) }
    }
  }
}

extension Box {
  /// The box without a part of its size along each edge, since a mark does not fill its box.
  fileprivate func shrunk(by part: Double) -> Box {
    let (x, y) = ((right - left) * part, (bottom - top) * part)
    return Box(left: left + x, top: top + y, right: right - x, bottom: bottom - y)
  }
}
