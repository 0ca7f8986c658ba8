import DossierSite
import DossierSource

/// The files of `content/`, each parsed once for every time that it changes.
struct ContentStore: Sendable {
  private var table = FileTable()
  private var declarations: [String: Outcome<SourceFile>] = [:]
  private(set) var schema: SiteSchema?
  private var schemaDiagnostics: [Diagnostic] = []
  private var files: [String: ParsedFile] = [:]
  private var findings = FileFindings()
  private var told = FindingList()
  private var site: Outcome<ParsedSite>?

  /// A file with what it is for and what it says.
  private struct ParsedFile: Sendable {
    var purpose: ContentPurpose?
    var outcome: Outcome<ContentFile?>
    /// What is to be said of it where it is published.
    var refusal: Diagnostic?
  }

  /// What is to be said of the files that are published as they are.
  func refusals(of assets: Set<String>) -> [Diagnostic] {
    assets.compactMap { files[$0]?.refusal }
  }

  /// Whether a file was there when the folder was last listed.
  func knows(_ path: String) -> Bool { table.knows(path) }

  /// What an update made of the folder.
  struct Result {
    var site: Outcome<ParsedSite>
    /// Whether anything that the site is made of is different.
    var isChanged: Bool
    /// The records that are different, where nothing else is; `nil` where more may be.
    var records: [Record]?
    /// Whether the declarations are different, on which all else depends.
    var isSchemaChanged: Bool
  }

  /// Reads and parses what changed.
  ///
  /// - Throws: A ``FileError``, after which the store must be thrown away.
  mutating func update(
    _ changes: SourceChanges, from folder: any SourceFolder, _ options: BuildOptions
  ) async throws -> Result {
    var difference = try table.update(changes, from: folder, prefix: "content/")
    let isSchemaChanged = try updateSchema(difference, from: folder, options)
    guard let schema else {
      return Result(site: empty, isChanged: false, isSchemaChanged: false)
    }
    if isSchemaChanged {
      difference.changed = Set(table.stamps.keys)
      (files, findings) = ([:], FileFindings())
    }
    for path in difference.removed {
      files[path] = nil
      findings.set([], of: path)
    }
    let parsed = try await parse(difference.changed, schema, from: folder, options)
    let canPatch = !isSchemaChanged && !difference.hasNew && difference.removed.isEmpty
    var records: [Record]? = canPatch ? [] : nil
    files.reserveCapacity(max(files.count, parsed.count))
    for (path, file) in parsed {
      if records != nil { patch(with: file, at: path, &records) }
      // Not replaced, so that the name is the folder's own, however its letters are composed.
      files[path] = nil
      files[path] = file
      findings.set(file.outcome.diagnostics, of: path)
    }
    if records == nil { site = assembled(schema) }
    let isChanged = !canPatch || !parsed.isEmpty
    told.update(
      [site?.diagnostics ?? [], table.diagnostics, schemaDiagnostics]
        + declarations.values.map(\.diagnostics) + [findings.all()])
    return Result(
      site: site.map { Outcome($0.value, told.sorted) } ?? empty,
      isChanged: isChanged, records: records, isSchemaChanged: isSchemaChanged)
  }

  private var empty: Outcome<ParsedSite> {
    ParsedSite.assemble(SiteSchema.decode([]).value, [], assets: [])
  }
}

// Declarations.
extension ContentStore {
  /// Reads the declarations that changed; the schema is decoded anew where one says something else.
  private mutating func updateSchema(
    _ difference: FileTable.Difference, from folder: any SourceFolder, _ options: BuildOptions
  ) throws -> Bool {
    var isChanged = schema == nil
    for path in difference.removed where DeclarationPath.holds(path) {
      declarations[path] = nil
      isChanged = true
    }
    for path in difference.changed where DeclarationPath.holds(path) {
      let file = try folder.text(of: path)
      isChanged = isChanged || declarations[path]?.value.bytes != file.value.bytes
      declarations[path] = file
    }
    guard isChanged else { return false }
    let sorted = declarations.sorted { $0.key < $1.key }
    let outcome = SiteSchema.decode(sorted.map(\.value.value))
    var schema = outcome.value
    if let address = options.baseAddress { schema.configuration.baseAddress = address }
    self.schema = schema
    schemaDiagnostics = outcome.diagnostics
    return true
  }
}

// Texts.
extension ContentStore {
  private func parse(
    _ paths: Set<String>, _ schema: SiteSchema, from folder: any SourceFolder,
    _ options: BuildOptions
  ) async throws -> [(String, ParsedFile)] {
    let texts = paths.filter { !DeclarationPath.holds($0) }.sorted()
    let sizes = table.stamps
    let parse = { @Sendable (path: String) in
      (path, try Self.parse(path, schema, from: folder, size: sizes[path]?.size ?? 0))
    }
    // One file is not worth a task.
    return texts.count == 1
      ? try texts.map(parse) : try await Parallel.map(texts, jobs: options.jobs, parse)
  }

  private static func parse(
    _ path: String, _ schema: SiteSchema, from folder: any SourceFolder, size: Int
  ) throws -> ParsedFile {
    let purpose = schema.purpose(of: path)
    var parsed = ParsedFile(purpose: purpose.value, outcome: Outcome(nil, purpose.diagnostics))
    switch purpose.value {
    case .asset: try parseAsset(path, schema, from: folder, &parsed)
    case .declaration, nil: break
    case .record(_), .translation(_, _), .table(_), .bibliography, .handout(_),
      .map(_), .style(_):
      let purpose = purpose.value ?? .asset
      if let refusal = schema.refusal(of: purpose, size: size) {
        parsed.outcome = Outcome(.unreadable(purpose), [refusal])
        return parsed
      }
      let bytes = try folder.bytes(of: path)
      parsed.outcome =
        bytes.diagnostics.isEmpty
        ? schema.text(bytes.value, of: path, as: purpose).then { file in
          schema.parse(file, as: purpose).map { $0 }
        }
        : Outcome(.unreadable(purpose), bytes.diagnostics)
      if case .foreignTable = parsed.outcome.value {
        (parsed.purpose, parsed.outcome.value) = (.asset, nil)
      }
    }
    return parsed
  }

  private static func parseAsset(
    _ path: String, _ schema: SiteSchema, from folder: any SourceFolder, _ parsed: inout ParsedFile
  ) throws(FileError) {
    let isImage = ContentPurpose.isImage(path)
    let bytes = isImage ? try folder.bytes(of: path) : Outcome([])
    if isImage {
      parsed.outcome = bytes.map { .image(path, ImageSize(ofFile: $0)) }
      if !bytes.diagnostics.isEmpty { return }
    }
    parsed.refusal = ActiveFile.refusal(
      of: path, bytes.value, allowsHTML: schema.configuration.allowsHTMLFiles)
  }

  /// Puts a record in its old place, and among those that are different; these become `nil` where
  /// that does not come to the same as an assembly.
  private mutating func patch(
    with file: ParsedFile, at path: String, _ records: inout [Record]?
  ) {
    guard case .record = files[path]?.outcome.value, case .record(let record) = file.outcome.value,
      let replaced = site?.value.replace(record)
    else {
      records = nil
      return
    }
    records?.append(replaced)
  }

  private func assembled(_ schema: SiteSchema) -> Outcome<ParsedSite> {
    var assets: [String] = []
    var parsed: [ContentFile] = []
    var disguised: [Diagnostic] = []
    parsed.reserveCapacity(files.count)
    for path in files.keys.sorted() {
      guard let file = files[path] else { continue }
      if file.purpose == .asset {
        if let text = textBehind(path) { disguised.append(Self.disguise(path, of: text)) }
        assets.append(path)
      }
      if let value = file.outcome.value { parsed.append(value) }
    }
    let site = ParsedSite.assemble(schema, parsed, assets: assets)
    return Outcome(site.value, site.diagnostics + disguised)
  }

  /// Another name of the same file under which it is no asset, and is not published as it is.
  private func textBehind(_ path: String) -> String? {
    table.twins[path]?.first { files[$0]?.purpose != .asset }
  }

  private static func disguise(_ path: String, of text: String) -> Diagnostic {
    .error(
      "asset.disguise", "the file is another name of '\(text)', which is not published as it is",
      at: Place(path: path, line: 1, column: 1),
      help: "copy what everybody may read, or remove the link")
  }
}
