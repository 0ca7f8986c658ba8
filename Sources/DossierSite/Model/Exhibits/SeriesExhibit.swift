import DossierSource

extension Exhibit {
  /// The chart of one series of a record, as an author would ask for it.
  public static func line(of field: String, of record: RecordKey) -> Exhibit {
    let span = Span(line: 1, column: 1)
    var values = ExhibitValues()
    values[ExhibitDeclaration.form] = .text(ChartExhibit.Form.line.rawValue)
    values["records"] = .records([LocatedKey(key: record, span: span)])
    values["field"] = .ids([Located(id: field, span: span)])
    return Exhibit(
      id: nil, caption: nil, values: values, content: ChartExhibit(values), span: span)
  }
}
