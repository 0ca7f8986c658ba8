import DossierSource

/// An entry of BibTeX as an item of CSL-JSON.
struct BibTeXWork {
  private let item: BibTeXItem
  private var members: [(key: String, value: JSONNode)] = []
  /// Commands of LaTeX that are not known.
  private(set) var unknown: [String] = []

  /// - Parameter item: With what it inherits.
  init(_ item: BibTeXItem) {
    self.item = item
    let type = type
    add("id", item.key, at: item.keyOffset)
    add("type", type, at: item.offset)
    addTitles()
    for (name, value, offset) in item.fields {
      if let key = BibTeXFields.names[name] {
        let names = BibTeXNames.read(value)
        if !names.isEmpty, !has(key) { members.append((key, JSONNode(.array(names), at: offset))) }
      } else if let key = BibTeXFields.dates[name] {
        if !has(key) { add(key, TeXText.verbatim(value), at: offset) }
      } else if let key = BibTeXFields.texts[name] {
        if has(key), key == "note" {
          append(", " + text(value), to: key)
        } else if !has(key), key != "genre" || value != item.type {
          add(key, text(value, keepsCapitals: key.hasSuffix("title")), at: offset)
        }
      }
    }
    addDate()
    addNumbers(type)
    addAddresses()
    addLanguage()
    if !has("genre"), let genre = BibTeXFields.genres[item.type] {
      add("genre", genre, at: item.offset)
    }
  }

  /// The item; its members stand where the fields do.
  var node: JSONNode { JSONNode(.object(members), at: item.offset) }

  private var type: String {
    let type = BibTeXFields.types[item.type] ?? item.type
    guard type == "article-journal", let kind = item["entrysubtype"] else { return type }
    return ["magazine": "article-magazine", "newspaper": "article-newspaper"][kind] ?? type
  }

  private func has(_ key: String) -> Bool { members.contains { $0.key == key } }

  private func offset(_ name: String) -> Int {
    item.fields.first { $0.name == name }?.offset ?? item.offset
  }

  private mutating func text(_ value: String, keepsCapitals: Bool = false) -> String {
    let read = TeXText.read(value, keepsCapitals: keepsCapitals)
    unknown += read.unknown
    return read.text
  }

  private mutating func add(_ key: String, _ text: String, at offset: Int) {
    if !text.isEmpty { members.append((key, JSONNode(.string(text), at: offset))) }
  }

  private mutating func append(_ more: String, to key: String) {
    guard let index = members.firstIndex(where: { $0.key == key }),
      case .string(let text) = members[index].value.value
    else { return }
    members[index].value.value = .string(text + more)
  }

  /// Titles with their subtitles.
  private mutating func addTitles() {
    for (name, key) in [
      ("title", "title"), ("journaltitle", "container-title"), ("journal", "container-title"),
      ("booktitle", "container-title"), ("maintitle", "container-title"),
    ] {
      guard let value = item[name], !has(key) || name == "title" else { continue }
      let base = name.hasSuffix("title") ? String(name.dropLast(5)) : name
      let parts = [value, item[base + "subtitle"], item[base + "titleaddon"]].compactMap(\.self)
      let texts = parts.map { text($0, keepsCapitals: true) }.filter { !$0.isEmpty }
      let whole = texts.prefix(2).joined(separator: item[base + "subtitle"] == nil ? ". " : ": ")
      add(
        key, ([whole] + texts.dropFirst(2)).joined(separator: ". "), at: offset(name))
    }
  }

  private mutating func addDate() {
    guard !has("issued") else { return }
    guard let year = item["year"] else {
      // What is not published yet says so in the place of its date.
      if let state = item["pubstate"] {
        add("issued", PublicationState.words(text(state)), at: offset("pubstate"))
      }
      return
    }
    var date = text(year)
    if Int(date) != nil, date.utf8.count == 4, let written = item["month"] {
      let month = text(written).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let day = (item["day"].map { text($0) }).flatMap { Int($0) }
      if let number = Int(month), (1...12).contains(number) {
        date += "-" + (number < 10 ? "0" : "") + String(number)
        if let day, (1...31).contains(day) { date += "-" + (day < 10 ? "0" : "") + String(day) }
      } else {
        date = [day.map(String.init), month, date].compactMap(\.self).joined(separator: " ")
      }
    }
    add("issued", date, at: offset("year"))
  }

  /// A number is that of an issue, of a series or of the work, by what the entry is.
  private mutating func addNumbers(_ type: String) {
    if let pages = item["pages"] {
      add("page", text(pages).replacing("–", with: "-"), at: offset("pages"))
    }
    let isPeriodical = type.hasPrefix("article-") || type == "periodical"
    if let number = item["number"] {
      let key = isPeriodical ? "issue" : item["series"] != nil ? "collection-number" : "number"
      add(key, text(number), at: offset("number"))
    }
    if let issue = item["issue"] {
      add(has("issue") ? "number" : "issue", text(issue), at: offset("issue"))
    }
  }

  private mutating func addAddresses() {
    for (name, key) in [("doi", "DOI"), ("url", "URL")] {
      if let value = item[name] { add(key, TeXText.verbatim(value), at: offset(name)) }
    }
    guard let eprint = item["eprint"] else { return }
    let archive = item["eprinttype"] ?? item["archiveprefix"] ?? ""
    let name = archive.isEmpty ? "" : archive + ":"
    add(
      has("number") ? "archive_location" : "number", name + TeXText.verbatim(eprint),
      at: offset("eprint"))
  }

  private mutating func addLanguage() {
    for name in ["langid", "language", "hyphenation"] where !has("language") {
      guard let value = item[name] else { continue }
      let language = text(value)
      add("language", BibTeXFields.languages[language.lowercased()] ?? language, at: offset(name))
    }
    let others = BibTeXNames.pieces(item["ids"] ?? "", at: ",").filter { !$0.isEmpty }
    if !others.isEmpty {
      let ids = others.map { JSONNode(.string($0), at: offset("ids")) }
      members.append(("aliases", JSONNode(.array(ids), at: offset("ids"))))
    }
  }
}
