/// A sum of a derived field: numbers, other fields, `+ - * /` and brackets.
public indirect enum Formula: Sendable, Equatable {
  case number(Quantity)
  /// A field of the same record, by its id.
  case field(String)
  case operation(Operator, Formula, Formula)

  /// An arithmetic operation on two values.
  public enum Operator: Character, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
  }

  /// The fields that enter, each once, in the order of the formula.
  public var fields: [String] {
    switch self {
    case .number: return []
    case .field(let id): return [id]
    case .operation(_, let left, let right):
      let first = left.fields
      return first + right.fields.filter { !first.contains($0) }
    }
  }
}
