/// Moments as editors write them.
public enum Timestamp {
  /// A moment as `YYYY-MM-DDTHH:MM:SSZ`.
  ///
  /// - Parameter seconds: Since 1970, from its beginning to the end of the year 9999.
  public static func text(_ seconds: Int) -> String {
    let days = max(seconds, 0) / 86_400
    let rest = max(seconds, 0) % 86_400
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(PartialDate(daysSince1970: days))T\(time.joined(separator: ":"))Z"
  }

  /// Seconds since 1970 of a moment as RFC 3339 has it, the seconds left out or not, or of a date's
  /// 00:00 UTC.
  static func seconds(_ text: String) -> Int? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard let date = PartialDate(String(parts[0])), date.day != nil else { return nil }
    guard parts.count == 2 else { return parts.count == 1 ? date.startInSeconds : nil }
    let form = /(\d\d):(\d\d)(?::(\d\d))?(?:Z|([+-])(\d\d):(\d\d))/
    guard let match = parts[1].wholeMatch(of: form),
      let time = seconds(match.1, match.2, match.3 ?? "00"),
      let offset = seconds(match.5 ?? "00", match.6 ?? "00", "00")
    else { return nil }
    return date.startInSeconds + time - (match.4 == "-" ? -offset : offset)
  }

  private static func seconds(
    _ hour: Substring, _ minute: Substring, _ second: Substring
  ) -> Int? {
    guard let hour = Int(hour), let minute = Int(minute), let second = Int(second), hour < 24,
      minute < 60, second < 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }
}
