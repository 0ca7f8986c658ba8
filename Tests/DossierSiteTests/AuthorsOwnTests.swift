import DossierSource
import Testing

@testable import DossierSite

/// What an author may write beside what is read, and what is read in more than one spelling.
@Suite struct AuthorsOwnTests {
  /// One of each file, with a key of the author's own in every mapping.
  private static let files = [
    "content/site.yml": """
    title: {en: Dossier, x-de: Akte}
    languages: [en, uk]
    x-notes: [anything, {at: all}]
    format: 1
    """,
    "content/units.yml": """
    x-last-checked: 2026
    km: {dimension: length, x-symbol: km}
    mi: {dimension: length, factor: 1.609344}
    """,
    "content/missions/_kind.yml": """
    id: mission
    role: precedent
    x-owner: Anna
    fields:
      x-later: {type: unheard-of}
      peak: {type: quantity, unit: km, x-why: asked for}
      deployed: {type: period}
    """,
    "content/missions/kfor.md": """
    ---
    title: Kosovo Force
    x-status: {x: 1, X: 2}
    peak: {value: 5, source: gowan-2018, x-checked: true}
    deployed: {from: 1999, x-end: open}
    changes: [{date: 2020-01-01, text: Begun, x-by: Anna}]
    ---
    ```compare
    records: [mission:kfor]
    fields: [peak]
    x-todo: more fields
    ```
    """,
    "content/missions/kfor.uk.md": "---\ntitle: Сили\nx-translator: Olha\n---\n",
    "content/sources/all.yml": """
    - {id: gowan-2018, type: report, title: Can it?, x-shelf: 3, author: [{family: G, x-id: 1}]}
    """,
    "content/handouts/pack.yml": "title: Pack\nx-for: donors\nparts: [{kind: mission, x-n: 1}]\n",
  ]

  @Test func keysOfTheAuthorsOwnArePassedOver() {
    var files = Self.files
    files["content/missions/kfor.md"]?.replace("{x: 1, X: 2}", with: "{x: 1, y: 2}")
    #expect(SiteSample(files).report() == "")
  }

  @Test func inTheirValuesYAMLHoldsNevertheless() {
    #expect(SiteSample(Self.files).report().contains("[yaml.duplicate-key]"))
  }

  @Test(arguments: [
    ("title: >\n  A\n  folded title\n", "A folded title"), ("title: |\n  One\n  Two\n", "One Two"),
    ("title: \"A\\nB\"\n", "A B"), ("title: A\n  B\n", "A B"), ("title: '  A  '\n", "  A  "),
  ])
  func aTitleIsOneLine(front: String, title: String) {
    let sample = SiteSample(["content/actors/a.md": "---\n\(front)---\n"])
    #expect(sample.record("actor", "a")?.title == title)
  }

  @Test(arguments: ["--- ", "---\t", "---  \r", "\u{FEFF}---"])
  func theFirstLineMayEndInBlanks(line: String) {
    let sample = SiteSample(["content/actors/a.md": "\(line)\ntitle: A\n---\nText\n"])
    #expect(sample.report() == "")
    #expect(sample.record("actor", "a")?.title == "A")
  }

  @Test(arguments: ["draft: true # not yet", "begun: 2020 # about", "title: 'A # B' # quoted"])
  func aCommentBehindWhatIsNoBareTextIsNone(line: String) {
    let title = line.hasPrefix("title") ? "" : "title: A\n"
    let sample = SiteSample(["content/missions/a.md": "---\n\(title)\(line)\n---\n"])
    #expect(sample.report() == "")
  }

  @Test(arguments: [
    ("\"1.910\"", 1.91), ("'407.625'", 407.625), ("0.125", 0.125), ("1234.567", 1234.567),
    ("1.91", 1.91), ("-0.500", -0.5), ("12.3456", 12.3456),
  ])
  func aNumberOfOneReadingIsRead(text: String, value: Double) {
    #expect(
      SiteSample.fact("line", text)?.claims.first?.value
        == .quantity(
          Quantity(
            value, decimals: text.filter { $0 != "\"" && $0 != "'" }.split(separator: ".")[1].count)
        ))
  }

  @Test(arguments: [
    ("1.910", ["1.910", "1910"]), ("5,2", ["5.2"]), ("1 910", ["1910"]), ("1\u{A0}910", ["1910"]),
    ("1’910", ["1910"]), ("1_000_000", ["1000000"]), ("1.910,5", ["1910.5"]), ("−5,2", ["-5.2"]),
    ("1,910.5", ["1910.5"]), ("0.910", ["0.910"]), ("1,91,0", []), ("1.2.3", []), ("a", []),
    ("", []),
    ("1 91", []), ("--1", []), ("1,", []), (",5", []), ("12.345.678", ["12345678"]),
  ])
  func aNumberHasTheReadingsThatItMayHave(text: String, readings: [String]) {
    #expect(NumberReadings.of(text).sorted() == readings.sorted())
  }

  @Test(arguments: [
    ("03/04/2025", ["2025-04-03", "2025-03-04"]), ("3.4.2025", ["2025-04-03"]),
    ("13/04/2025", ["2025-04-13"]), ("04/13/2025", ["2025-04-13"]), ("05/05/2025", ["2025-05-05"]),
    ("2025/04/03", ["2025-04-03"]), ("2025-4-3", ["2025-04-03"]), ("04/2025", ["2025-04"]),
    ("31.02.2025", []), ("3. 4. 2025", ["2025-04-03"]), ("1/2", []), ("1/2/3", []), ("soon", []),
    ("03/04-2025", []), ("99/99/9999", []),
  ])
  func aDateHasTheReadingsThatItMayHave(text: String, readings: [String]) {
    #expect(DateReadings.of(text).map(\.description) == readings)
  }
}
