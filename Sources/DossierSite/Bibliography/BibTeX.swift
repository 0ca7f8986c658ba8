import DossierCitation
import DossierSource

/// Works as BibTeX and BibLaTeX read them.
public enum BibTeX {
  /// Which of the two an entry is for.
  public enum Dialect: Sendable {
    /// With the types and fields that every style of BibTeX knows.
    case bibTeX
    /// With those of BibLaTeX's data model, version 3.18, and dates in EDTF.
    case bibLaTeX
  }

  /// The works as a file in UTF-8, an entry after the other.
  ///
  /// Keys that differ by signs alone which no key may have are told apart by a number.
  public static func document(of sources: some Sequence<Source>, _ dialect: Dialect) -> String {
    var uses: [String: Int] = [:]
    return sources.map { source in
      let key = BibTeXKey.key(source.id)
      let count = uses[key.lowercased(), default: 0] + 1
      uses[key.lowercased()] = count
      return entry(of: source, dialect, key: count == 1 ? key : "\(key)-\(count)")
    }.joined(separator: "\n")
  }

  /// The work as an entry in UTF-8.
  ///
  /// Titles stand in double braces, which keep their capitals. What an entry of the type has no field
  /// for stands in its note.
  public static func entry(of source: Source, _ dialect: Dialect = .bibTeX) -> String {
    entry(of: source, dialect, key: BibTeXKey.key(source.id))
  }

  private static func entry(of source: Source, _ dialect: Dialect, key: String) -> String {
    let work = source.citable
    let type = BibTeXType(work, dialect)
    var entry = BibTeXEntry(type: type.name, key: key)
    var rest: [String] = []
    if type.isMagazine { entry.add("entrysubtype", String(work.type.dropFirst(8))) }
    for (variable, field) in type.names {
      guard let names = work.names[variable] else { continue }
      if let field { entry.add(field, names: names) } else { rest += names.map(\.spoken) }
    }
    for (variable, names) in work.names.sorted(by: { $0.key < $1.key })
    where !type.names.contains(where: { $0.variable == variable }) {
      rest += names.map(\.spoken)
    }
    entry.add("title", "{\(TeX.title(work.texts["title"] ?? source.title))}")
    for (variable, field) in type.texts {
      guard let text = work.texts[variable], !text.isEmpty else { continue }
      let written = BibTeXFields.isTitle(variable) ? TeX.title(text) : TeX.escaped(text)
      if field == nil || !entry.add(field ?? "", written) { rest.append(text) }
    }
    entry.add("type", type.ownGenre)
    entry.add(dates: work.dates, dialect, hasEvent: type.name == "inproceedings")
    if type.hasPages { entry.add("pages", work.texts["page"].map(pageRange)) }
    entry.add("doi", work.texts["DOI"].filled.map { ExportText.address(DOI($0).name) })
    entry.add("url", (work.texts["URL"] ?? source.url).map(ExportText.address))
    entry.add("langid", work.texts["language"].flatMap(BibTeXFields.language))
    if !type.hasPages, let page = work.texts["page"] { rest.append(page) }
    let note = work.texts["note"] ?? source.note?.values.first?.value
    entry.add("note", (rest + [note].compactMap(\.self)).map(TeX.escaped).joined(separator: ". "))
    return entry.finished()
  }

  /// A range with two hyphens, as TeX wants it.
  private static func pageRange(_ page: String) -> String {
    let (first, last) = ExportText.pages(page)
    return TeX.escaped(first) + (last.map { "--" + TeX.escaped($0) } ?? "")
  }
}

/// The type of an entry and its fields; a variable without a field is put into the note.
private struct BibTeXType {
  let name: String
  var isMagazine = false
  /// Whether its entries have pages.
  let hasPages: Bool
  /// What the entry is called where the work does not say it, which a type may want.
  let ownGenre: String?
  /// By the variable of CSL, in the order of the entry.
  let names: [(variable: String, field: String?)]
  let texts: [(variable: String, field: String?)]

  init(_ work: Work, _ dialect: BibTeX.Dialect) {
    let isBibLaTeX = dialect == .bibLaTeX
    let name = isBibLaTeX ? Self.bibLaTeXName(work) : Self.bibTeXName(work)
    self.name = name
    isMagazine = isBibLaTeX && ["article-magazine", "article-newspaper"].contains(work.type)
    let isPart = name.hasPrefix("in")
    let isWhole = ["book", "collection", "booklet"].contains(name)
    let hasEditor = name != "report" && name != "thesis" && name != "patent" || !isBibLaTeX
    let isPartOfBook = name == "incollection" || name == "inbook"
    let hasTranslator = !isBibLaTeX || isWhole || name == "article" || isPartOfBook
    names = [
      ("author", "author"), ("editor", hasEditor && name != "unpublished" ? "editor" : nil),
      ("translator", hasTranslator ? "translator" : nil),
      ("container-author", isPart && name != "inproceedings" ? "bookauthor" : nil),
    ]
    hasPages = !["misc", "online", "dataset", "patent", "unpublished"].contains(name)
    ownGenre = isBibLaTeX && (name == "report" || name == "thesis") ? name : nil
    let container =
      name == "article" ? isBibLaTeX ? "journaltitle" : "journal" : isPart ? "booktitle" : nil
    texts = [
      ("title-short", isBibLaTeX ? "shorttitle" : nil),
      ("publisher", Self.publisherField(name, isBibLaTeX)),
      ("container-title", container ?? Self.containerField(name, isBibLaTeX)),
      ("collection-title", isPart || isWhole || name == "article" ? "series" : nil),
      ("publisher-place", Self.placeField(name, isBibLaTeX)),
      ("edition", isWhole || isPartOfBook ? "edition" : nil),
      ("volume", isPart || isWhole || name == "article" ? "volume" : nil),
      ("number-of-volumes", isBibLaTeX && (isPart || name == "book") ? "volumes" : nil),
      ("issue", name == "article" ? "number" : nil),
      ("number", Self.numberField(name, isBibLaTeX, hasIssue: work.texts["issue"] != nil)),
      ("collection-number", isPart || isWhole ? "number" : nil),
      ("chapter-number", isPart || name == "book" ? "chapter" : nil),
      (
        "number-of-pages",
        isBibLaTeX && (isWhole || name == "report" || name == "thesis") ? "pagetotal" : nil
      ),
      ("genre", Self.typeField(name, isBibLaTeX)),
      ("event-title", isBibLaTeX && name == "inproceedings" ? "eventtitle" : nil),
      ("event-place", isBibLaTeX && name == "inproceedings" ? "venue" : nil),
      ("version", isBibLaTeX && !isPart && !isWhole && name != "thesis" ? "version" : nil),
      ("status", isBibLaTeX ? "pubstate" : nil),
      ("ISBN", isPart || isWhole || name == "thesis" || !isBibLaTeX ? "isbn" : nil),
      ("ISSN", name == "article" || !isBibLaTeX ? "issn" : nil), ("abstract", "abstract"),
      ("keyword", "keywords"),
    ]
  }

  /// Where what holds a work stands that is no part of a book or a journal.
  private static func containerField(_ name: String, _ isBibLaTeX: Bool) -> String? {
    switch name {
    case "misc": "howpublished"
    case "online": "organization"
    default: isBibLaTeX ? nil : "howpublished"
    }
  }

  private static func publisherField(_ name: String, _ isBibLaTeX: Bool) -> String? {
    switch name {
    case "report", "thesis", "techreport": "institution"
    case "phdthesis", "mastersthesis": "school"
    case "online", "misc": isBibLaTeX ? "organization" : "publisher"
    case "article", "unpublished", "patent", "booklet": isBibLaTeX ? nil : "publisher"
    default: "publisher"
    }
  }

  private static func placeField(_ name: String, _ isBibLaTeX: Bool) -> String? {
    guard isBibLaTeX else { return "address" }
    return name == "article" || name == "online" ? nil : "location"
  }

  private static func numberField(_ name: String, _ isBibLaTeX: Bool, hasIssue: Bool) -> String? {
    switch name {
    case "report", "techreport", "patent", "dataset": "number"
    case "article": hasIssue ? nil : "number"
    default: isBibLaTeX ? nil : "number"
    }
  }

  private static func typeField(_ name: String, _ isBibLaTeX: Bool) -> String? {
    guard isBibLaTeX else { return "type" }
    return ["report", "thesis", "misc", "patent", "dataset"].contains(name) ? "type" : nil
  }

  private static func bibTeXName(_ work: Work) -> String {
    switch work.type {
    case "article-journal", "article-magazine", "article-newspaper", "article", "review",
      "review-book":
      "article"
    case "book": "book"
    case "chapter", "entry", "entry-encyclopedia", "entry-dictionary": "incollection"
    case "paper-conference": "inproceedings"
    case "pamphlet": "booklet"
    case "manuscript": "unpublished"
    case "report": "techreport"
    case "thesis":
      work.texts["genre"]?.lowercased().contains("master") == true ? "mastersthesis" : "phdthesis"
    default: "misc"
    }
  }

  /// The type by which BibLaTeX's data model has what it wants: a part has what holds it, and a page
  /// of the web an address.
  private static func bibLaTeXName(_ work: Work) -> String {
    let hasAddress = work.texts["URL"] != nil || work.texts["DOI"] != nil
    let name = usualBibLaTeXName(work)
    let isPart = name == "article" || name.hasPrefix("in")
    if isPart, work.texts["container-title"] == nil { return hasAddress ? "online" : "misc" }
    return name == "online" && !hasAddress ? "misc" : name
  }

  private static func usualBibLaTeXName(_ work: Work) -> String {
    switch work.type {
    case "article-journal", "article-magazine", "article-newspaper", "article", "review",
      "review-book":
      "article"
    case "book": work.names["author"] == nil && work.names["editor"] != nil ? "collection" : "book"
    // A part of a collection has its editor; one of a book by its author has none.
    case "chapter": work.names["editor"] == nil ? "inbook" : "incollection"
    case "entry", "entry-encyclopedia", "entry-dictionary": "inreference"
    case "paper-conference": "inproceedings"
    case "pamphlet": "booklet"
    case "manuscript": "unpublished"
    case "report", "thesis", "dataset", "patent": work.type
    case "webpage", "post", "post-weblog": "online"
    default: "misc"
    }
  }
}

/// An entry in the making; what has no value gets no field.
private struct BibTeXEntry {
  private var text: String
  private var fields: Set<String> = []

  init(type: String, key: String) {
    text = "@\(type){\(key),\n"
  }

  /// Fields that are lists, which an "and" parts.
  private static let lists: Set<String> = [
    "publisher", "institution", "organization", "location", "address", "school",
  ]

  /// A field is there once; what comes later gives way.
  ///
  /// - Returns: Whether it stands in the entry.
  @discardableResult
  mutating func add(_ field: String, _ value: String?) -> Bool {
    guard let value = value.filled, fields.insert(field).inserted else { return false }
    let isOne = Self.lists.contains(field) && " \(value) ".lowercased().contains(" and ")
    text += isOne ? "  \(field) = {{\(value)}},\n" : "  \(field) = {\(value)},\n"
    return true
  }

  mutating func add(_ field: String, names: [WorkName]) {
    add(field, names.map(Self.name).joined(separator: " and "))
  }

  mutating func add(dates: [String: WorkDate], _ dialect: BibTeX.Dialect, hasEvent: Bool) {
    let issued = dates["issued"]
    if dialect == .bibLaTeX {
      add("date", issued?.edtf)
      add("origdate", dates["original-date"]?.edtf)
      if hasEvent { add("eventdate", dates["event-date"]?.edtf) }
      if issued?.start == nil { add(literalDate: issued?.literal) }
    } else if let start = issued?.start {
      add("date", issued?.edtf)
      add("year", String(start.year))
      add(month: start.month)
    } else {
      add("year", issued?.literal.map(TeX.escaped))
    }
    add("urldate", dates["accessed"]?.edtf)
  }

  /// What stands where no date can: a date where EDTF can say it, else in what state the work is.
  private mutating func add(literalDate literal: String?) {
    guard let literal else { return }
    if let date = PublicationState.edtf(literal) ?? WorkDate(words: literal).edtf {
      add("date", date)
    } else {
      add("pubstate", PublicationState.field(literal))
    }
  }

  /// The month is one of BibTeX's own abbreviations, which take no braces.
  private mutating func add(month: Int?) {
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    if let month, (1...12).contains(month) { text += "  month = \(months[month - 1]),\n" }
  }

  /// Braces keep a body's name, and a part of a name with "and" or a comma in it, from being taken
  /// apart; a particle stands before them.
  private static func name(_ name: WorkName) -> String {
    if let literal = name.literal { return "{\(TeX.escaped(literal))}" }
    let particle = [name.droppingParticle, name.nonDroppingParticle].joinedWords()
    let hasOwn = particle.isEmpty && name.family.contains(" ")
    let isAlone = name.given.isEmpty && name.suffix.isEmpty
    let family = TeX.escaped(name.family)
    let isWhole = isAlone || hasOwn && name.family.first?.isLowercase == true
    let last = [TeX.escaped(particle), isWhole ? "{\(family)}" : kept(name.family)].joinedWords()
    guard !isAlone else { return last }
    return [last, kept(name.suffix), kept(name.given)].joinedWords(by: ", ")
  }

  /// A part of a name in braces, where it would be taken apart.
  private static func kept(_ part: String) -> String {
    let text = TeX.escaped(part)
    let isOdd = text.contains(",") || " \(text) ".lowercased().contains(" and ")
    return isOdd ? "{\(text)}" : text
  }

  consuming func finished() -> String { text + "}\n" }
}

extension WorkName {
  /// The name in the order of speech.
  fileprivate var spoken: String {
    literal
      ?? [given, droppingParticle, nonDroppingParticle, family, suffix].joinedWords()
  }
}

extension WorkDate {
  /// The date in EDTF, level 1; `nil` where it is none of the calendar.
  fileprivate var edtf: String? {
    guard let start else { return nil }
    let mark = isApproximate ? "~" : ""
    if let end { return start.edtf + mark + "/" + end.edtf + mark }
    return start.edtf + mark + (isOpen ? "/.." : "")
  }
}

extension WorkDate.Point {
  fileprivate var edtf: String {
    // The year before 1 is 0 there.
    let year = year < 0 ? self.year + 1 : self.year
    var text = (year < 0 ? "-" : "") + Self.padded(abs(year), to: 4)
    if let season { return text + "-" + String(20 + season) }
    if let month { text += "-" + Self.padded(month, to: 2) }
    if month != nil, let day { text += "-" + Self.padded(day, to: 2) }
    return text
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
