import DossierMarkdown
import DossierSource

/// Reads what a record's file says for one field.
struct ClaimDecoder {
  let field: Field
  let markdown: MarkdownParser
  let units: [String: Unit]

  /// Keys of a claim beside those of its value.
  private static let keys = [
    "value", "as-of", "source", "note", "basis", "approximate", "of", "unit",
  ]

  func fact(_ node: YAMLNode, _ findings: inout Findings) -> Fact? {
    if case .derived = field.type {
      findings.error(
        "claim.derived", "'\(field.id)' is computed and cannot be given", at: node.span,
        help: "remove it, or change the formula in _kind.yml")
      return nil
    }
    if let fact = notKnown(node, Evidence(findings.place(node.span))) { return fact }
    if case .ratings(let kind, _) = field.type { return ratings(node, of: kind, &findings) }
    if let items = node.items {
      let claims = items.distinct(in: field.id, &findings).compactMap { claim($0, &findings) }
      if items.isEmpty {
        findings.error(
          "claim.empty", "'\(field.id)' holds an empty list", at: node.span,
          help: "write 'unknown', or leave the field out")
      }
      return claims.isEmpty ? nil : .claims(claims)
    }
    if let fact = notKnownWithEvidence(node, &findings) { return fact }
    return claim(node, &findings).map { .claims([$0]) }
  }

  /// `unknown` and `not-applicable`, unless they are choices of the field.
  private func notKnown(_ node: YAMLNode, _ evidence: Evidence) -> Fact? {
    guard let word = node.word, !field.type.choices.contains(where: { $0.id == word }) else {
      return nil
    }
    return switch NoValue(rawValue: word) {
    case .unknown: .unknown(evidence)
    case .notApplicable: .notApplicable(evidence)
    case nil: nil
    }
  }

  private func notKnownWithEvidence(_ node: YAMLNode, _ findings: inout Findings) -> Fact? {
    guard let entries = node.entries,
      let value = entries.first(where: { $0.key.text == "value" })?.value,
      notKnown(value, Evidence(findings.place(node.span))) != nil
    else { return nil }
    var reader = MappingReader(entries: entries, span: node.span)
    _ = reader.take("value")
    let evidence = evidence(&reader, span: node.span, &findings)
    finish(reader, of: entries, &findings)
    return notKnown(value, evidence)
  }

  private func ratings(_ node: YAMLNode, of kind: String, _ findings: inout Findings) -> Fact? {
    guard let entries = node.entries else {
      findings.expected("a mapping from \(kind) to rating", for: field.id, at: node)
      return nil
    }
    let claims = entries.compactMap { key, value -> Claim? in
      guard let id = key.text, var claim = claim(value, &findings) else { return nil }
      guard case .choice(let choice) = claim.value else { return nil }
      claim.value = .rating(RecordKey(kind: kind, id: id), choice: choice)
      claim.evidence.place = findings.place(key.span)
      return claim
    }
    return claims.isEmpty ? nil : .claims(claims)
  }

  private func claim(_ node: YAMLNode, _ findings: inout Findings) -> Claim? {
    guard let entries = node.entries else {
      guard let value = value(node, &findings) else { return nil }
      let claim = Claim(
        value: value, isApproximate: false, evidence: Evidence(findings.place(node.span)))
      requireSource(claim, &findings)
      return claim
    }
    var reader = MappingReader(entries: entries, span: entries.first?.key.span ?? node.span)
    guard let value = value(&reader, node, &findings) else { return nil }
    let namesSource = reader.rest.contains { $0.key.text == "source" && !$0.value.isNull }
    var claim = Claim(
      value: value, isApproximate: reader.flag("approximate", &findings) ?? false,
      evidence: evidence(&reader, span: node.span, &findings))
    claim.of = counted(&reader, &findings)
    claim.unit = unit(&reader, &findings)
    finish(reader, of: entries, &findings)
    if !namesSource { requireSource(claim, &findings) }
    return claim
  }

  /// A key without a value is what a comma cut off a text that lost its quotation marks.
  private func finish(
    _ reader: MappingReader, of entries: [(key: YAMLNode, value: YAMLNode)],
    _ findings: inout Findings
  ) {
    let slips = reader.rest.filter { key, value in
      value.isNull && Suggestion.nearest(to: key.text ?? "", among: Self.keys) == nil
    }
    for (key, _) in slips { tellSlip(key, in: entries, &findings) }
    if slips.isEmpty { reader.finish(&findings, alsoKnown: Self.keys) }
  }

  /// The cure joins the piece to the value before it, whose key says what it is.
  private func tellSlip(
    _ slip: YAMLNode, in entries: [(key: YAMLNode, value: YAMLNode)], _ findings: inout Findings
  ) {
    let piece = slip.text ?? ""
    let before = entries.prefix { $0.key.span != slip.span }.last { !$0.value.isNull }
    guard let before, let key = before.key.text, let start = before.value.text, key != "source"
    else {
      findings.error(
        "claim.locator", "'\(piece)' stands alone in the claim", at: slip.span,
        help: "quote the locator: source: \"id, \(piece)\"")
      return
    }
    let text = "\(start),\(piece)"
    let readings = NumberReadings.of(text)
    findings.error(
      "claim.cut", "the comma cuts '\(piece)' off the value of '\(key)'", at: slip.span,
      help: readings.isEmpty
        ? "quote the text: \(key): \"\(start), \(piece)\""
        : "write " + readings.map { "\(key): \($0)" }.joined(separator: " or "))
  }

  private func requireSource(_ claim: Claim, _ findings: inout Findings) {
    let evidence = claim.evidence
    if field.mustBeSourced && evidence.sources.isEmpty && evidence.basis == .sourced {
      findings.error(
        "claim.unsourced", "'\(field.id)' wants a source for every claim", at: evidence.place.span,
        help: "add 'source: …', or 'basis: analysis' where it is your own reading")
    }
  }
}

// Evidence.
extension ClaimDecoder {
  private func evidence(
    _ reader: inout MappingReader, span: Span, _ findings: inout Findings
  ) -> Evidence {
    var evidence = Evidence(findings.place(span))
    evidence.asOf = reader.date("as-of", &findings)
    evidence.sources = reader.names("source", &findings).compactMap { source($0, &findings) }
    evidence.note = reader.text("note", &findings)
    if let node = reader.take("basis") {
      let name = node.text ?? ""
      if let basis = Evidence.Basis(rawValue: name) {
        evidence.basis = basis
      } else {
        findings.error(
          "claim.basis", "'\(name)' is no basis of a claim", at: node.span,
          help: Suggestion.help(for: name, among: Evidence.Basis.allCases.map(\.rawValue)))
      }
    }
    return evidence
  }

  /// `id` or `id, locator`.
  private func source(_ node: YAMLNode, _ findings: inout Findings) -> Citation? {
    let text = node.text ?? ""
    if text.utf8.contains(UInt8(ascii: ",")) { findings.tellComment(behind: node) }
    let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let id = String(parts[0])
    guard CopyDecoder.isID(Located(id: id, span: node.span), &findings) else { return nil }
    var span = node.textSpan
    span.length = id.utf8.count
    let locator = parts.count > 1 ? parts[1].trimmingPrefix(while: { $0 == " " }) : ""
    return Citation(id: id, locator: String(locator), span: span)
  }

  private func counted(_ reader: inout MappingReader, _ findings: inout Findings) -> String? {
    guard let node = reader.take("of") else { return nil }
    let word = node.text ?? ""
    if field.of.contains(word) { return word }
    findings.error(
      "claim.of", "'\(field.id)' does not count '\(word)'", at: node.span,
      help: field.of.isEmpty
        ? "the field declares no 'of'" : Suggestion.help(for: word, among: field.of))
    return nil
  }

  private func unit(_ reader: inout MappingReader, _ findings: inout Findings) -> String? {
    guard let node = reader.take("unit") else { return nil }
    let id = node.text ?? ""
    // The field's own unit says no more than none.
    if id == field.unit { return nil }
    let wanted = field.unit.flatMap { units.measure(of: $0) }
    if wanted != nil && units.measure(of: id)?.dimensions == wanted?.dimensions { return id }
    let known = units.keys.filter { units.measure(of: $0)?.dimensions == wanted?.dimensions }
    findings.error(
      "claim.unit", "'\(field.id)' cannot be given in '\(id)'", at: node.span,
      help: Suggestion.help(for: id, among: wanted == nil ? [] : known.sorted()))
    return nil
  }
}

// Values.
extension ClaimDecoder {
  private func value(
    _ reader: inout MappingReader, _ node: YAMLNode, _ findings: inout Findings
  ) -> ClaimValue? {
    if field.type == .period {
      if let value = reader.take("value") { return self.value(value, &findings) }
      return period(&reader, node, &findings)
    }
    if field.type == .place, !reader.holds("value") {
      return place(&reader, &findings).map { .place($0) }
    }
    if field.type.isNumeric, node.entries?.isEmpty == true || Self.isInterval(reader) {
      return interval(&reader, &findings).map { .quantity($0) }
    }
    guard let value = reader.take("value") else {
      reader.missing("value", &findings)
      return nil
    }
    return self.value(value, &findings)
  }

  private func value(_ node: YAMLNode, _ findings: inout Findings) -> ClaimValue? {
    if findings.tellNoValue(node, besides: field.type.choices) { return nil }
    switch field.type {
    case .text: return text(node, &findings).map { .text($0) }
    case .markdown:
      return text(node, &findings).map {
        .markdown(findings.take(markdown.parseInline($0, at: findings.place(node.textSpan))))
      }
    case .number, .quantity, .series: return quantity(node, &findings).map { .quantity($0) }
    case .date: return PartialDate.decode(node, key: field.id, &findings).map { .date($0) }
    case .period: return period(node, &findings)
    case .choice(let choices), .ratings(_, let choices):
      return choice(node, among: choices, &findings).map { .choice($0) }
    case .flag: return flag(node, &findings).map { .flag($0) }
    case .place: return place(node, &findings).map { .place($0) }
    case .reference(let kind):
      return reference(node, &findings).map { .reference(RecordKey(kind: kind, id: $0)) }
    case .derived: return nil
    }
  }

  private func text(_ node: YAMLNode, _ findings: inout Findings) -> String? {
    let text = findings.text(node, for: field.id)
    guard field.type == .text, text != nil else { return text }
    findings.tellHTMLComment(in: node)
    findings.tellMarkup(in: node, for: field.id)
    return node.line
  }

  private func quantity(_ node: YAMLNode, _ findings: inout Findings) -> Quantity? {
    if let entries = node.entries {
      var reader = MappingReader(entries: entries, span: node.span)
      let interval = interval(&reader, &findings)
      reader.finish(&findings)
      return interval
    }
    guard let text = node.text else {
      findings.expected("a number", for: field.id, at: node)
      return nil
    }
    if let quantity = Quantity(text), !Self.mayBeGrouped(quantity, in: node) { return quantity }
    findings.tellMisreading(ofNumber: text, at: node.span)
    return nil
  }

  /// Whether a point before three digits may group them; in quotation marks it does not.
  private static func mayBeGrouped(_ quantity: Quantity, in node: YAMLNode) -> Bool {
    guard quantity.decimals == 3, let word = node.word else { return false }
    return NumberReadings.of(word).count > 1
  }

  private static let intervalForms = "{low: 10, high: 15}, or one end alone ({low: 10}, {high: 15})"

  private static func isInterval(_ reader: MappingReader) -> Bool {
    reader.holds("low") || reader.holds("high")
  }

  /// Two ends, or one alone: `{low: 10}` is at least 10, `{high: 15}` at most 15.
  private func interval(_ reader: inout MappingReader, _ findings: inout Findings) -> Quantity? {
    guard Self.isInterval(reader) else {
      findings.error(
        "number.interval", "'\(field.id)' has neither a low nor a high end", at: reader.span,
        help: "write \(Self.intervalForms)")
      return nil
    }
    let (hasLow, hasHigh) = (reader.holds("low"), reader.holds("high"))
    let low = hasLow ? bound("low", &reader, &findings) : nil
    let high = hasHigh ? bound("high", &reader, &findings) : nil
    // A key without a number is a mistake, and no end that was left out.
    guard hasLow == (low != nil), hasHigh == (high != nil) else { return nil }
    let decimals = max(low?.decimals ?? 0, high?.decimals ?? 0)
    guard let low else { return high.map { .atMost($0.high, decimals: decimals) } }
    guard let high else { return .atLeast(low.low, decimals: decimals) }
    guard low.low <= high.low else {
      findings.error(
        "number.interval", "the low end of '\(field.id)' is above its high end", at: reader.span,
        help: "swap 'low' and 'high'")
      return nil
    }
    return Quantity(low: low.low, high: high.low, decimals: decimals)
  }

  private func bound(
    _ key: String, _ reader: inout MappingReader, _ findings: inout Findings
  ) -> Quantity? {
    guard let node = reader.take(key) else {
      reader.missing(key, &findings)
      return nil
    }
    guard node.entries == nil else {
      findings.expected("a number", for: key, at: node)
      return nil
    }
    return quantity(node, &findings)
  }

  /// One date alone is a moment.
  private func period(_ node: YAMLNode, _ findings: inout Findings) -> ClaimValue? {
    if let entries = node.entries {
      var reader = MappingReader(entries: entries, span: node.span)
      let value = period(&reader, node, &findings)
      reader.finish(&findings)
      return value
    }
    return PartialDate.decode(node, key: field.id, &findings).map {
      .period(Period(from: $0, to: $0, isMoment: true))
    }
  }

  private func period(
    _ reader: inout MappingReader, _ node: YAMLNode, _ findings: inout Findings
  ) -> ClaimValue? {
    let ends = ["on", "from", "to"].map { (key: $0, node: reader.take($0)) }
    guard ends.contains(where: { $0.node != nil }) else {
      findings.expected("'from', 'to' or 'on'", for: field.id, at: node)
      return nil
    }
    let dates = ends.map { end in
      end.node.flatMap { PartialDate.decode($0, key: end.key, &findings) }
    }
    if let moment = dates[0] {
      return .period(Period(from: moment, to: moment, isMoment: true))
    }
    let period = Period(from: dates[1], to: dates[2])
    guard period.from != nil || period.to != nil else { return nil }
    if let from = period.from, let to = period.to, to < from, !from.overlaps(to) {
      findings.error("date.order", "'\(field.id)' ends before it begins", at: node.span)
      return nil
    }
    return .period(period)
  }

  private func choice(
    _ node: YAMLNode, among choices: [Choice], _ findings: inout Findings
  ) -> String? {
    let id = node.text ?? (node.isNull ? "null" : "")
    if choices.contains(where: { $0.id == id }) { return id }
    findings.error(
      "choice.unknown", "'\(id)' is no choice of '\(field.id)'", at: node.span,
      help: Suggestion.help(for: id, among: choices.map(\.id)))
    return nil
  }

  private func flag(_ node: YAMLNode, _ findings: inout Findings) -> Bool? {
    switch node.word {
    case "true": return true
    case "false": return false
    default:
      findings.expected("true or false", for: field.id, at: node)
      return nil
    }
  }

  private func reference(_ node: YAMLNode, _ findings: inout Findings) -> String? {
    guard let id = node.text, Identifier.isValid(id) else {
      findings.expected("the id of a record", for: field.id, at: node)
      return nil
    }
    return id
  }
}

extension Evidence {
  /// No evidence but a place.
  init(_ place: Place) {
    self.init(asOf: nil, sources: [], note: nil, basis: .sourced, place: place)
  }
}
