internal import DossierSource
internal import DossierXML

/// What a locale file says that no citation would show: the reader passes it over, as the Citation Style
/// Language asks, so that it would look as if nothing had been written.
struct LocaleCheck {
  let path: String
  private var found: [Diagnostic] = []

  static func diagnostics(of root: XMLElement, path: String) -> [Diagnostic] {
    var check = LocaleCheck(path: path)
    for child in root.elements { check.read(child) }
    return check.found
  }

  private init(path: String) {
    self.path = path
  }

  private mutating func read(_ element: XMLElement) {
    switch element.name {
    case "info": break
    case "style-options":
      for name in ["punctuation-in-quote", "limit-day-ordinals-to-day-1"] {
        choice(name, of: element, ["true", "false"])
      }
    case "date":
      choice("form", of: element, ["text", "numeric"], isNeeded: true)
      for part in element.elements { datePart(part) }
    case "terms": terms(element)
    default: unknown(element, ["style-options", "date", "terms", "info"])
    }
  }

  private mutating func datePart(_ part: XMLElement) {
    guard part.name == "date-part" else { return unknown(part, ["date-part"]) }
    choice("name", of: part, ["year", "month", "day"], isNeeded: true)
    let forms = ["numeric", "numeric-leading-zeros", "ordinal", "long", "short"]
    choice("form", of: part, forms)
  }

  private mutating func terms(_ element: XMLElement) {
    var seen: Set<[String]> = []
    for term in element.elements {
      guard term.name == "term" else {
        unknown(term, ["term"])
        continue
      }
      guard let name = term["name"], !name.isEmpty else {
        warn("the term has no name", at: term, help: "write <term name=\"…\">")
        continue
      }
      choice("form", of: term, ["long", "short", "verb", "verb-short", "symbol"])
      choice("gender-form", of: term, ["masculine", "feminine", "neuter"])
      choice("gender", of: term, ["masculine", "feminine", "neuter"])
      if !seen.insert([name, term["form"] ?? "long", term["gender-form"] ?? ""]).inserted {
        let form = term["form"].map { " in the form '\($0)'" } ?? ""
        warn("the term '\(name)'\(form) stands twice", at: term, help: "keep one of them")
      }
      let numbers = ["single", "multiple"].filter { term.first($0) != nil }
      if numbers.count == 1 {
        let other = numbers == ["single"] ? "multiple" : "single"
        warn(
          "the term '\(name)' has '\(numbers[0])' and no '\(other)'", at: term,
          help: "add <\(other)>…</\(other)>")
      }
    }
    tellEmpty(element)
  }

  /// A few terms are empty in every language; a file in which many are is a draft.
  private mutating func tellEmpty(_ element: XMLElement) {
    let all = element.elements
    let empty = all.filter { term in
      ([term.text] + term.elements.map(\.text)).allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }
    guard empty.count * 4 > all.count, let first = empty.first else { return }
    warn(
      "\(empty.count) of \(all.count) terms are empty, and nothing is shown for them", at: first,
      help: "write them, or take them out, so that those of English are shown")
  }

  private mutating func choice(
    _ attribute: String, of element: XMLElement, _ known: [String], isNeeded: Bool = false
  ) {
    guard let value = element[attribute] else {
      if isNeeded {
        warn(
          "'\(element.name)' has no '\(attribute)'", at: element,
          help: "write \(attribute)=\"\(known[0])\"")
      }
      return
    }
    guard !known.contains(value) else { return }
    warn(
      "'\(value)' is no '\(attribute)' of '\(element.name)'", at: element,
      help: "known: \(known.joined(separator: ", "))")
  }

  private mutating func unknown(_ element: XMLElement, _ known: [String]) {
    warn(
      "'\(element.name)' is no element that is read here", at: element,
      help: "known: \(known.joined(separator: ", "))")
  }

  private mutating func warn(_ message: String, at element: XMLElement, help: String) {
    found.append(
      .warning("style.term", message, at: element.place(in: path), help: help))
  }
}
