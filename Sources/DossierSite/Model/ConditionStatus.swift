/// How far a condition is fulfilled.
public enum ConditionStatus: String, CaseIterable, Sendable {
  case met, partly, absent, unknown
}
