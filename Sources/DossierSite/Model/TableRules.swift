public import DossierTables

/// How a table is to be read, where its head does not say it: what `_tables.yml` states.
public struct TableRules: Sendable {
  /// In which order the parts of a date stand that are written as numbers.
  public enum DateOrder: String, CaseIterable, Sendable {
    case dmy, mdy, ymd
  }

  /// The sign before the decimals.
  public enum DecimalSign: String, CaseIterable, Sendable {
    case point = "."
    case comma = ","
  }

  /// The separator, and how many rows stand before the head.
  public var form = TableForm()
  /// `nil` where nobody said it, so that what may be two numbers is an error.
  public var decimal: DecimalSign?
  /// `nil` where nobody said it, so that only ISO 8601 is a date.
  public var dates: DateOrder?
  /// Names of columns, by those that the head has instead.
  public var columns: [String: String] = [:]
  /// The field of which the columns named by dates hold points.
  public var series: String?
  /// Whether numbers that stand without quotation marks are written with a point, as those are that
  /// come from the cells of a workbook.
  public var hasTypedCells = false

  /// Nothing is stated.
  public init() {}
}

/// How the tables of one folder are to be read.
struct FolderTableRules: Sendable {
  /// For those that have none of their own.
  var common = TableRules()
  /// By the name of the file.
  var ofFiles: [String: TableRules] = [:]

  /// The rules of a table; those of a translation are its original's, unless it has its own.
  func rules(of table: TableName) -> TableRules {
    let name = table.path.split(separator: "/").last.map(String.init) ?? ""
    let ending = name.split(separator: ".").last.map { "." + $0 } ?? ""
    return ofFiles[name] ?? ofFiles[table.stem + ending] ?? common
  }
}

/// A table in the folder of a kind, by what its path says.
public struct TableName: Hashable, Sendable {
  public let path: String
  /// The kind whose folder it lies in.
  public let kind: String
  /// The file's name without its endings, by which a translation finds its original.
  public let stem: String
  /// The language of a translation; `nil` for an original.
  public let language: Language?

  /// Names of files that are tables in the folder of a kind.
  static let endings = [".csv", ".tsv"]

  /// Where a folder says how its tables are read.
  var rulesPath: String {
    path.split(separator: "/").dropLast().joined(separator: "/") + "/_tables.yml"
  }
}
