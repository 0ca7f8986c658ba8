/// What a template may print or ask about.
public enum Value: Sendable {
  /// Nothing is known: prints nothing, and is false as a condition.
  case absent
  /// Plain text, escaped where it is printed; empty text is false as a condition.
  case text(String)
  /// An address whose scheme has been checked; printed as text is.
  case address(String)
  /// UTF-8 bytes of HTML that is safe to print as it stands.
  case html([UInt8])
  case flag(Bool)
  case list([Value])
  case object(Object)
}

extension Value {
  /// Whether a section over the value is rendered.
  var isTrue: Bool {
    switch self {
    case .absent: false
    case .text(let text), .address(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .flag(let flag): flag
    case .list(let values): !values.isEmpty
    case .object: true
    }
  }
}

/// The names of a shape with a value for each.
///
/// A class, since rendering hands objects about far more often than it makes one.
public final class Object: Sendable {
  /// The names, in the order of the values.
  public let shape: ObjectShape
  let values: [Value]

  @usableFromInline
  init(shape: ObjectShape, slots: [Value]) {
    self.shape = shape
    self.values = slots
  }

  /// Makes an object of a declared shape; a name without a value is absent, and a value whose name
  /// the shape does not have is left out.
  public convenience init(_ shape: ObjectShape, _ values: [String: Value]) {
    self.init(shape: shape, slots: shape.names.map { values[$0] ?? .absent })
  }

  /// Makes an object of data whose shape nobody declared, for the templates that are not strict.
  ///
  /// The shape is guessed from the values, and says nothing of the items of lists.
  public convenience init(_ values: [String: Value]) {
    let members = values.sorted { $0.key < $1.key }.map { ($0.key, Shape(guessedFrom: $0.value)) }
    self.init(ObjectShape("data", members), values)
  }

  /// The value of a name; `nil` where the shape does not have the name.
  public subscript(name: String) -> Value? {
    shape.slot(of: name).map { self[slot: $0] }
  }

  subscript(slot slot: Int) -> Value {
    slot < values.count ? values[slot] : .absent
  }

  /// The same values under another shape's names, for templates that were compiled for that shape.
  func fitted(to shape: ObjectShape) -> Object {
    if self.shape == shape { return self }
    return Object(shape: shape, slots: shape.names.map { self[$0] ?? .absent })
  }
}
