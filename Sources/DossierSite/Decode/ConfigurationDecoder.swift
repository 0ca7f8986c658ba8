import DossierSource

extension SiteConfiguration {
  /// What holds where there is no `site.yml`.
  static let fallback = SiteConfiguration(
    title: Localized("Untitled"), languages: [.fallback], menu: nil, allowsRawHTML: false,
    units: [:],
    topics: [:])

  /// Reads `content/site.yml`.
  static func decode(_ file: SourceFile) -> Outcome<SiteConfiguration> {
    var findings = Findings(path: file.path)
    let root = findings.take(YAMLDocument.parse(file.bytes[...], path: file.path))
    let nothing = YAMLNode(content: .mapping([]), span: Span(line: 1, column: 1))
    let isBroken = root == nil && !findings.diagnostics.isEmpty
    guard !isBroken, var reader = MappingReader(root ?? nothing, as: "site.yml", &findings) else {
      return Outcome(.fallback, findings.diagnostics)
    }
    if root != nil { ProjectFormat.check(&reader, &findings) }
    var site = SiteConfiguration.fallback
    site.languages = languages(&reader, &findings)
    let known = site.languages
    func localized(_ key: String, _ findings: inout Findings) -> Localized<String>? {
      reader.take(key).flatMap {
        Localized.decode($0, key: key, languages: known, &findings)
      }
    }
    if let title = localized("title", &findings) {
      site.title = title
    } else {
      reader.missing("title", &findings)
    }
    site.subtitle = localized("subtitle", &findings)
    site.publisher = localized("publisher", &findings)
    site.baseAddress = baseAddress(&reader, &findings)
    site.menu = reader.take("menu").map { MenuDecoder(languages: known).menu($0, &findings) }
    site.switchedOff = ToolPage.decodeOff(&reader, &findings)
    site.brand = BrandDecoder(languages: known).brand(&reader, &findings)
    site.allowsRawHTML = reader.flag("raw-html", &findings) ?? false
    site.allowsHTMLFiles = reader.flag("html-files", &findings) ?? false
    site.hasTypography = reader.flag("typography", &findings) ?? true
    site.topics = topics(&reader, known, &findings)
    site.paper = paper(&reader, &findings)
    site.editor = editor(&reader, &findings)
    site.hasShareImages = reader.flag("share-images", &findings) ?? false
    site.image = image(&reader, languages: known, &findings)
    site.citationStyle = reader.take("citation-style").flatMap { node in
      node.text.map { Located(id: $0, span: node.span) }
    }
    site.licence = licence(&reader, &findings)
    site.report = report(&reader, &findings)
    reader.finish(&findings)
    return Outcome(site, findings.diagnostics)
  }

  private static func paper(_ reader: inout MappingReader, _ findings: inout Findings) -> Paper {
    guard let node = reader.take("paper") else { return .a4 }
    if let paper = node.text.flatMap(Paper.init) { return paper }
    findings.error(
      "site.paper", "\(node.sort) is no paper", at: node.span,
      help: "write " + Paper.allCases.map(\.rawValue).joined(separator: " or "))
    return .a4
  }

  private static func topics(
    _ reader: inout MappingReader, _ languages: [Language], _ findings: inout Findings
  ) -> [String: Localized<String>] {
    guard let node = reader.take("topics") else { return [:] }
    guard let entries = node.entries else {
      findings.expected("a mapping from topic to label", for: "topics", at: node)
      return [:]
    }
    var topics: [String: Localized<String>] = [:]
    for (key, value) in entries {
      let id = key.text ?? ""
      topics[id] = Localized.decode(value, key: id, languages: languages, &findings)
    }
    return topics
  }

  private static func languages(_ reader: inout MappingReader, _ findings: inout Findings)
    -> [Language]
  {
    var languages: [Language] = []
    for node in reader.names("languages", &findings) {
      let code = node.text ?? ""
      let isCode =
        (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { (97...122).contains($0) }
      if !isCode {
        findings.error(
          "language.code", "'\(code)' is no language code", at: node.span,
          help: "write two or three lower-case letters, such as en or uk")
      } else {
        languages.append(Language(code))
      }
    }
    return languages.isEmpty ? [.fallback] : languages
  }

  /// `image: {file: card.png, alt: …}`, the file by its path below `content/`.
  private static func image(
    _ reader: inout MappingReader, languages: [Language], _ findings: inout Findings
  ) -> ShareImage? {
    guard let node = reader.take("image"),
      var inner = MappingReader(node, as: "image", &findings)
    else { return nil }
    let span = node.span
    let file = inner.requiredText("file", &findings)
    let words = inner.take("alt").flatMap {
      Localized.decode($0, key: "alt", languages: languages, &findings)
    }
    if words == nil { inner.missing("alt", &findings) }
    inner.finish(&findings)
    guard let file, let words else { return nil }
    return ShareImage(path: "content/" + file, alternative: words, span: span)
  }

  /// `licence: {name: CC-BY-4.0, url: https://…}`.
  private static func licence(_ reader: inout MappingReader, _ findings: inout Findings)
    -> Licence?
  {
    guard let node = reader.take("licence"),
      var inner = MappingReader(node, as: "licence", &findings)
    else { return nil }
    let name = inner.requiredText("name", &findings)
    let address = inner.requiredText("url", &findings)
    inner.finish(&findings)
    guard let name, let address else { return nil }
    guard WebAddress.isValid(address) else {
      findings.error(
        "site.licence", "'\(address)' is no address of a licence", at: node.span,
        help: "write https://… with a host")
      return nil
    }
    return Licence(name: name, address: address)
  }

  private static func baseAddress(_ reader: inout MappingReader, _ findings: inout Findings)
    -> String?
  {
    guard let node = reader.take("base-url") else { return nil }
    guard let text = node.text, let address = address(text) else {
      findings.error(
        "site.base-url", "\(node.sort) is no address of a site", at: node.span,
        help: "write https://… with a host, without ? and #")
      return nil
    }
    return address
  }

  private static func report(
    _ reader: inout MappingReader, _ findings: inout Findings
  ) -> ReportAddress? {
    guard let node = reader.take("report") else { return nil }
    if let address = node.text.flatMap({ ReportAddress($0) }) { return address }
    findings.error(
      "site.report", "\(node.sort) is neither a mailbox nor the address of a form", at: node.span,
      help: "write name@host, or https://… without #")
    return nil
  }

  private static func editor(_ reader: inout MappingReader, _ findings: inout Findings) -> String? {
    guard let node = reader.take("editor") else { return nil }
    if let text = node.text, isEditor(text) { return text }
    findings.error(
      "site.editor", "\(node.sort) is no address that opens a file", at: node.span,
      help: "write the editor's scheme and {path}, such as vscode://file{path}:{line}:{column}")
    return nil
  }

  /// An address with `{path}` whose scheme is an editor's, and none that a browser acts on itself.
  private static func isEditor(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), text.contains("{path}") else { return false }
    let scheme = text[..<colon].lowercased()
    let isName =
      scheme.utf8.first.map { (97...122).contains($0) } ?? false
      && scheme.utf8.allSatisfy { (97...122).contains($0) || (43...57).contains($0) && $0 != 47 }
    return isName && !["javascript", "data", "vbscript", "blob", "file"].contains(scheme)
  }

  /// An address with http or https and a host, ending with `/`; `nil` for anything else.
  public static func address(_ text: String) -> String? {
    guard WebAddress.isValid(text), !text.contains("?"), !text.contains("#") else { return nil }
    return text.hasSuffix("/") ? text : text + "/"
  }
}

extension Unit {
  /// Reads `content/units.yml`: units and words for what is counted, by id; `nil` where it is broken.
  static func decode(_ file: SourceFile, languages: [Language]) -> Outcome<[String: Unit]?> {
    var findings = Findings(path: file.path)
    let root = findings.take(YAMLDocument.parse(file.bytes[...], path: file.path))
    guard let root, let reader = MappingReader(root, as: "units.yml", &findings) else {
      return Outcome(findings.diagnostics.isEmpty ? [:] : nil, findings.diagnostics)
    }
    var units: [String: Unit] = [:]
    for (key, value) in reader.rest {
      guard let id = key.text else { continue }
      if UnitExpression(id) == nil {
        findings.error(
          "unit.dimension", "'\(id)' is no name of a unit", at: key.span,
          help: "write a name, or a product of names: km, km^2, persons/km")
      }
      units[id] = decode(value, id: id, languages: languages, &findings) ?? Unit(undeclared: id)
    }
    return Outcome(units, findings.diagnostics)
  }

  private static func decode(
    _ node: YAMLNode, id: String, languages: [Language], _ findings: inout Findings
  ) -> Unit? {
    guard var reader = MappingReader(node, as: id, &findings) else { return nil }
    var unit = Unit(undeclared: id)
    if Unit.percent.contains(id) { (unit.dimension, unit.factor) = (Measure.ratio, 0.01) }
    unit.dimension = dimension(&reader, &findings) ?? unit.dimension
    if let factor = reader.take("factor") {
      let quantity = factor.text.flatMap(Quantity.init)
      if let quantity, quantity.low > 0 {
        unit.factor = quantity.low
      } else {
        findings.expected("a number above zero", for: "factor", at: factor)
      }
    }
    if let label = reader.take("label") {
      unit.label = decodeLabel(label, languages: languages, &findings) ?? unit.label
    }
    reader.finish(&findings)
    return unit
  }

  /// A name, or a product of names; `ratio` for what has none.
  private static func dimension(
    _ reader: inout MappingReader, _ findings: inout Findings
  ) -> String? {
    guard let node = reader.take("dimension") else { return nil }
    guard let text = node.text else {
      findings.expected("a text", for: "dimension", at: node)
      return nil
    }
    if UnitExpression(text) != nil { return text }
    findings.error(
      "unit.dimension", "'\(text)' is no dimension", at: node.span,
      help: "write a name, or a product of names: length, length^2, persons/length")
    return nil
  }

  private static func decodeLabel(
    _ node: YAMLNode, languages: [Language], _ findings: inout Findings
  ) -> Localized<PluralWord>? {
    if let text = node.text { return Localized(PluralWord(other: text)) }
    return .localized(node, key: "label", languages: languages, &findings) { value, findings in
      PluralWord.decode(value, key: "label", takesPer: true, &findings)
    }
  }
}
