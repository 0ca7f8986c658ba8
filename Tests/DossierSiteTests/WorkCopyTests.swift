import DossierCitation
import DossierMarkdown
import DossierSource
import Testing

@testable import DossierSite

/// A work and its copies, the relays of it, and the ids that it has beside its own.
@Suite struct WorkCopyTests {
  private static func sample(_ sources: String, _ more: [String: String] = [:]) -> SiteSample {
    SiteSample(["content/sources/all.yml": sources].merging(more) { $1 })
  }

  private static func source(_ keys: String, type: String = "report") throws -> Source {
    let sample = Self.sample(
      "- {id: gowan-2018, type: \(type), title: T, \(keys)}\n- {id: b, type: book, title: B}\n")
    #expect(sample.report() == "")
    return try #require(sample.parsed().value.sources.last)
  }

  @Test func theCopyThatWasReadIsKept() throws {
    let source = try Self.source(
      "consulted: {where: planken.org, URL: 'http://planken.org/a', accessed: 2026-11-22}")
    #expect(
      source.consulted == [
        Source.Copy(
          place: Localized("planken.org"), url: "http://planken.org/a",
          accessed: PartialDate("2026-11-22"))
      ])
    #expect(source.reading == .copy)
    #expect(source.work.texts["consulted"] == nil)
  }

  @Test func relaysAreAListOrOneAlone() throws {
    let source = try Self.source(
      "via: [{where: {en: UNN, uk: УНН}, title: A, issued: 2025-04}, {source: b}]")
    #expect(source.relays.map { $0.place?[.ukrainian] } == ["УНН", nil])
    #expect(source.relays[0].issued == PartialDate("2025-04"))
    #expect(source.relays[1].source?.id == "b")
    #expect(source.reading == .relay)
  }

  @Test(arguments: [
    ("report", "", Source.Reading.primary), ("article-newspaper", "", .press),
    ("article-magazine", "", .press), ("broadcast", "", .press),
    ("entry-encyclopedia", "consulted: {where: A}", .encyclopaedia),
    ("entry", "via: {where: A}", .encyclopaedia),
    ("article-newspaper", "consulted: {where: A}", .copy),
    ("article-newspaper", "via: {where: A}", .relay),
    ("report", "consulted: {where: A}, via: {where: B}", .relay),
    ("report", "archived: 'https://a.org/'", .primary),
  ])
  func howAWorkWasReadFollowsFromItsEntry(type: String, keys: String, reading: Source.Reading)
    throws
  {
    #expect(try Self.source(keys, type: type).reading == reading)
  }

  @Test func aNoteMayBeInSeveralLanguages() throws {
    let note = try #require(try Self.source("note: {en: Undated, uk: Без дати}").note)
    #expect(note[.ukrainian] == "Без дати")
    #expect(note.language(for: .ukrainian, original: .english) == .ukrainian)
    let plain = try #require(try Self.source("note: Undated").note)
    #expect(plain.language(for: .ukrainian, original: .english) == .english)
  }

  @Test(arguments: [
    ("consulted: {accessed: 2026}", "source.copy"), ("consulted: {}", "source.copy"),
    ("via: UNN", "yaml.type"), ("via: {source: none}", "source.unknown"),
    ("via: {wher: UNN}", "yaml.unknown-key"), ("consulted: {URL: 'a b'}", "source.address"),
    ("part-of: none", "source.unknown"), ("part-of: gowan-2018", "source.part-of"),
    ("aliases: [b]", "source.alias"), ("aliases: [gowan-2018]", "source.alias"),
    ("aliases: [x, x]", "yaml.repeated"), ("aliases: [A B]", "source.id"),
    ("note: {fr: Non}", "language.unknown"),
    ("consulted: {where: A, accessed: 2026-13}", "date.invalid"),
  ])
  func whatLeadsNowhereIsTold(keys: String, code: String) {
    let sample = Self.sample(
      "- {id: gowan-2018, type: book, title: T, \(keys)}\n- {id: b, type: book, title: B}\n")
    let codes = sample.linked().diagnostics.filter { $0.severity > .note }.map(\.code)
    #expect(codes.contains(code), "\(codes)")
  }

  @Test func aRingOfPartsIsToldOnce() {
    let sample = Self.sample(
      """
      - {id: gowan-2018, type: book, title: T, part-of: b}
      - {id: b, type: book, title: B, part-of: c}
      - {id: c, type: book, title: C, part-of: b}
      - {id: d, type: book, title: D, part-of: c}
      """)
    #expect(sample.linked().diagnostics.filter { $0.code == "source.part-of" }.count == 1)
  }

  @Test func aWorkKnowsItsParts() throws {
    let site = Self.sample(
      "- {id: gowan-2018, type: book, title: T}\n- {id: b, type: book, title: B, part-of: gowan-2018}\n"
    ).linked().value
    let whole = try #require(site.source("gowan-2018"))
    #expect(site.parts(of: whole).map { site.sources[$0].id } == ["b"])
    #expect(site.parts(of: try #require(site.source("b"))).isEmpty)
  }

  private static let merged = "- {id: gowan-2018, type: report, title: T, aliases: [old, older]}"

  @Test func whateverCitesAnAliasCitesTheWork() throws {
    let record = """
      ---
      title: Kosovo Force
      peak: {value: 1, source: "old, p. 3"}
      lesson: See [@older] and <source:old>.
      ---
      One [@old, p. 2; @older] and @old says [](source:older).[^a]

      [^a]: As [@old].
      """
    let translation = "---\ntitle: KFOR\n---\nОдин [@old].\n"
    let sample = Self.sample(
      Self.merged,
      ["content/missions/kfor.md": record, "content/missions/kfor.uk.md": translation])
    #expect(sample.report() == "")
    #expect(sample.record("mission", "kfor")?.citedWorks == ["gowan-2018"])
    let site = sample.linked().value
    let work = try #require(site.source("gowan-2018"))
    #expect(!site.citations[work].isEmpty)
    #expect(site.source("old") == nil)
  }

  @Test func twoIDsOfAWorkAreOneWitness() throws {
    let sample = Self.sample(
      Self.merged,
      [
        "content/missions/kfor.md":
          "---\ntitle: K\npeak: {value: 1, source: [gowan-2018, old, \"older, p. 2\"]}\n---\n"
      ])
    let found = sample.linked().diagnostics.filter { $0.code == "source.twice" }
    #expect(
      found.map(\.message) == [
        "'gowan-2018' and 'old' are one work, and no two witnesses",
        "'old' and 'older' are one work, and no two witnesses",
      ])
    let record = try #require(sample.record("mission", "kfor"))
    let cited = record.facts.compactMap(\.self).flatMap(\.evidence).flatMap(\.sources)
    #expect(cited.map { $0.id + $0.locator } == ["gowan-2018", "gowan-2018p. 2"])
  }

  @Test func anEditOfATextCitesTheWorkToo() throws {
    var site = Self.sample(
      Self.merged, ["content/missions/kfor.md": "---\ntitle: K\n---\nOne [@old].\n"]
    ).parsed().value
    let edited = Self.sample(
      Self.merged, ["content/missions/kfor.md": "---\ntitle: K\n---\nTwo [@older].\n"])
    let schema = site.schema
    let file = SourceFile(
      path: "content/missions/kfor.md", text: "---\ntitle: K\n---\nTwo [@older].\n")
    let key = RecordKey(kind: "mission", id: "kfor")
    guard case .record(let record) = schema.parse(file, as: .record(key)).value else {
      Issue.record("no record")
      return
    }
    #expect(site.replace(record)?.citedWorks == ["gowan-2018"])
    #expect(edited.record("mission", "kfor")?.citedWorks == ["gowan-2018"])
  }

  @Test func aWorkThatAPublicEntryNamesIsPublic() {
    let sources = """
      - {id: gowan-2018, type: report, title: T, via: {source: b}}
      - {id: b, type: book, title: B, part-of: c}
      - {id: c, type: book, title: C}
      - {id: d, type: book, title: D}
      """
    let sample = Self.sample(
      sources,
      ["content/terms/hidden.md": "---\ntitle: Hidden\ndraft: true\n---\n[@b; @c; @d]\n"])
    #expect(sample.linked().value.sources.map(\.id) == ["b", "c", "gowan-2018"])
    #expect(sample.report() == "")
  }

  @Test func aWorkThatAnEntryNamesIsNotUncited() {
    let sources = """
      - {id: gowan-2018, type: report, title: T, part-of: b}
      - {id: b, type: book, title: B}
      - {id: c, type: book, title: C}
      """
    let site = Self.sample(sources).linked().value
    #expect(
      site.bibliographyRemarks().filter { $0.code == "source.uncited" }.map(\.message) == [
        "nothing cites the source 'c'"
      ])
  }
}
