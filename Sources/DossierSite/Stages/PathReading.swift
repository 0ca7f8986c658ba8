import DossierSource

/// Tells what a file is for by its path.
struct PathReading {
  let schema: SiteSchema

  func purpose(of path: String) -> Outcome<ContentPurpose?> {
    if DeclarationPath.holds(path) { return Outcome(.declaration) }
    let parts = path.split(separator: "/").map(String.init)
    let name = parts.last ?? ""
    if parts.count == 3, parts[1] == "sources",
      ([".yml", ".yaml"] + LibraryDecoder.endings).contains(where: name.hasSuffix)
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
    guard let kind = isHome ? schema.kinds(.page).first : schema.kind(folder: parts[1]) else {
      if schema.brokenFolders.contains(parts[1]) { return Outcome(nil) }
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
    return schema.configuration.languages.contains(code)
      ? (String(name[..<dot]), code) : (name, nil)
  }

  /// A table that lies directly in the folder of a kind.
  func tableName(_ path: String, _ parts: [String]) -> TableName? {
    guard parts.count == 3, let name = parts.last,
      let ending = TableName.endings.first(where: name.hasSuffix), name != ending,
      let kind = schema.kind(folder: parts[1])
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
}
