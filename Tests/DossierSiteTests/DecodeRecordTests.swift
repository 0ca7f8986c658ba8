import DossierMarkdown
import DossierSource
import Testing

@testable import DossierSite

/// Records, front matter, exhibits and translations.
@Suite struct DecodeRecordTests {
  @Test(arguments: [
    ("---\ntitle: A\n---\nText\n", "title: A\n", 2, "Text\n", 4),
    ("---\ntitle: A\n---", "title: A\n", 2, "", 4), ("---\n---\nText", "", 2, "Text", 3),
    ("---\na: b\n---  \nText", "a: b\n", 2, "Text", 4), ("Text\n---\n", "", 1, "Text\n---\n", 1),
    ("", "", 1, "", 1), ("\n---\na: b\n---\n", "", 1, "\n---\na: b\n---\n", 1),
    ("---\na: b\n----\n---\nText", "a: b\n----\n", 2, "Text", 5), ("----\n", "", 1, "----\n", 1),
    ("---\n\n---\n\n---\n", "\n", 2, "\n---\n", 4),
  ])
  func frontMatterEndsAtALineOfThreeHyphens(
    text: String, yaml: String, yamlLine: Int, body: String, bodyLine: Int
  ) throws {
    let front = try #require(FrontMatter.split(Array(text.utf8)))
    #expect(String(decoding: front.yaml, as: UTF8.self) == yaml)
    #expect(String(decoding: front.body, as: UTF8.self) == body)
    #expect(front.yamlLine == yamlLine)
    #expect(front.bodyLine == bodyLine)
  }

  @Test func whatIsStillToBeFilledInIsANoteForEach() {
    let sample = SiteSample([
      "content/missions/kfor.md": "---\ntitle: KFOR\nto-fill-in: [an address, a number]\n---\n"
    ])
    let notes = sample.parsed().diagnostics.filter { $0.code == "record.unfilled" }
    #expect(notes.map(\.severity) == [.note, .note])
    #expect(
      notes.map(\.message) == [
        "this is still to be filled in: an address", "this is still to be filled in: a number",
      ])
  }

  @Test(arguments: ["---", "---\n", "---\ntitle: A\n", "---\ntitle: A\n --- \n"])
  func frontMatterWithoutAnEndIsNone(text: String) {
    #expect(FrontMatter.split(Array(text.utf8)) == nil)
  }

  @Test func aRecordIsReadWithAllItSays() throws {
    let sample = SiteSample([
      "content/missions/unmil.md": """
      ---
      title: United Nations Mission in Liberia
      short: UNMIL
      summary: A mission.
      draft: true
      embargo: 1970-01-02
      updated: 2025-05
      reviewed: 2024
      aliases: [liberia]
      changes:
        - {date: 2024-01-01, text: Older}
        - {date: 2025-01-01, text: Newer}
      line: 5
      ---
      Text
      """
    ])
    let record = try #require(sample.record("mission", "unmil"))
    #expect(sample.report() == "")
    #expect(record.title == "United Nations Mission in Liberia")
    #expect(record.name == "UNMIL")
    #expect(record.summary == "A mission.")
    #expect(record.schedule.isDraft)
    #expect(record.schedule.embargo == 86_400)
    #expect(record.release == .max)
    #expect(record.updated == PartialDate("2025-05"))
    #expect(record.reviewed == PartialDate("2024"))
    #expect(record.aliases.map(\.id) == ["liberia"])
    #expect(record.changes.map(\.text) == ["Newer", "Older"])
    #expect(record.facts.map { $0 != nil }.filter(\.self).count == 1)
    #expect(String(decoding: record.text.body.prose.html, as: UTF8.self) == "<p>Text</p>\n")
    #expect(!record.isHome)
  }

  @Test func theNewestChangeIsTheLastUpdate() throws {
    let text = "---\ntitle: A\nchanges: [{date: 2024, text: B}, {date: 2025-03, text: C}]\n---\n"
    let sample = SiteSample(["content/missions/unmil.md": text])
    #expect(try #require(sample.record("mission", "unmil")).updated == PartialDate("2025-03"))
  }

  @Test func aChangeWithoutADateIsAnError() {
    let text = "---\ntitle: A\nchanges:\n  - {text: Half}\n---\n"
    let sample = SiteSample(["content/missions/unmil.md": text])
    #expect(
      sample.report().hasPrefix("content/missions/unmil.md:4:5: error: the key 'date' is missing"))
  }

  @Test func anArticleHasWhatOnlyArticlesHave() throws {
    let sample = SiteSample([
      "content/briefings/a.md": """
      ---
      title: A
      date: 1969-05-12
      authors: [anna]
      topics: [ceasefire, un]
      key-points:
        - The *first*
        - "<actor:nato>"
      ---
      """
    ])
    let article = try #require(sample.record("briefing", "a")?.article)
    #expect(sample.report() == "")
    #expect(article.date == PartialDate("1969-05-12"))
    #expect(article.authors.map(\.id) == ["anna"])
    #expect(article.topics.map(\.id) == ["ceasefire", "un"])
    #expect(String(decoding: article.keyPoints[0].html, as: UTF8.self) == "The <em>first</em>")
    #expect(article.keyPoints[1].holes.map(\.span) == [Span(line: 8, column: 6, length: 12)])
  }

  @Test func theKeysOfArticlesAreFreeForOtherKinds() {
    let sample = SiteSample([
      "content/terms/_kind.yml": "id: term\nrole: term\nfields: {date: {type: text}}\n",
      "content/terms/veto.md": "---\ntitle: V\ndate: long ago\n---\n",
    ])
    #expect(sample.report() == "")
  }

  @Test func theHomePageIsARecordOfTheKindPage() throws {
    let sample = SiteSample(["content/home.md": "---\ntitle: Home\n---\nSee <mission:kfor>\n"])
    let outcome = sample.linked()
    #expect(outcome.diagnostics == [])
    let home = try #require(outcome.value.home)
    #expect(outcome.value.records[home].isHome)
    #expect(outcome.value.records[home].key == RecordKey(kind: "page", id: "home"))
  }

  @Test func anExhibitIsReadWithItsPlaces() throws {
    let sample = SiteSample([
      "content/missions/kfor.md":
        "---\ntitle: K\n---\n\n```compare {#degrees}\nrecords: [mission:kfor]\nfields: [line, peak]\n"
        + "caption: Two degrees\n```\n"
    ])
    let exhibits = try #require(sample.record("mission", "kfor")).text.exhibits
    let exhibit = try #require(exhibits.first)
    #expect(sample.report() == "")
    #expect(exhibit.id == "degrees")
    #expect(exhibit.caption == "Two degrees")
    guard let compare = exhibit.content as? CompareExhibit else {
      Issue.record("the block is not read as a comparison")
      return
    }
    #expect(compare.selection.records.map(\.key.description) == ["mission:kfor"])
    #expect(compare.selection.records.map(\.span) == [Span(line: 6, column: 11, length: 12)])
    #expect(compare.fields.map(\.id) == ["line", "peak"])
  }

  @Test func aTranslationGivesTextsAndNotes() throws {
    let sample = SiteSample([
      "content/missions/kfor.md": """
      ---
      title: Kosovo Force
      mandate: Resolution 1244
      lesson: [A *firm* one, Another]
      line: [{value: 5, note: n}, {value: 6}]
      ---
      """,
      "content/missions/kfor.uk.md": """
      ---
      title: Сили для Косова
      short: КФОР
      summary: Сили.
      mandate: Резолюція 1244
      lesson: [Твердий, Інший]
      notes: {line: [а, б]}
      ---
      Текст
      """,
    ])
    let record = try #require(sample.record("mission", "kfor"))
    let translation = try #require(record.translations.first)
    #expect(sample.report() == "")
    #expect(translation.language == .ukrainian)
    #expect(translation.path == "content/missions/kfor.uk.md")
    #expect(
      [translation.title, translation.short, translation.summary]
        == ["Сили для Косова", "КФОР", "Сили."])
    #expect(translation.texts[1] == [.text("Резолюція 1244")])
    #expect(translation.texts[2]?.count == 2)
    #expect(translation.notes[7] == ["а", "б"])
    #expect(String(decoding: translation.text.body.prose.html, as: UTF8.self) == "<p>Текст</p>\n")
  }

  @Test(arguments: [
    ("content/site.yml", ContentPurpose.declaration), ("content/units.yml", .declaration),
    ("content/missions/_kind.yml", .declaration), ("content/sources/un.json", .bibliography),
    ("content/sources/un.yaml", .bibliography),
    ("content/missions/kfor.md", .record(RecordKey(kind: "mission", id: "kfor"))),
    (
      "content/missions/kfor.uk.md",
      .translation(RecordKey(kind: "mission", id: "kfor"), .ukrainian)
    ),
    ("content/missions/uk.md", .record(RecordKey(kind: "mission", id: "uk"))),
    ("content/home.md", .record(RecordKey(kind: "page", id: "home"))),
    ("content/home.uk.md", .translation(RecordKey(kind: "page", id: "home"), .ukrainian)),
    ("content/missions/map.png", .asset), ("content/sources/scan.pdf", .asset),
  ])
  func aFilesPathSaysWhatItIsFor(path: String, purpose: ContentPurpose) {
    let outcome = SiteSample().parsed().value.schema.purpose(of: path)
    #expect(outcome == Outcome(purpose))
  }
}
