import DossierSource

/// Reads dates as CSL-JSON has them: an object, or a text in EDTF or in words.
enum DateReader {
  /// `nil` where the value is no date at all.
  static func date(_ value: JSONNode) -> WorkDate? {
    if let text = value.word { return date(inWords: text) }
    guard value.members != nil else { return nil }
    var date = value["date-parts"]?.items.map(parts) ?? WorkDate()
    if date.start == nil, let raw = (value["raw"] ?? value["edtf"])?.word {
      date = self.date(inWords: raw)
    }
    if value["circa"]?.isTrue == true { date.isApproximate = true }
    if let season = value["season"]?.word { add(season: season, to: &date) }
    if date.start == nil, let literal = value["literal"]?.word, !literal.isEmpty {
      date.literal = literal
    }
    return date
  }

  private static func add(season: String, to date: inout WorkDate) {
    guard let number = Int(season) else {
      date.season = season
      return
    }
    let folded = number > 20 ? number - 20 : number
    guard (1...4).contains(folded) else { return }
    if date.start == nil {
      date.season = String(folded)
    } else if date.start?.month == nil {
      date.start?.season = folded
    }
  }

  private static func parts(_ values: [JSONNode]) -> WorkDate {
    let points = values.map { point($0.items ?? []) }
    guard let first = points.first, let start = first else { return WorkDate() }
    var date = WorkDate(start: start)
    if points.count > 1 {
      date.end = points[1]
      date.isOpen = points[1] == nil
    }
    return date
  }

  private static func point(_ values: [JSONNode]) -> WorkDate.Point? {
    let numbers = values.map {
      $0.word.flatMap { Int($0) ?? Double($0).flatMap(Int.init(exactly:)) }
    }
    guard let year = numbers.first ?? nil, year != 0, (-999_999...999_999).contains(year) else {
      return nil
    }
    let month = numbers.count > 1 ? numbers[1] : nil
    return WorkDate.Point(year: year, month: month, day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// A text that may hold a date: in EDTF, in figures, or with the names of months in English.
  static func date(inWords text: String) -> WorkDate {
    let text = text.trimmed
    if let edtf = EDTF.date(text) { return edtf }
    if let date = WrittenDate.date(text) { return date }
    if let years = EDTF.years(text) { return WorkDate(literal: years) }
    return text.isEmpty ? WorkDate() : WorkDate(literal: text)
  }
}

/// The Extended Date/Time Format, levels 0 and 1, as far as CSL takes it.
enum EDTF {
  /// `nil` where the text is none.
  static func date(_ text: String) -> WorkDate? {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count <= 2, let first = side(sides[0]), let start = first.point else { return nil }
    var date = WorkDate(start: start)
    date.isApproximate = first.isApproximate
    guard sides.count == 2 else { return date }
    if sides[1].isEmpty || sides[1] == ".." {
      date.isOpen = true
      return date
    }
    guard let second = side(sides[1]), let end = second.point else { return nil }
    // `2000/05` is a month written with a stroke, not a span that ends in the year 5.
    if sides[1].count <= 2 { return nil }
    date.end = end
    date.isApproximate = date.isApproximate || second.isApproximate
    return date
  }

  /// Ten years, of which the last digit is not known: `199X` is "1990s".
  static func years(_ text: String) -> String? {
    guard let match = text.wholeMatch(of: /(\d{3})X(~?)/) else { return nil }
    return (match.2.isEmpty ? "" : "ca. ") + match.1 + "0s"
  }

  private static func side(_ text: Substring) -> (point: WorkDate.Point?, isApproximate: Bool)? {
    var text = text
    var isApproximate = false
    while let last = text.last, "~?%".contains(last) {
      isApproximate = true
      text = text.dropLast()
    }
    let isLong = text.first == "Y"
    if isLong { text = text.dropFirst() }
    let isNegative = text.first == "-"
    if isNegative { text = text.dropFirst() }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4 || isLong && parts[0].count > 4,
      parts[0].count < 8, parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    // The year 0 of EDTF is 1 BC.
    let year = isNegative || numbers[0] == 0 ? -numbers[0] - 1 : numbers[0]
    let month = numbers.count > 1 ? numbers[1] : nil
    if let month, !(1...12).contains(month), !(21...24).contains(month) { return nil }
    let point = WorkDate.Point(year: year, month: month, day: numbers.count > 2 ? numbers[2] : nil)
    return (point, isApproximate)
  }
}

/// Dates as people write them: `May 3, 2000`, `3 May 2000`, `5/3/2000`, `Spring 1999`, `2000-2001`.
enum WrittenDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let seasons: [String: Int] = [
    "spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4,
  ]

  /// `nil` where the text holds no year, or words that are none of a date.
  static func date(_ text: String) -> WorkDate? {
    if let point = point(text) {
      var date = WorkDate(start: point.point)
      date.isApproximate = point.isApproximate
      return date
    }
    for delimiter in ["--", "–", "/", " - ", "-"] {
      let sides = pieces(of: text, at: delimiter)
      guard sides.count == 2, let end = point(sides[1]),
        let start = point(sides[0]) ?? point("\(sides[0]) \(end.point.year)")
      else { continue }
      return WorkDate(start: start.point, end: end.point)
    }
    return nil
  }

  private static func pieces(of text: String, at delimiter: String) -> [String] {
    var pieces = [""]
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.hasPrefix(delimiter) {
        pieces.append("")
        rest = rest.dropFirst(delimiter.count)
      } else {
        pieces[pieces.count - 1].append(rest.removeFirst())
      }
    }
    return pieces.map(\.trimmed)
  }

  private static func point(_ text: String) -> (point: WorkDate.Point, isApproximate: Bool)? {
    if let slashed = figures(text) { return (slashed, false) }
    var year: Int?
    var month: Int?
    var day: Int?
    var isApproximate = text.hasSuffix("?")
    var isBefore = false
    for word in text.lowercased().split(whereSeparator: { " ,.?[]()".contains($0) }) {
      if let number = Int(word) {
        if year == nil, word.count >= 3 || day != nil && month != nil {
          year = number
        } else if day == nil, (1...31).contains(number), word.count <= 2 {
          day = number
        } else {
          return nil
        }
      } else if let season = seasons[String(word)] {
        month = 20 + season
      } else if word.count >= 3, let place = months.firstIndex(where: word.hasPrefix) {
        month = place + 1
      } else if word == "bc" || word == "bce" {
        isBefore = true
      } else if ["ca", "c", "circa", "about"].contains(word) {
        isApproximate = true
      } else if word != "ad" && word != "ce" {
        return nil
      }
    }
    guard let year, year > 0, year < 1_000_000, day == nil || month != nil else { return nil }
    let point = WorkDate.Point(year: isBefore ? -year : year, month: month, day: day)
    return (point, isApproximate)
  }

  /// `2000/5/3`, `2000-5-3`, `5/3/2000`, `5/2000`.
  private static func figures(_ text: String) -> WorkDate.Point? {
    let parts = text.split(whereSeparator: { "/-.".contains($0) })
    let numbers = parts.compactMap { Int($0) }
    guard (2...3).contains(parts.count), numbers.count == parts.count,
      numbers.allSatisfy({ $0 > 0 }), text.first?.isNumber == true
    else { return nil }
    if parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count <= 2 }) {
      return .init(year: numbers[0], month: numbers[1], day: numbers.count > 2 ? numbers[2] : nil)
    }
    guard let last = parts.last, last.count == 4, parts.dropLast().allSatisfy({ $0.count <= 2 })
    else { return nil }
    if numbers.count == 2 { return .init(year: numbers[1], month: numbers[0]) }
    let isDayFirst = numbers[0] > 12
    return .init(
      year: numbers[2], month: isDayFirst ? numbers[1] : numbers[0],
      day: isDayFirst ? numbers[0] : numbers[1])
  }
}
