import DossierSite

/// The parts over which a long list goes.
struct PartLinks {
  let scope: PageScope

  /// Links to the parts of a list; none where it has one.
  func pages(
    _ parts: Int, current: Int, subject: (Int) -> Page.Subject
  ) -> [LinkView] {
    guard parts > 1 else { return [] }
    return (0..<parts).map { part in
      LinkView(
        label: scope.edition.strings.text("pages-of", ["n": String(part + 1)]),
        address: scope.pageAddress(subject(part)), isCurrent: part == current)
    }
  }
}
