public import DossierSource
internal import DossierXML

extension Style {
  /// Reads a style.
  ///
  /// - Returns: The style, or nothing and the diagnostic that says why: `xml.…`, `style.root`,
  ///   `style.dependent`, `style.layout`, `style.macro`, `style.ring`, `style.size`.
  public static func read(_ file: SourceFile) -> Outcome<Style?> {
    do {
      return Outcome(try StyleCompiler.compile(XMLElement.read(file), path: file.path))
    } catch {
      return Outcome(nil, [error.diagnostic])
    }
  }
}

/// Makes a style of the elements of its file.
struct StyleCompiler {
  let path: String
  let macros: MacroTable

  static func compile(_ root: XMLElement, path: String) throws(Fault) -> Style {
    let compiler = StyleCompiler(path: path, macros: MacroTable(root, path: path))
    try compiler.checkRoot(root)
    try compiler.macros.check()
    var style = Style()
    compiler.readHead(of: root, into: &style)
    for macro in compiler.macros.elements {
      style.macros.append(try compiler.elements(macro.elements))
    }
    let names = NameOptions(root, isName: false)
    guard let citation = root.first("citation"), citation.first("layout") != nil else {
      throw compiler.error(
        "style.layout", "the style has no layout of citations", at: root,
        help: "a style holds 'citation' with 'layout' in it")
    }
    style.citation = try compiler.layout(citation, names: names)
    style.bibliography = try root.first("bibliography").map { element throws(Fault) in
      try compiler.layout(element, names: names)
    }
    style.printsYearSuffix = compiler.printsYearSuffix(root)
    style.macrosUseNumbers = compiler.usesNumbers(in: root)
    return style
  }

  func error(
    _ code: String, _ message: String, at element: XMLElement, help: String? = nil
  ) -> Fault {
    .error(code, message, at: element.place(in: path), help: help)
  }

  private func checkRoot(_ root: XMLElement) throws(Fault) {
    guard root.name == "style" else {
      throw error(
        "style.root", "the document is no style: it begins with '\(root.name)'", at: root,
        help: "a style in the Citation Style Language begins with 'style'")
    }
    let links = root.first("info")?.elements.filter { $0.name == "link" } ?? []
    if let parent = links.first(where: { $0["rel"] == "independent-parent" }) {
      // An address; more than this is none, and would fill a screen.
      let wanted = String((parent["href"] ?? "").prefix(300))
      let name = wanted.split(separator: "/").last.map(String.init) ?? wanted
      throw error(
        "style.dependent", "the style depends on another one, '\(wanted)'", at: parent,
        help: "take the file '\(name).csl' instead")
    }
  }

  private func readHead(of root: XMLElement, into style: inout Style) {
    style.title = root.first("info")?.first("title")?.text.trimmed ?? ""
    style.styleClass = root["class"] == "note" ? .note : .inText
    style.defaultLanguage = root["default-locale"]
    style.isNumeric =
      root.first("info")?.elements.contains { $0["citation-format"] == "numeric" } ?? false
    style.options.demoteParticle =
      root["demote-non-dropping-particle"].flatMap(StyleOptions.DemoteParticle.init)
      ?? .displayAndSort
    style.options.initializesWithHyphen = root["initialize-with-hyphen"] != "false"
    style.options.pageRangeFormat = root["page-range-format"]
    style.locales = root.elements.filter { $0.name == "locale" }.map(LocaleReader.locale)
  }

  private func printsYearSuffix(_ element: XMLElement) -> Bool {
    element["variable"] == "year-suffix" && element.name == "text"
      || element.elements.contains(where: printsYearSuffix)
  }

  private func usesNumbers(in root: XMLElement) -> Bool {
    let sorts = root.first("bibliography")?.elements.filter { $0.name == "sort" } ?? []
    return (macros.elements + sorts).contains(where: namesNumber)
  }

  private func namesNumber(_ element: XMLElement) -> Bool {
    element["variable"]?.contains("citation-number") == true
      || element["is-numeric"]?.contains("citation-number") == true
      || element.elements.contains(where: namesNumber)
  }

  private func layout(_ element: XMLElement, names: NameOptions) throws(Fault) -> Layout {
    var layout = Layout()
    if let inner = element.first("layout") {
      layout.elements = try elements(inner.elements)
      layout.formatting = Formatting(inner)
      layout.delimiter = MarkupParser.parseOwn(inner["delimiter"] ?? "")
    }
    layout.names = NameOptions(element, isName: false).inheriting(names)
    layout.keys = try keys(element.first("sort")?.elements ?? [])
    layout.disambiguation = Self.disambiguation(element)
    layout.collapsing = CollapsingOptions(
      kind: element["collapse"].flatMap(CollapsingOptions.Kind.init),
      citeGroupDelimiter: element["cite-group-delimiter"].map(MarkupParser.parseOwn),
      yearSuffixDelimiter: element["year-suffix-delimiter"].map(MarkupParser.parseOwn),
      afterCollapseDelimiter: element["after-collapse-delimiter"].map(MarkupParser.parseOwn))
    layout.nearNoteDistance = element["near-note-distance"].flatMap { Int($0) } ?? 5
    layout.bibliography = BibliographyOptions(
      authorSubstitute: element["subsequent-author-substitute"].map(MarkupParser.parseOwn),
      substituteRule: element["subsequent-author-substitute-rule"]
        .flatMap(BibliographyOptions.SubstituteRule.init) ?? .completeAll,
      alignsSecondField: element["second-field-align"] != nil)
    return layout
  }

  private static func disambiguation(_ element: XMLElement) -> DisambiguationOptions {
    var options = DisambiguationOptions()
    options.addsNames = element["disambiguate-add-names"] == "true"
    options.addsYearSuffix = element["disambiguate-add-year-suffix"] == "true"
    if element["disambiguate-add-givenname"] == "true" {
      options.givenNames =
        element["givenname-disambiguation-rule"]
        .flatMap(DisambiguationOptions.GivenNameRule.init) ?? .byCite
    }
    return options
  }

  private func keys(_ elements: [XMLElement]) throws(Fault) -> [Layout.Key] {
    var keys: [Layout.Key] = []
    for element in elements where element.name == "key" {
      let source: Layout.Key.Source
      if let macro = element["macro"] {
        source = .macro(try macros.index(of: macro, at: element))
      } else {
        source = .variable(element["variable"] ?? "")
      }
      var options = NameOptions()
      options.etAlMin = element["names-min"].flatMap { Int($0) }
      options.etAlUseFirst = element["names-use-first"].flatMap { Int($0) }
      options.etAlUseLast = element["names-use-last"].map { $0 == "true" }
      keys.append(
        Layout.Key(
          source: source, isDescending: element["sort"] == "descending", options: Shared(options)))
    }
    return keys
  }
}
