import Foundation
import TestSupport
import Testing

@testable import DossierRender

/// A value that is written once is the same on its page, in a cell, in a drawing's figures, in a
/// sentence, in CSV, in JSON and in what the search finds.
@Suite struct EveryOutputTests {
  /// What all values of a kind are put into, one after the other.
  private struct Trial {
    var kind: String
    var records: [String: [String: [DataClaim]]]
    var types: [String: String]
    var isArticle: Bool

    /// Fields with a number in each claim.
    var measured: [String] {
      types.filter { ["quantity", "number", "series", "derived"].contains($0.value) }.keys.sorted()
    }

    /// What stands for a fact: of a series its latest point.
    func shown(_ record: String, _ field: String) -> DataClaim? {
      guard let claims = records[record]?[field] else { return nil }
      guard types[field] == "series" else { return claims.first }
      return claims.max { ($0.date ?? "") < ($1.date ?? "") }
    }

    /// A list of sentences, then an exhibit of each form for each field.
    var text: String {
      var lines =
        ["---", "title: Every value"] + (isArticle ? ["date: 2026-01-01"] : []) + ["---", ""]
      for (record, facts) in records.sorted(by: { $0.key < $1.key }) {
        for field in facts.keys.sorted() where shown(record, field)?.text == nil {
          guard measured.contains(field) else { continue }
          lines.append("- \(record) \(field): <\(kind):\(record)#\(field)>")
        }
      }
      for field in measured {
        lines.append("\n```compare {#cells-\(field)}\nkind: \(kind)\nfields: [\(field)]\n```")
        lines.append("\n```chart {#dots-\(field)}\ntype: dots\nkind: \(kind)\nfield: \(field)\n```")
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  @Test func everyValueOfASampleIsTheSameEverywhere() throws {
    let path = "content/missions/all.md"
    #expect(try compare(SameValueTests.sample, "mission", "missions", at: path) > 20)
  }

  @Test func everyMeasuredValueOfThePublicationIsTheSameEverywhere() throws {
    let publication = try SameValueTests.publication()
    let path = "content/briefings/every-value.md"
    #expect(try compare(publication, "mission", "missions", at: path) > 1000)
    #expect(try compare(publication, "theatre", "theatres", at: path) > 10)
  }

  /// - Returns: How many values were held against others.
  private func compare(
    _ original: HandoutSample, _ kind: String, _ folder: String, at path: String
  ) throws -> Int {
    let data = try DataOfKind(original.page("data/\(folder).json"))
    let route = String(path.dropFirst("content/".count).dropLast(2)) + "html"
    let trial = Trial(
      kind: kind, records: data.records, types: data.types, isArticle: path.contains("/briefings/"))
    var sample = original
    sample.files[path] = trial.text
    let outputs = try Outputs(sample, kind: kind, folder, route: route)
    var count = 0
    for (record, facts) in trial.records {
      for field in facts.keys where trial.measured.contains(field) {
        guard let claim = trial.shown(record, field), claim.text == nil else { continue }
        for (place, numbers) in try outputs.numbers(record, field, count: claim.values.count) {
          let isSame = [claim.values, claim.measures].contains { numbers.isClose(to: $0) }
          #expect(isSame, "\(record)#\(field) in \(place): \(numbers) is not \(claim.values)")
          count += 1
        }
      }
    }
    return count
  }
}

extension [Double] {
  fileprivate func isClose(to others: [Double]) -> Bool {
    count == others.count
      && zip(self, others).allSatisfy { abs($0 - $1) <= 0.0001 * Swift.max(1, abs($1)) }
  }
}

/// What a reader, a program and a search find of the values of a kind.
private struct Outputs {
  private let kind: String
  private let folder: String
  private let page: String
  /// The rows of a table by what stands in their first columns.
  private let table: [String: [String: String]]
  private let points: [[String: String]]
  private let texts: (String) throws -> String

  init(_ sample: HandoutSample, kind: String, _ folder: String, route: String) throws {
    let renderer = try sample.renderer()
    let pages = Dictionary(uniqueKeysWithValues: renderer.pages().map { ($0.route, $0) })
    texts = { route in
      let page = try #require(pages[route], "\(route)")
      return String(decoding: renderer.render(page), as: UTF8.self)
    }
    (self.kind, self.folder) = (kind, folder)
    page = try texts(route)
    var table: [String: [String: String]] = [:]
    for row in try CSVText.rows(of: texts("data/\(folder).csv")) {
      table[row["id"] ?? ""] = row
    }
    self.table = table
    let series = "data/\(folder)-series.csv"
    points = pages[series] == nil ? [] : try CSVText.rows(of: texts(series))
    exhibits = "data/exhibits/" + route.dropLast(".html".count) + "/"
  }

  private let exhibits: String

  /// The numbers of a value by where they stand.
  ///
  /// - Parameter count: Two for a range, else one; a unit may hold further numbers.
  func numbers(_ record: String, _ field: String, count: Int) throws -> [(String, [Double])] {
    let printed =
      try PrintedClaim.facts(in: texts("\(folder)/\(record).html"), "fact-")[field] ?? []
    let words = printed.map(\.words)
    let found = SearchText.words(of: try texts("\(folder)/\(record).html"))
      .replacing("\u{A0}", with: " ")
    for words in words { #expect(found.contains(words), "\(record)#\(field): \(words)") }
    var numbers = [
      ("a sentence", try sentence(record, field)), ("a cell", try cell(record, field)),
    ]
    .map { ($0.0, Array(Self.numbers(in: $0.1).prefix(count))) }
    numbers.append(("CSV", inTable(record, field)))
    for exhibit in ["cells", "dots"] {
      numbers.append(("\(exhibit)-\(field).csv", try inExhibit(exhibit, record, field)))
    }
    return numbers
  }

  private func sentence(_ record: String, _ field: String) throws -> String {
    let start = try #require(page.firstRange(of: "<li>\(record) \(field): "))
    let rest = page[start.upperBound...]
    return Markup.words(
      String(rest[..<(rest.firstRange(of: "</li>")?.lowerBound ?? rest.endIndex)]))
  }

  /// The cell in which a value leads to its fact, without its date.
  private func cell(_ record: String, _ field: String) throws -> String {
    let start = try #require(page.firstRange(of: "id=\"exhibit-cells-\(field)\""))
    let figure = page[start.upperBound...]
    let link = try #require(
      figure.firstRange(of: "/\(record).html#fact-\(field)\""), "\(record)#\(field)")
    let before = figure[..<link.lowerBound].ranges(of: "<td").last?.upperBound ?? figure.startIndex
    let matter = figure[before...].drop { $0 != ">" }.dropFirst()
    let end = matter.firstMatch(of: /as-of|<\/td>/)?.range.lowerBound ?? matter.endIndex
    return Markup.words(String(matter[..<end]))
  }

  /// A series has a table of its own.
  private func inTable(_ record: String, _ field: String) -> [Double] {
    let own = points.filter { $0["record"] == record && $0["field"] == field }
    let point = own.max { ($0["as-of"] ?? "") < ($1["as-of"] ?? "") }
    let row = table[record] ?? [:]
    return point.map { Self.ends($0["value"], $0["low"], $0["high"]) }
      ?? Self.ends(row[field], row["\(field).low"], row["\(field).high"])
  }

  private func inExhibit(_ exhibit: String, _ record: String, _ field: String) throws -> [Double] {
    let rows = try CSVText.rows(of: texts("\(exhibits)\(exhibit)-\(field).csv"))
    let row = rows.first { $0["record"] == "\(kind):\(record)" && $0["field"] == field }
    return Self.ends(row?["value"], row?["low"], row?["high"])
  }

  /// A value that is one number, or the ends of one that is none.
  private static func ends(_ value: String?, _ low: String?, _ high: String?) -> [Double] {
    if let number = value.flatMap({ Double($0) }) { return [number] }
    return [low, high].compactMap { $0.flatMap { Double($0) } }
  }

  private static func numbers(in words: String) -> [Double] {
    PrintedClaim(words: words, sources: []).numbers
  }
}

/// Reads comma-separated values (RFC 4180) for what tests ask.
enum CSVText {
  /// The rows behind the first, by the names of the columns.
  static func rows(of text: String) -> [[String: String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\r\n" where !isQuoted: rows.append([""])
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character)
      }
    }
    let head = rows.first ?? []
    return rows.dropFirst().map { row in
      Dictionary(zip(head, row), uniquingKeysWith: { first, _ in first })
    }
  }
}
