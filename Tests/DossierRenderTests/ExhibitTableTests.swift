import DossierDrawing
import DossierSite
import Testing

@testable import DossierRender

/// The figures of exhibits as files.
@Suite("Tables of exhibits")
struct ExhibitTableTests {
  /// A sample with one briefing that holds an exhibit.
  private func sample(_ exhibit: String, _ more: [String: String] = [:]) -> MetadataSample {
    let text = "---\ntitle: Third\n---\n" + exhibit + "\n"
    return MetadataSample(["content/briefings/third.md": text].merging(more) { $1 })
  }

  /// The rows of the file of an exhibit, by the names of their columns.
  private func rows(_ sample: MetadataSample, _ name: String) -> [[String: String]] {
    var rows = DataTableTests.rows(of: sample.text("data/exhibits/briefings/third/\(name).csv"))
    guard !rows.isEmpty else { return [] }
    let header = rows.removeFirst()
    return rows.map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }

  @Test func everyPointOfALineIsARowWithItsDateAndSource() throws {
    let chart = "```chart {#course}\ntype: line\nrecords: [mission:alpha]\nfield: course\n```"
    let rows = rows(sample(chart), "course")
    #expect(rows.map { $0["as-of"] } == ["2000", "2001-05"])
    #expect(rows.map { $0["value"] } == ["100", "200"])
    let first = try #require(rows.first)
    #expect(first["record"] == "mission:alpha" && first["title"] == "Alpha, the first")
    #expect(first["field"] == "course" && first["unit"] == "persons")
    #expect(first["source"] == "gowan-2018" && first["disputed"] == "")
  }

  @Test func whatDisputesTheFigureThatIsShownIsThereToo() {
    let claims =
      "strength: [{value: 5, as-of: 1999}, {value: 9, as-of: 1999}, {value: 7, as-of: 2001}]"
    let sample = sample(
      "```chart {#bars}\ntype: bars\nkind: mission\nfield: strength\n```",
      ["content/missions/gamma.md": "---\ntitle: G\n\(claims)\n---\n"])
    let gamma = rows(sample, "bars").filter { $0["record"] == "mission:gamma" }
    #expect(gamma.map { $0["value"] } == ["5", "9"])
    #expect(gamma.allSatisfy { $0["disputed"] == "true" })
  }

  @Test func whatIsUnknownIsARowAndWhatIsNotStatedIsNone() {
    let table = "```compare {#t}\nrecords: [mission:beta]\nfields: [strength, length, open]\n```"
    let rows = rows(sample(table), "t")
    #expect(rows.map { $0["value"] } == ["unknown", "not-applicable"])
  }

  @Test func aTextThatLooksLikeAFormulaIsNoFormula() {
    let table = "```compare {#t}\nrecords: [mission:alpha]\nfields: [aims]\n```"
    #expect(rows(sample(table), "t").map { $0["value"] } == ["'=SUM(A1)", "Peace"])
  }

  @Test func aTimelineHoldsThePeriodsWithinItsBounds() {
    let more = [
      "content/missions/old.md": "---\ntitle: Old\ndeployed: {from: 1950, to: 1960}\n---\n"
    ]
    let all = "```timeline {#all}\nkind: mission\n```"
    let late = "```timeline {#late}\nkind: mission\nfrom: 1990\n```"
    #expect(rows(sample(all, more), "all").map { $0["value"] } == ["1999-06-12/..", "1950/1960"])
    #expect(rows(sample(late, more), "late").map { $0["value"] } == ["1999-06-12/.."])
  }

  @Test func aTimelineOfSeveralKindsHoldsWhatEachDates() throws {
    let more = [
      "content/events/_kind.yml":
        "id: event\nlabel: Event\nplural: Events\nfields: {held: {type: date, label: Held}}\n",
      "content/events/talks.md": "---\ntitle: Talks\nheld: 1998-03-01\n---\n",
    ]
    let all = """
      ```timeline {#all}
      records: [mission:alpha, event:talks]
      field: deployed
      lanes: deployed
      ```
      """
    let sample = sample(all, more)
    let rows = rows(sample, "all")
    #expect(rows.map { $0["field"] } == ["deployed", "held"])
    #expect(rows.map { $0["value"] } == ["1999-06-12/..", "1998-03-01"])
    // Records of a kind without the field of the lanes stand in one that has the name of their kind.
    let renderer = sample.renderer
    let page = try #require(renderer.pages().first { $0.route == "briefings/third.html" })
    let scope = try #require(renderer.scope(of: page))
    guard case .record(let record) = page.subject,
      let exhibit = scope.edition.exhibits(of: record).first,
      let timeline = exhibit.content as? TimelineExhibit
    else {
      Issue.record("no timeline")
      return
    }
    let place = PlacedExhibit(scope: scope, exhibit: exhibit, record: record, number: 1)
    var figure = TimelineFigure(timeline, place.figure)
    let drawing = String(decoding: try figure.view().drawing.wide, as: UTF8.self)
    #expect(drawing.contains(">Events</text>"), "\(drawing)")
    #expect(figure.figure.columns == [scope.edition.strings["date"]])
  }

  @Test func densitiesAreFollowedByWhatTheyWouldTake() throws {
    let more = [
      "content/missions/gamma.md": "---\ntitle: G\nstrength: 100\nlength: 10\n---\n",
      "content/missions/ground.md": "---\ntitle: Ground\nlength: 50\n---\n",
    ]
    let scaled = """
      ```scaled {#s}
      records: [mission:gamma]
      ground: mission:ground
      strength: strength
      by: [length]
      ```
      """
    let rows = rows(sample(scaled, more), "s")
    #expect(rows.map { $0["field"] } == ["length", "strength", "length", "scaled-by-length"])
    let last = try #require(rows.last)
    #expect(last["value"] == "500" && last["unit"] == "persons" && last["basis"] == "derived")
  }

  @Test func anExhibitWithoutAnIdGoesByItsNumber() {
    let chart = "```chart\ntype: line\nrecords: [mission:alpha]\nfield: course\n```"
    #expect(rows(sample(chart), "_1").count == 2)
  }

  @Test func everyLanguageLinksTheOneFile() {
    let chart = "```chart {#course}\ntype: line\nrecords: [mission:alpha]\nfield: course\n```"
    let without = chart.replacing(" {#course}", with: "")
    let sample = sample(
      chart, ["content/briefings/third.uk.md": "---\ntitle: Третя\n---\n\(without)\n\n\(chart)\n"])
    #expect(sample.routes().filter { $0.contains("data/exhibits/") }.count == 1)
    let address = "data/exhibits/briefings/third/course.csv"
    #expect(sample.addresses(in: "briefings/third.html") == ["../" + address])
    #expect(sample.addresses(in: "uk/briefings/third.html") == [nil, "../../" + address])
  }
}

extension MetadataSample {
  /// Where the exhibits of a page's text have their figures.
  fileprivate func addresses(in route: String) -> [String?] {
    guard let page = renderer.pages().first(where: { $0.route == route }),
      case .record(let record) = page.subject, let scope = renderer.scope(of: page)
    else { return [] }
    return scope.edition.exhibits(of: record).map {
      ExhibitFile(scope: scope).exhibitData(of: $0, in: record)
    }
  }
}
