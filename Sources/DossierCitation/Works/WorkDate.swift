/// When something about a work happened, as precisely as is known.
public struct WorkDate: Sendable, Hashable {
  /// A day, a month, a season or a year.
  public struct Point: Sendable, Hashable {
    /// Negative before our era: -44 is 44 BC.
    public var year: Int
    public var month: Int?
    public var day: Int?
    /// From 1, spring, to 4, winter.
    public var season: Int?

    /// Makes a point; a month from 13 on is a season, as EDTF (21…24) and older exports have it.
    public init(year: Int, month: Int? = nil, day: Int? = nil, season: Int? = nil) {
      self.year = year
      self.season = season
      switch month {
      case .some(13...20): self.season = month.map { ($0 - 13) % 4 + 1 }
      case .some(21...24): self.season = month.map { $0 - 20 }
      case .some(1...12):
        self.month = month
        self.day = day.flatMap { (1...31).contains($0) ? $0 : nil }
      default: break
      }
    }
  }

  public var start: Point?
  /// The last point of a span of time.
  public var end: Point?
  /// Whether the span has no end yet.
  public var isOpen = false
  /// Whether the date is only about right.
  public var isApproximate = false
  /// A season in words, or in another number than of the four.
  public var season: String?
  /// What stands where no date can: "forthcoming".
  public var literal: String?

  /// Makes a date of a point or a span.
  public init(start: Point? = nil, end: Point? = nil) {
    self.start = start
    self.end = end
  }

  /// Makes a date of a text that may hold one, such as "May 2004" or "circa 1990"; else of its words.
  public init(words: String) {
    self = DateReader.date(inWords: words)
  }

  /// Makes a date of words that are printed as they are.
  public init(literal: String) {
    self.literal = literal
  }

  /// Whether there is nothing to print.
  var isEmpty: Bool { start == nil && literal == nil && season == nil }
}
