import DossierMarkdown
import DossierSite
import DossierTables

/// A kind as a workbook for readers: `data/missions.xlsx`, in the language of the originals.
struct RecordWorkbook {
  private let scope: PageScope
  private let kindIndex: KindIndex
  private let kind: Kind
  private var strings: InterfaceStrings { scope.edition.strings }

  init(_ scope: PageScope, kind index: KindIndex) {
    self.scope = scope
    kindIndex = index
    kind = scope.site.schema.kinds[index]
  }

  func bytes() -> [UInt8] { Workbook(title: title, sheets: sheets).bytes() }

  /// The records, their claims and series where the kind has any, the works they cite, and notes.
  var sheets: [Workbook.Sheet] {
    var sheets = [recordSheet]
    for format in scope.routes.dataFormats(ofKind: kindIndex) {
      if format == .claims { sheets.append(claimSheet("sheet-claims", isOfSeries: false)) }
      if format == .series { sheets.append(claimSheet("sheet-series", isOfSeries: true)) }
    }
    return sheets + [sourceSheet, noteSheet]
  }

  private var title: String {
    strings.labelled(
      scope.site.schema.configuration.title[scope.language], kind.plural[scope.language])
  }

  private func sheet(_ key: String, _ head: [String], _ rows: [[DataCell]]) -> Workbook.Sheet {
    Workbook.Sheet(name: strings[key], head: head, rows: rows.map { $0.map(\.workbookCell) })
  }

  private var recordSheet: Workbook.Sheet {
    let table = RecordTable(scope, kind: kindIndex)
    return sheet("sheet-records", table.columns().map(\.name), table.rows())
  }

  private func claimSheet(_ key: String, isOfSeries: Bool) -> Workbook.Sheet {
    let table = ClaimTable(scope, kind: kindIndex, isOfSeries: isOfSeries)
    return sheet(key, table.columns().map(\.name), table.rows())
  }

  /// The works that the records cite, in the order of their ids.
  private var sourceSheet: Workbook.Sheet {
    let head = ["id", "type", "author", "title", "container-title", "publisher"]
    let more = ["issued", "accessed", "URL", "DOI", "archived", "grade"]
    let rows = citedSources.map { source -> [DataCell] in
      let names = source.authors.map { name in
        name.given.map { "\(name.family), \($0)" } ?? name.family
      }
      return [
        .word(source.id), .word(source.type), .text(names.joined(separator: "; ")),
        .text(source.title), .text(source.containerTitle ?? ""), .text(source.publisher ?? ""),
        .date(source.issued?.description ?? ""), .date(source.accessed?.description ?? ""),
        .word(source.url ?? ""), .word(source.doi ?? ""), .word(source.archived ?? ""),
        .text(source.grade ?? ""),
      ]
    }
    return sheet("sheet-sources", head + more, rows)
  }

  private var citedSources: [Source] {
    var ids: Set<String> = []
    for record in scope.site.recordsOfKind[kindIndex] {
      for statement in scope.site.facts.statements(of: record) {
        for evidence in statement.evidence { ids.formUnion(evidence.sources.map(\.id)) }
      }
    }
    return scope.site.sources.filter { ids.contains($0.id) }
  }

  /// What the file is, how it is read, and what its columns mean.
  private var noteSheet: Workbook.Sheet {
    let configuration = scope.site.schema.configuration
    var rows: [[DataCell]] = [[.text(title), .empty]]
    if let publisher = configuration.publisher?[scope.language] {
      rows.append([.text(publisher), .empty])
    }
    if let address = configuration.baseAddress { rows.append([.word(address), .empty]) }
    if let licence = configuration.licence {
      rows.append([.word(licence.name), .word(licence.address)])
    }
    for key in ["table", "evidence", "absence", "lists"] {
      rows.append([.text(strings["data-explains-" + key]), .empty])
    }
    for field in kind.fields {
      let unit = field.unit.map(scope.edition.loneWord)
      let words = [field.label[scope.language], unit, field.help?[scope.language]]
      rows.append([
        .word(RecordTable.name(of: field)), .text(words.compactMap(\.self).joined(separator: ". ")),
      ])
    }
    return sheet("sheet-notes", [strings["data-reading"], ""], rows)
  }
}
