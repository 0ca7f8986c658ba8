import DossierMarkdown
import DossierSite

/// What records state, in words.
struct FactWords {
  let scope: PageScope

  /// A fact as plain text, by the claim that stands for it: "about 50,000 troops".
  ///
  /// - Parameter point: The point of a series that is meant instead.
  func text(ofFact field: FieldIndex, of record: RecordIndex, point: Int? = nil) -> String {
    let statement = scope.site.facts.statement(field, of: record)
    switch statement.matter {
    case .derived(let derived):
      return text(of: derived, statement.declaration, scope.site.kind(of: record))
    case .value, .items, .series, .ratings:
      let shown = point.map { [($0, statement.claims[$0])] } ?? statement.shown
      return shown.map { text(of: $0.1, $0.0, field: field, of: record) }.joined(separator: "; ")
    case .notApplicable: return scope.edition.strings["not-applicable"]
    case .unknown, .missing: return scope.edition.strings["unknown"]
    }
  }

  /// A claim's value as plain text.
  func text(of claim: Claim, _ number: Int, field index: FieldIndex, of record: RecordIndex)
    -> String
  {
    let field = scope.site.kind(of: record).fields[index]
    switch claim.value {
    case .text(let text):
      let (text, language) = written(text, number, index, record)
      return scope.site.schema.set(text, in: language)
    case .markdown(let prose):
      return ProseWords(scope: scope).plainText(
        scope.edition.translated(number, index, record)?.prose ?? prose, of: record)
    case .quantity(let quantity):
      return scope.edition.rules.measure(
        quantity, word(for: claim, in: field), approximate: claim.isApproximate)
    case .date(let date): return scope.edition.rules.date(date)
    case .period(let period): return scope.edition.rules.period(period)
    case .choice(let id): return label(ofChoice: id, in: field)
    case .flag(let flag): return scope.edition.strings[flag ? "yes" : "no"]
    case .place(let place): return text(of: place)
    case .reference(let key): return name(of: key)
    case .rating(let key, let choice):
      return scope.edition.strings.labelled(name(of: key), label(ofChoice: choice, in: field))
    }
  }

  /// A text as it was written: in the language of the page where somebody translated it, else in that
  /// of the original.
  func written(_ text: String, _ number: Int, _ field: FieldIndex, _ record: RecordIndex)
    -> (text: String, language: Language)
  {
    if let text = scope.edition.translated(number, field, record).flatMap(\.plain) {
      return (text, scope.language)
    }
    return (text, scope.site.schema.configuration.original)
  }

  /// "Pristina (42.66, 21.16)"
  func text(of place: Coordinates) -> String {
    guard let name = place.name?[scope.language] else { return place.written }
    return "\(name) (\(place.written))"
  }

  /// The word for what a claim counts, or for its unit.
  func word(for claim: Claim, in field: Field) -> PluralWord {
    guard let id = claim.of ?? claim.unit ?? field.unit else { return PluralWord(other: "") }
    return scope.edition.word(ofUnit: id)
  }

  /// A derived figure with its unit, or why there is none.
  func text(of derived: DerivedValue, _ field: Field, _ kind: Kind) -> String {
    guard let quantity = derived.quantity else { return refusal(of: derived, kind) ?? "" }
    let word = field.unit.map(scope.edition.word) ?? PluralWord(other: "")
    return scope.edition.rules.measure(quantity, word, approximate: derived.isApproximate)
  }

  /// Why there is no derived figure; `nil` where there is one.
  func refusal(of derived: DerivedValue, _ kind: Kind) -> String? {
    let strings = scope.edition.strings
    func of(_ key: String, _ field: FieldIndex) -> String {
      strings.text(key, ["name": kind.fields[field].label[scope.language]])
    }
    return switch derived.result {
    case .quantity: nil
    case .missing(let field): of("refused-missing", field)
    case .unknown(let field): of("refused-unknown", field)
    case .notApplicable(let field): of("refused-not-applicable", field)
    case .divisionByZero: strings["refused-zero"]
    case .unbounded: strings["refused-bounds"]
    case .tooInexact: strings["refused-digits"]
    case .apart(let first, let last):
      strings.text(
        "refused-dates",
        ["from": scope.edition.rules.date(first), "to": scope.edition.rules.date(last)])
    case .undated(let field): of("refused-undated", field)
    case .tooLarge: strings["refused-size"]
    }
  }

  /// The word for a status, as the field that states it calls it.
  func label(_ state: ConditionState) -> String {
    label(
      ofChoice: state.status.rawValue, in: scope.site.kind(of: state.record).fields[state.field])
  }

  /// "held up": the verdict on an option within a sentence.
  func words(forVerdictOn option: RecordIndex, in scenario: RecordIndex?) -> String {
    scope.edition.strings[
      "in-text-" + scope.site.conditions.verdict(on: option, in: scenario).outcome.rawValue]
  }

  func label(ofChoice id: String, in field: Field) -> String {
    field.type.choices.first { $0.id == id }?.label[scope.language] ?? id
  }

  /// The short name of a record by its key; the id where it is not there.
  func name(of key: RecordKey) -> String {
    scope.site.record(key).map { scope.edition.name(of: $0) } ?? key.id
  }
}

extension ClaimValue {
  fileprivate var plain: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The Markdown, where it is some.
  var prose: Prose? {
    if case .markdown(let prose) = self { prose } else { nil }
  }
}
