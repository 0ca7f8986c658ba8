import DossierSource
import Testing

@testable import DossierSite

/// Which articles stand beside an article.
@Suite struct RelatedArticleTests {
  private static func article(
    _ body: String, date: String = "1968-01-01", topics: String = ""
  ) -> String {
    "---\ntitle: A\ndate: \(date)\ntopics: [\(topics)]\n---\n\(body)\n"
  }

  /// The ids of what is related to the briefing `a`, among briefings by their id.
  private static func related(_ briefings: [String: String]) throws -> [String] {
    var files = ["content/actors/un.md": "---\ntitle: UN\n---\n"]
    for (id, text) in briefings { files["content/briefings/\(id).md"] = text }
    let outcome = SiteSample(files).linked()
    #expect(outcome.diagnostics.filter { $0.severity > .note } == [])
    let site = outcome.value
    let article = try #require(site.record(RecordKey(kind: "briefing", id: "a")))
    return site.related(to: article).map { site.records[$0].key.id }
  }

  @Test func whatFewArticlesShareSaysMore() throws {
    let found = try Self.related([
      "a": Self.article("<mission:kfor> and <actor:un>"), "b": Self.article("<mission:kfor>"),
      "c": Self.article("<mission:kfor>"), "d": Self.article("<actor:un>"),
      "e": Self.article("<term:veto>"),
    ])
    #expect(found == ["d", "b", "c"])
  }

  @Test func aTopicIsSharedLikeARecord() throws {
    let found = try Self.related([
      "a": Self.article("<mission:kfor>", topics: "war"), "b": Self.article("", topics: "war"),
      "c": Self.article("<mission:kfor>", topics: "war"), "d": Self.article("", topics: "peace"),
    ])
    #expect(found == ["c", "b"])
  }

  @Test func ofEqualsTheNewerGoesFirstThenTheSmallerId() throws {
    let found = try Self.related([
      "a": Self.article("<mission:kfor>"), "b": Self.article("<mission:kfor>", date: "1960-01-01"),
      "c": Self.article("<mission:kfor>", date: "1969-01-01"),
      "e": Self.article("<mission:kfor>", date: "1960-01-01"),
    ])
    #expect(found == ["c", "b", "e"])
  }

  @Test func thereAreFiveAtMost() throws {
    let all = ["a", "b", "c", "d", "e", "f", "g"].map { ($0, Self.article("<mission:kfor>")) }
    #expect(
      try Self.related(Dictionary(uniqueKeysWithValues: all)) == ["b", "c", "d", "e", "f"])
  }

  @Test func whatSharesNothingAndWhatIsNoArticleIsRelatedToNone() throws {
    #expect(try Self.related(["a": Self.article(""), "b": Self.article("<actor:un>")]) == [])
    let site = SiteSample().linked().value
    let mission = try #require(site.record(RecordKey(kind: "mission", id: "kfor")))
    #expect(site.related(to: mission) == [])
  }

  /// A thousand articles on one thing: the newest are found, and not the thousand looked at.
  @Test func ofACrowdTheNewestAreRelated() throws {
    var briefings = ["a": Self.article("<mission:kfor>", date: "1900-01-01")]
    for year in 1901...1969 {
      for month in 1...12 {
        let id = "b-\(year)-\(month)"
        briefings[id] = Self.article(
          "<mission:kfor>", date: month < 10 ? "\(year)-0\(month)" : "\(year)-\(month)")
      }
    }
    #expect(try Self.related(briefings).first == "b-1969-12")
  }
}
