/// Declares, in one place, the names a template may use of a view and how each is taken from it.
public struct ViewShape<View>: Sendable {
  /// The names and shapes that templates are checked against.
  public let shape: ObjectShape
  /// How each value is taken, in the order of the shape's names.
  @usableFromInline let values: [@Sendable (View) -> Value]

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
    self.values = all.map(\.value)
  }

  /// Takes all values from a view at once.
  ///
  /// Inlinable, as the makers of members are, so that they are compiled for each view: a page takes
  /// thousands of values.
  @inlinable
  public func object(_ view: View) -> Object {
    var slots: [Value] = []
    slots.reserveCapacity(values.count)
    for value in values { slots.append(value(view)) }
    return Object(shape: shape, slots: slots)
  }
}

/// A name of a view, with the shape of its value and the way to take it.
public struct Member<View>: Sendable {
  let name: String
  let shape: Shape
  let value: @Sendable (View) -> Value
  /// The flag that says whether a list has items.
  let presence: [Member]?

  @usableFromInline
  init(
    name: String, shape: Shape, presence: [Member]? = nil,
    value: @escaping @Sendable (View) -> Value
  ) {
    self.name = name
    self.shape = shape
    self.value = value
    self.presence = presence
  }

  /// Text, escaped where it is printed; `nil` and empty text are false as a condition.
  @inlinable
  public static func text(
    _ name: String, _ get: @escaping @Sendable (View) -> String?
  ) -> Member {
    Member(name: name, shape: .text) { view in
      if let text = get(view) { .text(text) } else { .absent }
    }
  }

  /// An address whose scheme has been checked, printed as text is.
  @inlinable
  public static func address(
    _ name: String, _ get: @escaping @Sendable (View) -> String?
  ) -> Member {
    Member(name: name, shape: .address) { view in
      if let address = get(view) { .address(address) } else { .absent }
    }
  }

  /// UTF-8 bytes of safe HTML, which a template prints with three braces.
  @inlinable
  public static func html(
    _ name: String, _ get: @escaping @Sendable (View) -> [UInt8]?
  ) -> Member {
    Member(name: name, shape: .html) { view in
      if let html = get(view) { .html(html) } else { .absent }
    }
  }

  /// A condition, which cannot be printed.
  @inlinable
  public static func flag(
    _ name: String, _ get: @escaping @Sendable (View) -> Bool
  ) -> Member {
    Member(name: name, shape: .flag) { .flag(get($0)) }
  }

  /// A list of texts, each `{{.}}` in a section over the list.
  @inlinable
  public static func texts(
    _ name: String, _ get: @escaping @Sendable (View) -> [String]
  ) -> Member {
    let presence = Member.flag("has-" + name) { !get($0).isEmpty }
    return Member(name: name, shape: .list(.text), presence: [presence]) {
      .list(get($0).map { .text($0) })
    }
  }

  /// An object within the object, which may be missing.
  @inlinable
  public static func object<Inner>(
    _ name: String, _ inner: ViewShape<Inner>, _ get: @escaping @Sendable (View) -> Inner?
  ) -> Member {
    Member(name: name, shape: .object(inner.shape)) { view in
      if let object = get(view) { .object(inner.object(object)) } else { .absent }
    }
  }

  /// A list of objects of one shape.
  @inlinable
  public static func list<Inner>(
    _ name: String, of inner: ViewShape<Inner>, _ get: @escaping @Sendable (View) -> [Inner]
  ) -> Member {
    let presence = Member.flag("has-" + name) { !get($0).isEmpty }
    return Member(name: name, shape: .list(.object(inner.shape)), presence: [presence]) { view in
      .list(get(view).map { .object(inner.object($0)) })
    }
  }
}
