import DossierRender
import DossierSite
import DossierSource

/// The files of `templates/`, compiled anew only when one of them or the kinds changed.
struct TemplateStore: Sendable {
  private var table = FileTable()
  private var files: [String: Outcome<SourceFile>] = [:]
  private var compiled: Outcome<SiteTemplates>?
  private var stringDiagnostics: [Diagnostic] = []

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
    for path in difference.removed where files.removeValue(forKey: path) != nil { isChanged = true }
    for path in difference.changed where Self.isText(path) {
      let file = try folder.text(of: path)
      isChanged = isChanged || files[path] != file
      files[path] = file
    }
    if difference.hasNew || !difference.removed.isEmpty {
      assets = PublishedFile.files(
        of: table.stamps.keys.filter { $0.hasPrefix("templates/assets/") }.sorted())
    }
    let templates = isChanged ? compile(schema) : compiled ?? compile(schema)
    compiled = templates
    let diagnostics = table.diagnostics + files.values.flatMap(\.diagnostics) + stringDiagnostics
    return (Outcome(templates.value, templates.diagnostics + diagnostics), isChanged)
  }

  private static func isText(_ path: String) -> Bool {
    guard !path.hasPrefix("templates/assets/") else { return false }
    return path.hasSuffix(".html") || path == SiteTemplates.handoutStylePath
      || InterfaceStrings.language(of: path) != nil
  }

  private mutating func compile(_ schema: SiteSchema) -> Outcome<SiteTemplates> {
    var templates: [SourceFile] = []
    var strings: [InterfaceStrings] = []
    let style = files[SiteTemplates.handoutStylePath]?.value.bytes ?? []
    stringDiagnostics = []
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      if let language = InterfaceStrings.language(of: path) {
        let outcome = InterfaceStrings.decode(file.value, language)
        stringDiagnostics += outcome.diagnostics
        strings.append(outcome.value)
      } else {
        templates.append(file.value)
      }
    }
    return SiteTemplates.compile(
      schema, templates: templates, strings: strings, handoutStyle: style)
  }
}

extension Outcome<SourceFile> {
  fileprivate static func != (left: Self?, right: Self) -> Bool {
    left?.value.bytes != right.value.bytes || left?.diagnostics != right.diagnostics
  }
}
