import DossierMarkdown
public import DossierSource

/// How a language writes numbers, quantities, dates and lists, and how it sorts titles.
///
/// The rules are those of its file in `Languages`, made from CLDR, so that the output never depends
/// on the system's data. A language without a file gets international forms: ISO dates, a decimal
/// point, groups set apart by a narrow no-break space, and words in their form `other`.
public struct LanguageRules: Sendable {
  /// The language whose rules these are, also where they are the international ones.
  public let language: Language
  private let store: LanguageStore

  /// The languages that have a file of rules, in the order of their codes.
  public static let known = LanguageLibrary.languages
  /// What the rules follow.
  public static let origin = "CLDR " + LanguageLibrary.version

  /// Takes the rules of the language, or the international ones.
  public init(_ language: Language) {
    self.language = language
    store = LanguageLibrary.store(of: language)
  }

  private init(_ language: Language, _ store: LanguageStore) {
    self.language = language
    self.store = store
  }

  /// Reads a file of rules, which takes the place of what is known of the language, key by key.
  ///
  /// - Returns: Rules that hold whatever is right in the file.
  public static func decode(_ file: SourceFile, _ language: Language) -> Outcome<LanguageRules> {
    let base = LanguageLibrary.store(of: language).table
    let table = LanguageTable.decode(file, over: base)
    let rules = LanguageRules(language, LanguageStore(table.value))
    let unknown = rules.letters.unknownAnchors.map { anchor in
      Diagnostic.error(
        "language.order", "'\(anchor)' is no letter of any alphabet",
        at: Place(path: file.path, line: 1, column: 1), help: "begin a step with a known letter")
    }
    return Outcome(rules, table.diagnostics + unknown)
  }

  /// A project's own rules, by their language.
  ///
  /// - Parameter files: The declarations of the project; those of other subjects are passed over.
  static func ownRules(_ files: [SourceFile]) -> Outcome<[Language: LanguageRules]> {
    var (rules, diagnostics): ([Language: LanguageRules], [Diagnostic]) = ([:], [])
    for file in files {
      guard let language = DeclarationPath.language(ofRules: file.path), !file.isBroken else {
        continue
      }
      let outcome = decode(file, language)
      rules[language] = outcome.value
      diagnostics += outcome.diagnostics
    }
    return Outcome(rules, diagnostics)
  }

  var table: LanguageTable { store.table }
  var letters: LetterOrder { store.letters }

  /// Which spaces of its texts do not break.
  var typography: Typography { store.typography }

  /// How its words change at their ends; `nil` where nothing is known of that.
  public var stems: StemRules? { table.stems }

  /// Whether the call of a note stands behind a full stop or a comma, as in English and in German, and
  /// not before them, by the rules of a language's typesetters.
  public var callsFollowSigns: Bool { !table.hasCallsBeforeSigns }

  /// The direction of its script, as HTML's `dir` has it.
  public var direction: String { table.isRightToLeft ? "rtl" : "ltr" }

  /// What the language calls another one, within a sentence; the code where it has no name for it.
  public func name(of other: Language) -> String { table.names[other.code] ?? other.code }

  /// What the language calls itself, as a label: with a capital where its script has them.
  public var ownName: String {
    let name = name(of: language)
    return name == language.code ? name : name.prefix(1).uppercased() + name.dropFirst()
  }

  /// What the plain pages of a site are called where it does not say.
  static func plainPages(
    _ languages: [Language], _ ownRules: [Language: LanguageRules]
  ) -> (label: Localized<String>, plural: Localized<String>) {
    let words = (languages + [.fallback]).compactMap { language in
      (ownRules[language] ?? LanguageRules(language)).table.plainPage.map { (language, $0) }
    }
    let label = Localized<String>(words.map { ($0.0, $0.1.one) })
    let plural = Localized<String>(words.map { ($0.0, $0.1.several) })
    return (label ?? Localized("page"), plural ?? Localized("pages"))
  }

  /// A text that is put between the language's quotation marks: its own are those of a quotation
  /// within another.
  func nested(_ text: String) -> String {
    let (outer, inner) = (table.quotes.outer, table.quotes.inner)
    return text.replacing(outer.open, with: inner.open).replacing(outer.close, with: inner.close)
  }

  /// How the words of the pages are set.
  var wordSetting: WordSetting { WordSetting(table) }

  /// An enumeration: "a, b and c"; empty for no items.
  public func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let lists = table.lists
    if items.count == 2 { return lists.two.joined(items[0], last) }
    var text = lists.end.joined(items[items.count - 2], last)
    for (index, item) in items.dropLast(2).enumerated().reversed() {
      text = (index == 0 ? lists.start : lists.middle).joined(item, text)
    }
    return text
  }
}

extension Language {
  /// The language of a site that names none.
  public static let fallback = LanguageLibrary.fallback

  /// The language that names a file `FOLDER/xx.yml`.
  init?(ofFile path: String, in folder: String) {
    guard path.hasPrefix(folder), path.hasSuffix(".yml") else { return nil }
    let code = path.dropFirst(folder.count).dropLast(".yml".count)
    guard !code.contains("/") else { return nil }
    self.init(String(code))
  }
}
