import DossierSite

/// A partial date as numbers on an axis of time: 1 July 2004 is 2004.5, by the day of the year.
struct DecimalYears: Equatable {
  /// The beginning of its first day.
  var start: Double
  /// The end of the last day that it may mean: for a year, the beginning of the next.
  var end: Double

  init(_ date: PartialDate) {
    start = Self.place(PartialDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1))
    end =
      if date.day != nil {
        start + 1 / Self.days(in: date.year)
      } else if let month = date.month, month < 12 {
        Self.place(PartialDate(year: date.year, month: month + 1, day: 1))
      } else {
        Double(date.year) + 1
      }
  }

  /// The middle of what the date may mean: of 1999, the end of June.
  var middle: Double { (start + end) / 2 }

  private static func place(_ day: PartialDate) -> Double {
    let newYear = PartialDate(year: day.year).startInSeconds
    let seconds = Double(day.startInSeconds - newYear)
    return Double(day.year) + seconds / 86_400 / days(in: day.year)
  }

  private static func days(in year: Int) -> Double {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
  }
}
