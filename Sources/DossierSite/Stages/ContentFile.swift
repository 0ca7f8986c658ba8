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
    PathReading(schema: self).purpose(of: path)
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
    case .bibliography:
      return SourceDecoder.decode(file, languages: configuration.languages)
        .map { $0.map { .bibliography($0) } }
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
