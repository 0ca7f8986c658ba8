import DossierSite
import DossierSource
import Testing

@testable import DossierRender

/// Charts that are parted by what a field says.
@Suite struct ChartFacetTests {
  private static let files = [
    "content/units.yml": "persons: {dimension: persons}\nkm: {dimension: length}\n",
    "content/camps/_kind.yml": """
    id: camp
    plural: Camps
    fields:
      form: {type: choice, choices: [a, b], label: Form}
      size: {type: quantity, unit: persons, label: Size}
      course: {type: series, unit: persons, label: Course}
    """,
    "content/camps/one.md":
      "---\ntitle: One\nform: b\nsize: 100\ncourse: [{value: 1, as-of: 1999}, {value: 2, as-of: 2000}]\n---\n",
    "content/camps/two.md":
      "---\ntitle: Two\nsize: 50\ncourse: [{value: 1, as-of: 1999}, {value: 2, as-of: 2000}]\n---\n",
  ]

  /// A record that does not state the field stands under words that say so, not under none.
  @Test(arguments: [
    "type: dots\nkind: camp\nfield: size",
    "type: line\nrecords: [camp:one, camp:two]\nfield: course",
  ])
  func whatIsNotStatedIsAPartOfItsOwn(block: String) throws {
    let text = "---\ntitle: Third\n---\n```chart\n\(block)\nfacet: form\n```\n"
    let sample = MetadataSample(Self.files.merging(["content/briefings/third.md": text]) { $1 })
    let scope = try sample.scope(on: "briefings/third.html")
    let record = try sample.record("briefing", "third")
    let exhibit = try #require(sample.site.records[record].text.exhibits.first)
    let place = PlacedExhibit(scope: scope, exhibit: exhibit, record: record, number: 1)
    let chart = try #require(exhibit.content as? ChartExhibit)
    var figure = ChartFigure(chart, place.figure)
    let drawing = try String(decoding: figure.view().drawing.wide, as: UTF8.self)
    #expect(drawing.contains(">not-stated<"), "\(drawing)")
  }
}
