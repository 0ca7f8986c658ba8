/// Outlines for maps: a file of `content/maps`, in GeoJSON (RFC 7946).
public struct MapFile: Sendable {
  /// The file's name without its ending.
  public var id: String
  /// Who made the outlines and on which terms, as the file's member `attribution` says.
  public var attribution: String?
  public var features: [Feature]

  /// How many degrees of longitude it goes over, by which the widest map of a site is told.
  public var width: Double {
    var (west, east) = (180.0, -180.0)
    for feature in features {
      for position in (feature.rings + feature.lines).joined() {
        (west, east) = (min(west, position.longitude), max(east, position.longitude))
      }
    }
    return max(east - west, 0)
  }

  /// An area or a line with its name.
  public struct Feature: Sendable {
    /// The property `id`, by which records name an area.
    public var id: String?
    /// Closed lines of areas, of which the inner ones are holes.
    public var rings: [[Position]] = []
    public var lines: [[Position]] = []
  }

  /// A place in degrees.
  public struct Position: Sendable, Equatable {
    public var longitude: Double
    public var latitude: Double
  }

  /// The id of the map that a file of the content is; `nil` for any other file.
  static func id(of path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count == 3, parts[1] == "maps", parts[2].hasSuffix(".geojson") else { return nil }
    return String(parts[2].dropLast(8))
  }
}
