/// A day, a month or a year of the proleptic Gregorian calendar: `1999-06-12`, `2004-07`, `1999`.
public struct PartialDate: Hashable, Sendable {
  public var year: Int
  /// 1 to 12; `nil` where only the year is known.
  public var month: Int?
  /// 1 to 31, valid in its month; `nil` where no day is known.
  public var day: Int?

  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `nil` for anything else and for a day that is not.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let year = Self.digits(parts[0], count: 4) else {
      return nil
    }
    self.init(year: year)
    if parts.count > 1 {
      guard let month = Self.digits(parts[1], count: 2), (1...12).contains(month) else {
        return nil
      }
      self.month = month
      if parts.count > 2 {
        guard let day = Self.digits(parts[2], count: 2),
          (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        self.day = day
      }
    }
  }

  private static func digits(_ text: Substring, count: Int) -> Int? {
    guard text.utf8.count == count, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension PartialDate: CustomStringConvertible {
  /// ISO 8601, as far as it is known.
  public var description: String {
    var text = Self.padded(year, to: 4)
    if let month { text += "-" + Self.padded(month, to: 2) }
    if let day { text += "-" + Self.padded(day, to: 2) }
    return text
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    var digits = String(number)
    while digits.utf8.count < width { digits = "0" + digits }
    return digits
  }
}

extension PartialDate: Comparable {
  /// Orders by the first day that each may mean; the vaguer first where that is the same.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }
}

extension PartialDate {
  /// Whether both may be the same day: one is the other, or the vaguer holds the more exact.
  public func overlaps(_ other: PartialDate) -> Bool {
    guard year == other.year else { return false }
    guard let month, let otherMonth = other.month else { return true }
    guard month == otherMonth else { return false }
    guard let day, let otherDay = other.day else { return true }
    return day == otherDay
  }

  /// The first day that it may mean.
  var firstDay: PartialDate { PartialDate(year: year, month: month ?? 1, day: day ?? 1) }

  /// The last day that it may mean.
  var lastDay: PartialDate {
    let month = month ?? 12
    return PartialDate(year: year, month: month, day: day ?? Self.days(in: month, of: year))
  }

  /// 00:00 UTC of its first day, in seconds since 1970 (days from the civil calendar, after
  /// H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  public var startInSeconds: Int {
    let (month, day) = (month ?? 1, day ?? 1)
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86_400
  }

  /// The last second of its last day, counted as ``startInSeconds`` is.
  public var endInSeconds: Int {
    if day != nil { return startInSeconds + 86_399 }
    var next = self
    next.month = month.map { $0 % 12 + 1 }
    next.year = month == nil || month == 12 ? year + 1 : year
    return next.startInSeconds - 1
  }

  /// The day a number of days after 1 January 1970; the inverse of ``startInSeconds``.
  public init(daysSince1970 days: Int) {
    let shifted = max(days, 0) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The date a number of months later; a day that the month has not becomes its last.
  ///
  /// - Parameter months: Not below zero, and at most 12,000.
  public func adding(months: Int) -> PartialDate {
    let count = year * 12 + (month ?? 1) - 1 + min(max(months, 0), 12_000)
    let (year, month) = (count / 12, count % 12 + 1)
    guard self.month != nil else { return PartialDate(year: year, month: month == 1 ? nil : month) }
    return PartialDate(
      year: year, month: month, day: day.map { min($0, Self.days(in: month, of: year)) })
  }
}

/// A stretch of time; without an end it goes on, without a beginning that is not known.
public struct Period: Hashable, Sendable {
  public var from: PartialDate?
  public var to: PartialDate?
  /// Whether the editor wrote one date (`on:`), so that it is a moment.
  public var isMoment: Bool

  public init(from: PartialDate?, to: PartialDate?, isMoment: Bool = false) {
    self.from = from
    self.to = to
    self.isMoment = isMoment
  }
}
