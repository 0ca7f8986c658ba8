internal import DossierXML

/// How a cell shows its number, as far as that says what the number is.
enum SheetFormat: Sendable {
  case number
  case percent
  /// A date, down to which part of it is shown.
  case year, month, day
  /// A date with its time.
  case time

  /// The formats of the cells by their styles.
  static func read(_ bytes: [UInt8]) throws(WorkbookFile.Flaw) -> [SheetFormat] {
    let stream = XMLStream(bytes)
    var custom: [Int: SheetFormat] = [:]
    var formats: [SheetFormat] = []
    var isInCells = false
    do throws(XMLMistake) {
      while let event = try stream.next() {
        switch event {
        case .start("numFmt", let tag):
          guard let id = Int(tag["numFmtId"] ?? "") else { continue }
          custom[id] = SheetFormat(code: tag["formatCode"] ?? "")
        case .start("cellXfs", _): isInCells = true
        case .end("cellXfs"): isInCells = false
        case .start("xf", let tag) where isInCells:
          let id = Int(tag["numFmtId"] ?? "") ?? 0
          formats.append(custom[id] ?? builtIn(id))
        default: break
        }
      }
    } catch { throw .broken }
    return formats
  }

  /// The formats that every workbook has (ECMA-376, 18.8.30).
  private static func builtIn(_ id: Int) -> SheetFormat {
    switch id {
    case 9, 10: .percent
    case 14, 15, 27...31, 36, 50...54, 57, 58: .day
    case 16: .day
    case 17, 55, 56: .month
    case 18...22, 32...35, 45...47: .time
    default: .number
    }
  }

  /// Reads a format such as `dd.mm.yyyy` or `0.0%`; of several sections the first.
  init(code: String) {
    let letters = Self.letters(of: code)
    if letters.contains("h") || letters.contains("s") {
      self = .time
    } else if letters.contains("d") {
      self = .day
    } else if letters.contains("y") {
      self = letters.contains("m") ? .month : .year
    } else {
      self = letters.contains("%") ? .percent : .number
    }
  }

  /// The signs of the first section that stand for something, without texts in quotation marks, behind
  /// `\`, `_` and `*`, and in square brackets.
  private static func letters(of code: String) -> Set<Character> {
    var letters: Set<Character> = []
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isBracketed {
        isBracketed = character != "]"
      } else if character == ";" {
        break
      } else {
        isQuoted = character == "\""
        isBracketed = character == "["
        isEscaped = "\\_*".contains(character)
        letters.insert(character)
      }
    }
    return letters
  }

  /// What a cell shows of a number, without doubt what it is.
  func text(_ value: Double, startsIn1904: Bool) -> String {
    switch self {
    case .number: return Self.decimal(value)
    case .percent: return Self.decimal(value * 100) + "%"
    case .year, .month, .day, .time: break
    }
    let serial = value + (startsIn1904 ? 1462 : 0)
    guard serial.magnitude < 1e9, let date = SpreadsheetDay.date(serial: Int(serial.rounded(.down)))
    else { return Self.decimal(value) }
    let day = SpreadsheetDay.text(date.year, date.month, date.day)
    let seconds = Int(((serial - serial.rounded(.down)) * 86_400).rounded())
    switch self {
    case .year: return String(day.prefix(4))
    case .month: return String(day.prefix(7))
    case _ where seconds > 0: return day + "T" + Self.clock(seconds)
    default: return day
    }
  }

  private static func clock(_ seconds: Int) -> String {
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return padded(seconds / 3600) + ":" + padded(seconds / 60 % 60) + ":" + padded(seconds % 60)
  }

  /// A number with fifteen digits at most, as spreadsheets show it, and without an exponent where that
  /// is possible.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return value.description }
    if value.magnitude < 1e15, value == value.rounded() { return String(Int(value)) }
    guard value.magnitude < 1e15, value.magnitude >= 1e-9 else { return value.description }
    var scale = 1.0
    var decimals = 0
    while value.magnitude * scale < 1e14, decimals < 20 {
      scale *= 10
      decimals += 1
    }
    var digits = String(Int((value.magnitude * scale).rounded()))
    while digits.utf8.count <= decimals { digits = "0" + digits }
    var (whole, fraction) = (digits.dropLast(decimals), digits.suffix(decimals))
    while fraction.last == "0" { fraction.removeLast() }
    if whole.isEmpty { whole = "0" }
    return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
