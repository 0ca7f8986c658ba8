/// Works in RIS, which programs for references read.
public enum RIS {
  /// The work as a record of RIS (Research Information Systems' tagged format, 2011), whose lines
  /// end in a line feed.
  public static func record(of source: Source) -> String {
    var record = RISRecord(type: Self.risType(source.type))
    for name in source.authors { record.add("AU", risName(name)) }
    for name in source.editors { record.add("ED", risName(name)) }
    record.add("TI", source.title)
    record.add("T2", source.containerTitle.filled ?? source.eventTitle)
    record.add("PB", source.publisher)
    record.add("CY", source.publisherPlace)
    record.add("PY", source.issued.map { String($0.year) })
    record.add("DA", source.issued.map(risDate))
    record.add("VL", source.volume)
    record.add("IS", source.issue.filled ?? source.number)
    let pages = source.page.filled.map(ExportText.pages)
    record.add("SP", pages?.first)
    record.add("EP", pages?.last)
    record.add("M3", source.genre)
    record.add("SN", source.isbn)
    record.add("DO", source.doi.filled.map { DOI($0).name })
    record.add("UR", source.url.map(ExportText.address))
    record.add("Y2", source.accessed.map(risDate))
    record.add("LA", source.language)
    return record.finished()
  }

  private static func risName(_ name: Source.Name) -> String {
    guard let given = name.given.filled, !name.isLiteral else { return name.family }
    return name.family + ", " + given
  }

  /// `YYYY/MM/DD/`, where what is not known is left empty.
  private static func risDate(_ date: PartialDate) -> String {
    var text = date.description.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "/") : $0 }
    let known = text.count { $0 == UInt8(ascii: "/") }
    text += Array(repeating: UInt8(ascii: "/"), count: 3 - known)
    return String(decoding: text, as: UTF8.self)
  }

  private static func risType(_ type: String) -> String {
    switch type {
    case "article", "article-journal": "JOUR"
    case "article-magazine": "MGZN"
    case "article-newspaper": "NEWS"
    case "book": "BOOK"
    case "chapter": "CHAP"
    case "dataset": "DATA"
    case "entry", "entry-dictionary", "entry-encyclopedia": "ENCYC"
    case "legal_case": "CASE"
    case "legislation", "treaty": "STAT"
    case "map": "MAP"
    case "paper-conference": "CPAPER"
    case "personal_communication": "PCOMM"
    case "post", "post-weblog": "BLOG"
    case "report": "RPRT"
    case "thesis": "THES"
    case "webpage": "ELEC"
    default: "GEN"
    }
  }
}

/// A record in the making; what has no value gets no line.
private struct RISRecord {
  private var text: String

  init(type: String) {
    text = "TY  - \(type)\n"
  }

  mutating func add(_ tag: String, _ value: String?) {
    let value = ExportText.oneLine(value ?? "")
    if !value.isEmpty { text += "\(tag)  - \(value)\n" }
  }

  func finished() -> String { text + "ER  - \n" }
}
