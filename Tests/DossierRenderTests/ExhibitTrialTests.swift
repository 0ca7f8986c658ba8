import DossierSource
import Testing

@testable import DossierRender

/// What an author is told of an exhibit that has no content or cannot be drawn, wherever it stands.
@Suite("Exhibits are tried")
struct ExhibitTrialTests {
  private func refusals(_ files: [String: String]) -> [String] {
    let renderer = MetadataSample(Self.model.merging(files) { $1 }).renderer
    return renderer.exhibitTexts().flatMap(renderer.refusedExhibits).map { $0.text(line: nil) }
  }

  private func refusals(of block: String, _ more: [String: String] = [:]) -> [String] {
    let text = "---\ntitle: Third\n---\n```\(block)\n```\n"
    return refusals(["content/briefings/third.md": text].merging(more) { $1 })
  }

  private static let place = "content/briefings/third.md:4:1: error: "

  /// Beside the missions: a ground with one figure and none, options and conditions without any need.
  private static let model = [
    "content/grounds/_kind.yml": """
    id: ground
    label: Ground
    plural: Grounds
    fields:
      length: {type: quantity, unit: km, label: Length}
      area: {type: quantity, unit: km, label: Area}
      half: {type: derived, formula: length / 2, unit: km, label: Half}
      guess: {type: quantity, unit: persons, label: Guess}
      of: {type: number, label: Number of}
      record: {type: number, label: Number on record}
      course: {type: series, unit: persons, label: Course}
    """,
    "content/grounds/line.md":
      "---\ntitle: Line\nlength: 1000\ncourse: [{value: 5, as-of: 1999}]\n---\n",
    "content/empties/_kind.yml":
      "id: empty\nlabel: Empty\nplural: Empties\nfields: {a: {type: number, label: A}}\n",
    "content/units.yml":
      "km: {dimension: length}\nmi: {dimension: length, factor: 1.6}\npersons: {dimension: people}\n",
  ]

  private static let events = [
    "content/events/_kind.yml":
      "id: event\nlabel: Event\nplural: Events\nfields: {held: {type: date, label: Held}}\n",
    "content/events/talks.md": "---\ntitle: Talks\nheld: 1998-03-01\n---\n",
  ]

  private static let rated = [
    "content/conditions/_kind.yml": """
    id: condition
    role: condition
    label: Condition
    plural: Conditions
    fields: {status: {type: choice, choices: [met, partly, absent, unknown], label: Status}}
    """,
    "content/conditions/consent.md": "---\ntitle: Consent\nstatus: absent\n---\n",
    "content/formats/_kind.yml": """
    id: format
    role: option
    label: Format
    plural: Formats
    fields: {needs: {type: ratings, of: condition, choices: [required, helpful], label: Needs}}
    """,
    "content/formats/watch.md": "---\ntitle: Watch\n---\n",
  ]

  @Test(arguments: [
    (
      "chart\ntype: bars\nkind: mission\nfield: strength\nlog: true",
      "bars cannot have a logarithmic scale, which has no zero [chart.refused]\n"
        + "help: use 'type: dots', or leave out 'log'"
    ),
    (
      "chart\ntype: line\nrecords: [mission:beta]\nfield: course",
      "the chart has nothing to draw: no record has a figure for 'course' [exhibit.empty]\n"
        + "help: name records that state the field, and what 'of' they count"
    ),
    (
      "chart\ntype: dots\nrecords: [mission:beta]\nfield: strength",
      "the chart has nothing to draw: no record has a figure for 'strength' [exhibit.empty]\n"
        + "help: name records that state the field, and what 'of' they count"
    ),
    (
      "chart\ntype: bars\nrecords: [mission:beta]\nfield: density",
      "the chart has nothing to draw: no record has a figure for 'density' [exhibit.empty]\n"
        + "help: name records that state the field, and what 'of' they count"
    ),
    (
      "chart\ntype: dots\nkind: mission\nfield: strength\nof: troop",
      "no claim for 'strength' counts 'troop' [exhibit.empty]\nhelp: did you mean 'troops'?"
    ),
    (
      "chart\ntype: dots\nkind: mission\nfield: length\nof: troops",
      "no claim for 'length' counts 'troops' [exhibit.empty]\n"
        + "help: leave 'of' out: no claim says what it counts"
    ),
    (
      "chart\ntype: scatter\nrecords: [mission:beta]\nx: strength\ny: course",
      "the chart has nothing to draw: no record has a figure for 'strength' and 'course' "
        + "[exhibit.empty]\nhelp: name records that state the field, and what 'of' they count"
    ),
    (
      "chart\ntype: bars\nkind: empty\nfield: a",
      "there is no public record of the kind 'empty' [exhibit.empty]\n"
        + "help: write or publish one, or take the exhibit out"
    ),
    (
      "timeline\nkind: mission\nto: 1990",
      "no 'deployed' of the records lies between 'from' and 'to' [exhibit.empty]\n"
        + "help: widen them, or leave them out"
    ),
    (
      "timeline\nrecords: [mission:beta]",
      "no record of the timeline has a date for 'deployed' [exhibit.empty]\n"
        + "help: name records that state it"
    ),
    (
      "compare\nrecords: [mission:beta]\nfields: [deployed, aims]",
      "no record of the comparison says anything of its fields [exhibit.empty]\n"
        + "help: they state: strength, length, density, half"
    ),
    (
      "compare\nrecords: [mission:alpha]\nfields: [strength]\nat: 2004",
      "no record of the comparison says anything of its fields at 2004 [exhibit.empty]\n"
        + "help: they state: length, half, deployed, aims, next, open"
    ),
    (
      "chart\ntype: dots\nkind: mission\nfield: strength\nat: 2004",
      "the chart has nothing to draw: no record has a figure for 'strength' at 2004 [exhibit.empty]"
        + "\nhelp: name records that state the field, and what 'of' they count"
    ),
    (
      "compare\nkind: empty\nfields: [a]",
      "there is no public record of the kind 'empty' [exhibit.empty]\n"
        + "help: write or publish one, or take the exhibit out"
    ),
    (
      "matrix",
      "there is no kind with 'role: option' [exhibit.empty]\n"
        + "help: declare one, or take the exhibit out"
    ),
    (
      "scaled\nground: ground:line\nkind: mission\nstrength: strength\nby: [length, area]",
      "the ground 'ground:line' has no figure for 'area' [exhibit.empty]\n"
        + "help: state one there, or take 'area' out of 'by'"
    ),
    (
      "scaled\nground: ground:line\nrecords: [mission:beta]\nstrength: strength\nby: [length]",
      "no record has figures for both 'strength' and 'length' [exhibit.empty]\n"
        + "help: name records that do, or take 'length' out of 'by'"
    ),
    (
      "scaled\nground: ground:line\nkind: mission\nstrength: strength\nby: [length]\n"
        + "estimates: guess\nestimates-of: ground",
      "no record has a figure for the estimates 'guess' [exhibit.empty]\n"
        + "help: name the kind whose records do under 'estimates-of', or leave 'estimates' out"
    ),
  ])
  func anExhibitWithoutContent(block: String, message: String) {
    let area = ["content/missions/_kind.yml": Self.missions]
    #expect(refusals(of: block, area) == [Self.place + message])
  }

  /// The missions of the sample, with an area as the grounds have one.
  private static let missions = """
    id: mission
    role: precedent
    label: Mission
    plural: Missions
    fields:
      strength: {type: quantity, unit: persons, of: [troops], label: Strength}
      length: {type: quantity, unit: km, label: Length}
      area: {type: quantity, unit: km, label: Area}
      density: {type: derived, formula: strength / length, unit: persons/km, label: Density}
      half: {type: derived, formula: length / 2, unit: km, label: Half}
      deployed: {type: period, label: Deployed}
      aims: {type: text, list: true, label: Aims}
      next: {type: reference, to: mission, label: Next}
      open: {type: flag, label: Open}
      course: {type: series, unit: persons, label: Course}
    """

  @Test func aMatrixInWhichNothingIsNeeded() {
    #expect(
      refusals(of: "matrix", Self.rated) == [
        Self.place
          + "no record of 'format' says what it needs of the matrix's rows [exhibit.empty]\n"
          + "help: rate them in the records"
      ])
    let needs = "---\ntitle: Watch\nneeds: {consent: required}\n---\n"
    #expect(
      refusals(of: "matrix", Self.rated.merging(["content/formats/watch.md": needs]) { $1 }) == [])
  }

  @Test func moreLinesThanCanBeToldApart() {
    let missions = (1...21).map { number in
      let course = "course: [{value: \(number), as-of: 2000}, {value: 9, as-of: 2001}]"
      return ("content/missions/m\(number).md", "---\ntitle: M\(number)\n\(course)\n---\n")
    }
    let chart = "chart\ntype: line\nkind: mission\nfield: course"
    let found = refusals(of: chart, Dictionary(uniqueKeysWithValues: missions))
    #expect(
      found == [
        Self.place + "22 lines cannot be told apart; 20 can [chart.refused]\n"
          + "help: name fewer records"
      ])
  }

  private static let empty = "```chart\ntype: dots\nrecords: [mission:beta]\nfield: strength\n```\n"

  @Test(arguments: [
    ("content/briefings/first.uk.md", "title: Перша", 4),
    ("content/home.uk.md", "title: Дім", 4), ("content/home.md", "title: Home", 4),
    ("content/pages/about.md", "title: About", 4), ("content/missions/alpha.uk.md", "title: Ал", 4),
    ("content/authors/ann.uk.md", "title: Енн", 4),
  ])
  func itIsTriedWhereverItStands(path: String, front: String, line: Int) {
    var files = ["content/home.md": "---\ntitle: Home\n---\n"]
    files[path] = "---\n\(front)\n---\n\(Self.empty)"
    #expect(refusals(files).map { $0.prefix { $0 != " " } } == ["\(path):\(line):1:"])
  }

  @Test func everyExhibitOfATextIsTriedAndEachOnce() {
    let good = "```chart\ntype: dots\nkind: mission\nfield: strength\n```\n"
    let text = "---\ntitle: Third\n---\n\(Self.empty)\(good)\(Self.empty)"
    let found = refusals(["content/briefings/third.md": text])
    #expect(found.map { $0.split(separator: ":")[1] } == ["4", "14"])
  }

  @Test func whatIsNotThereIsNotSaidTwice() {
    #expect(refusals(of: "chart\ntype: dots\nrecords: [mission:none]\nfield: strength") == [])
    #expect(refusals(of: "compare\nkind: nothing\nfields: [a]") == [])
    #expect(refusals(of: "compare\nkind: mission\nfields: [nothing]") == [])
  }

  @Test func aRecordThatSaysThatItIsUnknownIsContentOfATable() {
    #expect(refusals(of: "compare\nrecords: [mission:beta]\nfields: [strength]") == [])
  }

  @Test func derivedFieldsAreScaledAndDrawn() throws {
    let block = "scaled\nground: ground:line\nkind: mission\nstrength: strength\nby: [half]"
    let more = ["content/missions/_kind.yml": Self.missions].merging(Self.model) { $1 }
    #expect(refusals(of: block, more) == [])
    let text = "---\ntitle: Third\n---\n```\(block)\n```\n"
    let sample = MetadataSample(more.merging(["content/briefings/third.md": text]) { $1 })
    let table = sample.text("data/exhibits/briefings/third/_1.csv").split(separator: "\r\n")
    // About 50,000 persons, which has one digit, over 5 to 7.5 km, on 500 km.
    let row = try #require(table.first { $0.contains("scaled-by-half") })
    #expect(row.contains(",interval,3000000,5000000,persons,"))
  }

  /// What was asked for beside a chart's figures, and cannot be.
  @Test(arguments: [
    ("chart\ntype: dots\nkind: mission\nfield: length\nsecond-unit: persons", "exhibit.unit"),
    ("chart\ntype: dots\nkind: mission\nfield: length\nsecond-unit: nothing", "exhibit.unit"),
    ("chart\ntype: grouped\nkind: mission\nfields: [strength, length]", "exhibit.unit"),
    ("chart\ntype: dumbbell\nkind: mission\nx: strength\ny: length", "exhibit.unit"),
    ("chart\ntype: stacked\nrecords: [mission:alpha]\nfields: [length]", "chart.refused"),
    (
      "chart\ntype: dots\nkind: mission\nfield: strength\nsecond-per: ground:line\n"
        + "second-by: area", "exhibit.empty"
    ),
    (
      "chart\ntype: line\nrecords: [mission:alpha]\nfield: course\nfacet: deployed",
      "exhibit.field"
    ),
    (
      "chart\ntype: line\nrecords: [mission:alpha]\nfield: course\n"
        + "notes: [{at: 1800, text: Long ago}]", "chart.refused"
    ),
    (
      "chart\ntype: dots\nkind: mission\nfield: strength\nlog: true\n"
        + "reference: [{value: 0, label: None}]", "chart.refused"
    ),
    (
      "chart\ntype: slope\nkind: mission\nfield: course\nfrom: 1200\nto: 1201",
      "exhibit.empty"
    ),
    (
      "chart\ntype: slope\nkind: mission\nfield: course\nfrom: 2001\nto: 2001",
      "exhibit.empty"
    ),
    (
      "chart\ntype: line\nrecords: [mission:alpha]\nfield: course\ngap: 0", "chart.refused"
    ),
    ("timeline\nkind: mission\nfrom: 2020\nto: 2001", "exhibit.empty"),
    (
      "timeline\nkind: mission\nfrom: 1990\nto: 2030\nnotes: [{at: 1980, text: Before}]",
      "chart.refused"
    ),
  ])
  func whatCannotStandBesideFigures(block: String, code: String) {
    let found = refusals(of: block)
    #expect(found.count == 1 && found.allSatisfy { $0.contains("[\(code)]") }, "\(found)")
  }

  @Test(arguments: [
    "chart\ntype: dots\nkind: mission\nfield: length\nsecond-unit: mi",
    "chart\ntype: dots\nkind: mission\nfield: strength\nfacet: of\n"
      + "second-per: ground:line\nsecond-by: length",
    "chart\ntype: line\nrecords: [mission:alpha]\nfield: course\nfacet: record\ngap: 1",
    "chart\ntype: line\nrecords: [mission:alpha]\nfield: course\nfacet: of",
    "chart\ntype: dots\nkind: ground\nfield: length\nfacet: of",
    "chart\ntype: line\nrecords: [ground:line]\nfield: course\nfacet: record",
    "chart\ntype: bars\nkind: mission\nfield: strength\n"
      + "reference: [{value: 1000000, label: Far}, {value: -5, label: Below}]",
    "chart\ntype: grouped\nkind: mission\nfields: [strength]",
    "timeline\nkind: mission\nlanes: deployed\nmoments: deployed",
    "timeline\nrecords: [event:talks, mission:alpha]\nfield: deployed\nlanes: deployed",
  ])
  func whatCanStandThere(block: String) {
    #expect(refusals(of: block, Self.events) == [])
  }
}
