/// Where what a project declares is written.
public enum DeclarationPath {
  static let units = "content/units.yml"

  /// Whether a file is one that ``SiteSchema/decode(_:)`` reads.
  public static func holds(_ path: String) -> Bool {
    path == SiteConfiguration.path || path == units || folder(ofKind: path) != nil
      || folder(ofTables: path) != nil || language(ofRules: path) != nil
  }

  /// The language of a project's own file of rules.
  static func language(ofRules path: String) -> Language? {
    Language(ofFile: path, in: "content/languages/").flatMap { language in
      let letters = language.code.utf8
      let isCode = (2...3).contains(letters.count) && letters.allSatisfy { (97...122).contains($0) }
      return isCode ? language : nil
    }
  }

  /// The folder of a file that says how its tables are read.
  static func folder(ofTables path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.count == 3 && parts[2] == "_tables.yml" ? String(parts[1]) : nil
  }

  /// The folder of a kind's file that lies directly in a folder of `content`.
  static func folder(ofKind path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.count == 3 && parts[2] == "_kind.yml" ? String(parts[1]) : nil
  }
}
