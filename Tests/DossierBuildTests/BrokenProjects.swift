import Foundation
import TestSupport

/// Projects that were sound, with a few mistakes in any of their files: declarations, records,
/// sources, units, texts of the pages and templates.
struct BrokenProjects {
  private var random: SeededGenerator
  private var files: [String: String]

  /// - Parameter seed: Equal seeds give equal projects.
  init(_ sound: [[String: String]], seed: UInt64) {
    random = SeededGenerator(seed: seed)
    files = sound.randomElement(using: &random) ?? [:]
  }

  /// The files of the project by their paths.
  static func files(of sound: [[String: String]], seed: UInt64) -> [String: String] {
    var project = BrokenProjects(sound, seed: seed)
    // Most have one mistake: of many, one is told before the others are come to.
    let mistakes = max(1, Int.random(in: -5...4, using: &project.random))
    for _ in 0..<mistakes { project.breakSomething() }
    return project.files
  }

  private mutating func breakSomething() {
    // Declarations are what all else rests on.
    let declarations = files.keys.filter { $0.hasSuffix(".yml") }
    let paths = (Bool.random(using: &random) ? declarations : Array(files.keys)).sorted()
    guard let path = paths.randomElement(using: &random), let text = files[path] else { return }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: files[path] = nil
    case 1: files[otherPath(than: path, among: paths)] = text
    case 2: files[path] = files[otherPath(than: path, among: paths)]
    default: files[path] = broken(text)
    }
  }

  private mutating func otherPath(than path: String, among paths: [String]) -> String {
    paths.filter { $0 != path }.randomElement(using: &random) ?? path
  }

  private mutating func broken(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let index = lines.indices.randomElement(using: &random) ?? 0
    switch Int.random(in: 0..<8, using: &random) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines[index], at: index)
    case 2: lines.swapAt(index, lines.indices.randomElement(using: &random) ?? index)
    case 3: lines.insert(Self.lines.randomElement(using: &random) ?? "", at: index)
    default: lines[index] = brokenLine(lines[index])
    }
    return lines.joined(separator: "\n")
  }

  /// Another word in the place of one, from the same project or from what goes wrong.
  private mutating func brokenLine(_ line: String) -> String {
    let words = line.matches(of: /[a-z0-9-]+|[{}\[\],:#@"]/)
    guard let word = words.randomElement(using: &random) else { return line + " x" }
    return line.replacingCharacters(in: word.range, with: otherWord())
  }

  private mutating func otherWord() -> String {
    guard Bool.random(using: &random) else { return Self.words.randomElement(using: &random) ?? "" }
    let path = files.keys.sorted().randomElement(using: &random) ?? ""
    let words = (files[path] ?? "").matches(of: /[a-z0-9-]+/)
    return words.randomElement(using: &random).map { String($0.output) } ?? ""
  }

  private static let words = [
    "", "0", "-1", "999999999999999", "1.910", "5,2", "null", "~", "true", "unknown",
    "not-applicable", "9999-12-31", "0001", "2999", "id", "title", "draft", "embargo", "fields",
    "type", "derived", "series", "ratings", "reference", "quantity", "period", "choice", "term",
    "article", "option", "condition", "scenario", "precedent", "page", "x-own", "mission", "source",
    "handout", "uk", "en", "xx", "{}", "[]", "{{", "}}", "&a", "*a", "é", "\u{301}", "\u{AD}", "'",
  ]

  private static let lines = [
    "id: mission", "role: term", "role: page", "role: condition", "draft: true",
    "embargo: 2999-01-01",
    "fields: {a: {type: derived, formula: a / a}}", "languages: [uk]", "languages: []",
    "menu: [mission, mission]", "topics: {a: A}", "list: true", "- {id: a, type: book, title: A}",
    "[@a] <mission:a#b@2000>", "```chart", "kind: mission", "field: a", "```", "| a | b |",
    "[^1]: x",
    "{{#each}}", "{{/has}}", "km: {dimension: length, factor: 0}", "reviewed: 2020", "aliases: [a]",
  ]
}
