/// When a record may be seen.
public struct Schedule: Sendable, Equatable {
  public var isDraft = false
  /// Seconds since 1970 before which nothing of it may be seen.
  public var embargo: Int?

  /// Seconds since 1970 from which it may be seen; `nil` for always, the greatest number for a draft.
  ///
  /// - Parameter date: Its own date, where one in the future hides it.
  func release(on date: PartialDate? = nil) -> Int? {
    if isDraft { return .max }
    return [embargo, date?.startInSeconds].compactMap(\.self).max()
  }
}
