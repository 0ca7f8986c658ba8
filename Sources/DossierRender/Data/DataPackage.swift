import DossierSite

/// The description of all tables: `data/datapackage.json` (Frictionless Data Package, version 1).
struct DataPackage {
  private let scope: PageScope
  private var site: LinkedSite { scope.site }
  private var configuration: SiteConfiguration { site.schema.configuration }

  init(_ scope: PageScope) {
    self.scope = scope
  }

  func document() -> [UInt8] {
    var json = JSONWriter(capacity: 65_536)
    json.object { json in
      json.add("profile", "data-package")
      json.add("name", name)
      json.add("title", configuration.title[scope.language])
      json.add("description", configuration.subtitle?[scope.language])
      json.add("homepage", configuration.baseAddress.map { $0 + "data/" })
      json.add("version", scope.edition.basis.data.modified)
      if let licence = configuration.licence { json.array("licenses") { add(licence, &$0) } }
      addPublisher(&json)
      json.array("resources") { json in
        for kind in scope.routes.listedKinds { addResources(ofKind: kind, &json) }
        addSources(&json)
        addExhibits(&json)
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// Lower-case letters, digits and hyphens of the title in the first language that has some; its
  /// host's name is no part of it, so that a copy of the site has the same.
  private var name: String {
    configuration.title.values.lazy.map { Self.plainName($0.value) }.first { !$0.isEmpty } ?? "data"
  }

  /// Empty for a title in another script.
  private static func plainName(_ title: String) -> String {
    let letters = title.lowercased().utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
      default: UInt8(ascii: "-")
      }
    }
    let words = letters.split(separator: UInt8(ascii: "-"))
    return String(decoding: Array(words.joined(separator: [UInt8(ascii: "-")])), as: UTF8.self)
  }

  private func add(_ licence: SiteConfiguration.Licence, _ json: inout JSONWriter) {
    json.object { json in
      json.add("name", licence.name)
      json.add("path", licence.address)
    }
  }

  private func addPublisher(_ json: inout JSONWriter) {
    guard let publisher = configuration.publisher?[scope.language] else { return }
    json.array("contributors") { json in
      json.object { json in
        json.add("title", publisher)
        json.add("role", "publisher")
      }
    }
  }

  private func addResources(ofKind index: KindIndex, _ json: inout JSONWriter) {
    let kind = site.schema.kinds[index]
    // Frictionless takes any file whose name ends in "schema.json" for a schema of its own, so that
    // the JSON Schema is named beside the records that it describes. The workbook holds the tables once
    // more, and a program that reads the package would take it for one table of unknown columns.
    for format in scope.routes.dataFormats(ofKind: index)
    where format != .schema && format != .workbook {
      json.lineBreak()
      json.object { json in
        json.add("name", Self.resourceName(kind, format))
        json.add("path", kind.folder + format.ending)
        json.add("title", title(kind, format))
        json.add("description", format == .csv ? kind.summary?[scope.language] : nil)
        if format.isTable {
          addTable(format, index, &json)
        } else {
          json.addFile()
          json.add("frontMatterSchema", kind.folder + DataFormat.schema.ending)
        }
      }
    }
  }

  private func title(_ kind: Kind, _ format: DataFormat) -> String {
    let words = scope.edition.strings[format.stringKey]
    return scope.edition.strings.labelled(kind.plural[scope.language], words)
  }

  private static func resourceName(_ kind: Kind, _ format: DataFormat) -> String {
    switch format {
    case .csv: kind.folder
    case .json: kind.folder + ".json"
    case .workbook: kind.folder + ".xlsx"
    case .schema: kind.folder + ".schema.json"
    case .claims: kind.folder + "-claims"
    case .series: kind.folder + "-series"
    }
  }

  private func addTable(_ format: DataFormat, _ kind: KindIndex, _ json: inout JSONWriter) {
    addDialect(&json)
    let isWide = format == .csv
    let columns =
      isWide
      ? RecordTable(scope, kind: kind).columns()
      : ClaimTable(scope, kind: kind, isOfSeries: format == .series).columns()
    json.object("schema") { json in
      json.array("fields") { json in
        for column in columns {
          json.object { add(column, isKey: isWide && column.name == "id", &$0) }
        }
      }
      json.array("missingValues") { json in
        for word in ["", DataValue.unknown, DataValue.notApplicable, DataValue.interval] {
          json.string(word)
        }
      }
      if isWide { json.add("primaryKey", strings: ["id"]) }
      addForeignKeys(columns, self: isWide ? site.schema.kinds[kind].folder : nil, &json)
    }
  }

  private func addDialect(_ json: inout JSONWriter) {
    json.add("profile", "tabular-data-resource")
    json.add("format", "csv")
    json.add("mediatype", "text/csv")
    json.add("encoding", "utf-8")
    json.object("dialect") { json in
      json.add("lineTerminator", "\r\n")
      json.add("doubleQuote", flag: true)
    }
  }

  private func add(_ column: RecordTable.Column, isKey: Bool, _ json: inout JSONWriter) {
    json.add("name", column.name)
    json.add("type", column.type)
    json.add("title", column.title)
    json.add("description", column.description)
    guard isKey || !column.choices.isEmpty else { return }
    json.object("constraints") { json in
      if isKey {
        json.add("required", flag: true)
        json.add("unique", flag: true)
      }
      json.add("enum", strings: column.choices)
    }
  }

  /// An empty resource means the table itself.
  private func addForeignKeys(
    _ columns: [RecordTable.Column], self folder: String?, _ json: inout JSONWriter
  ) {
    let keys = columns.filter { $0.target != nil }
    guard !keys.isEmpty else { return }
    json.array("foreignKeys") { json in
      for column in keys {
        json.object { json in
          json.add("fields", strings: [column.name])
          json.object("reference") { json in
            json.name("resource")
            json.string(column.target == folder ? "" : column.target ?? "")
            json.add("fields", strings: ["id"])
          }
        }
      }
    }
  }

  /// The figures behind each exhibit, in the order of the records and their texts.
  private func addExhibits(_ json: inout JSONWriter) {
    for record in site.records.indices {
      let exhibits = site.records[record].text.exhibits
      for place in exhibits.indices {
        let route = scope.routes.route(.exhibitData(record: record, place: place))
        let name = String(route.dropFirst("data/".count).dropLast(".csv".count))
        json.lineBreak()
        json.object { json in
          json.add("name", name.replacing("/", with: "-"))
          json.add("path", name + ".csv")
          json.add("title", exhibits[place].caption ?? scope.edition.title(of: record))
          addDialect(&json)
          json.object("schema") { json in
            json.array("fields") { json in
              for column in ExhibitColumns.names {
                json.object { json in
                  json.add("name", column)
                  json.add("type", "string")
                }
              }
            }
          }
        }
      }
    }
  }

  private func addSources(_ json: inout JSONWriter) {
    guard !site.sources.isEmpty else { return }
    json.lineBreak()
    json.object { json in
      json.add("name", "sources")
      json.add("path", "sources.json")
      json.add("title", scope.edition.strings["sources"])
      json.addFile()
    }
  }
}

extension JSONWriter {
  fileprivate mutating func addFile() {
    add("profile", "data-resource")
    add("format", "json")
    add("mediatype", "application/json")
    add("encoding", "utf-8")
  }
}
