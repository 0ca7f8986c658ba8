/// The outlines for maps of a project.
public struct MapShelf: Sendable {
  /// In the order of their ids.
  public let all: [MapFile]
  /// The one that reaches from furthest west to furthest east, for who names none.
  public let widest: MapFile?

  init(_ all: [MapFile]) {
    self.all = all
    widest = all.map { (map: $0, width: $0.width) }.max { $0.width < $1.width }?.map
  }

  /// The outlines of an id.
  public subscript(id: String) -> MapFile? { all.first { $0.id == id } }
}
