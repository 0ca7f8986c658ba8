/// One sheet of a workbook as XML.
struct SheetWriter {
  private let sheet: Workbook.Sheet
  private let isFirst: Bool
  private var xml: [UInt8] = []
  /// The letters of each column.
  private let columns: [[UInt8]]

  /// Characters that a cell may hold.
  private static let longestText = 32_767
  private static let widestColumn = 60

  init(_ sheet: Workbook.Sheet, isFirst: Bool) {
    (self.sheet, self.isFirst) = (sheet, isFirst)
    let widest = sheet.rows.reduce(sheet.head.count) { max($0, $1.count) }
    columns = (0..<widest).map { Array(Self.columnName($0).utf8) }
  }

  mutating func bytes() -> [UInt8] {
    let last = Self.columnName(max(sheet.head.count, 1) - 1) + "\(sheet.rows.count + 1)"
    add(WorkbookParts.declaration + "<worksheet xmlns=\"\(WorkbookParts.main)\">")
    add("<dimension ref=\"A1:\(last)\"/>")
    add("<sheetViews><sheetView workbookViewId=\"0\"\(isFirst ? " tabSelected=\"1\"" : "")>")
    add("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")
    add("</sheetView></sheetViews>")
    addWidths()
    add("<sheetData>")
    addRow(1, sheet.head.map { .text($0) }, style: 1)
    for (index, row) in sheet.rows.enumerated() { addRow(index + 2, row, style: 3) }
    add("</sheetData>")
    if !sheet.head.isEmpty { add("<autoFilter ref=\"A1:\(last)\"/>") }
    // What looks like a number and is a text is meant to be one.
    add(
      "<ignoredErrors><ignoredError sqref=\"A1:\(last)\" numberStoredAsText=\"1\"/></ignoredErrors>"
    )
    add("</worksheet>")
    return xml
  }

  private mutating func add(_ text: String) { xml += text.utf8 }

  private mutating func addWidths() {
    guard !sheet.head.isEmpty else { return }
    add("<cols>")
    for (column, name) in sheet.head.enumerated() {
      let longest = sheet.rows.prefix(200).reduce(name.count) { length, row in
        max(length, column < row.count ? Self.length(of: row[column]) : 0)
      }
      let width = min(max(longest, 4), Self.widestColumn) + 2
      add("<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" customWidth=\"1\"/>")
    }
    add("</cols>")
  }

  private static func length(of cell: Workbook.Cell) -> Int {
    switch cell {
    case .empty: 0
    case .text(let text): text.utf8.count > 400 ? widestColumn : text.count
    case .number(let number): number.description.count
    case .date: 10
    case .flag: 5
    }
  }

  private mutating func addRow(_ number: Int, _ cells: [Workbook.Cell], style: Int) {
    let digits = Array(String(number).utf8)
    add("<row r=\"")
    xml += digits
    add("\">")
    for (column, cell) in cells.enumerated() where cell != .empty {
      add("<c r=\"")
      xml += columns[column]
      xml += digits
      add("\"")
      addCell(cell, style)
    }
    add("</row>")
  }

  /// What follows a cell's name.
  private mutating func addCell(_ cell: Workbook.Cell, _ style: Int) {
    switch cell {
    case .empty: break
    case .text(let text): addText(text, style)
    case .number(let number):
      guard number.isFinite else { return addText(number.description, style) }
      let isWhole = number.magnitude < 1e15 && number == number.rounded()
      addValue(isWhole ? String(Int(number)) : number.description)
    case .flag(let flag):
      add(" t=\"b\"")
      addValue(flag ? "1" : "0")
    case .date(let year, let month, let day):
      if let serial = SpreadsheetDay.serial(year: year, month: month, day: day) {
        add(" s=\"2\"")
        addValue(String(serial))
      } else {
        addText(SpreadsheetDay.text(year, month, day), style)
      }
    }
  }

  private mutating func addValue(_ value: String) {
    add("><v>")
    add(value)
    add("</v></c>")
  }

  private mutating func addText(_ text: String, _ style: Int) {
    add(" s=\"")
    add(String(style))
    add("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
    add(XMLText.escaped(text.utf8.count > Self.longestText ? Self.cut(text) : text))
    add("</t></is></c>")
  }

  /// As much of a text as a cell may hold, counted in UTF-16 as spreadsheets count.
  private static func cut(_ text: String) -> String {
    guard text.utf16.count > longestText else { return text }
    var (count, end) = (0, text.startIndex)
    for index in text.indices {
      count += text[index].utf16.count
      guard count < longestText else { break }
      end = text.index(after: index)
    }
    return text[..<end] + "…"
  }

  /// A column's letters: `A` for 0, `AA` for 26.
  static func columnName(_ index: Int) -> String {
    var (rest, name) = (index + 1, "")
    while rest > 0 {
      let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      name = String(Character(letter)) + name
      rest = (rest - 1) / 26
    }
    return name
  }
}

/// Days as spreadsheets count them.
enum SpreadsheetDay {
  /// Days from 30 December 1899, which makes 1 March 1900 the 61st, as Excel's calendar has it; `nil`
  /// before that day, since 29 February 1900 never was.
  static func serial(year: Int, month: Int, day: Int) -> Int? {
    guard (1...9999).contains(year) else { return nil }
    let serial = dayNumber(year, month, day) - dayNumber(1899, 12, 30)
    return serial >= 61 && serial <= 2_958_465 ? serial : nil
  }

  /// The day of a serial number, from 61 on.
  static func date(serial: Int) -> (year: Int, month: Int, day: Int)? {
    guard serial >= 61, serial <= 2_958_465 else { return nil }
    // H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": days from 1 March of year 0.
    let days = serial + dayNumber(1899, 12, 30)
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  /// Days from 1 March of year 0, after the same.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// ISO 8601.
  static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
