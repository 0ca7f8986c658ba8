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
  ) -> PublicSite {
    let path = article ? "content/briefings/a.md" : "content/actors/a.md"
    let sample = SiteSample([path: "---\ntitle: A\n\(front)\n---\n"])
    let outcome = sample.parsed()
    #expect(outcome.diagnostics == [])
    return PublicSite.publish(outcome.value, at: now, showsAll: showsAll)
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
  func anArticleIsPublicFromItsDateAndItsEmbargo(front: String, offset: Int, isPublic: Bool) {
    let site = Self.publish(front, at: Self.june + offset)
    #expect(site.records.contains { $0.key.id == "a" } == isPublic)
    #expect(site.hidden.isEmpty == isPublic)
  }

  @Test(arguments: [
    ("begun: 2999", true), ("draft: true", false), ("embargo: 2999-01-01", false),
    ("embargo: 1999-01-01", true), ("updated: 2999", true), ("reviewed: 2999", true),
  ])
  func aRecordThatIsNoArticleHasNoDateOfPublication(front: String, isPublic: Bool) {
    let sample = SiteSample(["content/missions/a.md": "---\ntitle: A\n\(front)\n---\n"])
    let site = PublicSite.publish(sample.parsed().value, at: Self.june, showsAll: false)
    #expect(site.records.contains { $0.key.id == "a" } == isPublic)
  }

  @Test(arguments: ["date: 2999", "date: 2025\ndraft: true", "date: 2025\nembargo: 2999-01-01"])
  func everythingIsShownWhereItIsAskedFor(front: String) {
    let site = Self.publish(front, at: Self.june, showsAll: true)
    #expect(site.records.contains { $0.key.id == "a" })
    #expect(site.hidden.isEmpty)
  }

  @Test(arguments: [
    ("date: 2025-06-03", 2), ("date: 2025-06-02\nembargo: 2025-06-05", 4), ("date: 2025", nil),
    ("date: 2025-06-03\ndraft: true", nil),
  ])
  func theNextReleaseIsKnown(front: String, days: Int?) {
    let site = Self.publish(front, at: Self.june)
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
    ("2025-06-01T23:59:59Z", june + 86_399), ("2024-02-29T12:30Z", 1_709_209_800),
  ])
  func aMomentIsReadInUTC(text: String, seconds: Int) {
    #expect(Timestamp.seconds(text) == seconds)
  }

  @Test(arguments: [
    "2025", "2025-06", "2025-06-01T06:00:00", "2025-06-01T06:00:00+02:00", "2025-06-01 06:00Z",
    "2025-06-01T24:00Z", "2025-06-01T06:60Z", "2025-02-30T06:00Z", "", "T06:00Z", "tomorrow",
  ])
  func whatIsNoMomentIsRefused(text: String) {
    #expect(Timestamp.seconds(text) == nil)
  }
}
