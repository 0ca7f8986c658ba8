import DossierSource
import Testing

@testable import DossierSite

/// Whose exhibits may show something else after an edit.
@Suite struct ExhibitReachTests {
  /// A briefing for each exhibit, by its id.
  private static func site(_ exhibits: [String: String]) -> Outcome<LinkedSite> {
    var files = [
      "content/missions/unmil.md": "---\ntitle: UNMIL\nlead: nato\npeak: 4\n---\n",
      "content/actors/eu.md": "---\ntitle: EU\n---\n",
    ]
    for (id, block) in exhibits {
      files["content/briefings/\(id).md"] = "---\ntitle: T\ndate: 2025-01-01\n---\n\(block)\n"
    }
    return SiteSample(files).linked(showsAll: true)
  }

  private static let bars = "field: peak\ncaption: C\n```"

  private static let exhibits = [
    "named": "```chart\ntype: bars\nrecords: [mission:kfor]\n\(bars)",
    "other": "```chart\ntype: bars\nrecords: [mission:unmil]\n\(bars)",
    "whole-kind": "```chart\ntype: bars\nkind: mission\n\(bars)",
    "table": "```compare\nrecords: [actor:eu, actor:nato]\nfields: [seat]\n```",
    // Its periods are of any record that it comes to.
    "periods": "```timeline\nrecords: [actor:nato]\nfield: seat\n```",
    "words": "Nothing but words.",
  ]

  @Test(arguments: [
    ("mission:kfor", ["named", "periods", "whole-kind"]),
    ("mission:unmil", ["other", "periods", "whole-kind"]),
    // UNMIL refers to it.
    ("actor:nato", ["other", "periods", "table", "whole-kind"]),
    ("actor:eu", ["periods", "table"]),
    // The text's own.
    ("briefing:other", ["other", "periods"]),
    ("briefing:words", ["periods"]),
  ])
  func anEditConcernsTheExhibitsThatMayShowIt(changed: String, concerned: [String]) throws {
    let site = Self.site(Self.exhibits).value
    let parts = changed.split(separator: ":").map(String.init)
    let record = try #require(site.record(RecordKey(kind: parts[0], id: parts[1])))
    let found = ExhibitReach(site).records(concernedBy: [record]).map { site.records[$0].key.id }
    #expect(found == concerned)
  }

  @Test func theExhibitsOfATranslationCount() throws {
    var files = ["content/briefings/x.md": "---\ntitle: T\ndate: 2025-01-01\n---\nText.\n"]
    files["content/briefings/x.uk.md"] =
      "---\ntitle: Т\n---\n```chart\ntype: bars\nrecords: [mission:kfor]\n\(Self.bars)\n"
    let site = SiteSample(files).linked(showsAll: true).value
    let record = try #require(site.record(RecordKey(kind: "mission", id: "kfor")))
    let found = ExhibitReach(site).records(concernedBy: [record])
    #expect(found.map { site.records[$0].key.id } == ["x"])
  }
}
