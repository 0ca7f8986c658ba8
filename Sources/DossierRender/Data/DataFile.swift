import DossierSite

struct DataFiles {
  let scope: PageScope

  func render(_ format: DataFormat, ofKind kind: KindIndex) -> [UInt8] {
    switch format {
    case .csv: RecordTable(scope, kind: kind).csv()
    case .json: RecordJSON(scope, kind: kind).document()
    case .schema: FrontMatterSchema(scope, kind: kind).document()
    case .workbook: RecordWorkbook(scope, kind: kind).bytes()
    case .claims: ClaimTable(scope, kind: kind, isOfSeries: false).csv()
    case .series: ClaimTable(scope, kind: kind, isOfSeries: true).csv()
    }
  }
}
