import DossierSource

/// The shape of what a template's names are looked up in.
struct NameScope: Hashable {
  var object: ObjectShape
  /// What `{{.}}` is: the value that the innermost section is about.
  var item: Shape

  init(_ object: ObjectShape) {
    self.object = object
    item = .object(object)
  }

  /// The scope within a section: an object, or a list's item, becomes the innermost object; any
  /// other value is a condition and `{{.}}`, and leaves the innermost object as it is.
  func entering(_ shape: Shape) -> NameScope {
    var inner = self
    if case .list(let element) = shape { inner.item = element } else { inner.item = shape }
    if case .object(let object) = inner.item { inner.object = object }
    return inner
  }
}

/// Looks names up in the innermost object and the roots only, and says what is wrong with a use.
struct StrictNames {
  struct Found {
    var lookup: Lookup
    var shape: Shape
  }

  struct Unknown: Error {
    var message: String
    var help: String?

    func diagnostic(at place: Place) -> Diagnostic {
      .error("template.unknown-name", message, at: place, help: help)
    }
  }

  /// In the order of their numbers.
  let roots: [(name: String, shape: ObjectShape)]

  /// Finds where a dotted name leads, and adds the way there to `slots`.
  func resolve(
    _ name: String, in scope: NameScope, slots: inout [Int]
  ) -> Result<Found, Unknown> {
    if name == "." { return .success(Found(lookup: .item, shape: scope.item)) }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let start = slots.count
    if scope.object[parts[0]] != nil {
      return follow(parts[...], from: scope.object, slots: &slots).map {
        Found(lookup: .innermost(start..<slots.count), shape: $0)
      }
    }
    guard let root = roots.firstIndex(where: { $0.name == parts[0] }) else {
      return .failure(unknown(parts[0], in: scope.object, hasMore: parts.count > 1))
    }
    return follow(parts.dropFirst(), from: roots[root].shape, slots: &slots).map {
      Found(lookup: .root(root, start..<slots.count), shape: $0)
    }
  }

  private func follow(
    _ parts: ArraySlice<String>, from object: ObjectShape, slots: inout [Int]
  ) -> Result<Shape, Unknown> {
    var shape = Shape.object(object)
    var before = object.name
    for part in parts {
      guard case .object(let object) = shape else {
        return .failure(Unknown(message: "'\(before)' is \(shape.words) and has no names"))
      }
      guard let slot = object.slot(of: part), let next = object[part] else {
        return .failure(unknown(part, in: object, hasMore: nil))
      }
      slots.append(slot)
      (shape, before) = (next, part)
    }
    return .success(shape)
  }

  /// - Parameter hasMore: Whether more parts follow, as a root needs; `nil` where no root may stand.
  private func unknown(_ name: String, in object: ObjectShape, hasMore: Bool?) -> Unknown {
    let known = object.names + (hasMore == true ? roots.map(\.name) : [])
    return Unknown(
      message: "'\(object.name)' has no name '\(name)'",
      help: Suggestion.help(for: name, among: known))
  }
}

extension StrictNames {
  /// What is wrong with printing a value of this shape with this tag; `nil` where nothing is.
  func misuse(of tag: Tag, as shape: Shape, at place: Place) -> Diagnostic? {
    let name = tag.name
    switch (shape, tag.kind) {
    case (.html, .unescaped), (.text, .variable), (.address, .variable): return nil
    case (.html, _):
      return .error(
        "template.escaped", "'\(name)' is HTML, and two braces would escape it", at: place,
        help: "write {{{\(name)}}}")
    case (.text, _), (.address, _):
      return .error(
        "template.unescaped", "'\(name)' is \(shape.words), which is always escaped", at: place,
        help: "write {{\(name)}}")
    case (.flag, _), (.list, _), (.object, _):
      let use = shape == .flag ? "use it as a condition" : "open a section"
      return .error(
        "template.type", "'\(name)' is \(shape.words) and cannot be printed", at: place,
        help: name == "." ? nil : "\(use): {{#\(name)}}…{{/\(name)}}")
    }
  }
}
