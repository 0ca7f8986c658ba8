internal import DossierXML

/// A workbook (`.xlsx`) that is read: its sheets by name, and their cells as texts.
///
/// What a cell shows is written without doubt: numbers with a point, dates as ISO 8601, as far as the
/// cell's format shows them (a year alone, a year and a month, a day).
public struct WorkbookFile: Sendable {
  /// Why a workbook cannot be read.
  public enum Flaw: Error, Hashable, Sendable {
    /// It is no workbook, or is cut off.
    case broken
    case password
    case macros
    /// It is of another form: `.xls`, `.ods`; the value says which.
    case form(String)
    /// It becomes too large when it is unpacked, or has too many cells.
    case tooLarge
    /// No sheet has the name; those that are there.
    case noSheet([String])
    /// Several sheets hold something, and nobody said which is meant.
    case sheets([String])
    /// Cells that are one, such as `A1:C1`, in a sheet.
    case merged(range: String, row: Int, column: Int)
  }

  /// A sheet with its cells.
  public struct Sheet: Sendable {
    public var name: String
    /// Rows from the first; a row that is empty has no cells.
    public var rows: [[Cell]]
  }

  /// What a cell shows.
  public struct Cell: Sendable, Equatable {
    public var text = ""
    /// Whether it holds a text, rather than a number, a date or a truth value.
    public var isText = false

    public init(text: String = "", isText: Bool = false) {
      (self.text, self.isText) = (text, isText)
    }
  }

  private var zip: ZipReader
  /// The files of the sheets that can be seen, in their order.
  private var sheets: [(name: String, file: String)] = []
  private var strings: [String] = []
  private var formats: [SheetFormat] = []
  private var startsIn1904 = false

  /// Bytes that all files of a workbook may become.
  private static let budget = 300_000_000
  static let mostCells = 5_000_000

  /// Opens a workbook, and reads what its sheets have in common.
  public init(_ bytes: [UInt8]) throws(Flaw) {
    try Self.refuseOldForms(bytes)
    do throws(ZipReader.Flaw) { zip = try ZipReader(bytes, budget: Self.budget) } catch {
      throw Self.flaw(error)
    }
    let names = Set(zip.names)
    if names.contains("mimetype") || names.contains("content.xml") {
      throw .form("an OpenDocument spreadsheet")
    }
    if names.contains(where: { $0.lowercased().hasSuffix("/vbaproject.bin") }) { throw .macros }
    guard names.contains("xl/workbook.xml") else { throw .broken }
    try readSheets()
    if let file = try file("xl/sharedStrings.xml") { strings = try SharedStrings.read(file) }
    if let file = try file("xl/styles.xml") { formats = try SheetFormat.read(file) }
  }

  /// A compound file is an old workbook, or one that a password closes.
  private static func refuseOldForms(_ bytes: [UInt8]) throws(Flaw) {
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return }
    // Names stand there in UTF-16.
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [UInt8]([$0, 0]) }
    let end = max(0, bytes.count - name.count)
    let isEncrypted = (0...end).contains { offset in
      bytes[offset] == name[0] && bytes[offset...].starts(with: name)
    }
    throw isEncrypted ? .password : .form("an old workbook (.xls)")
  }

  private static func flaw(_ flaw: ZipReader.Flaw) -> Flaw {
    switch flaw {
    case .broken: .broken
    case .encrypted: .password
    case .tooLarge: .tooLarge
    }
  }

  private mutating func file(_ name: String) throws(Flaw) -> [UInt8]? {
    do throws(ZipReader.Flaw) { return try zip.file(name) } catch { throw Self.flaw(error) }
  }

  private mutating func readSheets() throws(Flaw) {
    var targets: [String: String] = [:]
    for (name, tag) in try elements(of: "xl/_rels/workbook.xml.rels")
    where name == "Relationship" {
      targets[tag["Id"] ?? ""] = tag["Target"] ?? ""
    }
    for (name, tag) in try elements(of: "xl/workbook.xml") {
      if name == "workbookPr" { startsIn1904 = ["1", "true"].contains(tag["date1904"]) }
      guard name == "sheet", tag["state"] == nil || tag["state"] == "visible",
        let target = targets[tag.value(ofLocal: "id") ?? ""]
      else { continue }
      let file = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      sheets.append((tag["name"] ?? "", file))
    }
  }

  private mutating func elements(of name: String) throws(Flaw) -> [(String, XMLTag)] {
    guard let bytes = try file(name) else { throw .broken }
    let stream = XMLStream(bytes)
    var elements: [(String, XMLTag)] = []
    do throws(XMLMistake) {
      while let event = try stream.next() {
        if case .start(let name, let tag) = event { elements.append((name, tag)) }
      }
    } catch { throw .broken }
    return elements
  }

  /// A sheet by its name; without one the only sheet that holds anything.
  ///
  /// - Parameter skippedRows: Rows before the head, in which cells may be merged.
  public mutating func sheet(named name: String?, skippedRows: Int = 0) throws(Flaw) -> Sheet {
    let wanted = sheets.filter { name == nil || $0.name == name }
    guard !wanted.isEmpty else { throw .noSheet(sheets.map(\.name)) }
    var found: [Sheet] = []
    for (name, path) in wanted {
      guard let bytes = try file(path) else { throw .broken }
      var reader = SheetReader(
        bytes, strings: strings, formats: formats, startsIn1904: startsIn1904)
      let rows = try reader.rows(skippedRows: skippedRows)
      if !rows.isEmpty || wanted.count == 1 { found.append(Sheet(name: name, rows: rows)) }
    }
    guard found.count <= 1 else { throw .sheets(found.map(\.name)) }
    return found.first ?? Sheet(name: wanted[0].name, rows: [])
  }
}

/// The texts that the cells of a workbook share.
private enum SharedStrings {
  static func read(_ bytes: [UInt8]) throws(WorkbookFile.Flaw) -> [String] {
    let stream = XMLStream(bytes)
    var strings: [String] = []
    var text = RunText()
    do throws(XMLMistake) {
      while let event = try stream.next() {
        if case .start("si", _) = event { text = RunText() }
        text.take(event)
        if case .end("si") = event { strings.append(text.value) }
      }
    } catch { throw .broken }
    return strings
  }
}

/// The text of runs (`<r><t>…</t></r>`), without what tells how to pronounce it.
struct RunText {
  private(set) var value = ""
  private var isText = false
  private var isPhonetic = false

  mutating func take(_ event: XMLEvent) {
    switch event {
    case .start("rPh", _): isPhonetic = true
    case .end("rPh"): isPhonetic = false
    case .start("t", _): isText = true
    case .end("t"): isText = false
    case .text(let text) where isText && !isPhonetic: value += Self.decoded(text)
    default: break
    }
  }

  /// A text in which `_x000D_` and the like stand for characters that XML cannot hold.
  static func decoded(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      guard let value = UInt32(match.1, radix: 16), let scalar = Unicode.Scalar(value), value != 0
      else { return String(match.0) }
      return String(Character(scalar))
    }
  }
}
