/// A table of comma-separated values (RFC 4180) in the making, as UTF-8 without a byte order mark.
public struct CSVWriter: Sendable {
  /// All rows that have been ended.
  public private(set) var bytes: [UInt8] = []
  private var isInRow = false

  /// Begins a table with the names of its columns.
  public init(header: [String]) {
    for name in header { add(name) }
    endRow()
  }

  /// A cell whose content is ours: a number, a date, an id.
  public mutating func add(_ value: String) {
    if isInRow { bytes.append(UInt8(ascii: ",")) }
    isInRow = true
    if value.utf8.contains(where: Self.wantsQuotes) || Self.hasBlankEnd(value) {
      bytes.append(UInt8(ascii: "\""))
      for byte in value.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    } else {
      bytes.append(contentsOf: value.utf8)
    }
  }

  /// A cell whose content an editor wrote.
  ///
  /// A spreadsheet takes a text that begins like a formula for one, quotation marks or not, and runs
  /// it. An apostrophe before it, which spreadsheets hide, makes it text again; ``unguarded(_:)``
  /// takes it off.
  public mutating func add(text: String) {
    add(Self.looksLikeFormula(text[...]) ? "'" + text : text)
  }

  /// Ends a row with CR and LF.
  public mutating func endRow() {
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    isInRow = false
  }

  /// The text of a cell that ``add(text:)`` may have put an apostrophe before.
  public static func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'"), looksLikeFormula(cell[...]) else { return cell }
    return String(cell.dropFirst())
  }

  /// Whether a cell can begin to be computed (OWASP, "CSV Injection"), or would without the
  /// apostrophes before it, so that one more can always be told from those of the author.
  private static func looksLikeFormula(_ text: Substring) -> Bool {
    let first = text.utf8.first { $0 != UInt8(ascii: "'") }
    return first.map { "=+-@\t\r".utf8.contains($0) } ?? false
  }

  /// Whether a blank begins or ends a text, which a reader would take off.
  private static func hasBlankEnd(_ value: String) -> Bool {
    let scalars = value.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    return blanks.contains(first) || blanks.contains(last)
  }

  private static let blanks: Set<Unicode.Scalar> = [" ", "\t", "\u{A0}"]

  private static func wantsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}
