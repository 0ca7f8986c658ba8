internal import DossierSource
internal import DossierXML

extension StyleCompiler {
  func elements(_ elements: [XMLElement]) throws(Fault) -> [Element] {
    var result: [Element] = []
    for element in elements {
      if let compiled = try compiled(element) { result.append(compiled) }
    }
    return result
  }

  private func compiled(_ element: XMLElement) throws(Fault) -> Element? {
    switch element.name {
    case "text": return try text(element)
    case "number":
      let number = NumberElement(
        variable: element["variable"] ?? "",
        form: element["form"].flatMap(NumberElement.Form.init) ?? .numeric,
        formatting: Formatting(element))
      return .number(Shared(number))
    case "label": return .label(Shared(label(element)))
    case "date": return .date(Shared(date(element)))
    case "names": return .names(Shared(try names(element)))
    case "group":
      let group = GroupElement(
        children: try elements(element.elements),
        delimiter: MarkupParser.parseOwn(element["delimiter"] ?? ""),
        formatting: Formatting(element))
      return .group(Shared(group))
    case "choose": return .choose(try branches(element))
    default: return nil
    }
  }

  private func text(_ element: XMLElement) throws(Fault) -> Element {
    let formatting = Formatting(element)
    if let macro = element["macro"] {
      return .macro(try macros.index(of: macro, at: element), Shared(formatting))
    }
    let form = element["form"].flatMap(Locale.Form.init) ?? .long
    let source: TextElement.Source
    if let variable = element["variable"] {
      source = .variable(variable, isShort: form == .short)
    } else if let term = element["term"] {
      source = .term(term, form, isPlural: element["plural"] == "true")
    } else {
      source = .value(MarkupParser.parseOwn(element["value"] ?? ""))
    }
    return .text(Shared(TextElement(source: source, formatting: formatting)))
  }

  private func label(_ element: XMLElement) -> LabelElement {
    LabelElement(
      variable: element["variable"] ?? "",
      form: element["form"].flatMap(Locale.Form.init) ?? .long,
      plural: element["plural"].flatMap(LabelElement.Plural.init) ?? .contextual,
      formatting: Formatting(element))
  }

  private func date(_ element: XMLElement) -> DateElement {
    let parts: Set<DateFormat.Part.Name> =
      switch element["date-parts"] {
      case "year": [.year]
      case "year-month": [.year, .month]
      default: [.year, .month, .day]
      }
    return DateElement(
      variable: element["variable"] ?? "", form: element["form"], parts: parts,
      format: LocaleReader.dateFormat(element), formatting: Formatting(element))
  }

  private func names(_ element: XMLElement) throws(Fault) -> NamesElement {
    var names = NamesElement(
      variables: (element["variable"] ?? "").split(separator: " ").map(String.init),
      delimiter: element["delimiter"], options: NameOptions(element, isName: false),
      substitute: try elements(element.first("substitute")?.elements ?? []),
      formatting: Formatting(element))
    names.options.delimiter = element["name-delimiter"]
    for child in element.elements {
      switch child.name {
      case "name":
        names.name = name(child)
        names.options = NameOptions(child, isName: true).inheriting(names.options)
      case "et-al":
        names.etAl = EtAlElement(term: child["term"] ?? "et-al", formatting: Formatting(child))
      case "label":
        names.label = label(child)
        names.labelStandsFirst = names.name == nil
      default: break
      }
    }
    return names
  }

  private func name(_ element: XMLElement) -> NameElement {
    var name = NameElement(formatting: Formatting(element))
    for part in element.elements where part.name == "name-part" {
      if part["name"] == "given" { name.given = Formatting(part) }
      if part["name"] == "family" { name.family = Formatting(part) }
    }
    return name
  }

  private func branches(_ element: XMLElement) throws(Fault) -> [Branch] {
    var branches: [Branch] = []
    for child in element.elements {
      let match =
        child.name == "else" ? .all : child["match"].flatMap(Branch.Match.init) ?? .all
      branches.append(
        Branch(
          tests: child.name == "else" ? [] : tests(child, match), match: match,
          children: try elements(child.elements)))
    }
    return branches
  }

  private func tests(_ element: XMLElement, _ match: Branch.Match) -> [Branch.Test] {
    let kinds: [(String, (String) -> Branch.Test)] = [
      ("variable", Branch.Test.variable),
      ("is-numeric", Branch.Test.isNumeric),
      ("is-uncertain-date", Branch.Test.isUncertainDate), ("locator", Branch.Test.locator),
      ("position", Branch.Test.position),
      ("disambiguate", { $0 == "true" ? .disambiguate : .never }),
    ]
    let types = words(of: element["type"])
    let typeTests: [Branch.Test] =
      match == .all || types.isEmpty ? types.map { .type([$0]) } : [.type(Set(types))]
    return typeTests + kinds.flatMap { key, test in words(of: element[key]).map(test) }
  }

  private func words(of attribute: String?) -> [String] {
    (attribute ?? "").split { $0.isWhitespace }.map(String.init)
  }
}
