internal import DossierSource
internal import DossierXML

/// A style's macros by name, and the proof that none of them leads back to itself.
struct MacroTable {
  /// Elements that may stand in one another once macros are written out; more would not fit on a
  /// thread's stack.
  static let deepest = 150
  /// Elements that a layout may come to once its macros are written out.
  static let largest = 200_000

  let elements: [XMLElement]
  private let path: String
  private let root: XMLElement
  private let indices: [String: Int]

  init(_ root: XMLElement, path: String) {
    self.path = path
    self.root = root
    elements = root.elements.filter { $0.name == "macro" && $0["name"] != nil }
    indices = Dictionary(
      elements.enumerated().map { ($1["name"] ?? "", $0) }, uniquingKeysWith: { _, last in last })
  }

  /// The place of a macro in the style.
  ///
  /// - Throws: `style.macro` where no macro has the name.
  func index(of name: String, at element: XMLElement) throws(Fault) -> Int {
    if let index = indices[name] { return index }
    throw .error(
      "style.macro", "no macro of the style is called '\(name)'", at: element.place(in: path),
      help: Suggestion.nearest(to: name, among: Array(indices.keys)).map { "did you mean '\($0)'?" }
    )
  }

  /// A call of a macro, and how deep it stands in what calls it.
  private typealias Call = (macro: Int, level: Int)

  /// What an element comes to: how many elements, and how deep in one another.
  private struct Extent {
    var size = 1
    var depth = 0
  }

  /// - Throws: `style.ring`, `style.size` or `style.macro`.
  func check() throws(Fault) {
    var extents: [Int: Extent] = [:]
    for start in elements.indices where extents[start] == nil {
      try measure(from: start, extents: &extents)
    }
    for layout in root.elements where ["citation", "bibliography"].contains(layout.name) {
      let calls = try calls(of: layout)
      try check(extent(of: layout, calling: calls, extents), at: layout)
    }
  }

  /// Goes through what a macro calls, in depth, without a stack of the machine's.
  private func measure(from start: Int, extents: inout [Int: Extent]) throws(Fault) {
    var open: [(macro: Int, calls: [Call], next: Int)] = []
    var isOpen: Set<Int> = []
    open.append((start, try calls(of: elements[start]), 0))
    isOpen.insert(start)
    while let (macro, calls, next) = open.last {
      if next < calls.count {
        open[open.count - 1].next += 1
        let called = calls[next].macro
        if isOpen.contains(called) { throw ring(at: called) }
        if extents[called] == nil {
          open.append((called, try self.calls(of: elements[called]), 0))
          isOpen.insert(called)
        }
      } else {
        let extent = extent(of: elements[macro], calling: calls, extents)
        try check(extent, at: elements[macro])
        extents[macro] = extent
        isOpen.remove(macro)
        open.removeLast()
      }
    }
  }

  private func ring(at macro: Int) -> Fault {
    let name = elements[macro]["name"] ?? ""
    return .error(
      "style.ring", "the macro '\(name)' calls itself, by way of others or at once",
      at: elements[macro].place(in: path), help: "take out one of the calls")
  }

  private func check(_ extent: Extent, at element: XMLElement) throws(Fault) {
    guard extent.depth > Self.deepest || extent.size > Self.largest else { return }
    let fact =
      extent.depth > Self.deepest
      ? "elements stand more than \(Self.deepest) deep in one another"
      : "macros come to more than \(Self.largest) elements"
    throw .error(
      "style.size", fact, at: element.place(in: path), help: "take out a level of macros")
  }

  private func extent(
    of element: XMLElement, calling calls: [Call], _ extents: [Int: Extent]
  ) -> Extent {
    var extent = Self.extent(of: element)
    for call in calls {
      let called = extents[call.macro] ?? Extent()
      extent.size = min(extent.size + called.size, Self.largest + 1)
      extent.depth = max(extent.depth, called.depth + call.level)
    }
    return extent
  }

  private static func extent(of element: XMLElement) -> Extent {
    var extent = Extent(size: 1, depth: 1)
    for child in element.elements {
      let inner = Self.extent(of: child)
      extent.size += inner.size
      extent.depth = max(extent.depth, inner.depth + 1)
    }
    return extent
  }

  private func calls(of element: XMLElement) throws(Fault) -> [Call] {
    var calls: [Call] = []
    try collect(element, level: 1, into: &calls)
    return calls
  }

  private func collect(
    _ element: XMLElement, level: Int, into calls: inout [Call]
  ) throws(Fault) {
    if element.name == "text", let macro = element["macro"] {
      calls.append((try index(of: macro, at: element), level))
    }
    for child in element.elements { try collect(child, level: level + 1, into: &calls) }
  }
}
