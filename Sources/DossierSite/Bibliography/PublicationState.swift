/// What stands in the place of a date: "forthcoming", "n.d.", "1990s".
///
/// A year of BibLaTeX is a number. Words have the field `pubstate`, of which some are keys that styles
/// know in every language.
enum PublicationState {
  private static let keys = [
    "forthcoming": "forthcoming", "in preparation": "inpreparation", "in press": "inpress",
    "submitted": "submitted", "prepublished": "prepublished",
  ]

  /// The value of `pubstate`, as TeX reads it.
  static func field(_ words: String) -> String {
    keys[words.lowercased()] ?? TeX.escaped(words)
  }

  /// The words of a value of `pubstate`.
  static func words(_ field: String) -> String {
    keys.first { $0.value == field }?.key ?? field
  }

  /// Ten years or a hundred, as EDTF has them: "1990s" is `199X`; `nil` where the words are no such.
  static func edtf(_ words: String) -> String? {
    guard let match = words.wholeMatch(of: /(?i)(ca?\.? |circa )?(\d{3})0['’]?s/) else {
      return nil
    }
    return match.2 + "X" + (match.1 == nil ? "" : "~")
  }
}
