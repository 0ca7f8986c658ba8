import DossierSource

/// Reads the declarations of a kind's fields.
struct FieldDecoder {
  let role: Role?
  let groups: [Kind.Group]
  let languages: [Language]
  /// The id of the series that tables show as a line.
  var spark: String?
  /// The ids of the fields that a record says first, in their order.
  var leads: [String] = []

  private static let typeNames = [
    "text", "markdown", "number", "quantity", "date", "period", "choice", "flag", "place",
    "reference",
    "series", "ratings", "derived",
  ]

  func fields(_ node: YAMLNode, _ findings: inout Findings) -> [Field] {
    guard let entries = node.entries else {
      findings.expected("a mapping from id to field", for: "fields", at: node)
      return []
    }
    return entries.filter { !MappingReader.isAuthorsOwn($0.key.text ?? "") }
      .compactMap { field($0.key, $0.value, &findings) }
  }

  private func field(_ key: YAMLNode, _ node: YAMLNode, _ findings: inout Findings) -> Field? {
    let id = key.text ?? ""
    guard isAllowed(id, at: key.span, &findings),
      var reader = MappingReader(node, as: id, &findings),
      let type = type(&reader, &findings)
    else { return nil }
    var names = Field.Names(
      id: id, label: localized("label", &reader, &findings) ?? Localized(KindDecoder.words(id)),
      place: findings.place(key.span))
    let of = reader.ids("of", &findings).map(\.id)
    names.help = localized("help", &reader, &findings)
    let group = group(&reader, &findings)
    let unit = reader.text("unit", &findings)
    var rules = Field.Rules()
    rules.isList = reader.flag("list", &findings) ?? false
    rules.isRequired = reader.flag("required", &findings) ?? false
    rules.isCompared = reader.flag("compare", &findings) ?? false
    rules.isLesson = reader.flag("lesson", &findings) ?? false
    rules.hasSparkline = id == spark && type == .series
    rules.leadRank = leads.firstIndex(of: id)
    rules.mustBeSourced = mustBeSourced(&reader, &findings)
    let field = Field(
      names, type: type, unit: unit, of: of, group: group, rules,
      reviewAfterMonths: reader.take("review-after").flatMap { Self.months($0, &findings) })
    reader.finish(&findings)
    return field
  }

  private func isAllowed(_ id: String, at span: Span, _ findings: inout Findings) -> Bool {
    guard Identifier.isValid(id) else {
      findings.error(
        "field.id", "'\(id)' cannot be a field's id", at: span,
        help: Identifier.suggestion(for: id).map { "write '\($0)'" })
      return false
    }
    if role == .option, id == Kind.verdictFragment {
      findings.error(
        "field.reserved", "'\(id)' is what references call a verdict", at: span,
        help: "give the field another id")
      return false
    }
    let isEveryRecords = KindDecoder.builtInKeys.contains(id)
    guard isEveryRecords || role == .article && KindDecoder.articleKeys.contains(id) else {
      return true
    }
    findings.error(
      "field.reserved", "'\(id)' is a key that every \(isEveryRecords ? "record" : "article") has",
      at: span, help: "give the field another id")
    return false
  }

  private func type(_ reader: inout MappingReader, _ findings: inout Findings) -> FieldType? {
    guard let node = reader.take("type") else {
      reader.missing("type", &findings)
      return nil
    }
    switch node.text ?? "" {
    case "text": return .text
    case "markdown": return .markdown
    case "number": return .number
    case "quantity": return .quantity
    case "date": return .date
    case "period": return .period
    case "flag": return .flag
    case "place": return .place
    case "series": return .series
    case "choice": return .choice(choices(&reader, &findings))
    case "reference":
      return reader.requiredText("to", &findings).map { .reference(kind: $0) }
    case "ratings":
      guard let kind = reader.requiredText("of", &findings) else { return nil }
      return .ratings(kind: kind, choices: choices(&reader, &findings))
    case "derived": return derived(&reader, &findings)
    case let name:
      findings.error(
        "field.type", "'\(name)' is no type of a field", at: node.span,
        help: Suggestion.nearest(to: name, among: Self.typeNames).map { "did you mean '\($0)'?" }
          ?? "the types are " + Self.typeNames.joined(separator: ", "))
      return nil
    }
  }

  private func choices(_ reader: inout MappingReader, _ findings: inout Findings) -> [Choice] {
    guard let node = reader.take("choices") else {
      reader.missing("choices", &findings)
      return []
    }
    if let items = node.items {
      return items.compactMap { item in
        if item.text == nil { findings.expected("an id", for: "choices", at: item) }
        return item.text.map { Choice(id: $0, label: Localized(KindDecoder.words($0))) }
      }
    }
    guard let entries = node.entries else {
      findings.expected("a list or a mapping", for: "choices", at: node)
      return []
    }
    return entries.compactMap { key, value in
      guard let id = key.text ?? (key.isNull ? "null" : nil) else { return nil }
      let label =
        value.isNull
        ? nil : Localized.decode(value, key: id, languages: languages, &findings)
      return Choice(id: id, label: label ?? Localized(KindDecoder.words(id)))
    }
  }

  private func derived(_ reader: inout MappingReader, _ findings: inout Findings) -> FieldType? {
    guard let node = reader.take("formula") else {
      reader.missing("formula", &findings)
      return nil
    }
    guard let formula = Formula.decode(node, &findings) else { return nil }
    let sameYear = reader.flag("same-year", &findings) ?? false
    let months = reader.take("within").flatMap { Self.months($0, &findings) }
    let decimals = reader.take("decimals").flatMap { node -> Int? in
      let number = node.text.flatMap { Int($0) }.flatMap { (0...9).contains($0) ? $0 : nil }
      if number == nil { findings.expected("a number from 0 to 9", for: "decimals", at: node) }
      return number
    }
    return .derived(
      Derivation(
        formula: formula, sameYear: sameYear, withinMonths: months,
        takesUndated: reader.flag("undated", &findings) ?? false, decimals: decimals ?? 1))
  }

  private func localized(
    _ key: String, _ reader: inout MappingReader, _ findings: inout Findings
  ) -> Localized<String>? {
    reader.take(key).flatMap {
      Localized.decode($0, key: key, languages: languages, &findings)
    }
  }

  private func group(_ reader: inout MappingReader, _ findings: inout Findings) -> String? {
    guard let node = reader.take("group"), let id = node.text else { return nil }
    if groups.contains(where: { $0.id == id }) { return id }
    findings.error(
      "field.group", "the kind has no group '\(id)'", at: node.span,
      help: Suggestion.help(for: id, among: groups.map(\.id)))
    return nil
  }

  private func mustBeSourced(_ reader: inout MappingReader, _ findings: inout Findings) -> Bool {
    guard let node = reader.take("sourced") else { return false }
    switch node.text {
    case "required": return true
    case "optional": return false
    default:
      findings.expected("'required' or 'optional'", for: "sourced", at: node)
      return false
    }
  }

  /// Reads an ISO 8601 duration of years and months: `P12M`, `P2Y`, `P1Y6M`.
  static func months(_ node: YAMLNode, _ findings: inout Findings) -> Int? {
    if let match = (node.text ?? "").wholeMatch(of: /P(?:(\d{1,2})Y)?(?:(\d{1,3})M)?/) {
      let years = match.1.flatMap { Int($0) } ?? 0
      let months = match.2.flatMap { Int($0) } ?? 0
      if years + months > 0 { return years * 12 + months }
    }
    findings.error(
      "date.duration", "\(node.sort) is no length of time", at: node.span,
      help: "write P12M for twelve months or P2Y for two years")
    return nil
  }
}
