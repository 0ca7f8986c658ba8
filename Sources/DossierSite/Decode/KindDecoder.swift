import DossierSource

/// Reads the declaration of a kind, `content/<folder>/_kind.yml`.
struct KindDecoder {
  let folder: String
  let languages: [Language]
  private var findings: Findings

  /// Keys of a record that no field may take.
  static let builtInKeys: Set<String> = [
    "title", "short", "summary", "draft", "embargo", "updated", "changes", "aliases", "reviewed",
    "translated-from", "to-fill-in",
  ]
  /// Further keys that no field of an article may take.
  static let articleKeys: Set<String> = [
    "date", "authors", "topics", "key-points", "order", "as-of",
  ]

  static func decode(_ file: SourceFile, folder: String, languages: [Language]) -> Outcome<Kind?> {
    var decoder = KindDecoder(
      folder: folder, languages: languages, findings: Findings(path: file.path))
    let kind = decoder.decode(file)
    return Outcome(kind, decoder.findings.diagnostics)
  }

  private mutating func decode(_ file: SourceFile) -> Kind? {
    guard let root = findings.take(YAMLDocument.parse(file.bytes[...], path: file.path)) else {
      if findings.diagnostics.isEmpty {
        findings.error("kind.empty", "the kind says nothing", at: Span(line: 1, column: 1))
      }
      return nil
    }
    guard var reader = MappingReader(root, as: "_kind.yml", &findings),
      let id = id(&reader)
    else { return nil }
    let role = role(&reader)
    let label = localized("label", &reader) ?? Localized(id)
    let plural = localized("plural", &reader) ?? label
    let groups = groups(&reader)
    let names = Kind.Names(
      id: id, label: label, plural: plural, summary: localized("summary", &reader),
      place: findings.place(root.span))
    let hasHandouts = reader.flag("handouts", &findings) ?? false
    let reviewAfterMonths = months(&reader)
    let kind = Kind(
      names, folder: folder, role: role, groups: groups, fields: fields(&reader, role, groups),
      hasHandouts: hasHandouts, reviewAfterMonths: reviewAfterMonths,
      schedule: Schedule.decode(&reader, &findings))
    reader.finish(&findings)
    return kind
  }

  private mutating func fields(
    _ reader: inout MappingReader, _ role: Role?, _ groups: [Kind.Group]
  ) -> [Field] {
    let spark = reader.take("spark")
    let leads = reader.ids("lead-fields", &findings)
    let decoder = FieldDecoder(
      role: role, groups: groups, languages: languages, spark: spark?.text, leads: leads.map(\.id))
    let fields = reader.take("fields").map { decoder.fields($0, &findings) } ?? []
    if let spark { checkSpark(spark, fields) }
    check(leads, fields)
    return fields
  }

  /// What a record says first are fields of its kind, few enough to be seen at once.
  private mutating func check(_ leads: [Located], _ fields: [Field]) {
    for lead in leads where !fields.contains(where: { $0.id == lead.id }) {
      findings.error(
        "kind.lead-fields", "the kind has no field '\(lead.id)'", at: lead.span,
        help: Suggestion.help(for: lead.id, among: fields.map(\.id)))
    }
    guard leads.count > Self.mostLeads else { return }
    findings.error(
      "kind.lead-fields", "\(leads.count) fields are more than a reader takes in at once",
      at: leads[Self.mostLeads].span, help: "name \(Self.mostLeads) at most")
  }

  private static let mostLeads = 6

  /// What tables show as a line is a series of the kind.
  private mutating func checkSpark(_ node: YAMLNode, _ fields: [Field]) {
    let series = fields.filter { $0.type == .series }.map(\.id)
    let name = node.text ?? ""
    guard !series.contains(name) else { return }
    findings.error(
      "kind.spark", "'\(name)' is no series of the kind", at: node.span,
      help: series.isEmpty
        ? "declare a field of the type series, or leave 'spark' out"
        : Suggestion.help(for: name, among: series))
  }

  private mutating func id(_ reader: inout MappingReader) -> String? {
    guard let node = reader.take("id") else {
      reader.missing("id", &findings)
      return nil
    }
    guard let id = node.text, Identifier.isValidKind(id) else {
      findings.error(
        "kind.id", "\(node.sort) cannot be a kind's id", at: node.span,
        help: "a kind's id is 2 to 32 of a-z, 0-9 and hyphens, begins with a letter, and is no "
          + "scheme such as http or source")
      return nil
    }
    return id
  }

  private mutating func role(_ reader: inout MappingReader) -> Role? {
    guard let node = reader.take("role") else { return nil }
    let name = node.text ?? ""
    if let role = Role(rawValue: name) { return role }
    findings.error(
      "kind.role", "'\(name)' is no role", at: node.span,
      help: Suggestion.help(for: name, among: Role.allCases.map(\.rawValue)))
    return nil
  }

  private mutating func localized(_ key: String, _ reader: inout MappingReader)
    -> Localized<String>?
  {
    reader.take(key).flatMap {
      Localized.decode($0, key: key, languages: languages, &findings)
    }
  }

  /// A list of ids, or a mapping from id to label.
  private mutating func groups(_ reader: inout MappingReader) -> [Kind.Group] {
    guard let node = reader.take("groups") else { return [] }
    if let items = node.items {
      return items.compactMap { item in
        if item.text == nil { findings.expected("an id", for: "groups", at: item) }
        return item.text.map { Kind.Group(id: $0, label: Localized(Self.words($0))) }
      }
    }
    guard let entries = node.entries else {
      findings.expected("a list or a mapping", for: "groups", at: node)
      return []
    }
    return entries.compactMap { key, value in
      guard let id = key.text else { return nil }
      let label = Localized.decode(value, key: id, languages: languages, &findings)
      return Kind.Group(id: id, label: label ?? Localized(Self.words(id)))
    }
  }

  /// An id as words: `peak-strength` becomes "Peak strength".
  static func words(_ id: String) -> String {
    let text = id.replacing("-", with: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private mutating func months(_ reader: inout MappingReader) -> Int? {
    reader.take("review-after").flatMap { FieldDecoder.months($0, &findings) }
  }
}
