import DossierSite

/// The long tables of a kind: a row for each claim, or for each point of a series.
struct ClaimTable {
  private let scope: PageScope
  private let kindIndex: KindIndex
  private let kind: Kind
  /// By their index in the kind.
  private let fields: [FieldIndex]
  private let isOfSeries: Bool

  init(_ scope: PageScope, kind index: KindIndex, isOfSeries: Bool) {
    self.scope = scope
    self.isOfSeries = isOfSeries
    kindIndex = index
    let kind = scope.site.schema.kinds[index]
    self.kind = kind
    fields = kind.fields.indices.filter { (kind.fields[$0].type == .series) == isOfSeries }
  }

  func csv() -> [UInt8] {
    var csv = CSVWriter(header: columns().map(\.name))
    for record in scope.site.recordsOfKind[kindIndex] {
      let id = scope.site.records[record].key.id
      for field in fields {
        let values = DataValues(scope: scope).dataValues(ofField: field, of: record, kind)
        for (number, data) in values.enumerated() { add(data, number, field, id, to: &csv) }
      }
    }
    return csv.bytes
  }

  private func add(
    _ data: DataValue, _ number: Int, _ index: FieldIndex, _ record: String, to csv: inout CSVWriter
  ) {
    let field = kind.fields[index]
    csv.add(record)
    csv.add(field.id)
    if isOfSeries { csv.add(data.asOf) } else { csv.add(String(number + 1)) }
    data.isText ? csv.add(text: data.value) : csv.add(data.value)
    csv.add(data.low)
    csv.add(data.high)
    csv.add(field.type.isNumeric ? field.unit ?? "" : "")
    csv.add(data.of)
    csv.add(data.isApproximate ? "true" : "")
    if !isOfSeries { csv.add(data.asOf) }
    csv.add(data.source)
    csv.add(data.basis)
    csv.add(text: data.note)
    csv.endRow()
  }

  /// The columns in their order.
  func columns() -> [RecordTable.Column] {
    let strings = scope.edition.strings
    func column(_ name: String, _ type: String = "string") -> RecordTable.Column {
      RecordTable.Column(name: name, title: strings["data-" + name], type: type)
    }
    var record = RecordTable.Column(name: "record", title: kind.label[scope.language])
    record.target = kind.folder
    let place = isOfSeries ? column("as-of") : column("item", "integer")
    let value = column("value", isOfSeries ? "number" : "string")
    let head = [record, column("field"), place, value, column("low", "number")]
    let middle = [
      column("high", "number"), column("unit"), column("of"), column("approximate", "boolean"),
    ]
    let date = isOfSeries ? [] : [column("as-of")]
    return head + middle + date + [column("source"), column("basis"), column("note")]
  }
}
