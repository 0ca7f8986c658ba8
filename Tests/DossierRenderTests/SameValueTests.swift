import Foundation
import TestSupport
import Testing

@testable import DossierRender

/// A value is written once: its page, its handout and the data say the same of it.
@Suite struct SameValueTests {
  private static let kind = """
    id: mission
    role: precedent
    label: {en: Precedent}
    handouts: true
    fields:
      peak: {type: quantity, unit: persons, of: [troops, observers], label: {en: Peak}}
      line: {type: quantity, unit: km, label: {en: Line}}
      losses: {type: quantity, unit: persons, label: {en: Losses}}
      strength: {type: series, unit: persons, of: [troops, observers], label: {en: Strength}}
      per-km: {type: derived, formula: peak / line, unit: persons/km, label: {en: Per km}}
      deployed: {type: period, label: {en: Deployed}}
      mandate: {type: text, label: {en: Mandate}}
    """

  /// Disputed, with an interval, approximate, in another unit, unknown, derived, and a series.
  static let sample = HandoutSample([
    "content/units.yml": """
    persons: {dimension: persons, label: {en: {one: person, other: people}}}
    troops: {dimension: persons, label: {en: {one: soldier, other: troops}}}
    observers: {dimension: persons, label: {en: {one: observer, other: observers}}}
    km: {dimension: length, label: {en: km}}
    mi: {dimension: length, factor: 1.609344, label: {en: {one: mile, other: miles}}}
    """,
    "content/missions/_kind.yml": kind,
    "content/missions/kfor.md": """
    ---
    title: Kosovo Force
    peak:
      - {value: 50000, of: troops, as-of: 1999, source: gowan, approximate: true}
      - {value: {low: 55000, high: 56000}, of: troops, as-of: 1999-06, source: "smith, p. 2", note: Other}
    line: {value: 20, unit: mi, as-of: 2004-02-03, source: [gowan, smith]}
    losses: unknown
    strength:
      - {value: 42500, of: troops, as-of: 2000-12-03, source: gowan, approximate: true}
      - {value: 1, of: observers, as-of: 2004-07, source: smith}
    deployed: {from: 1999-06-12, to: 2004-05, source: smith}
    mandate: {value: To watch & to wait, source: gowan}
    ---
    """,
    "content/missions/smm.md": """
    ---
    title: SMM
    peak: {low: 500, of: observers, as-of: 2014, source: gowan}
    line: {high: 450, approximate: true, source: smith}
    strength: [{value: {high: 1}, of: observers, as-of: 2014-03, source: gowan}]
    ---
    """,
    "content/missions/unmil.md": """
    ---
    title: UNMIL
    peak: {value: {low: 15000}, of: troops, source: gowan}
    line: {value: 1200, source: gowan}
    ---
    """,
  ])

  /// The publication's own records.
  static func publication() throws -> HandoutSample {
    var sample = HandoutSample()
    let content = Checkout.folder.appending(path: "content")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: content.path)
    let files = try paths.filter { path in
      [".md", ".yml", ".csv", ".geojson"].contains(where: path.hasSuffix)
    }.map {
      ("content/" + $0, try String(contentsOf: content.appending(path: $0), encoding: .utf8))
    }
    sample.files = Dictionary(uniqueKeysWithValues: files)
    // The card of the publication; nobody looks into it here.
    for path in paths where path.hasSuffix(".png") { sample.files["content/" + path] = "" }
    // 1 November 2026, when all of it is public.
    sample.now = 1_800_000_000
    return sample
  }

  @Test func pageAndHandoutAndDataSayTheSame() throws {
    let claims = try compare(Self.sample, records: ["kfor"])
    #expect(claims == 9)
  }

  @Test func aBoundIsTheSameEverywhere() throws {
    #expect(try compare(Self.sample, records: ["smm", "unmil"]) == 7)
    let smm = try PrintedClaim.facts(in: Self.sample.page("missions/smm.html"), "fact-")
    #expect(smm["peak"]?.first?.words == "at least 500 observers")
    #expect(smm["line"]?.first?.words == "at most about 450 km")
    #expect(smm["strength"]?.first?.words == "at most 1 observer")
    let unmil = try PrintedClaim.facts(in: Self.sample.page("missions/unmil.html"), "fact-")
    #expect(unmil["per-km"]?.first?.words == "at least 12.5 people per km")
  }

  /// About 50,000 on 20 miles is about 2,000 a kilometre in every file, and nowhere 1,553.4.
  @Test func aRoundedFigureIsRoundedEverywhere() throws {
    let kfor = try PrintedClaim.facts(in: Self.sample.page("missions/kfor.html"), "fact-")
    #expect(kfor["per-km"]?.first?.words == "about 2,000 people per km")
    let table = try Self.sample.page("data/missions.csv")
    #expect(table.contains(",2000,2000,2000,true,"))
    let renderer = try Self.sample.renderer()
    for page in renderer.pages() {
      let text = String(decoding: renderer.render(page), as: UTF8.self)
      #expect(!text.contains("1553") && !text.contains("1,553"), "\(page.route)")
    }
  }

  /// Why a figure was refused stands with it on the page, in the handout and in the data.
  @Test func aRefusalNamesTheDatesEverywhere() throws {
    var sample = Self.sample
    sample.files["content/missions/_kind.yml"] = Self.kind.replacing(
      "formula: peak / line,", with: "formula: peak / line, within: P1Y,")
    let reason = "not computed: the figures are of 1999 and 3 February 2004"
    for route in [
      "missions/kfor.html", "handouts/missions/kfor.html", "data/missions.csv",
      "data/missions.json",
    ] {
      #expect(try sample.page(route).contains(reason), "\(route)")
    }
    #expect(try sample.page("missions/unmil.html").contains("“Peak” has no date"))
  }

  /// In no file does the end that nobody knows become a number or a word.
  @Test func theMissingEndOfABoundIsNowhere() throws {
    let renderer = try Self.sample.renderer()
    for page in renderer.pages()
    where page.route.hasPrefix("data/") || page.route.hasSuffix(".html") {
      let text = String(decoding: renderer.render(page), as: UTF8.self)
      let strange = try Markup.matches("(?i)[^a-z](-?inf|infinity|nan|∞|null)[^a-z]", in: text)
      #expect(strange.isEmpty, "\(page.route): \(strange)")
    }
    let table = try Self.sample.page("data/missions.csv").split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let columns = try ["peak", "peak.low", "peak.high", "per-km.low", "per-km.high"].map {
      try #require(table[0].firstIndex(of: Substring($0)))
    }
    let unmil = try #require(table.first { $0.first == "unmil" })
    #expect(columns.map { unmil[$0] } == ["interval", "15000", "", "12.5", ""])
    let smm = try #require(table.first { $0.first == "smm" })
    #expect(columns.map { smm[$0] }.prefix(3) == ["interval", "500", ""])
  }

  /// What the comparison rests on: the words of the page are those that the file asks for.
  @Test func thePageSaysWhatTheFileSays() throws {
    let facts = try PrintedClaim.facts(in: Self.sample.page("missions/kfor.html"), "fact-")
    let about = PrintedClaim(words: "about 50,000 troops", date: "1999", sources: ["gowan"])
    #expect(facts["peak"]?.first == about)
    #expect(facts["peak"]?.last?.words == "55,000–56,000 troops")
    #expect(facts["line"]?.first?.words == "20 miles")
    #expect(facts["line"]?.first?.sources == ["gowan", "smith"])
    #expect(facts["losses"]?.first?.words == "unknown")
    #expect(facts["strength"]?.map(\.date) == ["2000-12-03", "2004-07"])
    #expect(facts["strength"]?.last?.words == "1 observer")
  }

  @Test func allPrecedentsOfThePublicationSayTheSame() throws {
    let claims = try compare(Self.publication(), records: nil)
    #expect(claims > 500)
  }

  /// Compares the facts of precedents wherever they stand.
  ///
  /// - Returns: How many claims were compared.
  private func compare(_ sample: HandoutSample, records: [String]?) throws -> Int {
    let renderer = try sample.renderer()
    let pages = Dictionary(uniqueKeysWithValues: renderer.pages().map { ($0.route, $0) })
    func text(_ route: String) throws -> String {
      let page = try #require(pages[route], "\(route)")
      return String(decoding: renderer.render(page), as: UTF8.self)
    }
    let data = try DataOfKind(text("data/missions.json"))
    var claims = 0
    for (id, facts) in data.records where records?.contains(id) ?? true {
      let page = try PrintedClaim.facts(in: text("missions/\(id).html"), "fact-")
      let sheet = try PrintedClaim.facts(
        in: text("handouts/missions/\(id).html"), "mission_\(id)_fact-")
      #expect(page == sheet, "\(id)")
      for (field, expected) in facts {
        guard let printed = page[field] else { continue }
        let isSame =
          printed.count == expected.count && zip(printed, expected).allSatisfy { $1.fits($0) }
        #expect(isSame, "\(id)#\(field): \(printed) is not \(expected)")
        claims += printed.count
      }
    }
    return claims
  }
}
