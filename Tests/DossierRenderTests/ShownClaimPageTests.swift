import Testing

@testable import DossierRender

/// One claim stands for a fact: page, table, drawing, sentence, handout and data show the same.
@Suite struct ShownClaimPageTests {
  /// Exhibits of a field, in every form that shows one value for a record, today and at a time.
  private static func exhibits(of field: String, at date: String?) -> [(id: String, block: String)]
  {
    let time = date.map { "at: \($0)\n" } ?? ""
    let suffix = date == nil ? "today" : "then"
    let kind = "kind: mission\n\(time)"
    return [
      (
        "compare-\(suffix)",
        "```compare {#compare-\(suffix)}\n\(kind)fields: [\(field), per-km]\n```"
      ),
      ("bars-\(suffix)", "```chart {#bars-\(suffix)}\ntype: bars\n\(kind)field: \(field)\n```"),
      ("dots-\(suffix)", "```chart {#dots-\(suffix)}\ntype: dots\n\(kind)field: \(field)\n```"),
      (
        "scatter-\(suffix)",
        "```chart {#scatter-\(suffix)}\ntype: scatter\n\(kind)x: \(field)\ny: line\n```"
      ),
      (
        "scaled-\(suffix)",
        "```scaled {#scaled-\(suffix)}\n\(kind)ground: mission:smm\nstrength: \(field)\nby: [line]\n```"
      ),
    ]
  }

  /// A project whose missions state `strength` in several claims: 5001 of 1999, 4002 of 2020 in the
  /// second place, 4503 of 2010.
  private static func sample(_ type: String) -> HandoutSample {
    let exhibits = (exhibits(of: "strength", at: nil) + exhibits(of: "strength", at: "2010"))
    return HandoutSample([
      "content/missions/_kind.yml": """
      id: mission
      role: precedent
      label: {en: Precedent}
      handouts: true
      fields:
        strength: {type: \(type), unit: persons, compare: true, label: {en: Strength}}
        line: {type: quantity, unit: km, label: {en: Line}}
        per-km: {type: derived, formula: strength / line, unit: persons/km, label: {en: Per km}}
      """,
      "content/missions/kfor.md": """
      ---
      title: Kosovo Force
      strength:
        - {value: 5001, as-of: 1999}
        - {value: 4002, as-of: 2020}
        - {value: 4503, as-of: 2010}
      line: 1
      ---
      Here are <mission:kfor#strength>\(type == "series" ? ", and then <mission:kfor#strength@2010>" : "").

      \(exhibits.map(\.block).joined(separator: "\n\n"))
      """,
      "content/missions/smm.md": """
      ---
      title: Special Monitoring Mission
      strength: [{value: 10, as-of: 2020}, {value: 11, as-of: 2010}]
      line: 2
      ---
      """,
    ])
  }

  /// What stands for `strength` by the type of the field: a series has points, the latest of which
  /// counts; claims of a quantity go by their order.
  @Test(arguments: [
    ("series", "4,002", ["5,001", "4,503"]), ("quantity", "5,001", ["4,002", "4,503"]),
  ])
  func allExhibitsShowTheSame(type: String, shown: String, others: [String]) throws {
    let sample = Self.sample(type)
    let page = try sample.page("missions/kfor.html")
    for exhibit in Self.exhibits(of: "strength", at: nil) {
      try expect(shown, not: others, in: matter(of: exhibit.id, in: page), exhibit.id)
      try expect(
        shown.replacing(",", with: ""), not: others.map { $0.replacing(",", with: "") },
        in: sample.page("data/exhibits/missions/kfor/\(exhibit.id).csv"), exhibit.id + ".csv")
    }
    for exhibit in Self.exhibits(of: "strength", at: "2010") {
      try expect(
        "4,503", not: ["5,001", "4,002"], in: matter(of: exhibit.id, in: page), exhibit.id)
      try expect(
        "4503", not: ["5001", "4002"],
        in: sample.page("data/exhibits/missions/kfor/\(exhibit.id).csv"), exhibit.id + ".csv")
    }
    try expect(shown, not: others, in: sample.page("missions/index.html"), "list")
    try expect(shown, not: others, in: sample.page("data/missions.js"), "compare.js")
  }

  @Test func aSentenceSaysTheLatestPointWithItsDate() throws {
    for route in ["missions/kfor.html", "handouts/missions/kfor.html"] {
      let page = try Self.sample("series").page(route).replacing("\u{A0}", with: " ")
      #expect(page.contains(">4,002 persons (2020)</a>, and then"), "\(route)")
      #expect(page.contains(">4,503 persons</a>."), "\(route)")
    }
  }

  /// The words of an exhibit, from its figure to the end of that.
  private func matter(of id: String, in page: String) throws -> String {
    let start = try #require(page.firstRange(of: "id=\"exhibit-\(id)\""), "\(id)")
    let rest = page[start.upperBound...]
    return String(rest[..<(rest.firstRange(of: "</figure>")?.lowerBound ?? rest.endIndex)])
  }

  private func expect(
    _ shown: String, not others: [String], in text: String, _ place: String
  ) throws {
    #expect(text.contains(shown), "\(place)")
    for other in others { #expect(!text.contains(other), "\(place) has \(other)") }
  }
}
