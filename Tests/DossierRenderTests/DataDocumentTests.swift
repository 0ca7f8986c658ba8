import DossierSite
import Foundation
import Testing

@testable import DossierRender

@Suite("Documents of data")
struct DataDocumentTests {
  private let sample = MetadataSample()

  private func facts(of id: String) throws -> [String: [String: Any]] {
    let records = try #require(try sample.json("data/missions.json")["records"] as? [[String: Any]])
    let record = try #require(records.first { $0["id"] as? String == id })
    return record["facts"] as? [String: [String: Any]] ?? [:]
  }

  @Test func recordsHaveAllTheirClaims() throws {
    let facts = try facts(of: "alpha")
    let claims = try #require(facts["strength"]?["claims"] as? [[String: Any]])
    #expect(claims.map { $0["value"] as? Int } == [50_000, 55_000])
    #expect(claims[0]["approximate"] as? Bool == true && claims[0]["basis"] as? String == "sourced")
    let source = ["id": "gowan-2018", "locator": "p. 2"]
    #expect(claims[0]["sources"] as? [[String: String]] == [source])
    #expect(claims[1]["basis"] == nil)
    let items = try #require(facts["aims"]?["items"] as? [[String: Any]])
    #expect(items.first?["value"] as? String == "=SUM(A1)")
  }

  @Test func absenceHasAStateOfItsOwn() throws {
    let facts = try facts(of: "beta")
    #expect(facts["strength"]?["state"] as? String == "unknown")
    #expect(facts["length"]?["state"] as? String == "not-applicable")
    #expect(facts["deployed"] == nil)
  }

  @Test func packageDescribesEveryColumnOfEveryTable() throws {
    let package = try sample.json("data/datapackage.json")
    let resources = try #require(package["resources"] as? [[String: Any]])
    let described = Set(resources.compactMap { $0["path"] as? String })
    let written = sample.routes().filter { $0.hasPrefix("data/") && $0.hasSuffix(".csv") }
    let paths = Set(written.map { String($0.dropFirst("data/".count)) })
    #expect(!paths.isEmpty && paths.isSubset(of: described))
    for resource in resources {
      guard let schema = resource["schema"] as? [String: Any] else { continue }
      let path = try #require(resource["path"] as? String)
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let header = DataTableTests.rows(of: sample.text("data/" + path)).first
      #expect(fields.compactMap { $0["name"] as? String } == header, "\(path)")
      let missing = ["", "unknown", "not-applicable", "interval"]
      #expect(schema["missingValues"] as? [String] == missing, "\(path)")
    }
  }

  @Test func referencesLeadToOtherTables() throws {
    let package = try sample.json("data/datapackage.json")
    let resources = try #require(package["resources"] as? [[String: Any]])
    func keys(_ name: String) throws -> [String: String] {
      let resource = try #require(resources.first { $0["name"] as? String == name })
      let schema = try #require(resource["schema"] as? [String: Any])
      let keys = try #require(schema["foreignKeys"] as? [[String: Any]])
      return Dictionary(
        keys.map { key in
          let reference = key["reference"] as? [String: Any]
          return (
            (key["fields"] as? [String])?.first ?? "", reference?["resource"] as? String ?? "-"
          )
        }, uniquingKeysWith: { first, _ in first })
    }
    #expect(try keys("missions") == ["next": ""])
    #expect(try keys("missions-claims") == ["record": "missions"])
  }

  @Test func schemaNamesTheKeysThatARecordMayHave() throws {
    let schema = try sample.json("data/missions.schema.json")
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(properties["strength"] != nil && properties["title"] != nil)
    #expect(properties["density"] == nil && properties["date"] == nil)
    #expect(schema["additionalProperties"] as? Bool == false)
    #expect(schema["$id"] as? String == "https://example.org/p/data/missions.schema.json")
    let definitions = try #require(schema["$defs"] as? [String: Any])
    let offered = String(describing: definitions["record-mission"])
    #expect(offered.contains("alpha") && offered.contains("beta"))
  }

  /// What a value may be made of, by itself and beside its evidence.
  @Test func schemaKnowsThePartsOfEachValue() throws {
    let sample = MetadataSample([
      "content/camps/_kind.yml": """
      id: camp
      plural: Camps
      fields:
        seat: {type: place}
        open: {type: period}
        size: {type: quantity, unit: persons, of: [troops]}
        form: {type: choice, choices: [a, b]}
      """, "content/camps/one.md": "---\ntitle: One\n---\n",
    ])
    let schema = try sample.json("data/camps.schema.json")
    let properties = try #require(schema["properties"] as? [String: Any])
    let evidence = ["approximate", "as-of", "basis", "note", "source", "value"]
    let parts = [
      "seat": (["latitude", "longitude", "name"], []), "open": (["from", "on", "to"], []),
      "size": (["high", "low"], ["of", "unit"]), "form": ([], []),
    ]
    for (field, (own, beside)) in parts {
      let forms = try #require((properties[field] as? [String: Any])?["anyOf"] as? [[String: Any]])
      try #require(forms.count == 4)
      #expect(Self.keys(forms[1]) == own, "\(field)")
      #expect(Self.keys(forms[2]) == (own + beside + evidence).sorted(), "\(field)")
      let items = (forms[3]["items"] as? [String: Any])?["anyOf"] as? [[String: Any]]
      #expect(items?.map(Self.keys) == forms[1...2].map(Self.keys), "\(field)")
    }
  }

  /// The keys that an object may have, of the forms of a value that is one.
  private static func keys(_ form: [String: Any]) -> [String] {
    let forms = [form] + (form["anyOf"] as? [[String: Any]] ?? [])
    return forms.flatMap { ($0["properties"] as? [String: Any] ?? [:]).keys }.sorted()
  }

  @Test func schemaOfArticlesAsksForADate() throws {
    let schema = try sample.json("data/briefings.schema.json")
    #expect(schema["required"] as? [String] == ["title", "date"])
  }

  @Test func everyReferenceWithinASchemaIsDefined() throws {
    for kind in ["missions", "briefings", "authors"] {
      let text = sample.text("data/\(kind).schema.json")
      let schema = try sample.json("data/\(kind).schema.json")
      let defined = Set((schema["$defs"] as? [String: Any] ?? [:]).keys)
      let used = text.components(separatedBy: "\"#/$defs/").dropFirst().map { part in
        String(part.prefix { $0 != "\"" })
      }
      #expect(!used.isEmpty && defined.isSuperset(of: used), "\(kind)")
    }
  }

  @Test func bibliographyIsThereAsAWhole() throws {
    let data = Data(sample.text("data/sources.json").utf8)
    let works = try JSONSerialization.jsonObject(with: data) as? [[String: Any]]
    #expect(works?.map { $0["id"] as? String } == ["gowan-2018"])
  }
}
