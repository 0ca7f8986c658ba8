public import DossierMarkdown
import DossierSource

extension LinkedSite {
  /// Finds what a reference leads to.
  ///
  /// - Parameters:
  ///   - reference: As it stands in a text.
  ///   - record: The record in whose text it stands.
  ///   - text: That text, whose headings and exhibits `#id` alone may mean.
  ///   - language: The language of the text, where it is a translation: it leads to translations.
  public func resolve(
    _ reference: Reference, in record: Int, text: RecordText, language: Language? = nil
  ) throws(BrokenReference) -> Destination {
    switch reference.target {
    case .record("source", let id): return .source(try find(source: id))
    case .record(let kind, let id):
      let target = try find(RecordKey(kind: kind, id: id))
      return try resolve(reference.fragment, of: target, from: record, in: language)
    case .file(""):
      return try resolve(reference.fragment, of: record, from: record, in: language, text: text)
    case .file(let path):
      let whole = try Self.path(path, from: records[record].path)
      if let asset = asset(whole) { return .file(asset) }
      return try resolve(reference.fragment, of: try find(file: whole), from: record, in: language)
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
  ///   - text: `nil` for the texts of the record, at which hardly a reference makes one look: the
  ///     original's and the one in the language.
  private func resolve(
    _ fragment: String?, of record: Int, from origin: Int, in language: Language?,
    text: RecordText? = nil
  ) throws(BrokenReference) -> Destination {
    guard let fragment, !fragment.isEmpty else { return .record(record) }
    if let verdict = verdict(fragment, on: record, from: origin) { return verdict }
    let kind = kind(of: record)
    let parts = fragment.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    if let field = kind.fieldIndex(String(parts[0])) {
      return try resolve(field, of: record, point: parts.count > 1 ? String(parts[1]) : nil)
    }
    let texts = text.map { [$0] } ?? records[record].texts(in: language)
    if let place = texts.lazy.compactMap({ $0.place(fragment, of: record) }).first { return place }
    let known = kind.fragments + texts.flatMap(\.fragments)
    throw BrokenReference(
      code: "reference.fragment",
      message: "'\(records[record].key)' has no field, heading or exhibit '\(fragment)'",
      help: records[record].translationHelp(for: fragment)
        ?? Suggestion.help(for: fragment, among: known))
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

extension RecordText {
  /// The ids of its headings and exhibits.
  var fragments: [String] { body.headings.map(\.id) + exhibits.compactMap(\.id) }

  /// Where an id stands in it; `nil` where it does not.
  fileprivate func place(_ id: String, of record: Int) -> Destination? {
    // Texts are equal in either spelling of a letter with its mark, and addresses by their bytes.
    if let heading = body.headings.first(where: { $0.id == id }) {
      return .heading(record: record, id: heading.id)
    }
    return exhibits.lazy.compactMap(\.id).first { $0 == id }.map {
      .exhibit(record: record, id: $0)
    }
  }
}

extension Record {
  /// The original's text, and before it the one in a language, if there is one.
  fileprivate func texts(in language: Language?) -> [RecordText] {
    translations.filter { $0.language == language }.map(\.text) + [text]
  }

  /// What helps where an id stands in translations alone.
  fileprivate func translationHelp(for id: String) -> String? {
    translations.first { $0.text.fragments.contains(id) }.map {
      "it stands in \($0.path) alone; write {#\(id)} behind the heading that it translates"
    }
  }
}
