import DossierSource

extension [Diagnostic] {
  /// Those of a sorted list that another sorted list has not, wherever in its file it has them: an edit
  /// moves the lines of what stands below it.
  ///
  /// Files of which both say the same are passed over.
  func new(after others: [Diagnostic]) -> [Diagnostic] {
    if self == others { return [] }
    var new: [Diagnostic] = []
    var (rest, old) = (self[...], others[...])
    while let path = rest.first?.place.path {
      old = old.drop { $0.place.path < path }
      let (now, before) = (
        rest.prefix { $0.place.path == path }, old.prefix { $0.place.path == path }
      )
      (rest, old) = (rest[now.endIndex...], old[before.endIndex...])
      if now == before { continue }
      let known = Set(before.map(Finding.init))
      new += now.filter { !known.contains(Finding($0)) }
    }
    return new
  }
}

/// A diagnostic of a file without its line.
private struct Finding: Hashable {
  let code: String
  let message: String

  init(_ diagnostic: Diagnostic) {
    (code, message) = (diagnostic.code, diagnostic.message)
  }
}
