import DossierSource
import DossierTables

/// Many mistakes of one sort in a table are one to whoever mends it.
enum TableFindings {
  /// So many like mistakes are told one by one.
  static let few = 3

  /// Diagnostics of which those that are alike, where they are more than a few, are told as the first
  /// of them with a count.
  ///
  /// - Parameter group: What makes a diagnostic like others, and what they share, in words; `nil` for
  ///   one that stands for itself.
  static func folded<Group: Hashable>(
    _ diagnostics: [Diagnostic], sharing what: String, _ group: (Diagnostic) -> Group?
  ) -> [Diagnostic] {
    guard diagnostics.count > few else { return diagnostics }
    var counts: [Group: Int] = [:]
    let groups = diagnostics.map(group)
    for case let group? in groups { counts[group, default: 0] += 1 }
    var told: Set<Group> = []
    return zip(diagnostics, groups).compactMap { diagnostic, group in
      guard let group, let count = counts[group], count > few else { return diagnostic }
      guard told.insert(group).inserted else { return nil }
      return Diagnostic(
        diagnostic.severity, diagnostic.code,
        diagnostic.message + "; \(count - 1) more of the kind stand in the \(what)",
        at: diagnostic.place, help: diagnostic.help)
    }
  }

  private struct ColumnGroup: Hashable {
    var code: String
    var severity: Diagnostic.Severity
    var column: Int?
  }

  /// The mistakes of one table, where those of a code in one column are alike.
  static func folded(_ diagnostics: [Diagnostic], of table: DelimitedTable) -> [Diagnostic] {
    folded(diagnostics, sharing: "column") { diagnostic in
      ColumnGroup(
        code: diagnostic.code, severity: diagnostic.severity,
        column: table.column(at: diagnostic.place.span))
    }
  }

  private struct FileGroup: Hashable {
    var path: String
    var code: String
  }

  /// What was found when tables were linked, where those of a code in one table are alike.
  static func folded(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    folded(diagnostics, sharing: "table") { diagnostic in
      TableName.endings.contains(where: diagnostic.place.path.hasSuffix)
        ? FileGroup(path: diagnostic.place.path, code: diagnostic.code) : nil
    }
  }
}
