/// A table of comma-separated values (RFC 4180) in the making, as UTF-8 without a byte order mark.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []
  private var isInRow = false

  init(header: [String]) {
    for name in header { add(name) }
    endRow()
  }

  /// A cell whose content is ours: a number, a date, an id.
  mutating func add(_ value: String) {
    if isInRow { bytes.append(UInt8(ascii: ",")) }
    isInRow = true
    if value.utf8.contains(where: Self.wantsQuotes) {
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
  /// it. An apostrophe before it, which spreadsheets hide, makes it text again; the files in JSON
  /// have it as it was written.
  mutating func add(text: String) {
    add(Self.looksLikeFormula(text) ? "'" + text : text)
  }

  /// The characters with which a cell can begin to be computed (OWASP, "CSV Injection").
  private static func looksLikeFormula(_ text: String) -> Bool {
    text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
  }

  mutating func endRow() {
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    isInRow = false
  }

  private static func wantsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}
