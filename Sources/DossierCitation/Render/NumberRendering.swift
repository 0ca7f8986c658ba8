import DossierSource

extension Renderer {
  func number(_ element: NumberElement) -> Piece {
    guard !suppressed.contains(element.variable), let value = value(of: element.variable),
      !value.isEmpty
    else { return Piece(calls: true) }
    let isNumeric = NumberParser.isNumeric(value)
    var text: RichText
    if isNumeric {
      let parts = NumberParser.parts(of: value).map { part in
        switch part {
        case .number(let digits): numeral(digits, element)
        case .delimiter(let text): text
        }
      }
      text = MarkupParser.parse(parts.joined())
    } else {
      text = RichText(value)
    }
    if element.variable == "page" || element.variable == "locator" {
      text = MarkupParser.parse(pageRanges.format(value, isPages: true))
    }
    text = element.formatting.apply(to: text, language: workLanguage)
    if element.variable == "citation-number" { text = text.marked(.part(.citationNumber)) }
    if element.variable == "locator" { text = text.marked(.part(.locator)) }
    remember(element.variable)
    return Piece(text: text, calls: true, fills: true)
  }

  private func numeral(_ digits: String, _ element: NumberElement) -> String {
    guard let number = Int(digits) else { return digits }
    let gender = locale.genders[element.variable == "locator" ? locatorLabel : element.variable]
    switch element.form {
    case .numeric: return digits
    case .roman: return Numerals.roman(number) ?? digits
    case .ordinal: return Numerals(locale: locale).ordinal(number, gender: gender)
    case .longOrdinal: return Numerals(locale: locale).longOrdinal(number, gender: gender)
    }
  }
}

/// Numbers in words and other figures than Arabic ones.
struct Numerals {
  let locale: Locale

  /// Small Roman figures, for 1 to 3999.
  static func roman(_ number: Int) -> String? {
    guard (1..<4000).contains(number) else { return nil }
    let values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
    let signs = ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"]
    var rest = number
    var result = ""
    for (value, sign) in zip(values, signs) {
      while rest >= value {
        result += sign
        rest -= value
      }
    }
    return result
  }

  func ordinal(_ number: Int, gender: Locale.Gender?) -> String {
    "\(number)" + ending(of: number, gender: gender)
  }

  func longOrdinal(_ number: Int, gender: Locale.Gender?) -> String {
    guard (1...10).contains(number) else { return ordinal(number, gender: gender) }
    return term("long-ordinal-\(twoDigits(number))", gender) ?? ordinal(number, gender: gender)
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func ending(of number: Int, gender: Locale.Gender?) -> String {
    if term("ordinal", gender) == nil, term("ordinal-04", gender) != nil {
      return olderEnding(of: number, gender: gender)
    }
    let candidates: [(number: Int, Locale.OrdinalMatch)] = [
      (number, .wholeNumber), (number % 100, .lastTwoDigits), (number % 10, .lastDigit),
    ]
    for (digits, match) in candidates where (0..<100).contains(digits) {
      let name = "ordinal-\(twoDigits(digits))"
      let declared =
        locale.ordinalMatches[name] ?? (digits < 10 ? .lastDigit : .lastTwoDigits)
      if declared == match, let ending = term(name, gender) { return ending }
    }
    return term("ordinal", gender) ?? ""
  }

  /// Endings as CSL 1.0 had them: four terms, of which the fourth is for the rest.
  private func olderEnding(of number: Int, gender: Locale.Gender?) -> String {
    let last = number % 10
    let isTeen = (11...13).contains(number % 100)
    let name = !isTeen && (1...3).contains(last) ? "ordinal-0\(last)" : "ordinal-04"
    return term(name, gender) ?? ""
  }

  private func term(_ name: String, _ gender: Locale.Gender?) -> String? {
    if let gender, let term = locale.terms[.init(name: name, gender: gender)] { return term.single }
    return locale.terms[.init(name: name)]?.single
  }
}

/// Reads what a variable that should hold a number says.
enum NumberParser {
  enum Part {
    case number(String)
    case delimiter(String)
  }

  /// Whether a value is made of numbers, each with letters at most around it, and of commas,
  /// hyphens and ampersands between them.
  static func isNumeric(_ text: String) -> Bool {
    let pieces = text.split(whereSeparator: { ",&-–—".contains($0) }).map { String($0).trimmed }
    return !pieces.isEmpty && pieces.allSatisfy(isNumber)
  }

  private static func isNumber(_ text: String) -> Bool {
    guard text.contains(where: \.isNumber), !text.contains(where: \.isWhitespace) else {
      return false
    }
    let letters = text.drop { $0.isLetter }
    let digits = letters.drop { $0.isASCII && $0.isNumber || $0 == "." }
    return letters.count > digits.count && digits.allSatisfy { $0.isLetter || $0 == "." }
      && digits.count <= 4
  }

  /// A numeric value in its numbers and what joins them.
  static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var number = ""
    var rest = Substring(text)
    while let character = rest.first {
      guard ",&-–—".contains(character) || character == " " else {
        number.append(rest.removeFirst())
        continue
      }
      if !number.isEmpty { parts.append(.number(number)) }
      number = ""
      let run = rest.prefix { ",&-–— ".contains($0) }
      rest = rest.dropFirst(run.count)
      parts.append(.delimiter(delimiter(String(run).trimmed)))
    }
    if !number.isEmpty { parts.append(.number(number)) }
    return parts
  }

  private static func delimiter(_ sign: String) -> String {
    switch sign {
    case ",": ", "
    case "&": " & "
    case "-", "–", "—": "–"
    default: sign.isEmpty ? " " : sign
    }
  }

  /// Whether a value counts more than one thing.
  static func isSeveral(_ text: String) -> Bool {
    let text = text.replacingEscapedHyphens
    let pieces = text.split(whereSeparator: { ",&-–—;".contains($0) || $0 == "\u{2011}" })
    return pieces.filter { $0.contains(where: { $0.isNumber || "ivxlcdmIVXLCDM".contains($0) }) }
      .count > 1
      || text.contains(" and ") || text.contains(" ff") || text.hasSuffix("ff.")
  }

  static func leadingNumber(_ text: String) -> Int? {
    Int(text.drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber })
  }

  /// The first page of a range.
  static func first(_ text: String) -> String {
    let end = text.firstIndex { ",&-–—".contains($0) } ?? text.endIndex
    return String(text[..<end]).trimmed
  }

  /// Hyphens between figures as dashes.
  static func withDashes(_ text: String) -> String {
    guard isNumeric(text) else { return text }
    return parts(of: text).map { part in
      switch part {
      case .number(let text), .delimiter(let text): text
      }
    }.joined()
  }
}

extension String {
  /// The text without hyphens that a backslash says are no ranges.
  var replacingEscapedHyphens: String {
    guard contains("\\") else { return self }
    var result = ""
    var rest = Substring(self)
    while let character = rest.popFirst() {
      if character == "\\", rest.first == "-" {
        rest = rest.dropFirst()
        result += "\u{2011}"
      } else {
        result.append(character)
      }
    }
    return result
  }
}
