import DossierSite
import Testing

@testable import DossierRender

/// What records are called where they are read.
@Suite struct RecordHeadingTests {
  private static let files = [
    "content/missions/gamma.md":
      "---\ntitle: 12 points < 5 & more\nshort: No. 12\nsummary: In 5 km.\n---\n",
    "content/missions/gamma.uk.md": "---\ntitle: Чотири — це не п'ять, а з ними й п. 6\n---\n",
  ]

  private static func heading(_ files: [String: String], on route: String) throws -> RecordHeading {
    let sample = MetadataSample(files)
    return try RecordLinks(scope: sample.scope(on: route))
      .heading(of: sample.record("mission", "gamma"))
  }

  @Test func spacesDoNotBreakWhereTheLanguageOfTheWordsWantsThem() throws {
    let english = try Self.heading(Self.files, on: "missions/gamma.html")
    #expect(english.title == "12\u{A0}points < 5 & more")
    #expect(english.name == "No.\u{A0}12" && english.summary == "In 5\u{A0}km.")
    let ukrainian = try Self.heading(Self.files, on: "uk/missions/gamma.html")
    #expect(
      ukrainian.title == "Чотири\u{A0}— це не п'ять, а\u{A0}з\u{A0}ними й\u{A0}п.\u{A0}6")
    // Of the original, whose language it is in.
    #expect(ukrainian.summary == "In 5\u{A0}km." && ukrainian.name == "No.\u{A0}12")
  }

  @Test func soDoTextsOfFacts() throws {
    let files = [
      "content/missions/gamma.md":
        "---\ntitle: G\naims: [No force in 5 km, {value: Peace}]\n---\n",
      "content/missions/gamma.uk.md": "---\ntitle: Ґ\naims: [Сила — ні, Мир і п. 6]\n---\n",
    ]
    let sample = MetadataSample(files)
    func words(_ route: String, _ number: Int) throws -> String {
      let (scope, record) = try (sample.scope(on: route), sample.record("mission", "gamma"))
      let field = try #require(sample.site.kind(of: record).fieldIndex("aims"))
      let claim = sample.site.facts.statement(field, of: record).claims[number]
      return FactWords(scope: scope).text(of: claim, number, field: field, of: record)
    }
    #expect(try words("missions/gamma.html", 0) == "No force in 5\u{A0}km")
    #expect(try words("uk/missions/gamma.html", 0) == "Сила\u{A0}— ні")
    #expect(try words("uk/missions/gamma.html", 1) == "Мир і\u{A0}п.\u{A0}6")
    #expect(!sample.text("data/missions.csv").contains("\u{A0}"))
  }

  @Test func filesForMachinesHaveTheWordsAsTheyWereWritten() {
    let sample = MetadataSample(Self.files)
    for route in ["data/missions.csv", "data/missions.json"] {
      #expect(sample.text(route).contains("12 points"), "\(route)")
      #expect(!sample.text(route).contains("\u{A0}"), "\(route)")
    }
  }

  @Test func aPublisherMayWantNone() throws {
    var files = Self.files
    files["content/site.yml"] =
      "title: {en: D, uk: Д}\nlanguages: [en, uk]\ntypography: false\nformat: 1\n"
    #expect(try Self.heading(files, on: "missions/gamma.html").title == "12 points < 5 & more")
  }
}
