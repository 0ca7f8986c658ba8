/// A size of paper on which handouts are printed.
public enum Paper: String, CaseIterable, Sendable {
  case a4
  case letter
  /// Half of A4: a booklet for a meeting.
  case a5
}
