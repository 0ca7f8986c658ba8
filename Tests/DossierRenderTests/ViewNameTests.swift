import DossierSite
import DossierSource
import DossierTemplate
import Testing

@testable import DossierRender

/// What templates may name, of every view there is.
@Suite struct ViewNameTests {
  /// The shapes of all pages and exhibits, and of what they hold.
  private static func all() -> Set<ObjectShape> {
    var found: Set<ObjectShape> = []
    // Those of pages and exhibits that a project need not have are asked for where there is a template.
    let optional = PlacedExhibit.rooms.map { $0.template.path }
    let names = optional + OptionalPages.entries.map { $0.template } + ["handout"]
    let files = names.map { SourceFile(path: "templates/\($0).html", text: "") }
    let schema = MetadataSample().site.schema
    var next = [PageView.shape.shape, SiteView.shape.shape]
    next += SiteTemplates.entries(schema, files).values
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
