import DossierSite

/// A file of open data on the records of a kind.
public enum DataFormat: Hashable, Sendable, CaseIterable {
  /// A row for each record, with the preferred claim of each field.
  case csv
  /// Every record with all claims.
  case json
  /// A workbook for spreadsheets, with the tables, the works that they cite, and what explains them.
  case workbook
  /// The JSON Schema of the front matter that records of the kind have.
  case schema
  /// A row for each claim, those of series left out.
  case claims
  /// A row for each point of a series.
  case series
}

extension DataFormat {
  /// What follows the kind's folder in the file's name.
  var ending: String {
    switch self {
    case .csv: ".csv"
    case .json: ".json"
    case .workbook: ".xlsx"
    case .schema: ".schema.json"
    case .claims: "-claims.csv"
    case .series: "-series.csv"
    }
  }

  /// What a reader's program calls it.
  var mediaType: String {
    switch self {
    case .csv, .claims, .series: "text/csv"
    case .json, .schema: "application/json"
    case .workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
  }

  /// Whether it is a table, and so described column by column.
  var isTable: Bool {
    switch self {
    case .csv, .claims, .series: true
    case .json, .schema, .workbook: false
    }
  }
}

extension Routes {
  /// The files for a kind, without those that could hold nothing.
  func dataFormats(ofKind kind: KindIndex) -> [DataFormat] {
    let fields = site.schema.kinds[kind].fields
    let hasSeries = fields.contains { $0.isTabled(ofSeries: true) }
    let hasClaims = fields.contains { $0.isTabled(ofSeries: false) }
    return DataFormat.allCases.filter { format in
      switch format {
      case .csv, .json, .workbook, .schema: true
      case .claims: hasClaims
      case .series: hasSeries
      }
    }
  }
}
