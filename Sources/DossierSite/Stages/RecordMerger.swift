import DossierMarkdown
import DossierSource

/// Adds what a table says to a record that another file declares.
struct RecordMerger {
  private let original: Record
  private let kind: Kind?
  private var names: Record.Names
  private var facts: Column<Field, Fact?>
  private var digest: TextDigest
  private(set) var diagnostics: [Diagnostic] = []
  /// By field: where the claims that were added stand among the others.
  private(set) var positions: [FieldIndex: [Int]] = [:]

  init(_ record: Record, _ schema: SiteSchema) {
    original = record
    kind = schema.kind(record.key.kind)
    names = Record.Names(
      title: record.title, short: record.short, summary: record.summary, aliases: record.aliases)
    facts = record.facts
    digest = TextDigest(continuing: record.textDigest)
  }

  /// The record with all that was added.
  var record: Record {
    Record(
      Record.File(
        key: original.key, path: original.path, textDigest: digest.value,
        frontDigest: original.frontDigest, gaps: original.gaps),
      names, facts: facts, schedule: original.schedule, article: original.article,
      history: Record.History(
        changes: original.changes, reviewed: original.reviewed, reviewer: original.reviewer,
        updated: original.updated),
      text: original.text, translations: original.translations)
  }

  private mutating func report(_ code: String, _ message: String, at place: Place, help: String) {
    diagnostics.append(.error(code, message, at: place, help: help))
  }

  /// Adds the row of a table of records.
  ///
  /// - Parameter place: The cell that names the record.
  mutating func add(_ row: Record, at place: Place) {
    let hasTitle = !row.gaps.contains { $0.field == nil }
    if hasTitle { names.title = same("title", names.title, row.title, place) ?? names.title }
    names.short = same("short", names.short, row.short, place)
    names.summary = same("summary", names.summary, row.summary, place)
    let others = [
      ("aliases", !row.aliases.isEmpty), ("reviewed", row.reviewed != nil),
      ("updated", row.updated != nil), ("draft or embargo", row.schedule != Schedule()),
      ("date", row.article.date != nil), ("authors", !row.article.authors.isEmpty),
      ("order", row.article.order != nil), ("as-of", row.article.asOf != nil),
      ("topics", !row.article.topics.isEmpty), ("key-points", !row.article.keyPoints.isEmpty),
    ]
    for (key, isGiven) in others where isGiven {
      report(
        "table.own-file",
        "'\(original.key)' is declared in \(original.path), where '\(key)' stands",
        at: place, help: "write it there, and empty the cell")
    }
    for (field, fact) in row.facts.indexed {
      if let fact { add(fact, field) }
    }
  }

  /// A name that two files give is the same in both.
  private mutating func same(
    _ key: String, _ old: String?, _ new: String?, _ place: Place
  ) -> String? {
    guard let old, let new else {
      if let new { digest.add(new.utf8) }
      return old ?? new
    }
    if old != new {
      report(
        "table.twice",
        "the \(key) of '\(original.key)' stands in \(original.path) too, and differs",
        at: place, help: "keep one of them")
    }
    return old
  }

  /// Adds what a table says of one field.
  mutating func add(_ fact: Fact, _ field: FieldIndex) {
    let start = positions[field] ?? []
    for claim in fact.claims { addTexts(of: claim) }
    guard let old = facts[field] else {
      facts[field] = fact
      positions[field] = start + Array(fact.claims.indices)
      return
    }
    switch (old, fact) {
    case (.claims(let claims), .claims(let more)): join(claims, more, field)
    case (.unknown, .unknown), (.notApplicable, .notApplicable): break
    default: tellOpposite(fact, field)
    }
  }

  private mutating func addTexts(of claim: Claim) {
    if case .text(let text) = claim.value { digest.add(text.utf8) }
    if let note = claim.evidence.note { digest.add(note.utf8) }
  }

  private mutating func join(_ claims: [Claim], _ more: [Claim], _ field: FieldIndex) {
    var all = claims
    var known: [ClaimIdentity: Int] = [:]
    var rated: [RecordKey: String] = [:]
    for (number, claim) in claims.enumerated() {
      known[ClaimIdentity(claim)] = number
      if case .rating(let key, let choice) = claim.value { rated[key] = choice }
    }
    for claim in more {
      if let number = known[ClaimIdentity(claim)] {
        positions[field, default: []].append(number)
        continue
      }
      if case .rating(let key, _) = claim.value, rated[key] != nil {
        tellTwice(field, claim.evidence.place, "the rating of '\(key.id)'")
        continue
      }
      positions[field, default: []].append(all.count)
      all.append(claim)
    }
    facts[field] = .claims(all)
  }

  private mutating func tellOpposite(_ fact: Fact, _ field: FieldIndex) {
    guard let place = fact.evidence.first?.place else { return }
    tellTwice(field, place, "what is said here")
  }

  private mutating func tellTwice(_ field: FieldIndex, _ place: Place, _ what: String) {
    let id = kind?.fields[field].id ?? ""
    let other = facts[field]?.evidence.first?.place
    let elsewhere = other.map { "\($0.path):\($0.span.line)" } ?? original.path
    report(
      "table.twice", "\(what) for '\(id)' of '\(original.key)' is contradicted by \(elsewhere)",
      at: place, help: "keep one of them")
  }
}

/// All that a claim says, so that two which say the same are known for one.
private struct ClaimIdentity: Hashable {
  private var value: Value
  private var of: String?
  private var unit: String?
  private var isApproximate: Bool
  private var asOf: PartialDate?
  private var sources: [String]
  private var note: String?
  private var basis: Evidence.Basis

  private enum Value: Hashable {
    case number(Quantity)
    case period(Period)
    /// The sort of value, and its words.
    case words(String, String)
  }

  init(_ claim: Claim) {
    value = Self.value(claim.value)
    (of, unit, isApproximate) = (claim.of, claim.unit, claim.isApproximate)
    asOf = claim.evidence.asOf
    sources = claim.evidence.sources.map { "\($0.id), \($0.locator)" }
    (note, basis) = (claim.evidence.note, claim.evidence.basis)
  }

  private static func value(_ value: ClaimValue) -> Value {
    switch value {
    case .text(let text): .words("text", text)
    case .markdown(let prose):
      .words(
        "markdown", String(decoding: prose.html, as: UTF8.self) + "\(prose.holes.map(\.filling))")
    case .quantity(let quantity): .number(quantity)
    case .date(let date): .words("date", "\(date)")
    case .period(let period): .period(period)
    case .choice(let id): .words("choice", id)
    case .flag(let flag): .words("flag", "\(flag)")
    case .reference(let key): .words("reference", "\(key)")
    case .place(let place): .words("place", "\(place)")
    case .rating(let key, let choice): .words("rating", "\(key): \(choice)")
    }
  }
}
