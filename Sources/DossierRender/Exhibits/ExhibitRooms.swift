extension PlacedExhibit {
  /// The rooms of all sorts of exhibits.
  static let rooms: [any ExhibitRoom.Type] = [
    CompareRoom.self, MatrixRoom.self, TimelineRoom.self, ChartRoom.self, ScaledRoom.self,
    DistanceRoom.self, MapRoom.self,
    StepsRoom.self, CardsRoom.self, FigureRoom.self,
  ]
}
