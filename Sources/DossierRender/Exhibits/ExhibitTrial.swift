public import DossierSite
import DossierSource

/// A text whose exhibits are tried: a record's own, or a translation of it.
public struct ExhibitText: Hashable, Sendable {
  public let record: RecordIndex
  public let language: Language
}

struct ExhibitTrial {
  let scope: PageScope

  /// What is wrong with the exhibits of a record's text in the language of the page.
  func refusedExhibits(of record: RecordIndex) -> [Diagnostic] {
    let entry = scope.site.records[record]
    let path = scope.edition.translation(of: entry)?.path ?? entry.path
    return scope.edition.exhibits(of: record).enumerated().compactMap { index, exhibit in
      let place = PlacedExhibit(scope: scope, exhibit: exhibit, record: record, number: index + 1)
      return place.refusal().map { refusal in
        .error(
          refusal.code, refusal.message, at: Place(path: path, span: exhibit.span),
          help: refusal.help)
      }
    }
  }
}
