internal import DossierSource
internal import DossierXML

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
    for file in LocalesFiles.all {
      // Tests look for what is passed over in them.
      let root = try? XMLElement.read(SourceFile(path: file.path, text: file.text))
      if let root { library.add(LocaleReader.locale(root)) }
    }
    return library
  }()
}
