/// The words of a bibliography in one language.
struct BibliographyLabels: Sendable {
  let editor: String
  let editors: String
  /// Before the work that a chapter stands in, at the beginning of a sentence.
  let within: String
  let volume: String
  let number: String
  let page: String
  let pages: String
  let accessed: String
  let archived: String
  let noDate: String
  /// For the names after the first, "et al.".
  let others: String
  /// Whether every name is written family name first, as in Ukrainian, or only the first of all.
  let invertsAllNames: Bool
  let quotes: (open: String, close: String)
  let innerQuotes: (open: String, close: String)
  /// Whether a full stop goes before the closing quotation mark.
  let stopsInsideQuotes: Bool

  static let english = BibliographyLabels(
    editor: "ed.", editors: "eds", within: "In", volume: "vol.", number: "no.", page: "p.",
    pages: "pp.", accessed: "accessed ", archived: "archived", noDate: "n.d.", others: "et al.",
    invertsAllNames: false, quotes: ("“", "”"), innerQuotes: ("‘", "’"), stopsInsideQuotes: true)

  static let ukrainian = BibliographyLabels(
    editor: "ред.", editors: "ред.", within: "У", volume: "т.", number: "№", page: "с.",
    pages: "с.", accessed: "дата звернення: ", archived: "архівна копія", noDate: "б. д.",
    others: "та ін.", invertsAllNames: true, quotes: ("«", "»"), innerQuotes: ("„", "“"),
    stopsInsideQuotes: false)

  /// A title in quotation marks; those within it become the inner ones.
  func quoted(_ title: String) -> String {
    var text = quotes.open
    for character in title {
      switch String(character) {
      case quotes.open: text += innerQuotes.open
      case quotes.close: text += innerQuotes.close
      case let other: text += other
      }
    }
    return text + quotes.close
  }
}
