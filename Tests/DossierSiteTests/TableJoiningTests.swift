import DossierSource
import Testing

@testable import DossierSite

/// What several files say of one record.
@Suite struct TableJoiningTests {
  private static func sample(_ more: [String: String]) -> SiteSample { SiteSample(more) }

  private static func codes(_ more: [String: String]) -> [String] {
    sample(more).linked().diagnostics.filter { $0.severity > .note }.sorted().map { diagnostic in
      let place = diagnostic.place
      let name = place.path.split(separator: "/").last ?? ""
      return "\(diagnostic.code) \(name):\(place.span.line):\(place.span.column)"
    }
  }

  private static func said(_ field: String, _ more: [String: String], _ id: String = "kfor")
    -> [String]
  {
    let site = sample(more).parsed().value
    guard let record = site.records.first(where: { $0.key == RecordKey(kind: "mission", id: id) }),
      let index = site.schema.kind("mission")?.fieldIndex(field)
    else { return [] }
    return record.facts[index]?.said ?? []
  }

  @Test func ownFileGoesBeforeTablesAndTheseByName() {
    let head = "record,field,value\nkfor,contributors,"
    let said = Self.said(
      "contributors",
      [
        "content/missions/kfor.md": "---\ntitle: K\ncontributors: 1\n---\n",
        "content/missions/b.csv": head + "3\n", "content/missions/a.csv": head + "2\n",
      ])
    #expect(said == ["1", "2", "3"].flatMap { SiteSample.fact("contributors", $0)?.said ?? [] })
  }

  @Test func sameClaimTwiceIsOneAndAnotherIsADispute() throws {
    let files = [
      "content/missions/kfor.md":
        "---\ntitle: K\npeak: {value: 5, as-of: 1999, source: gowan-2018}\n---\n",
      "content/missions/a.csv":
        "record,field,value,as-of,source\nkfor,peak,5,1999,gowan-2018\nkfor,peak,6,1999,gowan-2018\n"
        + "kfor,peak,6,1999,gowan-2018\n",
    ]
    #expect(Self.said("peak", files).count == 2)
    let site = Self.sample(files).parsed().value
    let field = try #require(site.schema.kind("mission")?.fields.first { $0.id == "peak" })
    let record = try #require(site.records.first { $0.key.id == "kfor" })
    let claims = try #require(record.facts.compactMap { $0?.claims }.first { !$0.isEmpty })
    #expect(site.schema.disputed(claims, in: field) == [0, 1])
    #expect(
      claims.map(\.evidence.place.path) == ["content/missions/kfor.md", "content/missions/a.csv"])
    #expect(Self.codes(files) == [])
  }

  @Test func rowsMakeRecordsAndJoinThoseThatAreThere() throws {
    let files = [
      "content/missions/t.csv":
        "id,title,short,summary,mandate,aliases,x-mine\nkfor,,KFOR,,Watch,,y\nunmik,UN in Kosovo,UNMIK,S,,old | older,\n",
      "content/briefings/b.md":
        "---\ntitle: B\ndate: 2020\n---\n<mission:unmik> <mission:kfor#mandate>\n",
    ]
    let site = Self.sample(files).parsed().value
    let records = site.records.filter { $0.key.kind == "mission" }
    #expect(records.map(\.key.id) == ["kfor", "unmik"])
    #expect(records.map(\.short) == ["KFOR", "UNMIK"])
    #expect(records.map(\.title) == ["Kosovo Force", "UN in Kosovo"])
    #expect(records[1].aliases.map(\.id) == ["old", "older"] && records[1].summary == "S")
    #expect(Self.codes(files) == [])
  }

  @Test func whatARecordMustSayMayStandInATable() {
    let kind = "id: treaty\nfields: {a: {type: text, required: true}}\n"
    let files = [
      "content/treaties/_kind.yml": kind, "content/treaties/x.md": "---\ntitle: X\n---\n",
      "content/treaties/y.md": "---\ntitle: Y\na:\n---\n",
      "content/treaties/t.csv": "id,title,a\nx,,A\nz,Z,\n",
    ]
    #expect(Self.codes(files) == ["field.missing t.csv:3:1", "field.missing y.md:3:1"])
  }

  @Test func contradictionsThatNobodyCouldShowAreErrors() {
    let own = "---\ntitle: K\nshort: A\nline: unknown\nneeds: {veto: required}\n---\n"
    let files = [
      "content/missions/kfor.md": own,
      "content/missions/a.csv": "record,field,item,value\nkfor,line,,5\nkfor,needs,veto,helpful\n",
      "content/missions/b.csv": "id,title,short,draft,contributors\nkfor,L,B,TRUE,1\nnew,,,,1\n",
      "content/missions/c.csv":
        "record,field,item,value\nkfor,needs,veto,required\nkfor,line,,unknown\nnone,line,,5\n",
    ]
    #expect(
      Self.codes(files) == [
        "table.twice a.csv:2:12", "table.twice a.csv:3:12",
        "table.own-file b.csv:2:1", "table.twice b.csv:2:1", "table.twice b.csv:2:1",
        "table.record b.csv:3:1", "table.record c.csv:4:1",
      ])
  }

  @Test func placesOfATablesMistakesAreInTheTable() {
    let table = "record,field,value,source\nkfor,lead,nat,\nkfor,peak,5,gowan\nkfor,line,long,\n"
    #expect(
      Self.codes(["content/missions/t.csv": table]) == [
        "reference.unknown t.csv:2:11", "source.unknown t.csv:3:13", "number.invalid t.csv:4:11",
      ])
  }

  @Test func aThousandLikeMistakesAreOneWithACount() {
    let rows = (0..<1_000).map { "kfor,strength,1.\(100 + $0 % 900),\(1000 + $0)\n" }.joined()
    let table = "record,field,value,as-of\n" + rows
    let found = Self.sample(["content/missions/t.csv": table]).parsed().diagnostics
    #expect(found.map(\.code) == ["number.ambiguous"])
    #expect(found.first?.message.contains("'1.100'") == true)
    #expect(found.first?.message.contains("999 more") == true)
    let strangers = (0..<1_000).map { "kfor-\($0),line,5\n" }.joined()
    #expect(
      Self.codes(["content/missions/t.csv": "record,field,value\n" + strangers])
        == ["table.record t.csv:2:1"])
    let unknown = (0..<1_000).map { "kfor,strength,1,\(1000 + $0),none-\($0)\n" }.joined()
    let linked = Self.codes([
      "content/missions/t.csv": "record,field,value,as-of,source\n" + unknown
    ])
    #expect(linked == ["source.unknown t.csv:2:22"])
  }

  @Test func textsOfATableAreTranslatedByAnother() throws {
    let files = [
      "content/missions/kfor.md": "---\ntitle: K\nmandate: Own\n---\n",
      "content/missions/kfor.uk.md": "---\ntitle: К\nmandate: Своє\n---\n",
      "content/missions/t.csv":
        "id,title,mandate,mandate.note,line,line.note\nkfor,,Watch,N,,\nnew,New,Guard,,5,M\n",
      "content/missions/t.uk.csv":
        "id,title,mandate,mandate.note,line.note\nkfor,,Наглядати,Н,\nnew,Нова,Стерегти,,М\n",
    ]
    let site = Self.sample(files).parsed()
    #expect(site.diagnostics == [])
    let kind = try #require(site.value.schema.kind("mission"))
    let (mandate, line) = (
      try #require(kind.fieldIndex("mandate")), try #require(kind.fieldIndex("line"))
    )
    let records = site.value.records.filter { $0.key.kind == "mission" }
    let first = try #require(records[0].translations.first)
    #expect(first.title == "К" && first.texts[mandate] == [.text("Своє"), .text("Наглядати")])
    #expect(first.notes[mandate] == ["", "Н"])
    let second = try #require(records[1].translations.first)
    #expect(second.title == "Нова" && second.texts[mandate] == [.text("Стерегти")])
    #expect(second.notes[line] == ["М"])
  }

  @Test func notesOfClaimsAreTranslatedInTheirOrder() throws {
    let files = [
      "content/missions/t.csv":
        "record,field,value,as-of,note\nkfor,strength,19000,2004-07,\nkfor,strength,1,2005,One\nkfor,strength,2,2006,\n",
      "content/missions/t.uk.csv":
        "record,field,note\nkfor,strength,А\nkfor,strength,Б\nkfor,strength,\n",
    ]
    let site = Self.sample(files).parsed()
    #expect(site.diagnostics == [])
    let whole = "record,field,note\nkfor,strength,А\nkfor,strength,Б\nkfor,strength,В\n"
    let good = Self.sample(files.merging(["content/missions/t.uk.csv": whole]) { $1 }).parsed()
    #expect(good.diagnostics == [])
    let kind = try #require(good.value.schema.kind("mission"))
    let strength = try #require(kind.fieldIndex("strength"))
    let record = try #require(good.value.records.first { $0.key.id == "kfor" })
    #expect(record.facts[strength]?.claims.count == 4)
    // The first row says what the record's own file says, and the file has a claim between.
    #expect(record.translations.first?.notes[strength] == ["А", "", "Б", "В"])
  }

  @Test func translationMayNotSayMoreThanItsOriginal() {
    let files = [
      "content/missions/t.csv": "id,mandate,line\nkfor,Watch,5\n",
      "content/missions/t.uk.csv": "id,mandate,line\nkfor,А,6\nother,Б,\n",
      "content/missions/s.uk.csv": "id,title\nkfor,К\n",
    ]
    #expect(
      Self.codes(files) == [
        "translation.original s.uk.csv:2:1", "translation.value t.uk.csv:2:9",
        "translation.original t.uk.csv:3:1",
      ])
  }

  @Test func hidingInATableHides() {
    let files = [
      "content/missions/t.csv":
        "id,title,draft,embargo\na,A,TRUE,\nb,B,,2099-01-01\nc,C,,\nd,D,perhaps,\n"
    ]
    let site = Self.sample(files).parsed()
    let visible = PublicSite.publish(site.value, at: 0, showsAll: false)?.records.map(\.key.id)
    #expect(visible?.contains("c") == true && visible?.contains("a") == false)
    #expect(visible?.contains("b") == false && visible?.contains("d") == false)
    #expect(site.diagnostics.map(\.code) == ["yaml.type"])
  }

  @Test func tableThatCannotBeReadExplainsMissingRecords() {
    let files = [
      "content/missions/t.csv": "id,title\nx,\"X\n",
      "content/briefings/b.md": "---\ntitle: B\ndate: 2020\n---\n<mission:x>\n",
    ]
    #expect(Self.codes(files) == ["table.quote t.csv:2:3"])
  }
}
