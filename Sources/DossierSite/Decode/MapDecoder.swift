import DossierSource

/// Reads outlines in GeoJSON (RFC 7946).
struct MapDecoder {
  private let lines: LineTable
  private let bytes: [UInt8]
  private var findings: Findings

  /// A file that is wrong is mostly wrong in every line.
  private static let mostMistakes = 5

  private init(_ file: SourceFile) {
    bytes = file.bytes
    lines = LineTable(file.bytes)
    findings = Findings(path: file.path)
  }

  /// - Returns: `nil` for what is no GeoJSON; else what of it could be read.
  static func decode(_ file: SourceFile, id: String) -> Outcome<MapFile?> {
    var decoder = MapDecoder(file)
    let map = decoder.map(id)
    return Outcome(map, decoder.findings.diagnostics)
  }

  private mutating func map(_ id: String) -> MapFile? {
    let root: JSONNode
    do throws(JSONMistake) {
      root = try JSONDocument.parse(bytes)
    } catch {
      tell("map.syntax", error.message, at: error.offset, help: "the file has to be GeoJSON")
      return nil
    }
    var map = MapFile(id: id, attribution: root["attribution"]?.text, features: [])
    add(root, to: &map)
    if map.features.allSatisfy({ $0.rings.isEmpty && $0.lines.isEmpty }),
      findings.diagnostics.isEmpty
    {
      tell("map.empty", "the map has neither areas nor lines", at: root.offset, help: nil)
    }
    return map
  }

  private mutating func add(_ node: JSONNode, to map: inout MapFile) {
    switch node["type"]?.text {
    case "FeatureCollection"?:
      for feature in node["features"]?.items ?? [] { add(feature, to: &map) }
    case "Feature"?:
      let id = (node["properties"]?["id"] ?? node["id"])?.text
      var feature = MapFile.Feature(id: id)
      if let geometry = node["geometry"] { add(geometry, to: &feature, depth: 0) }
      map.features.append(feature)
    default:
      var feature = MapFile.Feature()
      add(node, to: &feature, depth: 0)
      map.features.append(feature)
    }
  }

  private mutating func add(
    _ geometry: JSONNode, to feature: inout MapFile.Feature, depth: Int
  ) {
    let coordinates = geometry["coordinates"]
    let parts = coordinates?.items ?? []
    switch geometry["type"]?.text {
    case "Polygon"?: feature.rings += parts.compactMap { ring($0) }
    case "MultiPolygon"?:
      feature.rings += parts.flatMap { $0.items ?? [] }.compactMap { ring($0) }
    case "LineString"?: feature.lines += coordinates.flatMap { line($0) }.map { [$0] } ?? []
    case "MultiLineString"?: feature.lines += parts.compactMap { line($0) }
    case "GeometryCollection"? where depth < 8:
      for part in geometry["geometries"]?.items ?? [] {
        add(part, to: &feature, depth: depth + 1)
      }
    // Places come from records; a file of points is told as one without areas and lines.
    case "Point"?, "MultiPoint"?: break
    default:
      if case .null = geometry.value { return }
      tell(
        "map.geometry", "this is no geometry of GeoJSON", at: geometry.offset,
        help: "the types are Polygon, MultiPolygon, LineString and MultiLineString")
    }
  }

  private mutating func ring(_ node: JSONNode) -> [MapFile.Position]? {
    guard let ring = line(node) else { return nil }
    guard ring.count >= 4, ring.first == ring.last else {
      tell(
        "map.ring", "the line around an area is not closed", at: node.offset,
        help: "it has four positions or more, of which the last is the first")
      return nil
    }
    return ring
  }

  private mutating func line(_ node: JSONNode) -> [MapFile.Position]? {
    guard let items = node.items, items.count > 1 else {
      tell("map.ring", "a line has at least two positions", at: node.offset, help: nil)
      return nil
    }
    var line: [MapFile.Position] = []
    line.reserveCapacity(items.count)
    for item in items {
      guard let position = position(item) else { return nil }
      line.append(position)
    }
    return line
  }

  private mutating func position(_ node: JSONNode) -> MapFile.Position? {
    guard let items = node.items, items.count >= 2, let longitude = items[0].number,
      let latitude = items[1].number
    else {
      tell(
        "map.coordinates", "a position is no pair of numbers", at: node.offset,
        help: "write [longitude, latitude], in degrees")
      return nil
    }
    guard abs(longitude) <= 180, abs(latitude) <= 90 else {
      tell(
        "map.coordinates", "there is no place at [\(longitude), \(latitude)]", at: node.offset,
        help: abs(latitude) <= 180 && abs(longitude) <= 90
          ? "GeoJSON gives longitude before latitude; these two are swapped"
          : "GeoJSON gives longitude and latitude in degrees (WGS 84)")
      return nil
    }
    return MapFile.Position(longitude: longitude, latitude: latitude)
  }

  private mutating func tell(_ code: String, _ message: String, at offset: Int, help: String?) {
    guard findings.diagnostics.count < Self.mostMistakes else { return }
    let line = lines.line(of: offset)
    let start = lines[line].lowerBound
    let before = String(
      decoding: bytes[start..<min(max(offset, start), bytes.count)], as: UTF8.self)
    findings.error(
      code, message,
      at: Span(line: line + 1, column: before.unicodeScalars.count + 1), help: help)
  }
}
