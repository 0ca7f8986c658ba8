import DossierSource

/// What is told once for a text, however often it stands in it.
enum Telling: Hashable {
  case foreign(ForeignForm)
  case rawHTML
  /// What follows the language of a block of code.
  case codeInfo
  /// Cells for which the header has no column.
  case surplusCells
  /// A row of dashes that does not fit the row above.
  case delimiterRow
  /// A definition of a link that no link uses.
  case unusedDefinition
  /// A definition of a label that is defined already.
  case secondDefinition
  /// Words that a link shows where a mouse rests on it.
  case linkTitle

  var code: String {
    switch self {
    case .foreign: "markdown.foreign"
    case .rawHTML: "markdown.raw-html"
    case .codeInfo: "markdown.code-info"
    case .surplusCells: "table.cells"
    case .delimiterRow: "table.delimiters"
    case .unusedDefinition: "link.unused"
    case .secondDefinition: "link.duplicate"
    case .linkTitle: "link.title"
    }
  }

  var message: String {
    switch self {
    case .foreign(let form): "\(form.name) is not known here; it is shown as it is"
    case .rawHTML: "raw HTML is shown as text"
    case .codeInfo: "what follows the language of a block of code is left out"
    case .surplusCells: "a row has more cells than the table has columns; they are left out"
    case .delimiterRow: "a row of dashes makes no table: the row above has more or fewer cells"
    case .unusedDefinition: "no link uses this definition, and nothing of it is shown"
    case .secondDefinition: "a link is defined twice; the first definition holds"
    case .linkTitle: "the title of a link is shown to a mouse alone, and neither found nor printed"
    }
  }

  /// Whether all of it is shown, if only to some.
  var losesNothing: Bool { self == .linkTitle }

  var help: String {
    switch self {
    case .foreign(let form): form.help
    case .rawHTML: "use Markdown, or set 'raw-html: true' in content/site.yml"
    case .codeInfo: "write the language alone behind the fence"
    case .surplusCells: "give the header a cell more, or put a backslash before a bar that is text"
    case .delimiterRow: "give both as many cells"
    case .unusedDefinition:
      "write the label in brackets where the link belongs, remove the line, or put a backslash before '['"
    case .secondDefinition: "give one of them another label, or remove it"
    case .linkTitle: "say it in the text, and leave the title out"
    }
  }
}
