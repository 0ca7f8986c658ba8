import DossierSite
import DossierSource
import Testing

@testable import DossierRender

/// Maps of records, and what cannot be one.
@Suite struct MapExhibitTests {
  private static let ring = "[[20,40],[30,40],[30,50],[20,50],[20,40]]"

  private static let files = [
    "content/maps/small.geojson":
      "{\"type\":\"Polygon\",\"attribution\":\"Ours\",\"coordinates\":[[[24,44],[26,44],[26,46],[24,44]]]}",
    "content/maps/wide.geojson":
      "{\"type\":\"Feature\",\"properties\":{\"id\":\"UKR\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}",
    "content/camps/_kind.yml": """
    id: camp
    plural: Camps
    fields:
      seat: {type: place}
      form: {type: choice, choices: [a, b]}
      size: {type: quantity, unit: persons}
      front: {type: quantity, unit: km}
    """,
    "content/units.yml": "persons: {dimension: persons}\nkm: {dimension: length}\n",
    "content/camps/one.md":
      "---\ntitle: One\nseat: {latitude: 45, longitude: 25, name: Here}\nform: b\nsize: 100\nfront: 300\n---\n",
    "content/camps/two.md":
      "---\ntitle: Two\nseat: {latitude: 47, longitude: 22}\nform: a\n---\n",
    "content/camps/bare.md": "---\ntitle: Bare\nform: a\n---\n",
  ]

  private static func sample(_ block: String, _ more: [String: String] = [:]) -> MetadataSample {
    let text = "---\ntitle: Third\n---\n```map {#m}\n\(block)\n```\n"
    return MetadataSample(
      files.merging(["content/briefings/third.md": text]) { $1 }.merging(more) { $1 })
  }

  private static func place(_ sample: MetadataSample) throws -> PlacedExhibit {
    let scope = try sample.scope(on: "briefings/third.html")
    let record = try sample.record("briefing", "third")
    let exhibit = try #require(sample.site.records[record].text.exhibits.first)
    return PlacedExhibit(scope: scope, exhibit: exhibit, record: record, number: 1)
  }

  private static func view(_ block: String) throws -> MapView {
    let place = try place(sample(block))
    let map = try #require(place.exhibit.content as? MapExhibit)
    var figure = MapFigure(map, at: place)
    return try figure.view()
  }

  /// What the room says, whatever templates the sample has.
  private static func refusal(_ block: String) throws -> ExhibitRefusal? {
    let room = try #require(try place(sample(block)).room)
    do throws(ExhibitRefusal) {
      try room.check()
      return nil
    } catch {
      return error
    }
  }

  @Test func recordsAreMarkedAndListed() throws {
    let view = try Self.view("kind: camp\nform: form\narea: size\nhighlight: [UKR]")
    #expect(view.groups.map { $0.rows.map(\.label) } == [["Two"], ["One"]])
    #expect(view.groups.last?.rows.first?.place == "Here (45, 25)")
    #expect(view.groups.last?.rows.first?.value?.hasPrefix("100") == true)
    #expect(view.groups.flatMap(\.rows).map { $0.valueAddress != nil } == [false, true])
    #expect(view.omissions.map(\.label) == ["Bare"])
    #expect(view.legend.count == 3)
    for drawing in [view.wide, view.narrow] {
      #expect(String(decoding: drawing, as: UTF8.self).contains("map-highlight"))
    }
  }

  /// The widest outlines where none are named.
  @Test func outlinesAreChosen() throws {
    #expect(try Self.view("kind: camp").attribution == nil)
    #expect(try Self.view("kind: camp\noutlines: small").attribution == "Ours")
  }

  @Test func anInsetTakesItsMarks() throws {
    let view = try Self.view(
      "kind: camp\nframe: [15, 40, 35, 52]\ninsets: [{name: East, frame: [24, 44, 26, 46]}]")
    let inset = try #require(view.insets.first)
    #expect(inset.letter == "A" && inset.name == "East")
    #expect(String(decoding: inset.drawing, as: UTF8.self).contains("One; Here"))
    #expect(!String(decoding: view.wide, as: UTF8.self).contains("One; Here"))
  }

  /// An inset may lie on a finer map, whose file is named as well.
  @Test func anInsetHasOutlinesOfItsOwn() throws {
    let frame = "frame: [15, 40, 35, 52]\ninsets: [{name: East, frame: [24, 44, 26, 46]"
    let own = try Self.view("kind: camp\n\(frame), outlines: small}]")
    let shared = try Self.view("kind: camp\n\(frame)}]")
    #expect(own.attribution == "Ours" && shared.attribution == nil)
    #expect(own.insets[0].drawing != shared.insets[0].drawing)
    #expect(own.wide == shared.wide)
  }

  @Test func theFileHasPlacesAndFigures() {
    let table = Self.sample("kind: camp\narea: size").text("data/exhibits/briefings/third/m.csv")
    #expect(table.contains("camp:one,One,seat,\"45, 25\""))
    #expect(table.contains("camp:one,One,size,100"))
  }

  /// Why a map has nothing to show, or cannot be drawn.
  @Test(arguments: [
    ("records: [camp:bare]", "exhibit.empty"),
    ("kind: camp\nframe: [0, 0, 0, 10]", "exhibit.empty"),
    ("kind: camp\nframe: [0, 60, 10, 50]", "exhibit.empty"),
    ("kind: camp\nframe: [0, 40, 500, 50]", "exhibit.empty"),
    ("kind: camp\nframe: [24, 44, 26, 46]", "map.refused"),
    ("kind: camp\ninsets: [{name: X, frame: [1, 1, 1, 1]}]", "exhibit.empty"),
    (
      "records: [camp:one]\nframe: [24.9, 44.9, 25.1, 45.1]\nprojection: azimuthal\nlines: front",
      "map.refused"
    ),
    ("records: [camp:two]\nprojection: azimuthal\nlines: front", "exhibit.empty"),
    (
      "records: [camp:one]\nframe: [15, 40, 35, 52]\nprojection: azimuthal\nlines: size",
      "exhibit.empty"
    ),
  ])
  func whatIsNoMapIsRefused(block: String, code: String) throws {
    #expect(try Self.refusal(block)?.code == code)
  }

  @Test(arguments: [
    "kind: camp", "records: [camp:one]\nprojection: azimuthal",
    "records: [camp:one]\nframe: [170, 40, 160, 50]",
    "records: [camp:one]\nframe: [15, 40, 35, 52]\nprojection: azimuthal\nlines: front",
  ])
  func whatIsAMapIsNot(block: String) throws {
    #expect(try Self.refusal(block) == nil)
  }
}
