import DossierSource

/// Checks that what a collection names is there, is public, and is named once.
struct HandoutLinker {
  private let site: SiteRegister
  private let collection: HandoutCollection
  private var diagnostics: [Diagnostic] = []
  /// The records and exhibits so far: `kind:id` and `kind:id#exhibit`.
  private var seen: Set<String> = []

  private init(_ site: SiteRegister, _ collection: HandoutCollection) {
    self.site = site
    self.collection = collection
  }

  static func check(_ collection: HandoutCollection, of site: SiteRegister) -> [Diagnostic] {
    var linker = HandoutLinker(site, collection)
    linker.checkAuthors()
    for part in collection.parts { linker.check(part) }
    return linker.diagnostics
  }

  private mutating func checkAuthors() {
    guard let kind = site.schema.kinds(.author).first else { return }
    for author in collection.authors {
      _ = find(LocatedKey(key: RecordKey(kind: kind.id, id: author.id), span: author.span))
    }
  }

  private mutating func check(_ part: HandoutCollection.Content) {
    switch part {
    case .record(let key, let portions):
      if let record = find(key) { mark(record, portions, at: key.span) }
    case .exhibit(let key, let id): checkExhibit(id, of: key)
    case .kind(let kind, let portions): check(kind, portions)
    case .verdicts(let word): checkOptions(at: word.span)
    case .chapter, .glossary, .sources, .timeline: break
    }
  }

  private mutating func checkOptions(at span: Span) {
    let kinds = site.schema.kinds.indices.filter { site.schema.kinds[$0].role == .option }
    guard kinds.allSatisfy({ site.recordsOfKind[$0].isEmpty }) else { return }
    report(
      BrokenReference(
        code: "handout.verdicts", message: "there is no option on which there could be a verdict",
        help: "write or publish a record of a kind with 'role: option', or take the part out"),
      at: span)
  }

  private mutating func checkExhibit(_ id: String, of key: LocatedKey) {
    guard let record = find(key) else { return }
    let known = site.records[record].text.exhibits.compactMap(\.id)
    guard known.contains(id) else {
      return report(
        BrokenReference(
          code: "handout.exhibit", message: "'\(key.key)' has no exhibit '\(id)'",
          help: Suggestion.help(for: id, among: known)), at: key.span)
    }
    for translation in site.records[record].translations
    where !translation.text.exhibits.contains(where: { $0.id == id }) {
      report(
        BrokenReference(
          code: "handout.exhibit", message: "'\(translation.path)' has no exhibit '\(id)'",
          help: "give the exhibit of the translation the same id, '{#\(id)}'"), at: key.span)
    }
    mark("\(key.key)#\(id)", at: key.span)
  }

  private mutating func check(_ kind: Located, _ portions: Set<HandoutCollection.Portion>) {
    do throws(BrokenReference) {
      let index = try site.names.find(kind: kind.id)
      for record in site.recordsOfKind[index] { mark(record, portions, at: kind.span) }
    } catch {
      report(error, at: kind.span)
    }
  }

  private mutating func mark(
    _ record: RecordIndex, _ portions: Set<HandoutCollection.Portion>, at span: Span
  ) {
    let entry = site.records[record]
    guard mark("\(entry.key)", at: span), portions.contains(.text) else { return }
    for id in entry.text.exhibits.compactMap(\.id) { mark("\(entry.key)#\(id)", at: span) }
  }

  /// Anchors would not be unique, were a thing there twice.
  ///
  /// - Returns: Whether it is there for the first time.
  @discardableResult
  private mutating func mark(_ name: String, at span: Span) -> Bool {
    guard !seen.insert(name).inserted else { return true }
    report(
      BrokenReference(
        code: "handout.twice", message: "'\(name)' is in the handout twice",
        help: "take out one of the two"), at: span)
    return false
  }

  private mutating func find(_ key: LocatedKey) -> RecordIndex? {
    do throws(BrokenReference) {
      return try site.names.find(key.key)
    } catch {
      report(error, at: key.span)
      return nil
    }
  }

  private mutating func report(_ broken: BrokenReference, at span: Span) {
    diagnostics.append(
      .error(
        broken.code, broken.message, at: Place(path: collection.path, span: span),
        help: broken.help))
  }
}
