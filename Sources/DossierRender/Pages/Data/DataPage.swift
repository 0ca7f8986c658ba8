import DossierSite
import DossierTemplate

/// The page that explains the open data: `data.html`.
struct DataView {
  var title: String
  var kinds: [DataKindView]
  /// The description of all tables, and the bibliography.
  var package: LinkView
  var sources: [LinkView]
  var licence: LinkView?

  static let shape = ViewShape<DataView>(
    "data",
    [
      .text("title") { $0.title },
      .list("kinds", of: DataKindView.shape) { $0.kinds },
      .object("package", LinkView.shape) { $0.package },
      .list("sources", of: LinkView.shape) { $0.sources },
      .object("licence", LinkView.shape) { $0.licence },
    ])
}

/// The files on the records of a kind.
struct DataKindView {
  /// The anchor: `data-missions`.
  var id: String
  var label: String
  /// How many records there are, in words.
  var count: String
  var files: [LinkView]
  var columns: [DataColumnView]

  static let shape = ViewShape<DataKindView>(
    "data-kind",
    [
      .text("id") { $0.id },
      .text("label") { $0.label },
      .text("count") { $0.count },
      .list("files", of: LinkView.shape) { $0.files },
      .list("columns", of: DataColumnView.shape) { $0.columns },
    ])
}

/// A field, as the name of its columns.
struct DataColumnView {
  var name: String
  var label: String
  var type: String
  /// The word for its unit.
  var unit: String?
  var help: String?

  static let shape = ViewShape<DataColumnView>(
    "data-column",
    [
      .text("name") { $0.name },
      .text("label") { $0.label },
      .text("type") { $0.type },
      .text("unit") { $0.unit },
      .text("help") { $0.help },
    ])
}

struct DataPage {
  let scope: PageScope

  func view() -> DataView {
    let strings = scope.edition.strings
    func file(_ label: String, _ subject: Page.Subject) -> LinkView {
      LinkView(label: label, address: scope.root + scope.routes.route(subject))
    }
    return DataView(
      title: strings["data"],
      kinds: scope.edition.order.kinds.filter(scope.routes.listedKinds.contains).map { index in
        let kind = scope.site.schema.kinds[index]
        let count = scope.site.recordsOfKind[index].count
        return DataKindView(
          id: "data-" + kind.folder, label: kind.plural[scope.language],
          count: strings.count("records", count, scope.edition.rules),
          files: scope.routes.dataFormats(ofKind: index).map { format in
            file(strings[format.stringKey], .dataFile(kind: index, format))
          },
          columns: kind.fields.map(column))
      },
      package: file("datapackage.json", .dataPackage),
      sources: scope.site.sources.isEmpty
        ? [] : BibliographyFormat.allCases.map { file($0.rawValue, .sourceData($0)) },
      licence: scope.site.schema.configuration.licence.map {
        LinkView(label: $0.name, address: $0.address)
      })
  }

  private func column(_ field: Field) -> DataColumnView {
    DataColumnView(
      name: RecordTable.name(of: field), label: field.label[scope.language], type: field.type.name,
      unit: field.unit.map(scope.edition.loneWord), help: field.help?[scope.language])
  }
}

extension DataFormat {
  /// The key of its name among the interface texts.
  var stringKey: String {
    switch self {
    case .csv: "data-table"
    case .json: "data-json"
    case .workbook: "data-workbook"
    case .schema: "data-schema"
    case .claims: "data-claims"
    case .series: "data-series"
    }
  }
}
