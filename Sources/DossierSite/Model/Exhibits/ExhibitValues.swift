/// The keys of a fenced block with what they say, each of the sort that the declaration gives it.
public struct ExhibitValues: Sendable {
  enum Value: Sendable {
    case text(String)
    case flag(Bool)
    case date(PartialDate)
    /// Fields, or a kind.
    case ids([Located])
    case records([LocatedKey])
    case texts([Located])
    case number(Double)
    case numbers([Double])
    case groups([ExhibitValues])
  }

  private var values: [String: Value] = [:]

  /// Without any key.
  public init() {}

  subscript(key: String) -> Value? {
    get { values[key] }
    set { values[key] = newValue }
  }

  func text(_ key: String) -> String? {
    if case .text(let text)? = values[key] { text } else { nil }
  }

  /// False where the key is not there.
  func flag(_ key: String) -> Bool {
    if case .flag(let flag)? = values[key] { flag } else { false }
  }

  func date(_ key: String) -> PartialDate? {
    if case .date(let date)? = values[key] { date } else { nil }
  }

  /// The texts of a list, in the author's order.
  func texts(_ key: String) -> [Located] {
    if case .texts(let texts)? = values[key] { texts } else { [] }
  }

  func number(_ key: String) -> Double? {
    if case .number(let number)? = values[key] { number } else { nil }
  }

  /// As many numbers as the key takes; empty where it is not there.
  func numbers(_ key: String) -> [Double] {
    if case .numbers(let numbers)? = values[key] { numbers } else { [] }
  }

  func groups(_ key: String) -> [ExhibitValues] {
    if case .groups(let groups)? = values[key] { groups } else { [] }
  }

  /// The fields of a list, in the author's order.
  func ids(_ key: String) -> [Located] {
    if case .ids(let ids)? = values[key] { ids } else { [] }
  }

  /// The one field or kind of a key.
  func id(_ key: String) -> Located? { ids(key).first }

  /// The records of a list, in the author's order.
  func records(_ key: String) -> [LocatedKey] {
    if case .records(let records)? = values[key] { records } else { [] }
  }

  /// The records of a list, or all of a kind.
  func selection(_ key: String, kind: String = ExhibitKey.kind.name) -> RecordSelection {
    RecordSelection(records: records(key), kind: id(kind))
  }
}
