public import DossierSite
import DossierSource

/// A text whose exhibits are tried: a record's own, or a translation of it.
public struct ExhibitText: Hashable, Sendable {
  public let record: RecordIndex
  public let language: Language
}

/// What exhibits of a site may be refused for, though nothing of the site is another.
public struct ExhibitGround: Equatable, Sendable {
  /// The languages in which there are pages.
  let languages: [Language]
  /// The templates that are there, of those that exhibits have.
  let templates: [String]
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
