import DossierSite

extension Routes {
  /// What stands before the routes of a language's pages: nothing for the original's.
  func prefix(_ language: Language) -> String {
    language == site.schema.configuration.original ? "" : language.code + "/"
  }

  /// The absolute address of a page; `nil` where nobody said where the site is published.
  func publishedAddress(_ subject: Page.Subject, in language: Language) -> String? {
    publishedAddress(ofRoute: prefix(language) + route(subject))
  }

  /// The absolute address of a file, where a folder stands for its `index.html`.
  func publishedAddress(ofRoute route: String) -> String? {
    site.schema.configuration.baseAddress.map { $0 + route.withoutIndex }
  }

  /// The record whose texts are a page's matter.
  func matter(_ subject: Page.Subject) -> RecordIndex? {
    switch subject {
    case .record(let record), .handout(let record), .exhibit(let record, _): record
    case .home: site.home
    default: nil
    }
  }

  /// A page in all languages in which its own matter is, by absolute address, and the original as
  /// `x-default`; none where there is one, or where nobody said where the site is published.
  func alternates(_ subject: Page.Subject) -> [(language: String, address: String)] {
    let languages = site.schema.configuration.languages
    guard languages.count > 1, subject.isListed else { return [] }
    let matter = matter(subject)
    let alternates = languages.compactMap { language -> (language: String, address: String)? in
      guard matter.map({ isThere($0, in: language) }) ?? true else { return nil }
      return publishedAddress(subject, in: language).map { (language.code, $0) }
    }
    guard alternates.count > 1 else { return [] }
    // Who reads none of them gets the original.
    return alternates + alternates.prefix(1).map { ("x-default", $0.address) }
  }
}

extension String {
  /// A route, where a folder stands for its `index.html`.
  fileprivate var withoutIndex: Substring {
    let name = "index.html"
    guard hasSuffix(name) else { return self[...] }
    let folder = dropLast(name.utf8.count)
    return folder.isEmpty || folder.hasSuffix("/") ? folder : self[...]
  }
}
