import DossierSource
import DossierStarter
import Testing

@testable import DossierSite

/// What `dossier new` writes, for fields of every type.
@Suite struct RecordDraftTests {
  /// A declaration of a kind, with whatever else it needs.
  private static func schema(fields: String, role: String = "precedent") -> SiteSchema {
    let kind = """
      id: mission
      role: \(role)
      groups: {size: {en: Size}}
      fields:
      \(fields)
      """
    let outcome = SiteSchema.decode([
      SourceFile(
        path: "content/site.yml", text: "title: Sample\ntopics: {peace: Peace}\nformat: 1\n"),
      SourceFile(path: "content/missions/_kind.yml", text: kind),
      SourceFile(path: "content/units.yml", text: "persons: {}\nkm: {}\n"),
    ])
    #expect(outcome.diagnostics.map(\.message) == [])
    return outcome.value
  }

  private static func draft(_ schema: SiteSchema, title: String? = nil) throws -> String {
    RecordDraft(of: try #require(schema.kind("mission")), in: schema).text(title: title)
  }

  private static func parse(
    _ text: String, _ schema: SiteSchema
  ) -> (record: Record?, diagnostics: [Diagnostic]) {
    let key = RecordKey(kind: "mission", id: "x")
    let file = SourceFile(path: "content/missions/x.md", text: text)
    let outcome = schema.parse(file, as: .record(key))
    guard case .record(let record) = outcome.value else { return (nil, outcome.diagnostics) }
    // What a record must say may stand in other files, too.
    let site = ParsedSite.assemble(schema, [.record(record)], assets: [])
    return (record, outcome.diagnostics + site.diagnostics)
  }

  /// The draft with every key in use: examples in their places, titles and dates given.
  private static func filled(_ text: String) -> String {
    var example = ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("#   "), line.contains(": ") { example = String(line.dropFirst(4)) }
      switch line {
      case "title:": return "title: Sample"
      case "date:": return "date: 2024-05-31"
      case _ where line.hasSuffix(":") && !line.hasPrefix("#"): return example
      case _ where line.hasPrefix("#") && !line.hasPrefix("# ") && line != "#":
        return String(line.dropFirst())
      default: return String(line)
      }
    }
    return lines.joined(separator: "\n")
  }

  private static let types = [
    "type: text", "type: markdown", "type: number", "type: quantity, unit: persons",
    "type: quantity, unit: persons, of: [troops, all]", "type: date", "type: period",
    "type: choice, choices: {none: {en: None}, 'a: b': {en: Odd}}",
    "type: choice, choices: {'#1, x': {en: Odd}}", "type: choice, choices: {null: {en: Nothing}}",
    "type: flag", "type: reference, to: mission", "type: series, unit: km, of: [a, b]",
    "type: ratings, of: mission, choices: [met, absent]",
  ]

  @Test(
    arguments: types,
    ["", ", list: true", ", sourced: required", ", required: true", ", group: size"])
  func everyExampleIsAGoodValueOfItsField(type: String, more: String) throws {
    let schema = Self.schema(fields: "  some-field: {\(type)\(more)}")
    let text = Self.filled(try Self.draft(schema))
    let (record, diagnostics) = Self.parse(text, schema)
    #expect(diagnostics.map(\.message) == [], "\(text)")
    let fact = record?.facts.first ?? nil
    #expect(fact != nil, "\(text)")
  }

  @Test(arguments: types) func whatMustBeThereIsReportedAtItsLine(type: String) throws {
    let schema = Self.schema(fields: "  some-field: {\(type), required: true}")
    let text = try Self.draft(schema)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let found = Self.parse(text, schema).diagnostics.sorted()
    #expect(found.map(\.code) == ["yaml.missing-key", "field.missing"])
    #expect(found.map { lines[$0.place.span.line - 1] } == ["title:", "some-field:"])
  }

  @Test func whatMayBeLeftOutIsReportedByNobody() throws {
    let fields = Self.types.enumerated().map { "  field-\($0): {\($1)}" }.joined(separator: "\n")
    let schema = Self.schema(fields: fields)
    #expect(Self.parse(try Self.draft(schema, title: "A"), schema).diagnostics.isEmpty)
  }

  @Test func anArticleWantsItsDate() throws {
    let schema = Self.schema(fields: "  host: {type: text}", role: "article")
    let text = try Self.draft(schema, title: "A")
    #expect(Self.parse(text, schema).diagnostics.map(\.message) == ["the key 'date' has no value"])
    let (record, diagnostics) = Self.parse(Self.filled(text), schema)
    #expect(diagnostics.isEmpty)
    #expect(record?.article.topics.map(\.id) == ["peace"])
    #expect(record?.aliases.map(\.id) == ["former-id"])
  }

  @Test func aDerivedFieldIsExplainedAndNotAskedFor() throws {
    let schema = Self.schema(
      fields: """
          line: {type: quantity, unit: km}
          half: {type: derived, formula: line / 2, unit: km, label: {en: Half}}
        """)
    let text = try Self.draft(schema)
    #expect(text.contains("\n# Half: computed (half), and not written here.\n"))
    #expect(!text.contains("#half:"))
  }

  @Test(arguments: ["A: \"b\" #c", "Сили", "- x", "<a> \\ 'b'", "null", "[a]"])
  func theTitleComesOutAsItWentIn(title: String) throws {
    let schema = Self.schema(fields: "  host: {type: text}")
    let (record, diagnostics) = Self.parse(try Self.draft(schema, title: title), schema)
    #expect(diagnostics.isEmpty)
    #expect(record?.title == title)
  }

  @Test func aLabelOfSeveralLinesStaysAComment() throws {
    let schema = Self.schema(
      fields: #"  host: {type: text, label: "A\nshort: x", help: "B\u2028draft: true\u0085x: y"}"#)
    let text = try Self.draft(schema, title: "A")
    #expect(text.contains("\n# A short: x: text.\n# B draft: true x: y\n#host:"))
    #expect(Self.parse(text, schema).record?.short == nil)
  }

  @Test func longExplanationsAreBrokenBetweenWords() throws {
    let help = String(repeating: "words of help ", count: 30)
    let schema = Self.schema(fields: "  host: {type: text, help: \(help)}")
    let text = try Self.draft(schema)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
