import DossierRender
import DossierSite
import DossierSource

/// The files of `templates/`, compiled anew only when one of them or the kinds changed.
struct TemplateStore: Sendable {
  private var table = FileTable()
  private var files: [String: Outcome<SourceFile>] = [:]
  private var compiled: Outcome<SiteTemplates>?
  /// The interface texts, decoded.
  private var strings: [String: Outcome<InterfaceStrings>] = [:]

  /// What is published of `templates/assets/`.
  private(set) var assets: [PublishedFile] = []

  /// Whether a file was there when the folder was last listed.
  func knows(_ path: String) -> Bool { table.knows(path) }

  /// Reads what changed, and compiles the templates where that or the schema is different.
  ///
  /// - Throws: A ``FileError``, after which the store must be thrown away.
  mutating func update(
    _ changes: SourceChanges, from folder: any SourceFolder, _ schema: SiteSchema,
    isSchemaChanged: Bool
  ) throws -> (templates: Outcome<SiteTemplates>, isChanged: Bool) {
    let difference = try table.update(changes, from: folder, prefix: "templates/")
    var isChanged = isSchemaChanged || compiled == nil
    for path in difference.removed where files.removeValue(forKey: path) != nil {
      strings[path] = nil
      isChanged = true
    }
    for path in difference.changed where Self.isText(path) {
      let file = try folder.text(of: path)
      isChanged = isChanged || files[path] != file
      files[path] = file
      strings[path] = InterfaceStrings.language(of: path).map {
        InterfaceStrings.decode(file.value, $0)
      }
    }
    if difference.hasNew || !difference.removed.isEmpty {
      assets = PublishedFile.files(
        of: table.stamps.keys.filter { $0.hasPrefix("templates/assets/") }.sorted())
    }
    let templates = isChanged ? compile(schema) : compiled ?? compile(schema)
    compiled = templates
    let diagnostics =
      table.diagnostics + files.values.flatMap(\.diagnostics)
      + strings.values.flatMap(\.diagnostics)
    return (Outcome(templates.value, templates.diagnostics + diagnostics), isChanged)
  }

  private static func isText(_ path: String) -> Bool {
    guard !path.hasPrefix("templates/assets/") else { return false }
    return path.hasSuffix(".html") || path == SiteTemplates.handoutStylePath
      || InterfaceStrings.language(of: path) != nil
  }

  private func compile(_ schema: SiteSchema) -> Outcome<SiteTemplates> {
    let paths = files.keys.sorted()
    return SiteTemplates.compile(
      schema, templates: paths.filter { strings[$0] == nil }.compactMap { files[$0]?.value },
      strings: paths.compactMap { strings[$0]?.value },
      handoutStyle: files[SiteTemplates.handoutStylePath]?.value.bytes ?? [])
  }
}

extension Outcome<SourceFile> {
  fileprivate static func != (left: Self?, right: Self) -> Bool {
    left?.value.bytes != right.value.bytes || left?.diagnostics != right.diagnostics
  }
}
