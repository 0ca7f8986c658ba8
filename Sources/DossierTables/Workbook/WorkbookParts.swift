/// The files of a workbook that are not sheets.
enum WorkbookParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  private static let packages = "http://schemas.openxmlformats.org/package/2006"
  private static let documents =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static func file(_ text: String) -> [UInt8] { Array((declaration + text).utf8) }

  static func contentTypes(sheets: Int) -> [UInt8] {
    var text = "<Types xmlns=\"\(packages)/content-types\">"
    text +=
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    text += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    text += override("/xl/workbook.xml", types + ".sheet.main+xml")
    text += override("/xl/styles.xml", types + ".styles+xml")
    text += override(
      "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    for number in 0..<sheets {
      text += override("/xl/worksheets/sheet\(number + 1).xml", types + ".worksheet+xml")
    }
    return file(text + "</Types>")
  }

  private static func override(_ name: String, _ type: String) -> String {
    "<Override PartName=\"\(name)\" ContentType=\"\(type)\"/>"
  }

  private static func relationship(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(target)\"/>"
  }

  static var relationships: [UInt8] {
    file(
      "<Relationships xmlns=\"\(packages)/relationships\">"
        + relationship("rId1", documents + "/officeDocument", "xl/workbook.xml")
        + relationship(
          "rId2", packages + "/relationships/metadata/core-properties", "docProps/core.xml")
        + "</Relationships>")
  }

  static func properties(title: String) -> [UInt8] {
    file(
      "<cp:coreProperties xmlns:cp=\"\(packages)/metadata/core-properties\" "
        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(XMLText.escaped(title))</dc:title>"
        + "</cp:coreProperties>")
  }

  /// The filters of a spreadsheet are names in the workbook, too.
  static func workbook(names: [String], sheets: [Workbook.Sheet]) -> [UInt8] {
    var text = "<workbook xmlns=\"\(main)\" xmlns:r=\"\(documents)\"><bookViews>"
    text += "<workbookView/></bookViews><sheets>"
    for (index, name) in names.enumerated() {
      text +=
        "<sheet name=\"\(XMLText.escaped(name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    text += "</sheets><definedNames>"
    for (index, sheet) in sheets.enumerated() where !sheet.head.isEmpty {
      let name = XMLText.escaped(names[index])
      let last = SheetWriter.columnName(sheet.head.count - 1)
      text += "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"\(index)\" hidden=\"1\">"
      text += "'\(name)'!$A$1:$\(last)$\(sheet.rows.count + 1)</definedName>"
    }
    return file(text + "</definedNames></workbook>")
  }

  static func workbookRelationships(sheets: Int) -> [UInt8] {
    var text = "<Relationships xmlns=\"\(packages)/relationships\">"
    for number in 1...max(sheets, 1) where number <= sheets {
      text += relationship(
        "rId\(number)", documents + "/worksheet", "worksheets/sheet\(number).xml")
    }
    text += relationship("rId\(sheets + 1)", documents + "/styles", "styles.xml")
    return file(text + "</Relationships>")
  }

  /// The styles by their numbers: plain, head, date, text.
  static var styles: [UInt8] {
    let font = "<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/>"
    let cell = "borderId=\"0\" xfId=\"0\""
    return file(
      "<styleSheet xmlns=\"\(main)\">"
        + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
        + "<fonts count=\"2\"><font>\(font)</font><font><b/>\(font)</font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" \(cell)/>"
        + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" \(cell) applyFont=\"1\"/>"
        + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" \(cell) applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" \(cell) applyNumberFormat=\"1\"/></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
        + "</styleSheet>")
  }
}

/// Texts as XML holds them.
enum XMLText {
  /// The text of an element or an attribute, as Office Open XML has it: what XML cannot hold stands as
  /// `_x0007_`, and so does a low line that would begin such a word (ECMA-376, 22.9.2.19).
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: wantsEscape) else { return text }
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "_" where isEscape(scalars, index): result += "_x005F_"
      case "\u{FFFE}", "\u{FFFF}": result += coded(scalar.value)
      case _ where scalar.value < 0x20 && scalar.value != 0x0A && scalar.value != 0x09:
        result += coded(scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a byte is, or begins, what may not stand as it is.
  private static func wantsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "_"), 0xEF:
      true
    default: false
    }
  }

  /// Whether a low line begins what would be read as the code of a character.
  private static func isEscape(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_" else {
      return false
    }
    return scalars[(index + 2)...(index + 5)].allSatisfy { $0.properties.isASCIIHexDigit }
  }

  private static func coded(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
  }
}
