import DossierSource
import Testing

@testable import DossierSite

/// What is public at which moment.
@Suite struct PublishTests {
  /// 2025-06-01 at 00:00 UTC, in seconds since 1970.
  private static let june = 1_748_736_000
  private static let day = 86_400

  private static func publish(
    _ front: String, at now: Int, showsAll: Bool = false, article: Bool = true
  ) throws -> PublicSite {
    let path = article ? "content/briefings/a.md" : "content/actors/a.md"
    let sample = SiteSample([path: "---\ntitle: A\n\(front)\n---\n"])
    let outcome = sample.parsed()
    #expect(outcome.diagnostics == [])
    return try #require(PublicSite.publish(outcome.value, at: now, showsAll: showsAll))
  }

  @Test(arguments: [
    ("date: 2025-06-01", -1, false), ("date: 2025-06-01", 0, true), ("date: 2025-06", 0, true),
    ("date: 2025-06-02", 0, false), ("date: 2025", 0, true), ("date: 2025\ndraft: true", 0, false),
    ("date: 2025\ndraft: false", 0, true), ("date: 2025\nembargo: 2025-06-01", 0, true),
    ("date: 2025\nembargo: 2025-06-01", -1, false),
    ("date: 2025\nembargo: 2025-06-01T06:00:00Z", 21_599, false),
    ("date: 2025\nembargo: 2025-06-01T06:00:00Z", 21_600, true),
    ("date: 2025\nembargo: 2025-06-01T06:00Z", 21_600, true),
    ("date: 2025-06-02\nembargo: 2025-06-01", 0, false),
  ])
  func anArticleIsPublicFromItsDateAndItsEmbargo(front: String, offset: Int, isPublic: Bool) throws
  {
    let site = try Self.publish(front, at: Self.june + offset)
    #expect(site.records.contains { $0.key.id == "a" } == isPublic)
    #expect(site.hidden.isEmpty == isPublic)
  }

  @Test(arguments: [
    ("begun: 2999", true), ("draft: true", false), ("embargo: 2999-01-01", false),
    ("embargo: 1999-01-01", true), ("updated: 2999", true), ("reviewed: 2999", true),
  ])
  func aRecordThatIsNoArticleHasNoDateOfPublication(front: String, isPublic: Bool) throws {
    let sample = SiteSample(["content/missions/a.md": "---\ntitle: A\n\(front)\n---\n"])
    let site = try #require(
      PublicSite.publish(sample.parsed().value, at: Self.june, showsAll: false))
    #expect(site.records.contains { $0.key.id == "a" } == isPublic)
  }

  @Test(arguments: ["date: 2999", "date: 2025\ndraft: true", "date: 2025\nembargo: 2999-01-01"])
  func everythingIsShownWhereItIsAskedFor(front: String) throws {
    let site = try Self.publish(front, at: Self.june, showsAll: true)
    #expect(site.records.contains { $0.key.id == "a" })
    #expect(site.hidden.isEmpty)
  }

  @Test(arguments: [
    ("date: 2025-06-03", 2), ("date: 2025-06-02\nembargo: 2025-06-05", 4), ("date: 2025", nil),
    ("date: 2025-06-03\ndraft: true", nil),
  ])
  func theNextReleaseIsKnown(front: String, days: Int?) throws {
    let site = try Self.publish(front, at: Self.june)
    #expect(site.nextRelease == days.map { Self.june + $0 * Self.day })
  }

  @Test(arguments: [
    "<actor:secret>", "[it](../actors/secret.md)", "[x](actor:secret#seat)",
    "```compare\nrecords: [actor:secret]\nfields: [seat]\n```",
  ])
  func aPublicTextCannotNameWhatIsHidden(body: String) {
    let sample = SiteSample([
      "content/actors/secret.md": "---\ntitle: The secret one\nseat: Rome\ndraft: true\n---\n",
      "content/actors/open.md": "---\ntitle: Open\n---\n\(body)\n",
    ])
    let diagnostics = sample.linked().diagnostics
    #expect(diagnostics.map(\.code) == ["reference.hidden"])
    #expect(diagnostics.first?.message == "'actor:secret' is not public yet")
    #expect(sample.linked(showsAll: true).diagnostics == [])
  }

  @Test func aFieldCannotNameWhatIsHidden() {
    let sample = SiteSample([
      "content/actors/secret.md": "---\ntitle: The secret one\ndraft: true\n---\n",
      "content/missions/kfor.md": "---\ntitle: K\nlead: secret\n---\n",
    ])
    #expect(sample.linked().diagnostics.map(\.code) == ["reference.hidden"])
  }

  @Test func whatOnlyHiddenTextsShowIsNotPublished() {
    let sample = SiteSample([
      "content/actors/secret.md": "---\ntitle: Secret\ndraft: true\n---\n![A map](map.png)\n",
      "content/actors/map.png": "x",
    ])
    #expect(sample.linked().value.assets == [])
    #expect(sample.linked(showsAll: true).value.assets == ["content/actors/map.png"])
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("2025-06-01", june), ("2025-06-01T00:00:00Z", june),
    ("2025-06-01T23:59:59Z", june + 86_399),
    ("2025-06-01T06:00:00+02:00", june + 14_400), ("2025-06-01T00:00-05:30", june + 19_800),
    ("2025-06-01T00:00+00:00", june), ("2024-02-29T12:30Z", 1_709_209_800),
  ])
  func aMomentIsReadInUTC(text: String, seconds: Int) {
    #expect(Timestamp.seconds(text) == seconds)
  }

  @Test(arguments: [
    "2025", "2025-06", "2025-06-01T06:00:00", "2025-06-01T06:00:00+0200", "2025-06-01 06:00Z",
    "2025-06-01T06:00+24:00", "2025-06-01T06:00Z+02:00",
    "2025-06-01T24:00Z", "2025-06-01T06:60Z", "2025-02-30T06:00Z", "", "T06:00Z", "tomorrow",
  ])
  func whatIsNoMomentIsRefused(text: String) {
    #expect(Timestamp.seconds(text) == nil)
  }

  @Test(arguments: ["draft:", "draft: yes", "draft: ''", "embargo:", "embargo: soon"])
  func whatCannotBeReadHides(front: String) throws {
    for (path, isList) in [("content/missions/a.md", false), ("content/sources/a.yml", true)] {
      let text =
        isList
        ? "- id: a\n  type: book\n  title: A\n  \(front)\n" : "---\ntitle: A\n\(front)\n---\n"
      let outcome = SiteSample([path: text]).parsed()
      #expect(outcome.diagnostics.contains { $0.severity == .error })
      let site = try #require(PublicSite.publish(outcome.value, at: Self.june, showsAll: false))
      #expect(!site.records.contains { $0.key.id == "a" })
      #expect(!site.sources.contains { $0.id == "a" })
    }
  }

  @Test(arguments: [
    ("draft: true", false), ("embargo: 2025-06-01T02:00+02:00", true), ("date: 2025-06-02", false),
    ("embargo: 2025-06-01T01:00Z", false), ("date: 2025-06-01", true),
  ])
  func aCollectionIsHiddenAsARecordIs(front: String, isPublic: Bool) throws {
    let sample = SiteSample([
      "content/handouts/pack.yml": "title: The pack\n\(front)\nparts: [mission:kfor]\n"
    ])
    let outcome = sample.linked(at: Self.june)
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.handouts.isEmpty != isPublic)
    #expect(sample.linked(at: Self.june, showsAll: true).value.handouts.count == 1)
  }

  @Test func aWorkThatHiddenRecordsAloneUseIsHiddenWithThem() {
    let works = ["own", "shared", "unused"].map {
      "- {id: \($0), type: book, title: The work \($0)}"
    }
    let sample = SiteSample([
      "content/sources/more.yml": works.joined(separator: "\n"),
      "content/actors/secret.md": "---\ntitle: S\ndraft: true\n---\n[@own] [@shared]\n",
      "content/actors/open.md": "---\ntitle: O\n---\n<source:shared>\n",
    ])
    let seen = sample.linked().value
    #expect(seen.sources.map(\.id) == ["gowan-2018", "shared", "unused"])
    #expect(sample.linked(showsAll: true).value.sources.count == 4)
  }

  @Test func aPublicTextCannotCiteAWorkThatIsADraft() {
    let sample = SiteSample([
      "content/sources/more.yml": "- {id: own, type: book, title: Own, draft: true}\n",
      "content/actors/open.md": "---\ntitle: O\n---\n[@own]\n",
    ])
    #expect(sample.linked().diagnostics.map(\.message) == ["'source:own' is not public yet"])
  }

  @Test(arguments: ["", "draft: true\n"])
  func aKindOfHiddenRecordsIsNotThere(front: String) {
    let isHidden = front.isEmpty ? "draft: true\n" : ""
    let sample = SiteSample([
      "content/plans/_kind.yml": "id: plan\nlabel: A secret plan\n\(front)",
      "content/plans/a.md": "---\ntitle: A\n\(isHidden)---\n",
    ])
    #expect(sample.linked().value.schema.kind("plan") == nil)
    #expect(sample.linked().value.record(RecordKey(kind: "plan", id: "a")) == nil)
    #expect(sample.linked(showsAll: true).value.schema.kind("plan") != nil)
    var naming = sample
    naming.files["content/actors/open.md"] = Array(
      "---\ntitle: O\n---\n```timeline\nkind: plan\n```\n".utf8)
    #expect(naming.linked().diagnostics.map(\.code) == ["reference.hidden"])
  }

  @Test func aTopicThatHiddenArticlesAloneHaveIsNotThere() {
    let sample = SiteSample([
      "content/site.yml": "title: T\nformat: 1\ntopics: {secret: A secret, open: Open}\n",
      "content/briefings/a.md": "---\ntitle: A\ndate: 2999\ntopics: [secret, open]\n---\n",
      "content/briefings/b.md": "---\ntitle: B\ndate: 1960\ntopics: [open]\n---\n",
    ])
    #expect(sample.linked().value.schema.configuration.topics.keys.sorted() == ["open"])
  }

  @Test(arguments: [
    ("site", "title: T\nlanguges: [en]\n"), ("terms/_kind", "id: mission\nrole: term\n"),
    ("terms/_kind", "id: term\nfields: {a: {type: reference, to: nobody}}\n"),
    ("units", "km: {factor: -1}\n"), ("terms/_kind", "\0"),
  ])
  func declarationsInErrorAreNotLinked(file: String, text: String) {
    let sample = SiteSample(["content/\(file).yml": text])
    let site = sample.parsed()
    #expect(site.diagnostics.contains { $0.severity == .error })
    #expect(PublicSite.publish(site.value, at: 0, showsAll: true).map(\.records.count) == nil)
  }
}
