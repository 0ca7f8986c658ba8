import DossierSite
import DossierTemplate

/// The parts of an argument side by side: `exhibits/steps.html`.
struct StepsView {
  /// The anchor: `exhibit-tasks`.
  var id: String
  /// "Exhibit 3"
  var number: String
  var caption: String?
  var steps: [StepView]
  /// The figures as a CSV file.
  var data: String?

  static let shape = ViewShape<StepsView>(
    "steps",
    [
      .text("id") { $0.id },
      .text("number") { $0.number },
      .text("caption") { $0.caption },
      .list("steps", of: StepView.shape) { $0.steps },
      .address("data") { $0.data },
    ])
}

/// A part of an argument.
struct StepView {
  var title: String
  var text: String?
  var figure: LargeFigureView?
  var precedent: StepLinkView?
  var article: StepLinkView?

  static let shape = ViewShape<StepView>(
    "step",
    [
      .text("title") { $0.title },
      .text("text") { $0.text },
      .object("figure", LargeFigureView.shape) { $0.figure },
      .object("precedent", StepLinkView.shape) { $0.precedent },
      .object("article", StepLinkView.shape) { $0.article },
    ])
}

/// A record that a part of an argument leads to.
struct StepLinkView {
  /// What its kind is called.
  var kind: String
  var label: String
  var address: String
  /// What it shows.
  var text: String?

  static let shape = ViewShape<StepLinkView>(
    "step-link",
    [
      .text("kind") { $0.kind },
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("text") { $0.text },
    ])
}

/// Shows the parts of an argument.
struct StepsRoom: ExhibitRoom {
  private let exhibit: StepsExhibit
  private let place: PlacedExhibit
  private(set) var sources: [String] = []

  static let template = ExhibitTemplate(name: "steps", shape: StepsView.shape.shape)

  init(_ exhibit: StepsExhibit, at place: PlacedExhibit) {
    self.exhibit = exhibit
    self.place = place
  }

  private var scope: PageScope { place.scope }

  mutating func append(to html: inout [UInt8]) {
    let view = StepsView(
      id: place.anchor, number: place.label, caption: place.exhibit.caption,
      steps: exhibit.steps.map(step), data: place.data)
    place.render(Self.template, StepsView.shape.object(view), &html)
    sources = exhibit.steps.flatMap { $0.figure?.works(in: scope) ?? [] }
  }

  private func step(_ step: StepsExhibit.Step) -> StepView {
    StepView(
      title: step.title, text: step.text,
      figure: step.figure.flatMap { LargeFigureView($0, in: scope) },
      precedent: link(step.precedent, step.lesson), article: link(step.article, nil))
  }

  private func link(_ key: LocatedKey?, _ text: String?) -> StepLinkView? {
    guard let key, let record = scope.site.record(key.key) else { return nil }
    return StepLinkView(
      kind: scope.site.kind(of: record).label[scope.language],
      label: scope.edition.name(of: record), address: scope.address(of: .record(record)), text: text
    )
  }

  func check() throws(ExhibitRefusal) {
    guard exhibit.steps.count <= Self.mostSteps else {
      throw .unfit(
        "\(exhibit.steps.count) steps find no room side by side",
        help: "write \(Self.mostSteps) at most")
    }
    for step in exhibit.steps { try step.figure?.check(in: scope) }
  }

  private static let mostSteps = 4

  func addFigures(to table: inout ExhibitTable) {
    for step in exhibit.steps { step.figure?.addFigures(to: &table) }
  }
}
