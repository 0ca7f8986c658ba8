internal import DossierSource

/// The styles that the tool brings along.
public enum OwnStyle: String, Sendable, CaseIterable {
  /// Author and year in brackets.
  case authorDate = "author-date"
  /// Notes: in full, then in short.
  case notes
  /// Numbers in square brackets.
  case numbered

  /// The style's file, compiled; `nil` where the tool was built without it.
  public var style: Style? {
    let bytes =
      switch self {
      case .authorDate: PackageResources.author_date_csl
      case .notes: PackageResources.notes_csl
      case .numbered: PackageResources.numbered_csl
      }
    let text = String(decoding: bytes, as: UTF8.self)
    return Style.read(SourceFile(path: "\(rawValue).csl", text: text)).value
  }
}

extension LocaleLibrary {
  /// The languages whose terms the tool brings along.
  public static let own: LocaleLibrary = {
    var library = LocaleLibrary()
    let files = [
      ("en", PackageResources.en_xml), ("uk", PackageResources.uk_xml),
      ("de", PackageResources.de_xml), ("fr", PackageResources.fr_xml),
      ("pl", PackageResources.pl_xml), ("es", PackageResources.es_xml),
    ]
    for (language, bytes) in files {
      let text = String(decoding: bytes, as: UTF8.self)
      _ = library.add(SourceFile(path: "\(language).xml", text: text))
    }
    return library
  }()
}
