public import DossierMarkdown
import DossierSource

extension LinkedSite {
  /// Finds what a reference leads to; see ``SiteRegister/resolve(_:in:text:language:)``.
  public func resolve(
    _ reference: Reference, in record: RecordIndex, text: RecordText, language: Language? = nil
  ) throws(BrokenReference) -> Destination {
    try register.resolve(reference, in: record, text: text, language: language)
  }
}

extension SiteRegister {
  /// Finds what a reference leads to.
  ///
  /// - Parameters:
  ///   - reference: As it stands in a text.
  ///   - record: The record in whose text it stands.
  ///   - text: That text, whose headings and exhibits `#id` alone may mean.
  ///   - language: The language of the text, where it is a translation: it leads to translations.
  func resolve(
    _ reference: Reference, in record: RecordIndex, text: RecordText, language: Language? = nil
  ) throws(BrokenReference) -> Destination {
    switch reference.target {
    case .record("source", let id): return .source(try names.find(source: id))
    case .record(let kind, let id):
      let target = try names.find(RecordKey(kind: kind, id: id))
      return try resolve(reference.fragment, of: target, from: record, in: language)
    case .file(""):
      return try resolve(reference.fragment, of: record, from: record, in: language, text: text)
    case .file(let path):
      let whole = try SiteFiles.path(path, from: records[record].path)
      if let asset = files.path(whole) { return .file(asset) }
      return try resolve(
        reference.fragment, of: try names.find(file: whole), from: record, in: language)
    }
  }

  /// What `#verdict` of an option means: in the text of a scenario that scenario's, else today's.
  private func verdict(_ fragment: String?, on option: RecordIndex, from record: RecordIndex)
    -> Destination?
  {
    guard fragment == Kind.verdictFragment, ConditionTable(self).options.contains(option) else {
      return nil
    }
    return .verdict(
      option: option, scenario: ConditionTable(self).scenarios.contains(record) ? record : nil)
  }

  /// - Parameters:
  ///   - origin: The record in whose text the reference stands.
  ///   - text: `nil` for the texts of the record, at which hardly a reference makes one look: the
  ///     original's and the one in the language.
  private func resolve(
    _ fragment: String?, of record: RecordIndex, from origin: RecordIndex, in language: Language?,
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
    _ field: FieldIndex, of record: RecordIndex, point: String?
  ) throws(BrokenReference) -> Destination {
    let declaration = kind(of: record).fields[field]
    let statement = facts.statement(field, of: record)
    guard statement.isStated else {
      throw BrokenReference(
        code: "fact.missing",
        message: "'\(records[record].key)' says nothing for '\(declaration.id)'",
        help: "give it a value, or 'unknown', in \(records[record].path)")
    }
    guard let point else { return .fact(record: record, field: field) }
    guard declaration.type == .series else {
      throw BrokenReference(
        code: "reference.point", message: "'\(declaration.id)' is no series and has no points",
        help: "leave out '@\(point)'")
    }
    if let date = PartialDate(point),
      let shown = facts.statement(field, of: record, ClaimChoice(at: date)).shown.first
    {
      return .point(record: record, field: field, claim: ClaimIndex(shown.number))
    }
    let dates = statement.claims.compactMap { $0.evidence.asOf?.description }
    throw BrokenReference(
      code: "reference.point", message: "'\(declaration.id)' has no point '\(point)'",
      help: dates.isEmpty ? nil : "the points are " + dates.joined(separator: ", "))
  }
}

extension RecordText {
  /// The ids of its headings and exhibits.
  var fragments: [String] { body.headings.map(\.id) + exhibits.compactMap(\.id) }

  /// Where an id stands in it; `nil` where it does not.
  fileprivate func place(_ id: String, of record: RecordIndex) -> Destination? {
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
