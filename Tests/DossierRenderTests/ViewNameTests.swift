import DossierTemplate
import Testing

@testable import DossierRender

/// What templates may name, of every view there is.
@Suite struct ViewNameTests {
  /// The shapes of all pages and exhibits, and of what they hold.
  private static func all() -> Set<ObjectShape> {
    var found: Set<ObjectShape> = []
    var next =
      [
        PageView.shape.shape, SiteView.shape.shape, HomeView.shape.shape, ArticleView.shape.shape,
        RecordView.shape.shape, IndexView.shape.shape, SourcesView.shape.shape,
        SourceView.shape.shape, TopicView.shape.shape, NotFoundView.shape.shape,
        TrustView.shape.shape, DataView.shape.shape, CompareView.shape.shape,
        CompareCellView.shape.shape, MatrixView.shape.shape, CompareIndexView.shape.shape,
        ComparisonView.shape.shape, HandoutView.shape.shape, HandoutPartView.shape.shape,
      ] + PlacedExhibit.rooms.map { $0.template.shape } + OptionalPages.entries.map { $0.shape }
    while let shape = next.popLast() {
      guard found.insert(shape).inserted else { continue }
      for name in shape.names {
        if let held = shape[name].flatMap(object) { next.append(held) }
      }
    }
    return found
  }

  private static func object(_ shape: Shape) -> ObjectShape? {
    if case .object(let object) = shape { return object }
    if case .list(let items) = shape { return object(items) }
    return nil
  }

  /// A diagnostic calls a view by a name that no other view has.
  @Test func everyViewHasANameOfItsOwn() {
    let all = Self.all()
    #expect(all.count > 60)
    let byName = Dictionary(grouping: all) { $0.name }
    let twice = byName.filter { $1.count > 1 }.keys.sorted()
    #expect(twice == [])
    let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    for shape in all {
      let odd = ([shape.name] + shape.names).filter { $0.isEmpty || !letters.isSuperset(of: $0) }
      #expect(odd == [], "\(shape.name)")
    }
  }
}
