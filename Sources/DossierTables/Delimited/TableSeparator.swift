/// What stands between the cells of a row.
public enum TableSeparator: String, CaseIterable, Sendable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    }
  }

  /// How a message calls it.
  public var name: String {
    switch self {
    case .comma: "a comma"
    case .semicolon: "a semicolon"
    case .tab: "a tab"
    }
  }

  /// How YAML writes it.
  var yaml: String { self == .tab ? "\"\\t\"" : "\"\(rawValue)\"" }

  /// Those of the signs that stand outside quotation marks in a row.
  static func found(in row: ArraySlice<UInt8>) -> [TableSeparator] {
    var (isQuoted, found): (Bool, Set<UInt8>) = (false, [])
    for byte in row {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted {
        found.insert(byte)
      }
    }
    return allCases.filter { found.contains($0.byte) }
  }
}

/// How the text of a table is cut, where its file alone does not say it.
public struct TableForm: Sendable, Equatable {
  /// `nil` where the head shows it.
  public var separator: TableSeparator?
  /// Rows that stand before the head.
  public var skippedRows = 0

  /// A table that begins with its head.
  public init(separator: TableSeparator? = nil, skippedRows: Int = 0) {
    self.separator = separator
    self.skippedRows = skippedRows
  }
}
