import DossierSource

extension SiteRegister {
  private static let tableHelp =
    "; a table of facts lies in the folder of its kind, with a column 'id', or 'record' and 'field'"

  /// The files of `content/` that nothing reads, shows or links.
  ///
  /// Not asked where anything is hidden, which may need what nothing else does.
  ///
  /// - Parameter used: Paths of what the texts show or link.
  func unreadFiles(besides used: Set<String>) -> [Diagnostic] {
    guard !names.hidesAnything else { return [] }
    return files.paths.subtracting(used).sorted().map { path in
      let name = path.split(separator: "/").last ?? ""
      let link =
        ContentPurpose.isImage(path)
        ? "show it in a text, ![what it shows]" : "link it from a text, [words]"
      return .warning(
        "file.unread", "nothing reads, shows or links this file; it is not published",
        at: Place(path: path, line: 1, column: 1),
        help: "\(link)(\(name)), or remove it"
          + (TableName.endings.contains(where: path.hasSuffix) ? Self.tableHelp : ""))
    }
  }
}
