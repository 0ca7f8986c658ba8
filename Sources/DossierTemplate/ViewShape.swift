/// Declares, in one place, the names a template may use of a view and how each is taken from it.
public struct ViewShape<View>: Sendable {
  /// The names and shapes that templates are checked against.
  public let shape: ObjectShape
  private let members: [Member<View>]

  /// Makes a shape; keep it, since templates are compiled for this very one.
  ///
  /// A list `x` comes with the flag `has-x`, for what is to be printed once around it.
  ///
  /// - Parameters:
  ///   - name: What a diagnostic calls the object: `article`.
  ///   - members: Of two with the same name the first counts.
  public init(_ name: String, _ members: [Member<View>]) {
    let all = members.flatMap { [$0] + ($0.presence ?? []) }
    self.shape = ObjectShape(name, all.map { ($0.name, $0.shape) })
    self.members = all
  }

  /// Takes all values from a view at once.
  public func object(_ view: View) -> Object {
    Object(shape: shape, slots: members.map { $0.value(view) })
  }
}

/// A name of a view, with the shape of its value and the way to take it.
public struct Member<View>: Sendable {
  let name: String
  let shape: Shape
  let value: @Sendable (View) -> Value
  /// The flag that says whether a list has items.
  var presence: [Member]?

  /// Text, escaped where it is printed; `nil` and empty text are false as a condition.
  public static func text(
    _ name: String, _ get: @escaping @Sendable (View) -> String?
  ) -> Member {
    Member(name: name, shape: .text) { view in get(view).map { .text($0) } ?? .absent }
  }

  /// An address whose scheme has been checked, printed as text is.
  public static func address(
    _ name: String, _ get: @escaping @Sendable (View) -> String?
  ) -> Member {
    Member(name: name, shape: .address) { view in get(view).map { .address($0) } ?? .absent }
  }

  /// UTF-8 bytes of safe HTML, which a template prints with three braces.
  public static func html(
    _ name: String, _ get: @escaping @Sendable (View) -> [UInt8]?
  ) -> Member {
    Member(name: name, shape: .html) { view in get(view).map { .html($0) } ?? .absent }
  }

  /// A condition, which cannot be printed.
  public static func flag(
    _ name: String, _ get: @escaping @Sendable (View) -> Bool
  ) -> Member {
    Member(name: name, shape: .flag) { .flag(get($0)) }
  }

  /// A list of texts, each `{{.}}` in a section over the list.
  public static func texts(
    _ name: String, _ get: @escaping @Sendable (View) -> [String]
  ) -> Member {
    var list = Member(name: name, shape: .list(.text)) { .list(get($0).map { .text($0) }) }
    list.presence = [.flag("has-" + name) { !get($0).isEmpty }]
    return list
  }

  /// An object within the object, which may be missing.
  public static func object<Inner>(
    _ name: String, _ inner: ViewShape<Inner>, _ get: @escaping @Sendable (View) -> Inner?
  ) -> Member {
    Member(name: name, shape: .object(inner.shape)) { view in
      get(view).map { .object(inner.object($0)) } ?? .absent
    }
  }

  /// A list of objects of one shape.
  public static func list<Inner>(
    _ name: String, of inner: ViewShape<Inner>, _ get: @escaping @Sendable (View) -> [Inner]
  ) -> Member {
    var list = Member(name: name, shape: .list(.object(inner.shape))) { view in
      .list(get(view).map { .object(inner.object($0)) })
    }
    list.presence = [.flag("has-" + name) { !get($0).isEmpty }]
    return list
  }
}
