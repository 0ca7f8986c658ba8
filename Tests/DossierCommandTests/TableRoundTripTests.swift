import Foundation
import TestSupport
import Testing

/// The tables of claims that a site offers hold all that they were made from.
@Suite struct TableRoundTripTests {
  private static let environment = ["SOURCE_DATE_EPOCH": "1893456000"]

  private static func build(_ project: String, in folder: TemporaryFolder) throws -> [String: Data]
  {
    let result = try Command.run(
      ["build", "\(folder.path)/\(project)"], environment: Self.environment)
    #expect(result.status == 0, "\(result.errors)")
    return try folder.tree("\(project)/site")
  }

  /// The first two cells of the rows of a table: records and their fields.
  private static func held(in table: Data) -> [String: Set<String>] {
    var held: [String: Set<String>] = [:]
    for line in String(decoding: table, as: UTF8.self).components(separatedBy: "\r\n").dropFirst() {
      let cells = line.split(separator: ",", maxSplits: 2).map(String.init)
      if cells.count > 1 { held[cells[0], default: []].insert(cells[1]) }
    }
    return held
  }

  /// A record's file without some keys of its front matter.
  private static func emptied(_ text: String, of keys: Set<String>) -> String {
    let parts = text.components(separatedBy: "---\n")
    guard parts.count >= 3 else { return text }
    var isDropped = false
    let lines = parts[1].split(separator: "\n").filter { line in
      if let match = line.prefixMatch(of: /([A-Za-z0-9-]+):/) {
        isDropped = keys.contains(String(match.1))
      }
      return !isDropped
    }
    let front = lines.map { $0 + "\n" }.joined()
    return ([parts[0], front] + parts[2...]).joined(separator: "---\n")
  }

  @Test func thePublicationIsBuiltAgainFromItsTables() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      try folder.write("", to: "\(name)/x")
      try folder.link("\(name)/templates", to: Checkout.folder.appending(path: "templates").path)
      try FileManager.default.copyItem(
        at: Checkout.folder.appending(path: "content"), to: folder.url("\(name)/content"))
      // What reports of mistakes name is the version of a record's file, which a table changes.
      let settings = try folder.read("\(name)/content/site.yml").split(separator: "\n")
        .filter { !$0.hasPrefix("report:") }
      try folder.write(settings.map { $0 + "\n" }.joined(), to: "\(name)/content/site.yml")
    }
    let site = try Self.build("a", in: folder)
    var emptied = 0
    for (route, table) in site where route.hasPrefix("data/") && route.hasSuffix("s.csv") {
      guard let match = route.wholeMatch(of: /data\/(.+)-(?:claims|series)\.csv/) else { continue }
      let kind = "b/content/\(match.1)"
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.url(kind).path)
      where name.hasSuffix(".csv") && !name.hasPrefix("again-") {
        try FileManager.default.removeItem(at: folder.url("\(kind)/\(name)"))
      }
      for (id, fields) in Self.held(in: table) {
        let path = "\(kind)/\(id).md"
        guard FileManager.default.fileExists(atPath: folder.url(path).path) else { continue }
        try folder.write(Self.emptied(try folder.read(path), of: fields), to: path)
        emptied += 1
      }
      try folder.write(table, to: "\(kind)/again-\(route.split(separator: "/").last ?? "")")
      try folder.write("decimal: \".\"\n", to: "\(kind)/_tables.yml")
    }
    #expect(emptied > 300)
    let again = try Self.build("b", in: folder)
    #expect(again.keys.sorted() == site.keys.sorted())
    #expect(site.filter { again[$0.key] != $0.value }.keys.sorted() == [])
    let mission = try folder.read("b/content/missions/kfor.md")
    #expect(!mission.contains("peak-strength:") && mission.contains("title:"))
  }
}
