internal import DossierSource
internal import DossierXML

/// Reads a `locale` element: of a file of its own, or within a style.
enum LocaleReader {
  static func locale(_ element: XMLElement) -> Locale {
    var locale = Locale(language: element["xml:lang"] ?? "")
    for child in element.elements {
      switch child.name {
      case "style-options":
        locale.punctuationInQuote = child["punctuation-in-quote"].map { $0 == "true" }
        locale.limitsDayOrdinals = child["limit-day-ordinals-to-day-1"].map { $0 == "true" }
      case "date":
        if let form = child["form"] { locale.dates[form] = dateFormat(child) }
      case "terms":
        for term in child.elements where term.name == "term" { add(term, to: &locale) }
      default: break
      }
    }
    return locale
  }

  static func dateFormat(_ element: XMLElement) -> DateFormat {
    let parts = element.elements.compactMap { child -> DateFormat.Part? in
      guard child.name == "date-part", let name = child["name"].flatMap(DateFormat.Part.Name.init)
      else { return nil }
      return DateFormat.Part(
        name: name, form: child["form"], rangeDelimiter: child["range-delimiter"],
        formatting: Formatting(child))
    }
    return DateFormat(parts: parts, delimiter: element["delimiter"])
  }

  private static func add(_ element: XMLElement, to locale: inout Locale) {
    guard let name = element["name"] else { return }
    let form = element["form"].flatMap(Locale.Form.init) ?? .long
    let key = Locale.TermKey(
      name: name, form: form, gender: element["gender-form"].flatMap(Locale.Gender.init))
    let (single, multiple) = (element.first("single")?.text, element.first("multiple")?.text)
    let whole = single ?? multiple ?? Self.trimmed(element.text)
    locale.terms[key] = Locale.Term(single: single ?? whole, multiple: multiple ?? whole)
    if let gender = element["gender"].flatMap(Locale.Gender.init) { locale.genders[name] = gender }
    if let match = element["match"].flatMap(Locale.OrdinalMatch.init) {
      locale.ordinalMatches[name] = match
    }
  }

  /// A term without the line breaks that lay out its file; a space that is meant stays.
  private static func trimmed(_ text: String) -> String {
    guard text.contains("\n") else { return text }
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }
    return lines.joinedWords()
  }
}
