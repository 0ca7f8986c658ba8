/// A value as it was drawn: for descriptions, tables and tests that hold a drawing against its data.
public struct DrawnValue: Hashable, Sendable {
  /// What the value is of: the label of its row, line, spot or period.
  public var label: String
  public var value: Extent
  /// The mark's beginning and its end in the units of the drawing, equal for an exact value; an arrow
  /// towards an unknown end belongs to the mark.
  public var start: Point
  public var end: Point

  mutating func move(by place: Point) {
    start = Point(x: start.x + place.x, y: start.y + place.y)
    end = Point(x: end.x + place.x, y: end.y + place.y)
  }
}
