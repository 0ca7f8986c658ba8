public import DossierCitation
public import DossierSource
import DossierTables

/// What a file of `content/` is for, by its path.
public enum ContentPurpose: Sendable, Equatable {
  case declaration
  case record(RecordKey)
  case translation(RecordKey, Language)
  /// A table of records or claims, or its translation.
  case table(TableName)
  case bibliography
  /// The declaration of a collection, by its id.
  case handout(String)
  /// Outlines for maps, by their id.
  case map(String)
  /// A citation style of the project, by its path, or the terms of citations in a language.
  case style(String)
  /// An image or another file that is published as it is, where a text shows or links it.
  case asset
}

extension ContentPurpose {
  /// Whether a file is an image whose size is wanted, by the end of its name.
  public static func isImage(_ path: String) -> Bool {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return ["png", "jpg", "jpeg", "gif", "webp", "svg"].contains(ending)
  }
}

/// One file of `content/`, parsed on its own.
public enum ContentFile: Sendable {
  case record(Record)
  case translation(RecordKey, Translation)
  case table(ParsedTable)
  /// A table that speaks of nothing in the project, and is published as it is where a text links it.
  case foreignTable(String)
  case bibliography([Source])
  case handout(HandoutCollection)
  case map(MapFile)
  /// A citation style by its path.
  case style(String, Style)
  /// The terms of citations in a language.
  case citationTerms(Locale)
  /// An image by its path; without a size where it does not say one.
  case image(String, ImageSize?)
  /// What a file was to be that could not be read; a diagnostic says why.
  case unreadable(ContentPurpose)
}

extension SiteSchema {
  /// What a file of `content/` is for; a misplaced one is a diagnostic.
  public func purpose(of path: String) -> Outcome<ContentPurpose?> {
    if Self.isDeclaration(path) { return Outcome(.declaration) }
    let parts = path.split(separator: "/").map(String.init)
    let name = parts.last ?? ""
    if parts.count == 3, parts[1] == "sources",
      [".yml", ".yaml", ".json"].contains(where: name.hasSuffix)
    {
      return Outcome(.bibliography)
    }
    if parts.count == 3, parts[1] == "styles", name.hasSuffix(".csl") || name.hasSuffix(".xml") {
      return Outcome(.style(path))
    }
    if parts.count == 3, parts[1] == "handouts", let ending = Self.ending(ofYAML: name) {
      let id = String(name.dropLast(ending.utf8.count))
      guard Identifier.isValid(id), id != "index" else { return refusedName(id, path) }
      return Outcome(.handout(id))
    }
    if let id = MapFile.id(of: path) {
      guard Identifier.isValid(id) else { return refusedName(id, path, ending: "geojson") }
      return Outcome(.map(id))
    }
    if name.hasSuffix(".md") { return purpose(ofText: path, parts) }
    if let table = tableName(path, parts) { return Outcome(.table(table)) }
    if name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
      return refused(
        path, "file.unknown", "nothing reads this file",
        help: "kinds are declared in content/<folder>/_kind.yml, sources in content/sources/")
    }
    if let ending = Self.misspelt(name) {
      let stem = String(name.dropLast(ending.found.count))
      return refused(
        path, "file.unknown", "nothing reads this file",
        help: "name it '\(stem.lowercased())\(ending.right)'")
    }
    return Outcome(.asset)
  }

  /// The ending of a name that was meant to be `.md` or `.yml`, and the right one.
  private static func misspelt(_ name: String) -> (found: String, right: String)? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let found = String(name[dot...])
    switch found.lowercased() {
    case ".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdx", ".qmd", ".rmd":
      return (found, ".md")
    case ".yml", ".yaml": return (found, ".yml")
    default: return nil
    }
  }

  private static func ending(ofYAML name: String) -> String? {
    [".yml", ".yaml"].first(where: name.hasSuffix)
  }

  private func purpose(ofText path: String, _ parts: [String]) -> Outcome<ContentPurpose?> {
    let isHome =
      parts.count == 2 && ["home.md", "home"].contains(parts[1].prefix(while: { $0 != "." }))
    guard isHome || parts.count == 3 else {
      return refused(
        path, "record.folder", "a record lies directly in the folder of its kind",
        help: "move it to content/<folder>/")
    }
    guard let kind = isHome ? kinds(.page).first : kind(folder: parts[1]) else {
      if brokenFolders.contains(parts[1]) { return Outcome(nil) }
      return refused(
        path, "kind.missing",
        isHome ? "no kind has the role 'page'" : "the folder '\(parts[1])' has no kind",
        help: isHome
          ? "give the kind 'page' that role: 'role: page'"
          : "declare one in content/\(parts[1])/_kind.yml")
    }
    let (stem, language) = parted(String((parts.last ?? "").dropLast(3)))
    guard Identifier.isValid(stem), stem != "index" else { return refusedName(stem, path) }
    let key = RecordKey(kind: kind.id, id: stem)
    guard let language else { return Outcome(.record(key)) }
    return Outcome(.translation(key, language))
  }

  /// A name without the language with which it ends, and that.
  private func parted(_ name: String) -> (stem: String, language: Language?) {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, nil) }
    let code = Language(String(name[name.index(after: dot)...]))
    return configuration.languages.contains(code) ? (String(name[..<dot]), code) : (name, nil)
  }

  /// A table that lies directly in the folder of a kind.
  func tableName(_ path: String, _ parts: [String]) -> TableName? {
    guard parts.count == 3, let name = parts.last,
      let ending = TableName.endings.first(where: name.hasSuffix), name != ending,
      let kind = kind(folder: parts[1])
    else { return nil }
    let (stem, language) = parted(String(name.dropLast(ending.utf8.count)))
    return TableName(path: path, kind: kind.id, stem: stem, language: language)
  }

  private func refusedName(
    _ stem: String, _ path: String, ending: String = "md"
  ) -> Outcome<ContentPurpose?> {
    var help = Identifier.suggestion(for: stem).map { "name the file '\($0).\(ending)'" }
    if stem == "index" {
      help = "the page of that name is the list of the kind's records"
    } else if let match = stem.wholeMatch(of: /[a-z0-9-]+\.([a-z]{2,3})/) {
      help = "for a translation, add '\(match.1)' to 'languages' in content/site.yml"
    }
    return refused(path, "record.id", "'\(stem)' cannot be a record's id", help: help)
  }

  private func refused(_ path: String, _ code: String, _ message: String, help: String?)
    -> Outcome<ContentPurpose?>
  {
    Outcome(nil, [.error(code, message, at: Place(path: path, line: 1, column: 1), help: help)])
  }

  /// Parses one file on its own.
  public func parse(_ file: SourceFile, as purpose: ContentPurpose) -> Outcome<ContentFile> {
    let outcome = file.isBroken ? Outcome(nil) : read(file, as: purpose)
    return outcome.map { $0 ?? .unreadable(purpose) }
  }

  /// More bytes of Markdown than any text has that people read.
  static let largestText = 2_000_000

  private func refusedSize(_ file: SourceFile) -> Outcome<ContentFile?> {
    let tenths = (file.bytes.count + 50_000) / 100_000
    return Outcome(
      nil,
      [
        .error(
          "file.size", "the text has \(tenths / 10).\(tenths % 10) MB, and may have 2",
          at: Place(path: file.path, line: 1, column: 1), help: "divide it into several records")
      ])
  }

  private func read(_ file: SourceFile, as purpose: ContentPurpose) -> Outcome<ContentFile?> {
    switch purpose {
    case .record where file.bytes.count > Self.largestText,
      .translation where file.bytes.count > Self.largestText:
      return refusedSize(file)
    case .declaration, .asset: return Outcome(nil)
    case .table(let name):
      guard let kind = kind(name.kind) else { return Outcome(nil) }
      let rules = tableRules[kind.folder]?.rules(of: name) ?? TableRules()
      if TableReader.isForeign(file, kind, rules) { return Outcome(.foreignTable(name.path)) }
      return TableReader.decode(file, name, kind: kind, schema: self, rules)
        .map { $0.map { .table($0) } }
    case .bibliography: return SourceDecoder.decode(file).map { $0.map { .bibliography($0) } }
    case .style(let path):
      return path.hasSuffix(".xml")
        ? Locale.read(file).map { $0.map { .citationTerms($0) } }
        : Style.read(file).map { $0.map { .style(path, $0) } }
    case .handout(let id):
      return HandoutDecoder.decode(file, id: id, languages: configuration.languages)
        .map { $0.map { .handout($0) } }
    case .map(let id): return MapDecoder.decode(file, id: id).map { $0.map { .map($0) } }
    case .record(let key):
      guard let kind = kind(key.kind) else { return Outcome(nil) }
      return RecordDecoder.decode(file, key: key, kind: kind, schema: self)
        .map { $0.map { .record($0) } }
    case .translation(let key, let language):
      guard let kind = kind(key.kind) else { return Outcome(nil) }
      return TranslationDecoder.decode(file, language: language, kind: kind, schema: self)
        .map { $0.map { .translation(key, $0) } }
    }
  }
}

// Tables, whose bytes may be anything that a spreadsheet wrote.
extension SiteSchema {
  /// What is said of a file instead of reading it, by its size in bytes alone.
  public func refusal(of purpose: ContentPurpose, size: Int) -> Diagnostic? {
    guard case .table(let name) = purpose, size > DelimitedTable.largest else { return nil }
    return DelimitedTable.tooLarge(name.path, size)
  }

  /// The bytes of a file as text, broken where they are none; of a table with how to save it as one.
  public func text(_ bytes: [UInt8], of path: String, as purpose: ContentPurpose) -> Outcome<
    SourceFile
  > {
    if case .table = purpose { return TableText.decode(path: path, bytes: bytes) }
    return SourceFile.decode(path: path, bytes: bytes)
  }
}
