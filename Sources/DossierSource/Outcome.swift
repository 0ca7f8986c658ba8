/// What a stage made, and what it has to say.
public struct Outcome<Value: Sendable>: Sendable {
  /// What can be used even where there are errors: the faulty parts are left out.
  public var value: Value
  /// In the order in which they were found.
  public var diagnostics: [Diagnostic]

  /// Joins a value and what there is to say of it.
  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// Runs the next stage on the value, and keeps what both have to say.
  public func then<Next>(_ stage: (Value) throws -> Outcome<Next>) rethrows -> Outcome<Next> {
    let next = try stage(value)
    return Outcome<Next>(next.value, diagnostics + next.diagnostics)
  }

  /// Changes the value and keeps the diagnostics.
  public func map<Next>(_ transform: (Value) throws -> Next) rethrows -> Outcome<Next> {
    Outcome<Next>(try transform(value), diagnostics)
  }
}

extension Outcome: Equatable where Value: Equatable {}
