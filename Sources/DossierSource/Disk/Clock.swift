#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The moment that a build takes as now, which decides what is public.
public struct Clock: Hashable, Sendable {
  /// Seconds since the beginning of 1970, UTC.
  public var now: Int

  /// Stops the clock at a moment, as tests do.
  public init(now: Int) {
    self.now = now
  }

  /// The moment in `SOURCE_DATE_EPOCH` where that is set and not empty, else the system's time.
  ///
  /// The variable is defined at https://reproducible-builds.org/specs/source-date-epoch/; years
  /// of more than four digits are refused, since no date of the content has them.
  public static func system(environment: [String: String]) throws(ClockError) -> Clock {
    guard let value = environment[variable], !value.isEmpty else {
      return Clock(now: Int(Date().timeIntervalSince1970))
    }
    let isNumber = value.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isNumber, let seconds = Int(value), seconds <= endOf9999 else {
      throw ClockError(value: value)
    }
    return Clock(now: seconds)
  }

  fileprivate static let variable = "SOURCE_DATE_EPOCH"
  private static let endOf9999 = 253_402_300_799
}

/// A `SOURCE_DATE_EPOCH` that is not a moment: misuse of the command.
public struct ClockError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the variable holds.
  public var value: String

  /// What is expected and what was found, in one line.
  public var description: String {
    "\(Clock.variable) must be a whole number of seconds since 1970, not '\(value)'"
  }
}
