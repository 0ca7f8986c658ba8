import DossierSource

@testable import DossierSite

/// Works of the types that tests of the bibliography need.
extension Source {
  static func sample(
    _ type: String, _ title: String, id: String = "x", by authors: [Source.Name] = [],
    _ fill: (inout Source) -> Void = { _ in }
  ) -> Source {
    let place = Place(path: "content/sources/a.yml", line: 1, column: 1)
    var source = Source(id: id, type: type, title: title, place: place)
    source.authors = authors
    fill(&source)
    return source
  }
}

extension Source.Name {
  static let gowan = Source.Name(family: "Gowan", given: "Richard")
  static let smith = Source.Name(family: "Smith", given: "Ann")
  static let li = Source.Name(family: "Li", given: "Bo")
  static let nato = Source.Name(family: "NATO and Partners", isLiteral: true)
}
