/// What entries take from others: `crossref`, whose title is the title of what holds the work, and
/// `xdata`, which holds fields for others.
struct BibTeXInheritance {
  private let items: [String: BibTeXItem]
  /// More steps from entry to entry than anyone means.
  private static let longest = 8

  init(_ items: [BibTeXItem]) {
    self.items = Dictionary(
      items.map { ($0.key.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Fields that say something of their own entry alone.
  private static let own: Set<String> = [
    "crossref", "xref", "xdata", "ids", "label", "keywords", "note", "annote", "annotation",
    "abstract", "shorttitle", "shorthand", "options", "entryset", "entrysubtype", "related", "file",
    "doi", "url", "urldate", "pages", "author",
  ]

  /// The entry with what it inherits.
  func filled(_ item: BibTeXItem, step: Int = 0) -> BibTeXItem {
    guard step < Self.longest else { return item }
    var filled = item
    var known = Set(item.fields.map(\.name))
    for name in (item["xdata"] ?? "").split(separator: ",") {
      guard let data = parent(String(name), of: item) else { continue }
      for field in self.filled(data, step: step + 1).fields
      where known.insert(field.name).inserted {
        filled.fields.append(field)
      }
    }
    guard let whole = parent(item["crossref"] ?? "", of: item) else { return filled }
    let isPart = ["in", "supp", "bookin", "article", "conference"].contains(
      where: item.type.hasPrefix)
    for field in self.filled(whole, step: step + 1).fields {
      var field = field
      if isPart { field.name = Self.nameInPart(field.name, of: item.type) }
      let isAuthors = field.name == "author" && !isPart
      guard isAuthors || !Self.own.contains(field.name), known.insert(field.name).inserted
      else { continue }
      filled.fields.append(field)
    }
    return filled
  }

  private func parent(_ name: String, of item: BibTeXItem) -> BibTeXItem? {
    let key = name.split(whereSeparator: \.isWhitespace).joined().lowercased()
    return key == item.key.lowercased() ? nil : items[key]
  }

  private static func nameInPart(_ name: String, of type: String) -> String {
    let holder = type == "article" ? "journal" : "book"
    return switch name {
    case "title", "subtitle": holder + name
    case "author" where type == "inbook": "author-of-whole"
    default: name
    }
  }
}
