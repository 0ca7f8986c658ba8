public import DossierMarkdown
import DossierSource

extension LinkedSite {
  /// Finds what a reference leads to.
  ///
  /// - Parameters:
  ///   - reference: As it stands in a text.
  ///   - record: The record in whose text it stands.
  ///   - text: That text, whose headings and exhibits `#id` alone may mean.
  public func resolve(
    _ reference: Reference, in record: Int, text: RecordText
  ) throws(BrokenReference) -> Destination {
    switch reference.target {
    case .record("source", let id): return .source(try find(source: id))
    case .record(let kind, let id):
      let target = try find(RecordKey(kind: kind, id: id))
      return try resolve(reference.fragment, of: target, from: record)
    case .file(""):
      return try resolve(reference.fragment, of: record, from: record, text: text)
    case .file(let path):
      let whole = try Self.path(path, from: records[record].path)
      if let asset = asset(whole) { return .file(asset) }
      return try resolve(reference.fragment, of: try find(file: whole), from: record)
    }
  }

  /// What `#verdict` of an option means: in the text of a scenario that scenario's, else today's.
  private func verdict(_ fragment: String?, on option: Int, from record: Int) -> Destination? {
    guard fragment == Kind.verdictFragment, options.contains(option) else { return nil }
    return .verdict(option: option, scenario: scenarios.contains(record) ? record : nil)
  }

  /// The index of a record, or why there is none.
  public func find(_ key: RecordKey) throws(BrokenReference) -> Int {
    if let index = record(key) { return index }
    if isHidden(key) { throw BrokenReference(hidden: "\(key)") }
    _ = try find(kind: key.kind)
    if let target = aliasTable.record(key) {
      let name = records[target].key
      throw BrokenReference(
        code: "reference.alias", message: "'\(key)' is a former name of '\(name)'",
        help: "write '\(name)'")
    }
    throw BrokenReference(
      code: "reference.unknown", message: "no \(key.kind) has the id '\(key.id)'",
      help: Suggestion.help(for: key.id, among: ids(of: key.kind)),
      isExplained: isUnreadable(key))
  }

  /// The index of a collection, or why there is none.
  public func find(handout id: String) throws(BrokenReference) -> Int {
    if let index = handouts.firstIndex(where: { $0.id == id }) { return index }
    if isHidden(RecordKey(handout: id)) { throw BrokenReference(hidden: "handout:\(id)") }
    throw BrokenReference(
      code: "handout.unknown", message: "no handout has the id '\(id)'",
      help: Suggestion.help(for: id, among: handouts.map(\.id)))
  }

  private func ids(of kind: String) -> [String] {
    schema.kindIndex(kind).map { recordsOfKind[$0].map { records[$0].key.id } } ?? []
  }

  /// The index of a source, or why there is none.
  func find(source id: String) throws(BrokenReference) -> Int {
    if let index = source(id) { return index }
    if isHidden(RecordKey(source: id)) { throw BrokenReference(hidden: "source:\(id)") }
    throw BrokenReference(
      code: "source.unknown", message: "no source has the id '\(id)'",
      help: Suggestion.help(for: id, among: sourceIDs), isExplained: hasUnreadableSources)
  }

  private func find(file path: String) throws(BrokenReference) -> Int {
    if case .record(let key) = schema.purpose(of: path).value { return try find(key) }
    if case .translation(let key, _) = schema.purpose(of: path).value { return try find(key) }
    if isHidden(file: path) { throw BrokenReference(hidden: path) }
    throw BrokenReference(
      code: "reference.file", message: "there is no file '\(path)'",
      help: "link a Markdown file of the content, or a file that lies beside it")
  }

  /// The path below the project that a relative address means.
  public static func path(
    _ address: String, from file: String
  ) throws(BrokenReference) -> String {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in address.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.count > 1 {
        parts.removeLast()
      } else {
        throw BrokenReference(
          code: "reference.outside", message: "'\(address)' leads out of the content",
          help: "link a file below content/")
      }
    }
    return parts.joined(separator: "/")
  }

  /// - Parameters:
  ///   - origin: The record in whose text the reference stands.
  ///   - text: `nil` for the record's own, at which hardly a reference makes one look.
  private func resolve(
    _ fragment: String?, of record: Int, from origin: Int, text: RecordText? = nil
  ) throws(BrokenReference) -> Destination {
    guard let fragment, !fragment.isEmpty else { return .record(record) }
    if let verdict = verdict(fragment, on: record, from: origin) { return verdict }
    let text = text ?? records[record].text
    let kind = kind(of: record)
    let parts = fragment.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    if let field = kind.fieldIndex(String(parts[0])) {
      return try resolve(field, of: record, point: parts.count > 1 ? String(parts[1]) : nil)
    }
    // Texts are equal in either spelling of a letter with its mark, and addresses by their bytes.
    if let heading = text.body.headings.first(where: { $0.id == fragment }) {
      return .heading(record: record, id: heading.id)
    }
    if let id = text.exhibits.lazy.compactMap(\.id).first(where: { $0 == fragment }) {
      return .exhibit(record: record, id: id)
    }
    let known =
      kind.fragments + text.body.headings.map(\.id)
      + text.exhibits.compactMap(\.id)
    throw BrokenReference(
      code: "reference.fragment",
      message: "'\(records[record].key)' has no field, heading or exhibit '\(fragment)'",
      help: Suggestion.help(for: fragment, among: known))
  }

  private func resolve(
    _ field: Int, of record: Int, point: String?
  ) throws(BrokenReference) -> Destination {
    let declaration = kind(of: record).fields[field]
    guard states(field, of: record) else {
      throw BrokenReference(
        code: "fact.missing",
        message: "'\(records[record].key)' says nothing for '\(declaration.id)'",
        help: "give it a value, or 'unknown', in \(records[record].path)")
    }
    guard let point else { return .fact(record: record, field: field) }
    let claims = records[record].facts[field]?.claims ?? []
    guard declaration.type == .series else {
      throw BrokenReference(
        code: "reference.point", message: "'\(declaration.id)' is no series and has no points",
        help: "leave out '@\(point)'")
    }
    if let date = PartialDate(point),
      let shown = shownClaims(field, of: record, ClaimChoice(at: date)).first
    {
      return .point(record: record, field: field, claim: shown.number)
    }
    let dates = claims.compactMap { $0.evidence.asOf?.description }
    throw BrokenReference(
      code: "reference.point", message: "'\(declaration.id)' has no point '\(point)'",
      help: dates.isEmpty ? nil : "the points are " + dates.joined(separator: ", "))
  }

  /// Whether a record says anything for a field, be it that nobody knows.
  private func states(_ field: Int, of record: Int) -> Bool {
    records[record].facts[field] != nil || derived[record][field] != nil
  }
}
