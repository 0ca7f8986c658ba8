/// The place of a thing in the list of all things of its sort; that of one sort passes for no other's.
@frozen
public struct IndexOf<Subject>: Hashable, Sendable {
  /// From 0 on.
  public let number: Int

  @inlinable
  public init(_ number: Int) {
    self.number = number
  }
}

/// The place of a record among all records of a site.
public typealias RecordIndex = IndexOf<Record>
/// The place of a field in its kind.
public typealias FieldIndex = IndexOf<Field>
/// The place of a source in the bibliography of a site.
public typealias SourceIndex = IndexOf<Source>
/// The place of a claim among those of its fact.
public typealias ClaimIndex = IndexOf<Claim>
/// The place of a kind among those of a site.
public typealias KindIndex = IndexOf<Kind>

extension IndexOf: Strideable {
  @inlinable
  public static func < (left: IndexOf, right: IndexOf) -> Bool { left.number < right.number }

  @inlinable
  public func distance(to other: IndexOf) -> Int { other.number - number }

  @inlinable
  public func advanced(by count: Int) -> IndexOf { IndexOf(number + count) }
}

/// One element for each thing of a sort, in their order, found by the thing's index.
@frozen
public struct Column<Subject, Element> {
  @usableFromInline var elements: [Element]

  @inlinable
  public init(_ elements: [Element]) {
    self.elements = elements
  }

  @inlinable
  public init(repeating element: Element, count: Int) {
    elements = Array(repeating: element, count: count)
  }
}

extension Column: Sendable where Element: Sendable {}
extension Column: Equatable where Element: Equatable {}

extension Column: RandomAccessCollection, MutableCollection {
  public typealias Index = IndexOf<Subject>
  public typealias Indices = Range<IndexOf<Subject>>

  @inlinable public var startIndex: Index { Index(0) }
  @inlinable public var endIndex: Index { Index(elements.count) }
  @inlinable public var indices: Indices { startIndex..<endIndex }

  @inlinable
  public subscript(position: Index) -> Element {
    _read { yield elements[position.number] }
    _modify { yield &elements[position.number] }
  }

  /// The elements with their indices, in their order.
  @inlinable
  public var indexed: Zip2Sequence<Indices, Self> { zip(indices, self) }
}
