import Foundation
import Testing

@testable import DossierRender

/// A claim as a reader sees it.
struct PrintedClaim: Equatable {
  var words: String
  /// As in a data file: 2004-07.
  var date: String?
  var sources: [String]

  /// The facts of a page or handout by their fields.
  static func facts(in html: String, _ prefix: String) throws -> [String: [PrintedClaim]] {
    let facts = try html.split(separator: "id=\"\(prefix)").dropFirst().map { fact in
      let matter = fact.prefix(upTo: fact.firstRange(of: "</dd>")?.lowerBound ?? fact.endIndex)
      let own = matter.split(separator: "class=\"fact-uses\"")[0]
      return (String(fact.prefix { $0 != "\"" }), try claims(in: own))
    }
    return Dictionary(uniqueKeysWithValues: facts)
  }

  private static func claims(in fact: Substring) throws -> [PrintedClaim] {
    let absence = try Markup.matches("class=\"absence\">([^<]*)<", in: String(fact))
    let absent = absence.map { PrintedClaim(words: $0, date: nil, sources: []) }
    return try absent + fact.split(separator: "class=\"value\"").dropFirst().map(claim)
  }

  private static func claim(_ matter: Substring) throws -> PrintedClaim {
    let value = matter.drop { $0 != ">" }.dropFirst()
    let end = value.firstMatch(of: /<[^<]*class="evidence"/)?.range.lowerBound ?? value.endIndex
    let words = Markup.words(String(value[..<end])).replacing("\u{A0}", with: " ")
    let date = try Markup.matches("class=\"as-of\">as of ([^<]*)<", in: String(matter)).first
    return PrintedClaim(
      words: words, date: date.map(machineDate),
      sources: try Markup.matches("href=\"#cite-([^\"]*)\"", in: String(matter)))
  }

  /// "3 December 2000" as 2000-12-03.
  private static func machineDate(_ words: String) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    func number(_ part: Substring) -> String {
      let number = months.firstIndex(of: String(part)).map { $0 + 1 } ?? Int(part) ?? 0
      return (number < 10 ? "0" : "") + String(number)
    }
    return words.split(whereSeparator: \.isWhitespace).reversed().map(number).joined(separator: "-")
  }

  /// The numbers in the words, without the commas in them.
  var numbers: [Double] {
    words.matches(of: /\d[\d,]*(?:\.\d+)?/).compactMap { Double($0.0.replacing(",", with: "")) }
  }
}

/// A claim as the data have it.
struct DataClaim {
  /// In the unit in which it is written.
  var values: [Double] = []
  /// In the unit of the field.
  var measures: [Double] = []
  var text: String?
  var type: String
  var isApproximate = false
  /// The words for a number of which one end is known.
  var bound = ""
  var date: String?
  var sources: [String] = []

  /// What one unit is in that of the field.
  private static let factors = ["mi": 1.609344, "m": 0.001]

  init(_ json: [String: Any], type: String) {
    self.type = type
    let factor = (json["written-in"] as? String).flatMap { Self.factors[$0] } ?? 1
    let numbers = ["value", "low", "high"].compactMap { json[$0] as? Double }
    measures = numbers
    values = numbers.map { $0 / factor }
    switch (json["low"], json["high"]) {
    case (.some, nil): bound = "at least "
    case (nil, .some): bound = "at most "
    default: break
    }
    text = json["value"] as? String ?? json["state"] as? String
    isApproximate = json["approximate"] as? Bool ?? false
    date = json["as-of"] as? String
    sources = (json["sources"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  }

  func fits(_ printed: PrintedClaim) -> Bool {
    switch type {
    case "derived": return text != nil || isSame(printed.numbers)
    case "quantity", "number", "series":
      let isAbout = printed.words.hasPrefix(bound + "about ")
      guard text != nil || printed.words.hasPrefix(bound) else { return false }
      guard text != nil || isSame(printed.numbers) && isAbout == isApproximate else { return false }
    case "text":
      guard text?.replacing("&", with: "&amp;") == printed.words || text == printed.words
      else { return false }
    default: break
    }
    return printed.date == date && printed.sources == sources
  }

  private func isSame(_ numbers: [Double]) -> Bool {
    // A derived unit may have a number in it: "25.2 per 1,000 inhabitants".
    let own = type == "derived" ? Array(numbers.prefix(values.count)) : numbers
    return !values.isEmpty && own.count == values.count
      && zip(own, values).allSatisfy { abs($0 - $1) <= 0.0001 * max(1, abs($1)) }
  }
}

/// `data/missions.json`, by the ids of records and fields.
struct DataOfKind {
  var records: [String: [String: [DataClaim]]] = [:]
  /// By the id of a field.
  var types: [String: String] = [:]

  init(_ text: String) throws {
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let types = try #require(json["field-types"] as? [String: [String: Any]])
    self.types = types.compactMapValues { $0["type"] as? String }
    for record in try #require(json["records"] as? [[String: Any]]) {
      let id = try #require(record["id"] as? String)
      let facts = record["facts"] as? [String: [String: Any]] ?? [:]
      for (field, fact) in facts {
        let type = types[field]?["type"] as? String ?? ""
        let claims = (fact["claims"] ?? fact["items"]) as? [[String: Any]] ?? [fact]
        records[id, default: [:]][field] = claims.map { DataClaim($0, type: type) }
      }
    }
  }
}
