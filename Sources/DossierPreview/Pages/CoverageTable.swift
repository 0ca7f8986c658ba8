import DossierBuild

/// The records of a kind against its fields: what is sourced, stated, disputed, unknown or missing.
struct CoverageTable {
  let kind: KindCoverage
  let editor: EditorLink

  /// More rows than these make a browser slow; the counts are of all.
  private static let mostRows = 200

  /// A folded table, the sum of each field in its head.
  func html() -> String {
    let heads = zip(kind.fields, kind.told).map { name, told in
      "<th scope=\"col\">\(PlainPage.escaped(name)) <small>\(told)</small></th>"
    }
    let rows = kind.rows.prefix(Self.mostRows).map(row)
    let rest = kind.rows.count - rows.count
    return """
      <details><summary>\(PlainPage.escaped(kind.folder)) (\(kind.rows.count))</summary>
      <div class="wide"><table class="coverage">
      <thead><tr><th scope="col">Record</th>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table></div>
      \(rest > 0 ? "<p>and \(rest) more</p>\n" : "")</details>

      """
  }

  private func row(_ row: KindCoverage.Row) -> String {
    let cells = row.states.map { "<td class=\"\($0)\">\(Self.sign($0))</td>" }
    let address = PlainPage.escaped(editor.address(of: row.place))
    return """
      <tr><th scope="row"><a href="\(address)">\(PlainPage.escaped(row.name))</a></th>\(cells.joined())</tr>

      """
  }

  /// A word that can be seen at a glance; nothing where nothing is wanting.
  private static func sign(_ state: KindCoverage.State) -> String {
    switch state {
    case .sourced: "sourced"
    case .stated: "stated"
    case .disputed: "differ"
    case .unknown: "unknown"
    case .missing: "–"
    }
  }
}
