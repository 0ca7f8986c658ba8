import DossierSource

// Places on the earth: `{latitude: 42.66, longitude: 21.16, name: Pristina}`.
extension ClaimDecoder {
  func place(_ node: YAMLNode, _ findings: inout Findings) -> Coordinates? {
    guard let entries = node.entries else {
      findings.expected(
        "a latitude and a longitude", for: field.id, at: node,
        help: "write {latitude: 42.66, longitude: 21.16, name: Pristina}")
      return nil
    }
    var reader = MappingReader(entries: entries, span: node.span)
    let place = place(&reader, &findings)
    reader.finish(&findings)
    return place
  }

  /// The parts of a place, which may stand beside its evidence.
  func place(_ reader: inout MappingReader, _ findings: inout Findings) -> Coordinates? {
    let latitude = degrees("latitude", &reader, &findings)
    let longitude = degrees("longitude", &reader, &findings)
    let name = reader.take("name").flatMap {
      Localized<String>.decode($0, key: "name", languages: [], &findings)
    }
    guard let latitude, let longitude else { return nil }
    guard abs(latitude.value) <= 90, abs(longitude.value) <= 180 else {
      let isSwapped = abs(longitude.value) <= 90 && abs(latitude.value) <= 180
      findings.error(
        "place.range", "there is no place at \(latitude.text), \(longitude.text)",
        at: latitude.span,
        help: isSwapped
          ? "swap 'latitude' and 'longitude'"
          : "a latitude lies between -90 and 90, a longitude between -180 and 180")
      return nil
    }
    return Coordinates(
      latitude: latitude.value, longitude: longitude.value, name: name,
      written: latitude.text + ", " + longitude.text)
  }

  private func degrees(
    _ key: String, _ reader: inout MappingReader, _ findings: inout Findings
  ) -> (value: Double, text: String, span: Span)? {
    guard let node = reader.take(key) else {
      reader.missing(key, &findings)
      return nil
    }
    guard let text = node.text else {
      findings.expected("degrees", for: key, at: node)
      return nil
    }
    guard let value = Double(text), value.isFinite, text.utf8.allSatisfy(Self.isOfDegrees) else {
      findings.error(
        "place.degrees", "'\(text)' is no number of degrees", at: node.span,
        help: "write degrees with a point, as 42.66; south and west are negative")
      return nil
    }
    return (value, text, node.span)
  }

  private static func isOfDegrees(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }
}
