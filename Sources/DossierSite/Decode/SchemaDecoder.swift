public import DossierSource

extension SiteSchema {
  /// Reads the declarations among a project's files, and checks them against each other.
  ///
  /// - Parameter files: The files of which ``DeclarationPath/holds(_:)`` is true, in any order.
  public static func decode(_ files: [SourceFile]) -> Outcome<SiteSchema> {
    var diagnostics: [Diagnostic] = []
    func keep<Value>(_ outcome: Outcome<Value>) -> Value {
      diagnostics += outcome.diagnostics
      return outcome.value
    }
    var configuration = SiteConfiguration.fallback
    if let file = files.first(where: { $0.path == SiteConfiguration.path }) {
      configuration = file.isBroken ? .fallback : keep(SiteConfiguration.decode(file))
    } else {
      diagnostics.append(missingConfiguration)
    }
    let languages = configuration.languages
    let ownRules = keep(LanguageRules.ownRules(files))
    var hasUnits = true
    if let file = files.first(where: { $0.path == DeclarationPath.units }) {
      let units = file.isBroken ? nil : keep(Unit.decode(file, languages: languages))
      (configuration.units, hasUnits) = (units ?? [:], units != nil)
    }
    let declaresUnits = files.contains { $0.path == DeclarationPath.units }
    var (kinds, broken): ([Kind], Set<String>) = ([], [])
    for file in files.sorted(by: { $0.path < $1.path }) {
      guard let folder = DeclarationPath.folder(ofKind: file.path) else { continue }
      let kind =
        file.isBroken
        ? nil : keep(KindDecoder.decode(file, folder: folder, languages: languages))
      guard let kind else {
        broken.insert(folder)
        continue
      }
      if let first = kinds.first(where: { $0.id == kind.id }) {
        diagnostics.append(kind.duplicate(of: first))
        broken.insert(folder)
      } else {
        kinds.append(kind)
      }
    }
    if !declaresUnits { diagnostics += configuration.takeUnits(of: kinds) }
    var schema = SiteSchema(
      configuration: configuration,
      kinds: kinds.withPages(in: languages, ownRules).ordered(by: configuration.menu))
    schema.brokenFolders = broken
    (schema.hasUnits, schema.ownRules) = (hasUnits, ownRules)
    for file in files { diagnostics += schema.takeTableRules(file) }
    var checker = SchemaChecker(schema: schema)
    diagnostics += checker.check()
    schema.isSound =
      !files.contains(where: \.isBroken) && !diagnostics.contains { $0.severity == .error }
    return Outcome(schema, diagnostics)
  }

  /// How the tables of a folder are read, where a file says it.
  private mutating func takeTableRules(_ file: SourceFile) -> [Diagnostic] {
    guard let folder = DeclarationPath.folder(ofTables: file.path), !file.isBroken else {
      return []
    }
    guard let kind = kind(folder: folder) else {
      guard !brokenFolders.contains(folder) else { return [] }
      return [
        .error(
          "kind.missing", "the folder '\(folder)' has no kind",
          at: Place(path: file.path, line: 1, column: 1),
          help: "declare one in content/\(folder)/_kind.yml")
      ]
    }
    let outcome = FolderTableRules.decode(file, kind)
    tableRules[folder] = outcome.value
    return outcome.diagnostics
  }

  private static var missingConfiguration: Diagnostic {
    .error(
      "site.missing", "the project has no content/site.yml",
      at: Place(path: SiteConfiguration.path, line: 1, column: 1),
      help: "write one with at least 'title: …'")
  }
}

extension Kind {
  /// What is said of one that has the id of another.
  fileprivate func duplicate(of first: Kind) -> Diagnostic {
    .error(
      "kind.duplicate", "'\(id)' is the id of two kinds", at: place,
      help: "the other is in \(first.place.path)")
  }
}

extension [Kind] {
  /// The kinds, with one for plain pages where the project declares none.
  fileprivate func withPages(
    in languages: [Language], _ ownRules: [Language: LanguageRules]
  ) -> [Kind] {
    guard !contains(where: { $0.role == .page || $0.id == "page" }) else { return self }
    let words = LanguageRules.plainPages(languages, ownRules)
    let names = Kind.Names(
      id: "page", label: words.label, plural: words.plural,
      place: Place(path: "content/pages", line: 1, column: 1))
    return self + [Kind(names, folder: "pages", role: .page, groups: [], fields: [])]
  }

  /// Those that the menu names first, in its order.
  fileprivate func ordered(by menu: Menu?) -> [Kind] {
    var listed: [Kind] = []
    for name in menu?.names ?? [] where !listed.contains(where: { $0.id == name }) {
      listed += filter { $0.id == name }.prefix(1)
    }
    return listed + filter { kind in !listed.contains { $0.folder == kind.folder } }
  }
}

extension SiteConfiguration {
  /// Takes each unit of the fields for one of its own dimension, in a project that declares none.
  ///
  /// - Returns: A warning at the first field with a unit.
  fileprivate mutating func takeUnits(of kinds: [Kind]) -> [Diagnostic] {
    let fields = kinds.flatMap(\.fields).filter { $0.unit != nil }
    for field in fields {
      for name in UnitExpression(field.unit ?? "")?.factors.map(\.name) ?? [] {
        var unit = Unit(undeclared: name)
        let isPercent = Unit.percent.contains(name)
        (unit.dimension, unit.factor) = isPercent ? (Measure.ratio, 0.01) : (name, 1)
        units[name] = unit
      }
    }
    guard let first = fields.first, let name = units.keys.sorted().first else { return [] }
    let others = units.count > 1 ? " and \(units.count - 1) more" : ""
    return [
      .warning(
        "unit.file",
        "no unit is declared: '\(name)'\(others) measure only themselves, and have no words",
        at: first.place, help: "declare them in \(DeclarationPath.units), as '\(name): {label: …}'")
    ]
  }
}

/// Checks the declarations of a project against each other.
private struct SchemaChecker {
  let schema: SiteSchema
  var diagnostics: [Diagnostic] = []

  mutating func check() -> [Diagnostic] {
    checkFolders()
    for kind in schema.kinds {
      for field in kind.fields { check(field, of: kind) }
      if schema.hasUnits { diagnostics += FormulaChecker(schema, kind).check() }
    }
    diagnostics += ConditionModel.read(schema).diagnostics
    checkMenu()
    return diagnostics
  }

  /// Names of the menu that are neither a kind's nor a page's of the tool; what is named twice.
  private mutating func checkMenu() {
    let known = schema.kinds.map(\.id) + ToolPage.allCases.map(\.rawValue)
    var seen: Set<String> = []
    for entry in schema.configuration.menu?.flat ?? [] {
      guard case .name(let name) = entry.target else { continue }
      let place = Place(path: SiteConfiguration.path, span: entry.span)
      if !known.contains(name), schema.brokenFolders.isEmpty {
        diagnostics.append(
          .error(
            "menu.unknown", "'\(name)' is neither a kind nor a page of the tool", at: place,
            help: Suggestion.help(for: name, among: known)))
      }
      guard !seen.insert(name).inserted else { continue }
      diagnostics.append(
        .warning(
          "menu.twice", "the menu names '\(name)' twice", at: place, help: "take one of them out"))
    }
  }

  /// What the names of data files end in beside the folder's.
  private var dataSuffixes: [String] { ["-series", "-claims"] }

  private func clashes(_ folder: String, _ suffix: String) -> Bool {
    folder.hasSuffix(suffix) && schema.kind(folder: String(folder.dropLast(suffix.count))) != nil
  }

  private mutating func checkFolders() {
    let languages = schema.configuration.languages.map(\.code)
    for kind in schema.kinds
    where SiteSchema.fixedRoutes.contains(kind.folder) || languages.contains(kind.folder) {
      diagnostics.append(
        .error(
          "kind.folder", "the folder '\(kind.folder)' of the kind has a name that the site needs",
          at: kind.place, help: "rename the folder"))
    }
    // `data/missions-series.csv` holds the series of missions.
    for kind in schema.kinds where dataSuffixes.contains(where: { clashes(kind.folder, $0) }) {
      diagnostics.append(
        .error(
          "kind.folder", "the data files of the folder '\(kind.folder)' and of another would clash",
          at: kind.place, help: "rename the folder"))
    }
    for kind in schema.kinds where !Identifier.isValid(kind.folder) {
      diagnostics.append(
        .error(
          "kind.folder", "the folder '\(kind.folder)' of the kind is no safe name",
          at: kind.place,
          help: Identifier.suggestion(for: kind.folder).map { "rename it '\($0)'" }))
    }
  }

  private mutating func check(_ field: Field, of kind: Kind) {
    switch field.type {
    case .reference(let id), .ratings(let id, _):
      guard schema.kind(id) == nil, schema.brokenFolders.isEmpty else { return }
      diagnostics.append(
        .error(
          "kind.unknown", "'\(field.id)' refers to the kind '\(id)', which is not there",
          at: field.place, help: Suggestion.help(for: id, among: schema.kinds.map(\.id))))
    case .derived(let derivation):
      for input in derivation.formula.fields { check(input, for: field, of: kind) }
    case .quantity, .series:
      guard field.unit == nil else { return }
      diagnostics.append(
        .error(
          "field.unit", "'\(field.id)' is a \(field.type.name) without a unit", at: field.place,
          help: "add 'unit: …', or make it a number"))
    default: break
    }
  }

  /// An input is a number that stands above: so no derived field can enter itself.
  private mutating func check(_ input: String, for field: Field, of kind: Kind) {
    let above = kind.fields.prefix { $0.id != field.id }.filter { $0.type.isNumeric && !$0.isList }
    guard !above.contains(where: { $0.id == input }) else { return }
    diagnostics.append(
      .error(
        "formula.field",
        "the formula of '\(field.id)' wants '\(input)', which is no number above it",
        at: field.place, help: Suggestion.help(for: input, among: above.map(\.id))))
  }
}
