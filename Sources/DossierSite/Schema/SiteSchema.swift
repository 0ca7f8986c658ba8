public import DossierMarkdown
import DossierSource

/// What the project declares before any record is read: its configuration, units and kinds.
public struct SiteSchema: Sendable {
  public var configuration: SiteConfiguration
  /// In the order of the menu, then of their folders; the built-in pages last.
  public var kinds: Column<Kind, Kind>
  public var markdown: MarkdownParser
  /// Whether nothing of it is in error; what rests on declarations that are in error is not linked.
  var isSound = true
  /// Folders whose kind is declared, but so that it cannot be read, or with the id of another.
  var brokenFolders: Set<String> = []
  /// Whether the units are known: false where their file cannot be read.
  var hasUnits = true
  /// How tables are read, by the folders that say it.
  var tableRules: [String: FolderTableRules] = [:]
  /// The project's own rules of languages.
  var ownRules: [Language: LanguageRules] = [:]
  private var kindByFolder: [String: KindIndex] = [:]
  private var kindByID: [String: KindIndex] = [:]

  /// Folders of the site that no kind may have.
  static let fixedRoutes: Set<String> = [
    "sources", "topics", "compare", "handouts", "data", "assets", "search",
    "datapackage", "a-z", "exhibits", "cards", "share",
  ]

  init(configuration: SiteConfiguration, kinds: [Kind]) {
    self.configuration = configuration
    self.kinds = Column(kinds)
    markdown = MarkdownParser(
      options: .init(exhibits: Exhibit.names, allowsRawHTML: configuration.allowsRawHTML))
    for (index, kind) in self.kinds.indexed {
      kindByFolder[kind.folder] = index
      kindByID[kind.id] = index
    }
  }

  public func kind(_ id: String) -> Kind? { kindByID[id].map { kinds[$0] } }
  public func kindIndex(_ id: String) -> KindIndex? { kindByID[id] }
  public func kind(folder: String) -> Kind? { kindByFolder[folder].map { kinds[$0] } }

  /// The schema without some kinds and topics, as if nobody had declared them.
  func without(kinds hidden: Set<String>, topics: Set<String>) -> SiteSchema {
    guard !hidden.isEmpty || !topics.isEmpty else { return self }
    var configuration = configuration
    configuration.menu = configuration.menu?.without(kinds: hidden)
    for topic in topics { configuration.topics[topic] = nil }
    var schema = SiteSchema(
      configuration: configuration, kinds: kinds.filter { !hidden.contains($0.id) })
    (schema.tableRules, schema.ownRules) = (tableRules, ownRules)
    return schema
  }

  /// The kinds of a role, in their order.
  public func kinds(_ role: Role) -> [Kind] { kinds.filter { $0.role == role } }

  /// The unit of an id, declared or not.
  public func unit(_ id: String) -> Unit { configuration.units[id] ?? Unit(undeclared: id) }
}

extension SiteSchema {
  /// The rules of a language: the project's own, else those that the tool brings along.
  public func rules(of language: Language) -> LanguageRules {
    ownRules[language] ?? LanguageRules(language)
  }

  /// What a language calls a unit: as it is declared, else what it is made of, as speech: "persons per
  /// km"; its id where there is nothing else.
  public func word(ofUnit id: String, _ rules: LanguageRules) -> PluralWord {
    if let label = configuration.units[id]?.label { return label[rules.language] }
    guard let expression = UnitExpression(id), !expression.isName else {
      return PluralWord(other: id)
    }
    return rules.table.units.word(of: expression) { word(ofUnit: $0, rules) }
  }

  /// A text without markup as it is read: with the spaces of a language that do not break.
  public func set(_ text: String, in language: Language) -> String {
    configuration.hasTypography ? rules(of: language).typography.set(text) : text
  }

  /// How the texts of a language are read: with its spaces that do not break.
  func markdown(in language: Language) -> MarkdownParser {
    guard configuration.hasTypography else { return markdown }
    var parser = markdown
    parser.options.typography = rules(of: language).typography
    return parser
  }
}
