import DossierSite
import DossierTables
import Testing

@testable import DossierRender

@Suite("Tables of data")
struct DataTableTests {
  private let sample = MetadataSample()

  /// The cells of a table by the value of its first column and the column's name.
  private func table(_ route: String) -> [String: [String: String]] {
    var rows = Self.rows(of: sample.text(route))
    let header = rows.removeFirst()
    return Dictionary(
      rows.map { ($0[0], Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Reads CSV as RFC 4180 has it.
  static func rows(of csv: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for part in csv.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      isQuoted = part.offset % 2 == 1
      if isQuoted {
        if part.offset > 1, rows[rows.count - 1].last?.isEmpty == false { append("\"", to: &rows) }
        append(String(part.element), to: &rows)
        continue
      }
      for (number, line) in part.element.split(separator: "\r\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if number > 0 { rows.append([""]) }
        for (index, cell) in line.split(separator: ",", omittingEmptySubsequences: false)
          .enumerated()
        {
          if index > 0 { rows[rows.count - 1].append("") }
          append(String(cell), to: &rows)
        }
      }
    }
    return rows.filter { $0 != [""] }
  }

  private static func append(_ text: String, to rows: inout [[String]]) {
    rows[rows.count - 1][rows[rows.count - 1].count - 1] += text
  }

  @Test func preferredClaimStandsInTheCellWithItsEvidence() throws {
    let alpha = try #require(table("data/missions.csv")["alpha"])
    let expected = [
      "title": "Alpha, the first", "strength": "50000", "strength.low": "50000",
      "strength.of": "troops", "strength.approximate": "true", "strength.as-of": "1999",
      "strength.source": "gowan-2018, p. 2", "strength.basis": "sourced",
      "deployed": "1999-06-12/..", "next": "beta", "open": "true",
      "url": "https://example.org/p/missions/alpha.html",
    ]
    for (column, value) in expected { #expect(alpha[column] == value, "\(column)") }
  }

  @Test func intervalStaysOne() throws {
    let alpha = try #require(table("data/missions.csv")["alpha"])
    #expect(alpha["length"] == "interval")
    #expect(alpha["length.low"] == "10" && alpha["length.high"] == "15")
  }

  @Test func derivedFigureHasTheSourcesOfItsInputs() throws {
    let alpha = try #require(table("data/missions.csv")["alpha"])
    #expect(alpha["density"] == "interval")
    // About 50,000, which has one digit, on 10–15 km.
    #expect(alpha["density.low"] == "3000" && alpha["density.high"] == "5000")
    #expect(alpha["density.basis"] == "derived" && alpha["density.approximate"] == "true")
    #expect(alpha["density.source"] == "gowan-2018, p. 2")
  }

  @Test func absenceIsNeverZero() throws {
    let beta = try #require(table("data/missions.csv")["beta"])
    #expect(beta["strength"] == "unknown" && beta["strength.low"] == "")
    #expect(beta["length"] == "not-applicable")
    #expect(beta["density"] == "unknown")
    #expect(beta["deployed"] == "" && beta["open"] == "")
  }

  @Test func itemsAndTheirEvidenceStandInTheSameOrder() throws {
    let alpha = try #require(table("data/missions.csv")["alpha"])
    #expect(alpha["aims"] == "'=SUM(A1) | Peace")
    #expect(alpha["aims.source"] == " | gowan-2018")
    #expect(alpha["aims.as-of"] == "")
  }

  @Test func longTableHasEveryClaim() {
    let rows = Self.rows(of: sample.text("data/missions-claims.csv"))
    let strengths = rows.filter { $0.starts(with: ["alpha", "strength"]) }
    #expect(strengths.map { $0[3] } == ["50000", "55000"])
    #expect(strengths.map { $0[2] } == ["1", "2"])
    #expect(strengths.first?[6] == "persons")
    #expect(!rows.contains { $0[1] == "course" })
  }

  @Test func seriesIsATableOfPoints() {
    let rows = Self.rows(of: sample.text("data/missions-series.csv"))
    #expect(rows.first?.prefix(4) == ["record", "field", "as-of", "value"])
    #expect(
      rows.dropFirst().map { $0.prefix(4).joined(separator: " ") } == [
        "alpha course 2000 100", "alpha course 2001-05 200",
      ])
    #expect(!sample.routes().contains("data/authors-series.csv"))
  }

  @Test func claimIsAsItIsWrittenAndARecordsNumberInTheUnitOfItsField() throws {
    let sample = MetadataSample([
      "content/missions/gamma.md": "---\ntitle: G\nlength: {value: 100, unit: mi}\n---\n"
    ])
    let rows = Self.rows(of: sample.text("data/missions-claims.csv"))
    let row = try #require(rows.first { $0.starts(with: ["gamma", "length"]) })
    #expect(row[3] == "100" && row[6] == "mi")
    let wide = Self.rows(of: sample.text("data/missions.csv"))
    let column = try #require(wide.first?.firstIndex(of: "length"))
    #expect(wide.first { $0.first == "gamma" }?[column] == "150")
  }

  @Test func embargoedRecordIsInNoFile() {
    let sample = MetadataSample([
      "content/missions/secret.md": "---\ntitle: Hush-hush\nembargo: 2099-01-01\n---\n"
    ])
    for page in sample.renderer.pages() {
      let text = sample.text(page.route)
      #expect(!text.contains("Hush-hush") && !text.contains("secret"), "\(page.route)")
    }
  }
}

@Suite("Writing of CSV")
struct DataCSVTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("@cmd", "'@cmd"), ("-5 %", "'-5 %"),
    ("+1, 2", "\"'+1, 2\""), ("\t=x", "'\t=x"), ("a=b", "a=b"), ("", ""),
  ])
  func textIsQuotedAndNeverComputed(text: String, cell: String) {
    var csv = CSVWriter(header: ["a"])
    csv.add(text: text)
    csv.endRow()
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "a\r\n\(cell)\r\n")
  }

  @Test func numberBelowZeroStaysANumber() {
    var csv = CSVWriter(header: ["a", "b"])
    csv.add("-5")
    csv.add("2")
    csv.endRow()
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "a,b\r\n-5,2\r\n")
  }

  @Test(arguments: [
    (50_000, "50000"), (12.5, "12.5"), (-3, "-3"), (0, "0"), (0.25, "0.25"),
    (.infinity, ""), (1e15, "1000000000000000"),
  ])
  func numberIsWrittenForMachines(value: Double, text: String) {
    #expect(DataValue.number(value) == text)
  }
}
