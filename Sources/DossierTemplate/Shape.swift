/// What kind of value a name gives, so that a template can be checked before there is a value.
public indirect enum Shape: Hashable, Sendable {
  case text
  case address
  case html
  case flag
  case list(Shape)
  case object(ObjectShape)

  /// The shape that a value seems to have; nothing is said of the items of a list.
  init(guessedFrom value: Value) {
    switch value {
    case .absent, .text: self = .text
    case .address: self = .address
    case .html: self = .html
    case .flag: self = .flag
    case .list: self = .list(.text)
    case .object(let object): self = .object(object.shape)
    }
  }

  /// The shape in words, as a diagnostic says it.
  var words: String {
    switch self {
    case .text: "text"
    case .address: "an address"
    case .html: "HTML"
    case .flag: "a flag"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

/// The names that a template may use of an object, each with the shape of its value.
///
/// Two shapes are equal when they are the same one: declare each once, and keep it.
public final class ObjectShape: Sendable {
  /// What the object is, as diagnostics call it: `article`.
  public let name: String
  /// In the order of declaration; of two equal names the first counts.
  public let names: [String]
  let shapes: [Shape]
  private let slots: [String: Int]

  /// Makes a shape of names whose values' shapes are known.
  public init(_ name: String, _ members: [(name: String, shape: Shape)]) {
    self.name = name
    self.names = members.map(\.name)
    self.shapes = members.map(\.shape)
    let numbered = names.enumerated().map { ($0.element, $0.offset) }
    self.slots = Dictionary(numbered, uniquingKeysWith: { first, _ in first })
  }

  /// Makes a shape of texts whose names are known only at run time, as interface strings are.
  public convenience init(name: String, texts names: some Sequence<String>) {
    self.init(name, names.map { ($0, .text) })
  }

  /// Makes an object of the shape from texts; a name without one is absent.
  public func object(texts: [String: String]) -> Object {
    Object(self, texts.mapValues { .text($0) })
  }

  /// The shape of a name's value; `nil` where the object does not have the name.
  public subscript(name: String) -> Shape? {
    slots[name].map { shapes[$0] }
  }

  /// The place of a name in ``names``.
  func slot(of name: String) -> Int? {
    slots[name]
  }
}

extension ObjectShape: Hashable {
  /// Whether both are the same declaration.
  public static func == (left: ObjectShape, right: ObjectShape) -> Bool {
    left === right
  }

  /// Tells one declaration from another, whatever their names.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(self))
  }
}
