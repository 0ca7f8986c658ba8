/// Works as BibTeX and BibLaTeX read them.
public enum BibTeX {
  /// The work as an entry of BibTeX in UTF-8, with the fields that biblatex reads too.
  ///
  /// Titles stand in double braces, which keep their capitals.
  public static func entry(of source: Source) -> String {
    let type = BibTeXType(source)
    var entry = BibTeXEntry(type: type.rawValue, key: source.id)
    entry.add("author", names: source.authors)
    entry.add("editor", names: source.editors)
    entry.add("title", "{\(TeX.escaped(source.title))}")
    entry.add(type.containerField, source.containerTitle.map(TeX.escaped))
    entry.add(type.publisherField, source.publisher.map(TeX.escaped))
    entry.add("address", source.publisherPlace.map(TeX.escaped))
    entry.add(date: source.issued)
    entry.add("volume", source.volume.map(TeX.escaped))
    entry.add("number", (source.issue.filled ?? source.number).map(TeX.escaped))
    entry.add("pages", source.page.map(pageRange))
    entry.add("type", source.genre.map(TeX.escaped))
    entry.add("isbn", source.isbn.map(TeX.escaped))
    entry.add("doi", source.doi.filled.map { ExportText.address(DOI($0).name) })
    entry.add("url", source.url.map(ExportText.address))
    entry.add("urldate", source.accessed?.description)
    entry.add("langid", source.language.map(TeX.escaped))
    return entry.finished()
  }

  /// A range with two hyphens, as TeX wants it.
  private static func pageRange(_ page: String) -> String {
    let (first, last) = ExportText.pages(page)
    return TeX.escaped(first) + (last.map { "--" + TeX.escaped($0) } ?? "")
  }
}

private enum BibTeXType: String {
  case article, book, incollection, inproceedings, mastersthesis, misc, phdthesis, techreport

  init(_ source: Source) {
    self =
      switch source.type {
      case "article-journal", "article-magazine", "article-newspaper", "article": .article
      case "book": .book
      case "chapter", "entry", "entry-encyclopedia", "entry-dictionary": .incollection
      case "paper-conference": .inproceedings
      case "report": .techreport
      case "thesis":
        source.genre?.lowercased().contains("master") == true
          ? .mastersthesis : .phdthesis
      default: .misc
      }
  }

  var containerField: String {
    switch self {
    case .article: "journal"
    case .incollection, .inproceedings: "booktitle"
    default: "series"
    }
  }

  var publisherField: String {
    switch self {
    case .techreport: "institution"
    case .mastersthesis, .phdthesis: "school"
    default: "publisher"
    }
  }
}

/// An entry in the making; what has no value gets no field.
private struct BibTeXEntry {
  private var text: String

  init(type: String, key: String) {
    let kept = key.utf8.filter { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "-_:.".utf8.contains(byte)
      }
    }
    text = "@\(type){\(kept.isEmpty ? "source" : String(decoding: kept, as: UTF8.self)),\n"
  }

  mutating func add(_ field: String, _ value: String?) {
    if let value = value.filled { text += "  \(field) = {\(value)},\n" }
  }

  mutating func add(_ field: String, names: [Source.Name]) {
    add(field, names.map(Self.name).joined(separator: " and "))
  }

  /// The month is one of BibTeX's own abbreviations, which take no braces.
  mutating func add(date: PartialDate?) {
    guard let date else { return }
    add("date", date.description)
    add("year", String(date.year))
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    if let month = date.month, (1...12).contains(month) {
      text += "  month = \(months[month - 1]),\n"
    }
  }

  /// Braces keep a body's name, or a family name with "and" or a comma in it, from being taken
  /// apart.
  private static func name(_ name: Source.Name) -> String {
    let family = TeX.escaped(name.family)
    guard let given = name.given.filled, !name.isLiteral else { return "{\(family)}" }
    let isOdd = family.contains(",") || family.contains(" and ")
    return (isOdd ? "{\(family)}" : family) + ", " + TeX.escaped(given)
  }

  consuming func finished() -> String { text + "}\n" }
}

private enum TeX {
  /// A text that TeX prints as it is.
  ///
  /// Braces become commands, since BibTeX counts even those after a backslash.
  static func escaped(_ text: String) -> String {
    let line = ExportText.oneLine(text)
    guard line.utf8.contains(where: isSpecial) else { return line }
    var escaped = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\textbackslash{}"
      case "{": escaped += "\\textbraceleft{}"
      case "}": escaped += "\\textbraceright{}"
      case "~": escaped += "\\textasciitilde{}"
      case "^": escaped += "\\textasciicircum{}"
      case "$", "&", "%", "#", "_": escaped += "\\\(scalar)"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "~"),
      UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "%"),
      UInt8(ascii: "#"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
