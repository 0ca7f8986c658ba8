import Testing

@testable import DossierRender
@testable import DossierSite

@Suite("The table of a comparison")
struct CompareTests {
  private let sample = CompareSample()
  private let three = ["alpha", "beta", "gamma"]

  private func labels(_ parts: [ComparePartView]) -> [[String]] {
    parts.first?.groups.map { [$0.label ?? "-"] + $0.rows.map(\.label) } ?? []
  }

  /// The widths of the bars of a row: of the part that is known, and of the hollow one.
  private func bars(_ view: CompareView, row: String) -> [[String]] {
    let rows = view.parts.flatMap(\.groups).flatMap(\.rows).filter { $0.label == row }
    return rows.flatMap(\.cells).map { cell in
      let svg = String(decoding: cell.bar ?? [], as: UTF8.self)
      return svg.split(separator: "<rect ").dropFirst(2).map { rect in
        let name = (rect.split(separator: "\"")[0...1].last ?? "").dropFirst("cell-".count)
        let width = rect.split(separator: " width=\"").last?.split(separator: "\"").first ?? ""
        return "\(name) \(width)"
      }
    }
  }

  @Test("has the groups in the kind's order, and the fields in the author's")
  func groups() {
    let view = sample.view(three, ["line", "peak", "force", "title-of-chief"])
    #expect(
      labels(view.parts) == [["-", "Chief"], ["Mandate", "Force"], ["Size", "Line", "Peak"]])
    #expect(view.parts.first?.groups.map(\.span) == ["4", "4", "4"])
  }

  @Test("has no heading where there is one group")
  func oneGroup() {
    #expect(labels(sample.view(three, ["line", "peak"]).parts) == [["-", "Line", "Peak"]])
  }

  @Test("folds away rows in which all say the same, whatever their dates")
  func differences() {
    let fields = ["force", "peak", "title-of-chief"]
    let view = sample.view(three, fields, showsDifferences: true)
    #expect(labels(view.parts) == [["Size", "Peak"]])
    #expect(labels(view.sameParts) == [["-", "Chief"], ["Mandate", "Force"]])
    #expect(view.sameLabel == "2 rows")
    #expect(sample.view(three, fields).sameLabel == nil)
  }

  @Test("unknown is not the same as nothing recorded")
  func unknownDiffers() {
    let more = ["content/missions/delta.md": "---\ntitle: Delta\n---\n"]
    let view = CompareSample(more).view(["gamma", "delta"], ["peak"], showsDifferences: true)
    #expect(labels(view.parts) == [["-", "Peak"]])
    #expect(view.sameLabel == nil)
  }

  @Test("one record differs from none, and all its rows stand")
  func oneRecord() {
    let view = sample.view(["alpha"], ["force", "peak"], showsDifferences: true)
    #expect(labels(view.parts) == [["Mandate", "Force"], ["Size", "Peak"]])
  }

  @Test("draws bars on one scale, converted; hollow where a value is approximate or an interval")
  func barsOfARow() {
    let view = sample.view(three, ["peak", "line"])
    #expect(bars(view, row: "Peak") == [["bar-known 100%"], ["bar-open 25%"], []])
    // 100 km, 100 mi of 2 km each, and 50 to 150 km.
    #expect(
      bars(view, row: "Line")
        == [["bar-known 50%"], ["bar-known 100%"], ["bar-known 25%", "bar-open 50%"]])
    #expect(view.hasBars)
  }

  @Test("draws bars of derived figures, and none where one would point below zero")
  func noBars() {
    let view = sample.view(three, ["density", "balance", "force"])
    // 1,000 on 100 km is 10; about 250 on 200 km, which has one digit, is about 1 of that scale.
    #expect(bars(view, row: "Density") == [["bar-known 100%"], ["bar-open 10%"], []])
    #expect(bars(view, row: "Balance") == [[], [], []])
    #expect(bars(sample.view(["alpha"], ["peak"]), row: "Peak") == [[]], "one value has no scale")
  }

  @Test("marks rows whose figures do not count the same")
  func mixedCounts() {
    let rows = sample.view(three, ["peak", "line"]).parts.flatMap(\.groups).flatMap(\.rows)
    #expect(rows.map(\.isMixed) == [true, false])
  }

  @Test("splits many columns evenly", arguments: [(8, [8]), (9, [5, 4]), (17, [6, 6, 5])])
  func split(count: Int, widths: [Int]) {
    let names = (1...count).map { "m\($0)" }
    let more = names.map { ("content/missions/\($0).md", "---\ntitle: \($0)\nline: 1\n---\n") }
    let sample = CompareSample(Dictionary(more, uniquingKeysWith: { $1 }))
    let view = sample.view(names, ["line"])
    #expect(view.parts.map(\.columns.count) == widths)
    #expect(view.parts.flatMap(\.columns).map(\.label) == names)
    #expect(view.isWide)
  }
}

@Suite("Comparisons as pages of their own")
struct ComparisonPageTests {
  private let sample = CompareSample()

  @Test("an exhibit with an id is one, and so are the precedents of an option")
  func ids() {
    let ids = sample.site.comparisons.all.map(\.id)
    #expect(ids == ["all", "two-all", "watch-precedents"], "the first text has the plain id")
  }

  @Test("an option compares its precedents in the fields offered for it")
  func precedents() throws {
    let watch = try #require(sample.site.record(RecordKey(kind: "format", id: "watch")))
    let index = try #require(sample.site.comparisons.index(ofPrecedentsOf: watch))
    let page = ComparisonPage(scope: sample.scope)
    #expect(page.title(ofComparison: index) == "Precedents of Watch")
    #expect(
      page.view(of: index).tool == "compare.html?kind=mission&records=alpha,gamma&fields=force")
  }

  @Test("is called by its caption, else by its text")
  func titles() {
    #expect(ComparisonPage(scope: sample.scope).title(ofComparison: 0) == "All of them")
    #expect(ComparisonPage(scope: sample.scope).title(ofComparison: 1) == "In Two")
  }

  @Test("what a script loads grows with the records, and no faster")
  func growth() throws {
    func size(_ count: Int) throws -> Int {
      let more = (0..<count).map { number in
        ("content/missions/m\(1000 + number).md", "---\ntitle: Mission\nline: 100\n---\n")
      }
      let sample = CompareSample(Dictionary(more, uniquingKeysWith: { $1 }))
      let kind = try #require(sample.site.schema.kindIndex("mission"))
      return CompareScript.document(sample.scope.edition, ofKind: kind).count
    }
    let (none, some, many) = (try size(0), try size(250), try size(1000))
    #expect(abs((many - none) - 4 * (some - none)) < 8)
  }

  @Test("what a script loads cannot end an element of a page")
  func scriptData() throws {
    let more = ["content/missions/alpha.md": "---\ntitle: \"</script><b> & \\\"Alpha\\\"\"\n---\n"]
    let sample = CompareSample(more)
    let kind = try #require(sample.site.schema.kindIndex("mission"))
    let data = String(
      decoding: CompareScript.document(sample.scope.edition, ofKind: kind), as: UTF8.self)
    #expect(!data.contains("</"))
    #expect(data.contains(#"\u003c/script>\u003cb> & \"Alpha\""#))
    #expect(data.hasPrefix("(window.DossierData = window.DossierData || {})[\"mission\"] = {"))
  }
}
