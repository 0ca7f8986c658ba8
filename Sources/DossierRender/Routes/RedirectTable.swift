import DossierSite

/// The forms in which hosts read which addresses lead on.
public enum RedirectFormat: String, Sendable, CaseIterable {
  /// A line "from to 301" for each: Netlify, Cloudflare Pages.
  case lines = "_redirects"
  /// The lines of a `map` of nginx.
  case nginx = "_redirects.nginx"
}

/// The former addresses of records with those that they have now, in every language.
///
/// A browser keeps what stands behind `#` in an address when its host redirects (RFC 9110, 10.2.2).
struct RedirectTable {
  private let languages: [Language]
  private let routes: Routes
  /// "/" or the path below which the site lies.
  private let base: String

  init(_ languages: [Language], _ routes: Routes) {
    self.languages = languages
    self.routes = routes
    base = routes.site.schema.configuration.baseAddress.map(Addresses.path) ?? "/"
  }

  func document(_ format: RedirectFormat) -> [UInt8] {
    var text = ""
    for language in languages {
      let prefix = base + routes.prefix(language)
      for (index, alias) in routes.site.aliases.enumerated() {
        let target = prefix + routes.route(ofRecord: alias.record)
        for form in forms(of: alias, at: index) {
          text += prefix + form + " " + target + (format == .lines ? " 301\n" : ";\n")
        }
      }
    }
    return Array(text.utf8)
  }

  private func forms(of alias: Alias, at index: Int) -> [String] {
    switch alias.former {
    case .name: [routes.route(ofAlias: index)]
    case .address(let address): address.forms
    }
  }
}
