#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A place on the earth in degrees (WGS 84): east and north are positive.
public struct GeoPoint: Hashable, Sendable {
  /// From −180 to 180.
  public var longitude: Double
  /// From −90 to 90.
  public var latitude: Double

  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// A part of the earth between two meridians and two parallels, in degrees.
public struct GeoFrame: Hashable, Sendable {
  public var west: Double
  public var south: Double
  /// Beyond 180 where the frame goes over the date line.
  public var east: Double
  public var north: Double

  /// - Parameter east: Less than `west` for a frame over the date line.
  /// - Returns: `nil` for a frame without an extent, and one that lies outside the earth.
  public init?(west: Double, south: Double, east: Double, north: Double) {
    let all = [west, south, east, north]
    guard all.allSatisfy(\.isFinite), abs(west) <= 180, abs(east) <= 180, abs(south) <= 90,
      abs(north) <= 90, south < north, west != east
    else { return nil }
    self.west = west
    self.south = south
    self.east = east < west ? east + 360 : east
    self.north = north
  }

  /// The least frame that holds some places, with room around them.
  ///
  /// Longitudes are taken as they are, without regard to the date line.
  ///
  /// - Returns: `nil` for no places.
  public init?(around places: [GeoPoint], margin: Double = 0.12) {
    guard let first = places.first else { return nil }
    (west, east, south, north) = (
      first.longitude, first.longitude, first.latitude, first.latitude
    )
    for place in places {
      (west, east) = (min(west, place.longitude), max(east, place.longitude))
      (south, north) = (min(south, place.latitude), max(north, place.latitude))
    }
    let room = max((east - west) * margin, (north - south) * margin, 2)
    west = max(west - room, -180)
    east = min(east + room, 180)
    south = max(south - room, -85)
    north = min(north + room, 85)
  }

  /// Its middle.
  var centre: GeoPoint { GeoPoint(longitude: (west + east) / 2, latitude: (south + north) / 2) }

  /// Whether a place lies within.
  public func contains(_ place: GeoPoint) -> Bool {
    let longitude = unwrapped(place.longitude)
    return west <= longitude && longitude <= east && south <= place.latitude
      && place.latitude <= north
  }

  /// A longitude by the name that is nearest to the middle.
  func unwrapped(_ longitude: Double) -> Double {
    longitude + ((centre.longitude - longitude) / 360).rounded() * 360
  }

  /// Places along its edges, close to one another.
  var edge: [GeoPoint] {
    (0...24).flatMap { step -> [GeoPoint] in
      let part = Double(step) / 24
      let (x, y) = (west + (east - west) * part, south + (north - south) * part)
      return [
        GeoPoint(longitude: x, latitude: south), GeoPoint(longitude: x, latitude: north),
        GeoPoint(longitude: west, latitude: y), GeoPoint(longitude: east, latitude: y),
      ]
    }
  }
}

/// How the earth is laid out on a plane.
public enum MapProjection: String, CaseIterable, Sendable {
  /// Equal Earth (B. Šavrič, T. Patterson and B. Jenny, 2018): areas are true; for the world.
  case equalEarth = "equal-earth"
  /// Lambert's azimuthal equal-area projection around the middle of the frame (J. P. Snyder, Map
  /// Projections: A Working Manual, 1987, equations 24-2 to 24-4): areas are true, and lengths nearly so
  /// in a region.
  case azimuthal
}

/// A projection around a middle, on a sphere as large as the earth.
struct Projector {
  let projection: MapProjection
  let centre: GeoPoint

  /// The mean radius of the earth in kilometres (IUGG).
  static let radius = 6371.0088

  /// Kilometres from the middle to the east and to the north; `nil` for what lies behind the earth.
  ///
  /// - Parameter longitude: Within 180 of that of the middle.
  func place(longitude: Double, latitude: Double) -> Point? {
    let radians = Double.pi / 180
    let (x, y) = ((longitude - centre.longitude) * radians, latitude * radians)
    switch projection {
    case .equalEarth: return Self.equalEarth(x, y)
    case .azimuthal:
      let middle = centre.latitude * radians
      let depth = 1 + sin(middle) * sin(y) + cos(middle) * cos(y) * cos(x)
      guard depth > 0.2 else { return nil }
      let scale = (2 / depth).squareRoot() * Self.radius
      return Point(
        x: scale * cos(y) * sin(x),
        y: scale * (cos(middle) * sin(y) - sin(middle) * cos(y) * cos(x)))
    }
  }

  private static func equalEarth(_ x: Double, _ y: Double) -> Point {
    let (a1, a2, a3, a4) = (1.340264, -0.081106, 0.000893, 0.003796)
    let angle = asin(max(-1, min(1, 3.0.squareRoot() / 2 * sin(y))))
    let (square, sixth) = (angle * angle, angle * angle * angle * angle * angle * angle)
    let width =
      3 * (9 * a4 * sixth * square + 7 * a3 * sixth + 3 * a2 * square + a1)
    return Point(
      x: radius * 2 * 3.0.squareRoot() * x * cos(angle) / width,
      y: radius * angle * (a4 * sixth * square + a3 * sixth + a2 * square + a1))
  }
}
