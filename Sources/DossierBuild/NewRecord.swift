public import DossierSite
public import DossierSource

/// Why a record cannot be begun under an id.
public enum NewRecordRefusal: Error, Hashable, Sendable {
  /// No kind has the id; the help names the nearest.
  case noKind(id: String, help: String?)
  /// The file is there.
  case taken(path: String)
  /// What was to be a language is none.
  case noLanguage(String)
  /// There are no interface texts of another language.
  case noTexts
  /// The record of the file had the id before.
  case alias(id: String, path: String)
}

extension Project {
  /// Reads what the project declares, and no record.
  public func declarations() throws(FileError) -> Outcome<SiteSchema> {
    var files: [SourceFile] = []
    var diagnostics: [Diagnostic] = []
    for entry in try content.list().value where DeclarationPath.holds(entry.path) {
      let file = try content.text(of: entry.path)
      files.append(file.value)
      diagnostics += file.diagnostics
    }
    let schema = SiteSchema.decode(files)
    return Outcome(schema.value, (diagnostics + schema.diagnostics).sorted())
  }

  /// The path of a new record, below the project.
  ///
  /// The records of the kind are read, for the ids that they had before; one that cannot be read
  /// has none.
  ///
  /// - Throws: A ``NewRecordRefusal`` or a `FileError`.
  public func path(ofNew key: RecordKey, in schema: SiteSchema) throws -> String {
    guard let kind = schema.kind(key.kind) else {
      let help = Suggestion.help(for: key.kind, among: schema.kinds.map(\.id))
      throw NewRecordRefusal.noKind(id: key.kind, help: help)
    }
    for entry in try content.list().value {
      guard case .record(let other) = schema.purpose(of: entry.path).value, other.kind == kind.id
      else { continue }
      if other.id == key.id { throw NewRecordRefusal.taken(path: entry.path) }
      if try formerIDs(of: entry.path, other, schema).contains(key.id) {
        throw NewRecordRefusal.alias(id: key.id, path: entry.path)
      }
    }
    return "content/\(kind.folder)/\(key.id).md"
  }

  /// The files of interface texts, by their languages.
  public func interfaceTexts() throws(FileError) -> [Language: SourceFile] {
    var files: [Language: SourceFile] = [:]
    for entry in try templates.list().value {
      guard let language = InterfaceStrings.language(of: entry.path) else { continue }
      files[language] = try templates.text(of: entry.path).value
    }
    return files
  }

  private func formerIDs(
    of path: String, _ key: RecordKey, _ schema: SiteSchema
  ) throws(FileError) -> [String] {
    let file = try content.text(of: path).value
    guard case .record(let record) = schema.parse(file, as: .record(key)).value else { return [] }
    return record.aliases.map(\.id)
  }
}
