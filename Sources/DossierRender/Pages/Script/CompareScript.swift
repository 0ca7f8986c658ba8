import DossierMarkdown
import DossierSite
import DossierTemplate

/// The facts of a kind's records as cells of comparisons, in the language of the page, as a classic
/// script: a page that is opened from disk may load nothing else.
///
/// The cells are rendered as those of an exhibit are; the script only sets them side by side. A bar is
/// drawn on a scale that holds all records of the kind, and has its ends beside it, so that the script
/// can stretch it to the scale of those that are chosen.
struct CompareScript {
  private let scope: PageScope
  private let kind: KindIndex
  private let fields: [FieldIndex]
  private let records: [RecordIndex]
  /// The works behind all cells, each once, by the number that stands for it.
  private var numbers: [String: Int] = [:]
  private var works: [(label: String, address: String)] = []

  /// - Parameter edition: The edition whose words the cells have; addresses are relative to the page
  ///   that loads the file, which lies at the root of its language.
  init(_ edition: Edition, ofKind kind: KindIndex) {
    self.kind = kind
    let page = edition.prefix + edition.routes.route(.compare)
    scope = PageScope(
      edition: edition, root: Addresses.root(of: page), record: nil, roots: edition.roots)
    fields = edition.routes.comparedFields(ofKind: kind)
    records = edition.sorted(edition.site.recordsOfKind[kind], by: .name)
  }

  static func document(_ edition: Edition, ofKind kind: KindIndex) -> [UInt8] {
    var script = CompareScript(edition, ofKind: kind)
    return script.document()
  }

  private mutating func document() -> [UInt8] {
    let declaration = scope.site.schema.kinds[kind]
    let builder = CompareCells(scope: scope)
    let rows = fields.map { field in records.map { builder.cell(field, of: $0) } }
    let scales = rows.map { CompareScale($0.compactMap(\.extent)) }
    var json = JSONWriter(capacity: 65_536)
    json.object { json in
      json.array("fields") { json in
        for (field, scale) in zip(fields, scales) {
          add(declaration.fields[field], declaration, scale, to: &json)
        }
      }
      json.array("records") { json in
        for (place, record) in records.enumerated() {
          json.lineBreak()
          json.object { json in
            add(record, to: &json)
            json.array("cells") { json in
              for (row, scale) in zip(rows, scales) { add(row[place], scale, to: &json) }
            }
          }
        }
      }
      json.array("works") { json in
        for work in works {
          json.array { json in
            json.string(work.label)
            json.string(work.address)
          }
        }
      }
    }
    return Array("(window.DossierData = window.DossierData || {})[\"\(declaration.id)\"] = ".utf8)
      + json.bytes + Array(";\n".utf8)
  }

  private func add(
    _ field: Field, _ kind: Kind, _ scale: CompareScale?, to json: inout JSONWriter
  ) {
    json.object { json in
      json.add("id", field.id)
      json.add("label", field.label[scope.language])
      json.add("group", kind.groups.first { $0.id == field.group }?.label[scope.language])
      if field.isCompared { json.add("compare", flag: true) }
      guard let scale else { return }
      json.name("scale")
      add([scale.range.start, scale.range.end], to: &json)
      if case .quantities = scale { json.add("zero", flag: true) }
    }
  }

  private func add(_ record: RecordIndex, to json: inout JSONWriter) {
    let (name, title) = (scope.edition.name(of: record), scope.edition.title(of: record))
    json.add("id", scope.site.records[record].key.id)
    json.add("label", name)
    if title != name { json.add("title", title) }
    json.add("lang", scope.titleLanguage(of: record))
    json.add("address", scope.address(of: .record(record)))
  }

  /// The cell of a record that says nothing.
  static func empty(_ scope: PageScope) -> (html: String, text: String) {
    let text = scope.edition.strings["no-claim"]
    return (html(of: CompareCellView(absence: text), scope), text)
  }

  private static func html(of view: CompareCellView, _ scope: PageScope) -> String {
    var html: [UInt8] = []
    scope.templates.render(
      "partials/compare-cell", CompareCellView.shape.object(view), roots: scope.roots, into: &html)
    return String(decoding: html, as: UTF8.self)
  }

  private mutating func add(
    _ cell: CompareCell, _ scale: CompareScale?, to json: inout JSONWriter
  ) {
    guard !cell.isEmpty else { return json.literal("0") }
    var view = cell.view
    view.bar = cell.extent.flatMap { extent in scale.map { $0.bar(of: extent) } }
    let behind = cell.citations.compactMap { number(of: $0.id) }
    json.object { json in
      json.add("html", Self.html(of: view, scope))
      json.add("text", view.absence ?? view.values.map(\.text).joined(separator: "; "))
      if !behind.isEmpty {
        json.name("works")
        json.array { json in
          for number in behind { json.literal(String(number)) }
        }
      }
      json.add("of", cell.of)
      if let extent = cell.extent, let scale { add(extent, scale, to: &json) }
    }
  }

  /// What the cell needs of its row's scale, as numbers and in words.
  private func add(_ extent: CellExtent, _ scale: CompareScale, to json: inout JSONWriter) {
    guard let (low, high) = extent.ends else { return }
    json.name("ends")
    add([low, high], to: &json)
    let rules = scope.edition.rules
    json.add("words", strings: [scale.label(low, rules), scale.label(high, rules)])
  }

  private func add(_ numbers: [Double], to json: inout JSONWriter) {
    json.array { json in
      for number in numbers { json.literal(DataValue.number(number)) }
    }
  }

  /// The number of a work in the list; `nil` for one that is not there.
  private mutating func number(of id: String) -> Int? {
    if let number = numbers[id] { return number }
    guard let source = scope.site.source(id) else { return nil }
    let number = works.count
    numbers[id] = number
    works.append(
      (
        WorkWords(scope: scope).label(of: scope.site.sources[source]),
        scope.pageAddress(.source(source))
      ))
    return number
  }
}
