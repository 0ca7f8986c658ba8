import DossierSource

/// The diagnostics found in one file so far.
struct Findings {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) {
    self.path = path
  }

  func place(_ span: Span) -> Place { Place(path: path, span: span) }

  mutating func error(_ code: String, _ message: String, at span: Span, help: String? = nil) {
    diagnostics.append(.error(code, message, at: place(span), help: help))
  }

  mutating func warning(_ code: String, _ message: String, at span: Span, help: String? = nil) {
    diagnostics.append(.warning(code, message, at: place(span), help: help))
  }

  mutating func add(_ more: [Diagnostic]) {
    diagnostics += more
  }

  /// The value of an outcome, whose diagnostics are kept here.
  mutating func take<Value>(_ outcome: Outcome<Value>) -> Value {
    add(outcome.diagnostics)
    return outcome.value
  }

  /// A value is not of the sort that its key wants.
  mutating func expected(_ what: String, for key: String, at node: YAMLNode, help: String? = nil) {
    error("yaml.type", "'\(key)' wants \(what), not \(node.sort)", at: node.span, help: help)
  }
}
