extension Exhibit {
  /// Every sort of exhibit; one is added by a line here and one where it is drawn.
  public static let sorts: [any ExhibitContent.Type] = [
    CompareExhibit.self, MatrixExhibit.self, TimelineExhibit.self, ChartExhibit.self,
    ScaledExhibit.self, DistanceExhibit.self, MapExhibit.self,
    StepsExhibit.self, CardsExhibit.self, FigureExhibit.self,
  ]

  /// The first words of an info string that make a fenced block an exhibit.
  public static let names = Set(sorts.map { $0.declaration.name })

  /// The sort of exhibit that a fenced block's first word names.
  static func sort(_ name: String) -> (any ExhibitContent.Type)? {
    sorts.first { $0.declaration.name == name }
  }
}
