import DossierSource

extension Schedule {
  /// Reads `draft` and `embargo`, which mean the same for whatever has them.
  ///
  /// What cannot be read hides: who wrote the key meant that something is not to be seen.
  static func decode(_ reader: inout MappingReader, _ findings: inout Findings) -> Schedule {
    let isDraft = reader.flag("draft", &findings)
    if reader.blankSpan("draft") != nil { reader.missing("draft", &findings) }
    let isUnclear = isDraft == nil && reader.had("draft")
    return Schedule(isDraft: isDraft ?? isUnclear, embargo: embargo(&reader, &findings))
  }

  private static func embargo(_ reader: inout MappingReader, _ findings: inout Findings) -> Int? {
    guard let node = reader.take("embargo") else {
      guard reader.blankSpan("embargo") != nil else { return nil }
      reader.missing("embargo", &findings)
      return .max
    }
    if let moment = node.text.flatMap(Timestamp.seconds) { return moment }
    if let text = node.text, DateReadings.of(text).count > 1 {
      findings.tellMisreading(ofDate: text, at: node.span)
    } else {
      findings.error(
        "date.invalid", "\(node.sort) is no moment", at: node.span,
        help: "write 2025-06-01T06:00:00Z or 2025-06-01T06:00+02:00, or a date for 00:00 UTC")
    }
    return .max
  }
}
