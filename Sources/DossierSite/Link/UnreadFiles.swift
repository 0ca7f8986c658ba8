import DossierSource

extension LinkedSite {
  /// The endings of files that hold data or words, and that authors lay beside a text to be read.
  private static let readable = [
    "csv", "tsv", "xls", "xlsx", "ods", "json", "txt", "rst", "org", "adoc", "doc", "docx", "odt",
    "rtf", "bib", "ris", "html", "htm",
  ]

  /// The files of `content/` that nothing reads, shows or links, and that say something.
  ///
  /// Not asked where anything is hidden, which may need what nothing else does.
  func unreadFiles() -> [Diagnostic] {
    guard !hidesAnything else { return [] }
    return assetPaths.subtracting(assets).sorted().compactMap { path in
      let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
      guard Self.readable.contains(ending) else { return nil }
      return .warning(
        "file.unread", "nothing reads or links this file; it is not published",
        at: Place(path: path, line: 1, column: 1),
        help: "link it from a text, [words](\(path.split(separator: "/").last ?? "")), or remove it"
      )
    }
  }
}
