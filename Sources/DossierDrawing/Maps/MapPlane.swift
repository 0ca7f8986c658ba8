/// A frame of the earth laid out on a part of a drawing.
struct MapPlane {
  let frame: GeoFrame
  let projector: Projector
  let box: Box
  /// Pixels for a kilometre in the middle of the frame.
  let scale: Double
  private let origin: Point

  /// The frame as wide as it may be, and no higher than a limit.
  ///
  /// - Parameter maxHeight: What the frame may take up in height; a higher one is made less wide.
  init(
    _ frame: GeoFrame, _ projection: MapProjection, left: Double, top: Double, width: Double,
    maxHeight: Double
  ) {
    self.frame = frame
    projector = Projector(projection: projection, centre: frame.centre)
    let edge = frame.edge.compactMap { [projector] in
      projector.place(longitude: $0.longitude, latitude: $0.latitude)
    }
    let xs = edge.map(\.x)
    let ys = edge.map(\.y)
    let (west, east) = (xs.min() ?? -1, xs.max() ?? 1)
    let (south, north) = (ys.min() ?? -1, ys.max() ?? 1)
    scale = min(width / max(east - west, 1e-6), maxHeight / max(north - south, 1e-6))
    let height = ((north - south) * scale).rounded(.up)
    box = Box(left: left, top: top, right: left + width, bottom: top + max(height, 40))
    let middle = Point(x: (west + east) / 2, y: (south + north) / 2)
    origin = Point(
      x: (box.left + box.right) / 2 - middle.x * scale,
      y: (box.top + box.bottom) / 2 + middle.y * scale)
  }

  /// Where a place stands; `nil` for what lies behind the earth.
  func place(_ place: GeoPoint) -> Point? {
    position(longitude: frame.unwrapped(place.longitude), latitude: place.latitude)
  }

  private func position(longitude: Double, latitude: Double) -> Point? {
    projector.place(longitude: longitude, latitude: latitude).map {
      Point(x: origin.x + $0.x * scale, y: origin.y - $0.y * scale)
    }
  }

  /// What is seen of a closed line, as rings on a grid of half pixels without what no eye could see.
  ///
  /// Points that fall on one another become one, so lines that two areas share stay shared. The cost
  /// is that of the points.
  func rings(of ring: [GeoPoint]) -> [[GridPoint]] {
    copies(of: ring).compactMap { copy in
      let placed = Clip.inside(copy, Self.globe(projector)).compactMap {
        position(longitude: $0.x, latitude: $0.y)
      }
      let grid = GridPoint.snapped(Clip.inside(placed, seen), isClosed: true)
      return grid.count < 3 ? nil : grid
    }
  }

  /// What is seen of an open line.
  func lines(of line: [GeoPoint]) -> [[GridPoint]] {
    copies(of: line).flatMap { copy -> [[GridPoint]] in
      var parts: [[Point]] = [[]]
      for point in copy {
        let place = position(longitude: point.x, latitude: point.y)
        let limits = Self.globe(projector)
        guard let place, limits.left <= point.x, point.x <= limits.right else {
          if parts.last?.isEmpty == false { parts.append([]) }
          continue
        }
        parts[parts.count - 1].append(place)
      }
      return parts.flatMap { Clip.along($0, seen) }
        .map { GridPoint.snapped($0, isClosed: false) }.filter { $0.count > 1 }
    }
  }

  /// A little more than the part of the drawing, so that cut edges are out of sight.
  private var seen: Box {
    Box(left: box.left - 3, top: box.top - 3, right: box.right + 3, bottom: box.bottom + 3)
  }

  /// The part of the earth that a projection can show, in degrees.
  private static func globe(_ projector: Projector) -> Box {
    let reach = projector.projection == .azimuthal ? 100.0 : 180
    let middle = projector.centre.longitude
    return Box(left: middle - reach, top: -90, right: middle + reach, bottom: 90)
  }

  /// A line without jumps over the date line, as often as it may be seen.
  private func copies(of line: [GeoPoint]) -> [[Point]] {
    guard var longitude = line.first?.longitude else { return [] }
    let whole = line.map { place in
      longitude = place.longitude + ((longitude - place.longitude) / 360).rounded() * 360
      return Point(x: longitude, y: place.latitude)
    }
    let limits = Self.globe(projector)
    let (least, most) = whole.reduce((Double.infinity, -Double.infinity)) {
      (min($0.0, $1.x), max($0.1, $1.x))
    }
    return [-720.0, -360, 0, 360, 720].compactMap { turn in
      guard least + turn <= limits.right, most + turn >= limits.left else { return nil }
      return turn == 0 ? whole : whole.map { Point(x: $0.x + turn, y: $0.y) }
    }
  }
}

/// A place on the grid of half pixels on which outlines are drawn.
struct GridPoint: Hashable {
  var x: Int
  var y: Int

  /// Points on the grid: those that fall on the one before, and those between two on a straight line,
  /// are left out.
  static func snapped(_ points: [Point], isClosed: Bool) -> [GridPoint] {
    var kept: [GridPoint] = []
    for point in points {
      let next = GridPoint(x: Int((point.x * 2).rounded()), y: Int((point.y * 2).rounded()))
      if kept.last == next { continue }
      while kept.count > 1, kept[kept.count - 2].isStraight(kept[kept.count - 1], next) {
        kept.removeLast()
      }
      kept.append(next)
    }
    if isClosed, kept.count > 1, kept.first == kept.last { kept.removeLast() }
    return kept
  }

  /// Whether the way over a point to the next does not turn.
  private func isStraight(_ middle: GridPoint, _ next: GridPoint) -> Bool {
    let (a, b) = ((middle.x - x, middle.y - y), (next.x - middle.x, next.y - middle.y))
    return a.0 * b.1 == a.1 * b.0 && a.0 * b.0 + a.1 * b.1 > 0
  }

  /// A path of SVG through points, each told by the way from the one before.
  static func path(_ points: [GridPoint], isClosed: Bool) -> String {
    guard let first = points.first else { return "" }
    var path = "M\(first.x) \(first.y)l"
    var before = first
    for (index, point) in points.dropFirst().enumerated() {
      let (x, y) = (point.x - before.x, point.y - before.y)
      path += (index > 0 && x >= 0 ? " " : "") + String(x) + (y >= 0 ? " " : "") + String(y)
      before = point
    }
    return path + (isClosed ? "z" : "")
  }
}

/// Cuts lines at the edges of a box.
enum Clip {
  /// What of a closed line lies in a box, as one closed line (I. E. Sutherland and G. W. Hodgman, 1974).
  static func inside(_ ring: [Point], _ box: Box) -> [Point] {
    let edges: [(Bool, Double, Double)] = [
      (true, box.left, 1), (true, box.right, -1), (false, box.top, 1), (false, box.bottom, -1),
    ]
    return edges.reduce(ring) { points, edge in
      cut(points, isUpright: edge.0, at: edge.1, side: edge.2)
    }
  }

  /// What of a closed line lies on one side of a straight line.
  private static func cut(
    _ points: [Point], isUpright: Bool, at limit: Double, side: Double
  ) -> [Point] {
    guard var before = points.last else { return [] }
    func depth(_ point: Point) -> Double { ((isUpright ? point.x : point.y) - limit) * side }
    if points.allSatisfy({ depth($0) >= 0 }) { return points }
    var kept: [Point] = []
    for point in points {
      let (a, b) = (depth(before), depth(point))
      if (a < 0) != (b < 0) { kept.append(before.toward(point, a / (a - b))) }
      if b >= 0 { kept.append(point) }
      before = point
    }
    return kept
  }

  /// The stretches of an open line that lie in a box.
  static func along(_ line: [Point], _ box: Box) -> [[Point]] {
    var parts: [[Point]] = []
    for (start, end) in zip(line, line.dropFirst()) {
      guard let part = stretch(start, end, box) else { continue }
      if parts.last?.last == part.start {
        parts[parts.count - 1].append(part.end)
      } else {
        parts.append([part.start, part.end])
      }
    }
    return parts
  }

  /// The part of a straight line in a box (Y.-D. Liang and B. A. Barsky, 1984); `nil` for none.
  private static func stretch(
    _ start: Point, _ end: Point, _ box: Box
  ) -> (start: Point, end: Point)? {
    var (first, last) = (0.0, 1.0)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let sides = [
      (-dx, start.x - box.left), (dx, box.right - start.x), (-dy, start.y - box.top),
      (dy, box.bottom - start.y),
    ]
    for (way, room) in sides {
      if way == 0 {
        if room < 0 { return nil }
      } else if way < 0 {
        first = max(first, room / way)
      } else {
        last = min(last, room / way)
      }
    }
    return first > last ? nil : (start.toward(end, first), start.toward(end, last))
  }
}

extension Point {
  /// A place on the way to another, by the part of the way.
  fileprivate func toward(_ other: Point, _ part: Double) -> Point {
    if part == 0 { return self }
    return part == 1 ? other : Point(x: x + (other.x - x) * part, y: y + (other.y - y) * part)
  }
}
