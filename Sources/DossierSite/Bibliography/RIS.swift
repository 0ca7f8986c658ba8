import DossierCitation
import DossierSource

/// Works in RIS, which programs for references read.
public enum RIS {
  /// The works as a file, a record after the other.
  public static func document(of sources: some Sequence<Source>) -> String {
    sources.map(record).joined(separator: "\n")
  }

  /// The work as a record of RIS (Research Information Systems' tagged format, 2011), whose lines
  /// end in a line feed.
  public static func record(of source: Source) -> String {
    let work = source.citable
    var record = RISRecord(type: Self.risType(work.type))
    for (variable, tag) in [
      ("author", "AU"), ("editor", "ED"), ("container-author", "A2"), ("collection-editor", "A3"),
      ("translator", "A4"),
    ] {
      for name in work.names[variable] ?? [] { record.add(tag, risName(name)) }
    }
    record.add("TI", work.texts["title"] ?? source.title)
    record.add("ST", work.texts["title-short"])
    record.add("T2", work.texts["container-title"].filled ?? work.texts["event-title"])
    record.add("T3", work.texts["collection-title"])
    record.add("J2", work.texts["container-title-short"])
    record.add("PB", work.texts["publisher"] ?? source.publisher)
    record.add("CY", work.texts["publisher-place"])
    let issued = work.dates["issued"]
    record.add("PY", issued?.start.map { String($0.year) } ?? issued?.literal)
    record.add("DA", issued?.start.map(risDate))
    record.add("ET", work.texts["edition"])
    record.add("VL", work.texts["volume"])
    record.add("NV", work.texts["number-of-volumes"])
    record.add("IS", work.texts["issue"].filled ?? work.texts["number"])
    if work.texts["issue"].filled != nil { record.add("M1", work.texts["number"]) }
    let pages = work.texts["page"].filled.map(ExportText.pages)
    record.add("SP", pages?.first)
    record.add("EP", pages?.last)
    record.add("M3", work.texts["genre"])
    record.add("SN", work.texts["ISBN"].filled ?? work.texts["ISSN"])
    record.add("DO", work.texts["DOI"].filled.map { DOI($0).name })
    record.add("UR", (work.texts["URL"] ?? source.url).map(ExportText.address))
    record.add("Y2", work.dates["accessed"]?.start.map(risDate))
    record.add("AB", work.texts["abstract"])
    for word in (work.texts["keyword"] ?? "").split(separator: ",") {
      record.add("KW", String(word))
    }
    record.add("N1", work.texts["note"] ?? source.note?.values.first?.value)
    record.add("LA", work.texts["language"])
    record.add("ID", source.id)
    return record.finished()
  }

  /// "Family, Given, Suffix"; a body's name as it is.
  private static func risName(_ name: WorkName) -> String {
    if let literal = name.literal { return literal }
    let family = [name.droppingParticle, name.nonDroppingParticle, name.family].joinedWords()
    return [family, name.given, name.suffix].joinedWords(by: ", ")
  }

  /// `YYYY/MM/DD/`, where what is not known is left empty.
  private static func risDate(_ date: WorkDate.Point) -> String {
    func padded(_ number: Int?) -> String { number.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "" }
    let day = date.month == nil ? nil : date.day
    return "\(date.year)/\(padded(date.month))/\(padded(day))/"
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
