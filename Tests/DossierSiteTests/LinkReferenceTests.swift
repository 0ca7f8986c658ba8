import DossierMarkdown
import DossierSource
import Testing

@testable import DossierSite

/// Where references lead, and who refers to what.
@Suite struct LinkReferenceTests {
  private static let nato = RecordKey(kind: "actor", id: "nato")
  private static let kfor = RecordKey(kind: "mission", id: "kfor")

  /// The site in which KFOR's text is this, without a mistake.
  private static func site(_ body: String, _ more: [String: String] = [:]) -> LinkedSite {
    let record = """
      ---
      title: Kosovo Force
      lead: nato
      line: unknown
      peak: {value: 50000, source: "gowan-2018, p. 4"}
      strength: [{value: 19000, as-of: 2004-07}, {value: 9000, as-of: 2004-09}, {value: 4500, as-of: 2020}]
      ---
      ## Lessons

      \(body)

      ```compare {#table}
      records: [mission:kfor]
      fields: [peak, line]
      ```

      """
    let files = ["content/missions/kfor.md": record].merging(more) { $1 }
    let outcome = SiteSample(files).linked()
    #expect(outcome.diagnostics.filter { $0.severity > .note } == [])
    return outcome.value
  }

  /// Where the references of KFOR's body lead.
  private static func destinations(_ body: String, _ more: [String: String] = [:]) throws
    -> [Destination]
  {
    let site = site(body, more)
    let index = try #require(site.record(kfor))
    let text = site.records[index].text
    return try text.body.prose.holes.compactMap { hole in
      guard case .reference(let reference) = hole.filling else { return nil }
      return try site.resolve(reference, in: index, text: text)
    }
  }

  @Test(arguments: [
    "<actor:nato>", "[the alliance](actor:nato)", "[](actor:nato)", "[it](../actors/nato.md)",
    "- in a list, <actor:nato>", "> quoted <actor:nato>", "| a |\n|---|\n| <actor:nato> |",
  ])
  func aRecordIsFound(body: String) throws {
    let site = Self.site(body)
    let nato = try #require(site.record(Self.nato))
    #expect(try Self.destinations(body) == [.record(nato)])
  }

  @Test(arguments: [
    ("<mission:kfor#peak>", Destination.fact(record: 4, field: 6)),
    ("[](#peak)", .fact(record: 4, field: 6)), ("[](kfor.md#line)", .fact(record: 4, field: 7)),
    ("<mission:kfor#strength>", .fact(record: 4, field: 8)),
    ("<mission:kfor#per-km>", .fact(record: 4, field: 13)),
    ("<mission:kfor#strength@2004-07>", .point(record: 4, field: 8, claim: 0)),
    ("<mission:kfor#strength@2004-09>", .point(record: 4, field: 8, claim: 1)),
    ("<mission:kfor#strength@2004>", .point(record: 4, field: 8, claim: 1)),
    ("<mission:kfor#strength@2020>", .point(record: 4, field: 8, claim: 2)),
    ("<mission:kfor#lessons>", .heading(record: 4, id: "lessons")),
    ("[](#lessons)", .heading(record: 4, id: "lessons")),
    ("[](#table)", .exhibit(record: 4, id: "table")), ("<source:gowan-2018>", .source(0)),
  ])
  func whatStandsBehindTheHashIsAFieldThenAHeadingThenAnExhibit(
    body: String, destination: Destination
  ) throws {
    let found = try Self.destinations(body)
    // The index of a record depends on the sample alone; what is meant here is KFOR.
    let kfor = try #require(Self.site(body).record(Self.kfor))
    #expect(found == [destination.moved(to: kfor)])
  }

  @Test func aFieldGoesBeforeAHeadingOfItsName() throws {
    let sample = SiteSample([
      "content/missions/kfor.md": "---\ntitle: K\nline: 5\n---\n## Line\n\nSee [](#line)\n"
    ])
    let outcome = sample.linked()
    #expect(outcome.diagnostics.map(\.code) == ["heading.field"])
    let kfor = try #require(outcome.value.record(Self.kfor))
    let holes = outcome.value.records[kfor].text.body.prose.holes
    guard case .reference(let reference) = holes.first?.filling else {
      Issue.record("the text holds no reference")
      return
    }
    let text = outcome.value.records[kfor].text
    #expect(
      try outcome.value.resolve(reference, in: kfor, text: text) == .fact(record: kfor, field: 7))
  }

  @Test func filesAreKeptThatATextShowsOrLinks() {
    let site = Self.site(
      "![A map](map.png) and [the paper](../files/paper.pdf)",
      [
        "content/missions/map.png": "x", "content/files/paper.pdf": "x",
      ])
    #expect(site.assets == ["content/missions/map.png", "content/files/paper.pdf"])
  }

  @Test func backlinksNameThePlaceFromWhichARecordIsMeant() throws {
    let site = Self.site(
      "Led by <actor:nato>.[^n]\n\n[^n]: Of <actor:nato>",
      [
        "content/briefings/a.md":
          "---\ntitle: A\ndate: 1969-01-01\nkey-points: [The <actor:nato>]\n---\n",
        "content/missions/kfor.uk.md": "---\ntitle: Сили\n---\nПід проводом <actor:nato>\n",
      ])
    let nato = try #require(site.record(Self.nato))
    let kfor = try #require(site.record(Self.kfor))
    let article = try #require(site.record(RecordKey(kind: "briefing", id: "a")))
    #expect(
      Set(site.uses[nato]) == [
        Use(record: article, part: .keyPoint(0), hole: 0),
        Use(record: kfor, part: .field(0, 0)), Use(record: kfor, part: .body, hole: 0),
        Use(record: kfor, part: .note(0), hole: 0),
        Use(record: kfor, part: .body, hole: 0, language: .ukrainian),
      ])
    #expect(site.uses[nato].count == 5)
  }

  @Test func aReferenceToItselfIsABacklinkOnlyForAFact() throws {
    let site = Self.site("<mission:kfor>, which had <mission:kfor#peak>")
    let kfor = try #require(site.record(Self.kfor))
    #expect(site.uses[kfor] == [Use(record: kfor, part: .body, hole: 1, field: 6)])
  }

  @Test func aSourceKnowsWhereItIsCited() throws {
    let site = Self.site("As [@gowan-2018, p. 3; @gowan-2018] says. See <source:gowan-2018>.")
    let kfor = try #require(site.record(Self.kfor))
    let source = try #require(site.source("gowan-2018"))
    #expect(
      site.citations[source] == [
        SourceUse(record: kfor, part: .field(6, 0)), SourceUse(record: kfor, part: .body),
      ])
  }

  @Test func topicsAndWorksListTheNewestFirst() throws {
    func article(_ date: String) -> String {
      "---\ntitle: A\ndate: \(date)\ntopics: [ceasefire]\nauthors: [anna]\n---\n"
    }
    let site = Self.site(
      "",
      [
        "content/briefings/a.md": article("1968-05-01"),
        "content/briefings/b.md": article("1969-05-01"),
        "content/briefings/c.md": article("1968-05-01"),
      ])
    let topic = try #require(site.articles.topic("ceasefire"))
    #expect(site.articles.topics[topic].records.map { site.records[$0].key.id } == ["b", "a", "c"])
    #expect(site.articles.topic("peace") == nil)
    let anna = try #require(site.record(RecordKey(kind: "author", id: "anna")))
    #expect(site.works[anna]?.count == 3)
  }

  @Test(arguments: [
    ("a.md", "content/missions/kfor.md", "content/missions/a.md"),
    ("./a.md", "content/missions/kfor.md", "content/missions/a.md"),
    ("../actors/a.md", "content/missions/kfor.md", "content/actors/a.md"),
    ("x/../a.md", "content/home.md", "content/a.md"),
  ])
  func aRelativeAddressIsAPathOfTheProject(address: String, file: String, path: String) throws {
    #expect(try SiteFiles.path(address, from: file) == path)
  }

  @Test(arguments: ["../../etc/passwd", "../../../a", "../../missions/kfor.md"])
  func anAddressOutOfTheContentIsRefused(address: String) {
    #expect(throws: BrokenReference.self) {
      try SiteFiles.path(address, from: "content/missions/kfor.md")
    }
  }
}

extension Destination {
  /// The same in another record.
  fileprivate func moved(to record: RecordIndex) -> Destination {
    switch self {
    case .record: .record(record)
    case .fact(_, let field): .fact(record: record, field: field)
    case .point(_, let field, let claim): .point(record: record, field: field, claim: claim)
    case .heading(_, let id): .heading(record: record, id: id)
    case .exhibit(_, let id): .exhibit(record: record, id: id)
    case .source, .file, .verdict: self
    }
  }
}
