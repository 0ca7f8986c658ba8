import DossierSource

/// The rules that a project is written by, `format` in `content/site.yml`.
///
/// The number grows where something that was written for an earlier one would mean something else.
enum ProjectFormat {
  /// The one that this version reads.
  private static let known = "1"

  /// Takes the format from `site.yml`: none is a note with what is different now, another an error.
  static func check(_ reader: inout MappingReader, _ findings: inout Findings) {
    guard let node = reader.take("format") else {
      tellMissing(reader, &findings)
      return
    }
    guard node.text != known else { return }
    findings.error(
      "format.unknown", "\(node.sort) is no format that this version reads", at: node.span,
      help:
        "write 'format: \(known)', or get the version of dossier that the project is written for")
  }

  private static func tellMissing(_ reader: MappingReader, _ findings: inout Findings) {
    guard reader.blankSpan("format") == nil else {
      reader.missing("format", &findings)
      return
    }
    findings.note(
      "format.missing",
      "the project does not say its format, as those from before version 0.2: since then keys that "
        + "are not known are errors, and templates print more", at: reader.span,
      help: "mend what is reported, take new templates from 'dossier init', then write "
        + "'format: \(known)' (docs/upgrading.md)")
  }
}
