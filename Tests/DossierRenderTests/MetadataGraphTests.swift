import Foundation
import Testing

@testable import DossierRender

@Suite("Linked data")
struct MetadataGraphTests {
  private let sample = MetadataSample()

  @Test func everyNodeIsReachedFromThePage() throws {
    for page in sample.renderer.pages() where page.subject.isListed {
      let graph = try sample.graph(page.route)
      let ids = graph.compactMap { $0["@id"] as? String }
      #expect(ids.count == graph.count && Set(ids).count == ids.count, "\(page.route)")
      var reached: Set<String> = []
      var waiting = ids.prefix(1).map { $0 }
      while let id = waiting.popLast() {
        guard reached.insert(id).inserted else { continue }
        for node in graph where node["@id"] as? String == id {
          waiting += Self.references(in: node)
        }
      }
      #expect(reached.isSuperset(of: ids), "\(page.route)")
      #expect(ids.allSatisfy { $0.hasPrefix("https://example.org/p/") }, "\(page.route)")
    }
  }

  private static func references(in value: Any) -> [String] {
    switch value {
    case let node as [String: Any]:
      node.flatMap { name, value in
        name == "@id" ? [value as? String ?? ""] : references(in: value)
      }
    case let list as [Any]: list.flatMap(references)
    default: []
    }
  }

  @Test func titleCannotEndTheScript() throws {
    let graph = try sample.graph("briefings/second.html")
    #expect(graph.first?["name"] as? String == "A </script> & <b>")
    #expect(sample.text("briefings/second.html").components(separatedBy: "</script>").count == 2)
  }

  @Test func reportNamesItsAuthorsAndPlace() throws {
    let graph = try sample.graph("briefings/first.html")
    let report = try #require(graph.first { $0["@type"] as? String == "Report" })
    let authors = try #require(report["author"] as? [[String: String]])
    #expect(
      authors.map { $0["@id"] }
        == ["ann", "team"].map {
          "https://example.org/p/authors/\($0).html#matter"
        })
    let person = try #require(graph.first { $0["@type"] as? String == "Person" })
    #expect(person["familyName"] as? String == "Smith Jones")
    #expect(person["givenName"] as? String == "Ann")
    #expect(
      graph.contains {
        $0["name"] as? String == "The team" && $0["@type"] as? String == "Organization"
      })
  }

  @Test func sameThingHasTheSameNameInEveryLanguage() throws {
    for route in ["authors/ann.html", "missions/alpha.html", "sources/gowan-2018.html"] {
      let names = try ["", "uk/"].map { prefix in
        let graph = try sample.graph(prefix + route)
        return Set(
          graph.compactMap { $0["@id"] as? String }.filter {
            $0.contains("#") && !$0.contains("breadcrumb")
          })
      }
      #expect(names[0] == names[1], "\(route)")
    }
  }

  @Test func translationIsAWorkOfItsOwn() throws {
    let graph = try sample.graph("uk/briefings/first.html")
    let report = try #require(graph.first { $0["@type"] as? String == "Report" })
    #expect(report["@id"] as? String == "https://example.org/p/uk/briefings/first.html#matter")
    #expect(report["inLanguage"] as? String == "uk")
  }

  @Test func breadcrumbsAreCounted() throws {
    let graph = try sample.graph("briefings/first.html")
    let trail = try #require(graph.first { $0["@type"] as? String == "BreadcrumbList" })
    let items = try #require(trail["itemListElement"] as? [[String: Any]])
    #expect(items.map { $0["position"] as? Int } == [1, 2, 3])
    #expect(items.map { $0["name"] as? String } == ["home", "Briefings", "The first"])
    #expect(items[1]["item"] as? String == "https://example.org/p/briefings/")
    #expect(items[2]["item"] == nil)
  }

  @Test func dataPageDescribesADataset() throws {
    let graph = try sample.graph("data/index.html")
    let data = try #require(graph.first { $0["@type"] as? String == "Dataset" })
    let files = try #require(data["distribution"] as? [[String: String]])
    #expect(files.contains { $0["contentUrl"] == "https://example.org/p/data/missions.csv" })
    let mission = try sample.graph("missions/alpha.html").first { $0["subjectOf"] != nil }
    #expect((mission?["subjectOf"] as? [String: String])?["@id"] == data["@id"] as? String)
  }

  @Test func addressOfAWorkIsASCII() throws {
    let graph = try sample.graph("sources/gowan-2018.html")
    let work = try #require(graph.first { $0["@type"] as? String == "CreativeWork" })
    #expect(work["sameAs"] as? String == "https://example.com/%C3%A4")
  }
}
