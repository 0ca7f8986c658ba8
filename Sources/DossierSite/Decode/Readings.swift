/// What an author may have meant by a number that is not written as the tool wants it.
enum NumberReadings {
  /// The numbers that a text may be, each as it would have to be written; most texts are none.
  ///
  /// A point and a comma may each group digits by threes or end them, and blanks, apostrophes and
  /// low lines group them: so `1.910` is two numbers, and `5,2` is one.
  static func of(_ text: String) -> [String] {
    let (minus, digits) = signed(text)
    guard let digits else { return [] }
    var readings: [String] = []
    for (grouping, point) in [(" ", "."), (" ", ","), (",", "."), (".", ",")] as [Signs] {
      guard let reading = reading(digits, grouping, point).map({ minus + $0 }),
        Quantity(reading) != nil, !readings.contains(reading)
      else { continue }
      readings.append(reading)
    }
    return readings
  }

  /// The number that a text is where the sign before the decimals is known, with a point; `nil` for
  /// none.
  static func reading(of text: String, decimal: TableRules.DecimalSign) -> String? {
    // Most are written as they have to be.
    if decimal == .point, Quantity(text) != nil { return text }
    let groups: [Character] = decimal == .point ? [" ", ","] : [" ", "."]
    let point: Character = decimal == .point ? "." : ","
    let (minus, digits) = signed(text)
    guard let digits else { return nil }
    for grouping in groups {
      if let reading = reading(digits, grouping, point).map({ minus + $0 }),
        Quantity(reading) != nil
      {
        return reading
      }
    }
    return nil
  }

  /// The sign of a number, and what stands behind it with one sort of blanks; no digits where the text
  /// is none.
  private static func signed(_ text: String) -> (minus: String, digits: Substring?) {
    guard text.utf8.count <= 40 else { return ("", nil) }
    let plain = String(text.map { groupingSigns.contains($0) ? " " : $0 })
    let sign = plain.prefix { "+-−".contains($0) }
    guard sign.count <= 1 else { return ("", nil) }
    return (sign.isEmpty || sign == "+" ? "" : "-", plain.dropFirst(sign.count))
  }

  private typealias Signs = (grouping: Character, point: Character)

  private static let groupingSigns: Set<Character> = [
    " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "\u{2019}", "_",
  ]

  private static func reading(
    _ text: Substring, _ grouping: Character, _ point: Character
  ) -> String? {
    let halves = text.split(separator: point, maxSplits: 2, omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), let whole = ungrouped(halves[0], by: grouping) else {
      return nil
    }
    guard halves.count == 2 else { return whole }
    return isDigits(halves[1]) ? whole + "." + halves[1] : nil
  }

  /// Digits without the signs between them, which must stand before each three.
  private static func ungrouped(_ text: Substring, by grouping: Character) -> String? {
    let groups = text.split(separator: grouping, omittingEmptySubsequences: false)
    guard groups.allSatisfy(isDigits), let first = groups.first else { return nil }
    guard groups.count > 1 else { return String(first) }
    let isGrouped =
      first.utf8.count <= 3 && !first.hasPrefix("0")
      && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    return isGrouped ? groups.joined() : nil
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }
}

/// What an author may have meant by a date that is not written as ISO 8601 has it.
enum DateReadings {
  /// The dates that a text of three numbers may be, the likelier first; most texts are none.
  ///
  /// With points the day comes first; with strokes and hyphens the day or the month, and in a year of
  /// two digits nobody knows.
  static func of(_ text: String) -> [PartialDate] {
    guard let match = text.wholeMatch(of: /(\d{1,4})([.\/-])[ ]?(\d{1,4})(?:\2[ ]?(\d{1,4}))?\.?/),
      let first = Int(match.1), let second = Int(match.3)
    else { return [] }
    guard let last = match.4, let third = Int(last) else {
      return match.3.utf8.count == 4
        ? dates([(second, first, nil)])
        : match.1.utf8.count == 4 ? dates([(first, second, nil)]) : []
    }
    if match.1.utf8.count == 4 { return dates([(first, second, third)]) }
    guard match.1.utf8.count <= 2, match.3.utf8.count <= 2 else { return [] }
    let year = last.utf8.count == 2 ? 2000 + third : third
    if match.2 == "." { return dates([(year, second, first)]) }
    let readings: [Parts] = [(year, second, first), (year, first, second)]
    return dates(last.utf8.count == 2 ? readings + [(2000 + first, second, third)] : readings)
  }

  private typealias Parts = (year: Int, month: Int, day: Int?)

  /// Those that are in the calendar, each once.
  private static func dates(_ readings: [Parts]) -> [PartialDate] {
    var dates: [PartialDate] = []
    for parts in readings where (1000...9999).contains(parts.year) {
      let unchecked = PartialDate(year: parts.year, month: parts.month, day: parts.day)
      guard let date = PartialDate("\(unchecked)"), !dates.contains(date) else { continue }
      dates.append(date)
    }
    return dates
  }
}
