/// The parts of an argument side by side, each with a figure, a precedent and an article.
public struct StepsExhibit: ExhibitContent {
  /// One of them.
  public struct Step: Sendable {
    public var title: String
    public var text: String?
    public var figure: FigureExhibit?
    /// A record that shows it, and what it shows.
    public var precedent: LocatedKey?
    public var lesson: String?
    /// An article that tells it at length.
    public var article: LocatedKey?
  }

  /// In the author's order; never empty.
  public var steps: [Step]

  public static let declaration = ExhibitDeclaration(
    name: "steps",
    summary:
      "The parts of an argument side by side, each with a figure, a precedent and an article.",
    keys: [
      ExhibitKey(
        "steps",
        .groups(
          [
            ExhibitKey("title", .text, isRequired: true, "what it is called"),
            ExhibitKey("text", .text, "what it is, in a sentence"),
          ] + FigureExhibit.keys(isRequired: false) + [
            ExhibitKey("precedent", .record(.precedent), "a record that shows it"),
            ExhibitKey("lesson", .text, "what that record shows"),
            ExhibitKey("article", .record(.article), "an article that tells it at length"),
          ]), isRequired: true, "the parts, one to four, each `{title: …, text: …, …}`")
    ])

  public init?(_ values: ExhibitValues) {
    steps = values.groups("steps").compactMap(Step.init)
    if steps.isEmpty { return nil }
  }
}

extension StepsExhibit.Step {
  fileprivate init?(_ values: ExhibitValues) {
    guard let title = values.text("title") else { return nil }
    self.title = title
    text = values.text("text")
    figure = FigureExhibit(values)
    precedent = values.records("precedent").first
    lesson = values.text("lesson")
    article = values.records("article").first
  }
}
