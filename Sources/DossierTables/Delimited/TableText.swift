public import DossierSource

/// The bytes of a table made a text, or what they are instead.
public enum TableText {
  /// Reads bytes as the text of a table: UTF-8, with a mark or without.
  ///
  /// - Returns: The file; where the bytes are no such text, a broken one and the diagnostic
  ///   `table.encoding`, which says what they seem to be and how to save them as what is wanted.
  public static func decode(path: String, bytes: [UInt8]) -> Outcome<SourceFile> {
    if let what = foreignSort(of: bytes) {
      return refused(
        path, "the file is \(what), and no text", Place(path: path, line: 1, column: 1))
    }
    let outcome = SourceFile.decode(path: path, bytes: bytes)
    guard let flaw = outcome.diagnostics.first, flaw.code == "text.encoding" else { return outcome }
    let lines = bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: flaw.place.span.line,
      omittingEmptySubsequences: false)
    let line =
      lines.indices.contains(flaw.place.span.line - 1) ? lines[flaw.place.span.line - 1] : []
    let word = SingleByteText.word(in: line, at: flaw.place.span.column - 1)
    let readings = SingleByteText.readings(of: word)
    let meant = readings.isEmpty ? "" : "; read as \(readings.joined(separator: ", as "))"
    return refused(path, "the table is not UTF-8\(meant)", flaw.place)
  }

  /// What a file is that is no text, by its first bytes.
  private static func foreignSort(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "a workbook or another archive" }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "a workbook of an old form" }
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let start = bytes.prefix(512)
    let zeros = start.count { $0 == 0 }
    return isMarked || zeros * 4 >= max(start.count, 4) ? "UTF-16" : nil
  }

  private static func refused(_ path: String, _ message: String, _ place: Place)
    -> Outcome<SourceFile>
  {
    let isArchive = message.contains("workbook")
    let help =
      "save it as 'CSV UTF-8' in Excel, or as text CSV with the character set UTF-8 in LibreOffice"
    return Outcome(
      SourceFile(brokenAt: path),
      [
        .error(
          "table.encoding", message, at: place,
          help: isArchive ? help + "; 'dossier import' reads .xlsx" : help)
      ])
  }
}

/// Texts in the encodings of one byte a character that spreadsheets write where nobody asks for UTF-8.
enum SingleByteText {
  /// What stands around a byte of a line, up to the next blank or separator.
  static func word(in line: ArraySlice<UInt8>, at offset: Int) -> ArraySlice<UInt8> {
    let position = line.startIndex + min(max(offset, 0), line.count)
    let isEnd: (UInt8) -> Bool = { " ,;\t\r\"".utf8.contains($0) }
    let start = line[..<position].lastIndex(where: isEnd).map { $0 + 1 } ?? line.startIndex
    let end = line[position...].firstIndex(where: isEnd) ?? line.endIndex
    return line[start..<end].prefix(40)
  }

  /// `Windows-1251 'Косово'` and `Windows-1252 'Êîñîâî'`; none where the word has no letters beyond ASCII.
  static func readings(of word: ArraySlice<UInt8>) -> [String] {
    guard word.contains(where: { $0 >= 0xC0 }) else { return [] }
    let cyrillic = text(word) { 0x0410 + UInt32($0) - 0xC0 }
    let western = text(word) { UInt32($0) }
    return ["Windows-1251 its words begin '\(cyrillic)'", "Windows-1252 '\(western)'"]
  }

  /// The letters of Windows-1251 that do not stand in their order there.
  private static let outOfOrder: [UInt8: UInt32] = [
    0xA5: 0x0490, 0xAA: 0x0404, 0xAF: 0x0407, 0xB2: 0x0406, 0xB3: 0x0456, 0xB4: 0x0491,
    0xBA: 0x0454, 0xBF: 0x0457,
  ]

  private static func text(_ word: ArraySlice<UInt8>, _ letter: (UInt8) -> UInt32) -> String {
    var scalars = String.UnicodeScalarView()
    let isCyrillic = letter(0xC0) == 0x0410
    for byte in word {
      var value = byte >= 0xC0 ? letter(byte) : UInt32(byte)
      if isCyrillic, let special = outOfOrder[byte] { value = special }
      let isShown = value >= 0x20 && !(0x7F...0x9F).contains(value)
      scalars.append(isShown ? Unicode.Scalar(value) ?? "?" : "?")
    }
    return String(scalars)
  }
}

/// What a spreadsheet shows in a cell whose formula has no value.
public enum FormulaError {
  /// Whether the text of a cell is one, in Excel's or LibreOffice's words.
  public static func isOne(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    if first == UInt8(ascii: "#") { return words.contains(text.uppercased()) }
    guard first == UInt8(ascii: "E"), text.hasPrefix("Err:") else { return false }
    return text.utf8.count == 7 && text.utf8.dropFirst(4).allSatisfy { (48...57).contains($0) }
  }

  private static let words: Set<String> = [
    "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#GETTING_DATA", "#BUSY!",
  ]
}
