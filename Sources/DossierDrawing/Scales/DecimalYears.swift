/// A date as numbers on an axis of time: 1 July 2004 is 2004.5, by the day of the year.
public struct DecimalYears: Hashable, Sendable {
  /// The beginning of its first day.
  public var start: Double
  /// The end of the last day that it may mean: for a year, the beginning of the next.
  public var end: Double

  /// - Parameters:
  ///   - month: From 1; `nil` where the year alone is known.
  ///   - day: From 1; `nil` where the month alone is known.
  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    start = Self.place(year, month ?? 1, day ?? 1)
    end =
      if day != nil {
        start + 1 / Self.days(in: year)
      } else if let month, month < 12 {
        Self.place(year, month + 1, 1)
      } else {
        Double(year) + 1
      }
  }

  /// The middle of what the date may mean: of 1999, the end of June.
  public var middle: Double { (start + end) / 2 }

  private static func place(_ year: Int, _ month: Int, _ day: Int) -> Double {
    let before = daysBefore[min(max(month, 1), 12) - 1]
    let leapDay = isLeap(year) && month > 2 ? 1 : 0
    return Double(year) + Double(before + leapDay + day - 1) / days(in: year)
  }

  /// Days of a common year before each month.
  private static let daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

  private static func days(in year: Int) -> Double { isLeap(year) ? 366 : 365 }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
