import DossierMarkdown
import DossierSite

/// Makes the views of a record's facts, with their evidence and uses.
struct FactViewBuilder {
  let scope: PageScope
  let record: RecordIndex
  /// The uses of the record's facts, by field.
  private let uses: [FieldIndex: [Use]]
  private let kind: Kind

  init(_ scope: PageScope, record: RecordIndex) {
    self.scope = scope
    self.record = record
    kind = scope.site.kind(of: record)
    uses = scope.site.uses[record].reduce(into: [:]) { uses, use in
      if let field = use.field { uses[field, default: []].append(use) }
    }
  }

  /// The facts that the record states, by group, in the order of the kind's groups; those in no
  /// group first.
  ///
  /// - Parameter text: Fills Markdown, and is told of every source.
  func groups(_ text: inout TextRenderer) -> [FactGroupView] {
    let headings: [Kind.Group?] = [nil] + kind.groups
    return headings.compactMap { group in
      let facts = kind.fields.indices.compactMap { index -> FactView? in
        kind.fields[index].group == group?.id ? fact(index, &text) : nil
      }
      guard !facts.isEmpty else { return nil }
      return FactGroupView(
        id: group.map { scope.anchorPrefix + "group-" + $0.id },
        label: group?.label[scope.language], facts: facts)
    }
  }

  /// The view of a field; `nil` where the record says nothing for it.
  private func fact(_ index: FieldIndex, _ text: inout TextRenderer) -> FactView? {
    let field = kind.fields[index]
    var view = FactView(
      id: scope.anchorPrefix + "fact-" + field.id, label: field.label[scope.language],
      help: field.help?[scope.language],
      claims: [], isList: field.isItemised, isFigure: field.type.isFigure,
      isDisputed: false, isUnknown: false, isNotApplicable: false,
      uses: scope.handout == nil ? UseBuilder(scope).views(of: uses[index] ?? []) : [])
    view.report = ReportLinks(scope: scope).address(ofField: index, of: record)
    view.isLesson = field.isLesson
    let statement = scope.site.facts.statement(index, of: record)
    switch statement.matter {
    case .missing: return nil
    case .derived(let derived):
      guard derived.isWorthShowing else { return nil }
      view.derivation = derivation(derived, field)
    case .unknown(let evidence):
      view.isUnknown = true
      view.absence = absence(evidence, &text)
    case .notApplicable(let evidence):
      view.isNotApplicable = true
      view.absence = absence(evidence, &text)
    case .value(let claims), .items(let claims), .series(let claims), .ratings(let claims):
      let disputed = statement.disputed
      view.spark = DrawnSeries(scope: scope).sparkline(of: statement)
      view.isDisputed = !disputed.isEmpty
      for (number, claim) in claims.enumerated() {
        view.claims.append(self.claim(claim, number, index, &text))
        view.claims[number].isDisputed = disputed.contains(number)
      }
      if view.isList, claims.count > Self.mostItems {
        view.fold = scope.edition.strings.count("values-count", claims.count, scope.edition.rules)
      }
    }
    return view
  }

  /// More items than these are folded away on a screen.
  private static let mostItems = 8

  private func claim(
    _ claim: Claim, _ number: Int, _ field: FieldIndex, _ text: inout TextRenderer
  ) -> ClaimView {
    var view = evidence(claim.evidence, &text)
    view.value = value(claim, number, field, &text)
    if let note = scope.edition.translatedNote(number, field, record) {
      view.note = note
    } else if view.note != nil {
      view.noteLanguage = scope.originalCode
    }
    if claim.value.isWords, scope.edition.translated(number, field, record) == nil {
      view.language = scope.originalCode
    }
    if number == 0 {
      let date = scope.site.facts.statement(field, of: record).reviewDate(of: claim)
      view.reviewBy = date.map(scope.edition.rules.date)
    }
    return view
  }

  private func value(
    _ claim: Claim, _ number: Int, _ field: FieldIndex, _ text: inout TextRenderer
  ) -> [UInt8] {
    switch claim.value {
    case .markdown(let prose):
      return text.fill(scope.edition.translated(number, field, record)?.prose ?? prose)
    case .reference(let key): return link(to: key)
    case .rating(let key, let choice):
      var html = link(to: key)
      html.append(
        text: scope.edition.strings.labelled(
          "", FactWords(scope: scope).label(ofChoice: choice, in: kind.fields[field])))
      return html
    default:
      return .escaping(FactWords(scope: scope).text(of: claim, number, field: field, of: record))
    }
  }

  private func link(to key: RecordKey) -> [UInt8] {
    guard let target = scope.site.record(key) else { return .escaping(key.id) }
    var html: [UInt8] = []
    html.appendLink(to: scope.address(of: .record(target))) {
      $0.append(text: scope.edition.name(of: target))
    }
    return html
  }

  private func absence(_ evidence: Evidence, _ text: inout TextRenderer) -> ClaimView? {
    let isBare = evidence.asOf == nil && evidence.sources.isEmpty && evidence.note == nil
    guard !isBare else { return nil }
    var view = self.evidence(evidence, &text)
    if view.note != nil { view.noteLanguage = scope.originalCode }
    return view
  }

  private func evidence(_ evidence: Evidence, _ text: inout TextRenderer) -> ClaimView {
    ClaimView(
      value: [], asOf: evidence.asOf.map(scope.edition.rules.date),
      sources: WorkWords(scope: scope).cited(evidence.sources, &text),
      note: evidence.note, isAnalysis: evidence.basis == .analysis,
      isDerived: evidence.basis == .derived)
  }
}

// Derived figures.
extension FactViewBuilder {
  private func derivation(_ derived: DerivedValue, _ field: Field) -> DerivationView {
    let refusal = FactWords(scope: scope).refusal(of: derived, kind)
    return DerivationView(
      value: refusal == nil ? FactWords(scope: scope).text(of: derived, field, kind) : nil,
      formula: formula(of: field), inputs: derived.inputs.map(input), refusal: refusal)
  }

  private func input(_ input: DerivedValue.Input) -> InputView {
    InputView(
      label: kind.fields[input.field].label[scope.language],
      value: FactWords(scope: scope).text(ofFact: input.field, of: record),
      asOf: input.claim?.evidence.asOf.map(scope.edition.rules.date),
      address: "#" + scope.anchorPrefix + "fact-" + kind.fields[input.field].id)
  }

  private func formula(of field: Field) -> String {
    guard case .derived(let derivation) = field.type else { return "" }
    return words(derivation.formula)
  }

  /// The formula in the labels of its fields; sums within products in brackets.
  private func words(_ formula: Formula) -> String {
    switch formula {
    case .number(let number): scope.edition.rules.quantity(number)
    case .field(let id):
      kind.fieldIndex(id).map { kind.fields[$0].label[scope.language] } ?? id
    case .operation(let symbol, let left, let right):
      operand(left, in: symbol, isRight: false) + " " + symbol.sign + " "
        + operand(right, in: symbol, isRight: true)
    }
  }

  private func operand(_ formula: Formula, in symbol: Formula.Operator, isRight: Bool) -> String {
    guard case .operation(let inner, _, _) = formula else { return words(formula) }
    let isLooser = symbol.isProduct && !inner.isProduct
    let isGrouped = isLooser || isRight && symbol.isProduct == inner.isProduct && !symbol.commutes
    return isGrouped ? "(" + words(formula) + ")" : words(formula)
  }
}

extension Formula.Operator {
  /// As it is printed.
  fileprivate var sign: String {
    switch self {
    case .plus: "+"
    case .minus: "−"
    case .times: "×"
    case .over: "÷"
    }
  }

  fileprivate var isProduct: Bool { self == .times || self == .over }
  fileprivate var commutes: Bool { self == .plus || self == .times }
}

extension DerivedValue {
  /// Whether a record has anything to do with it: an input that nobody states is not worth a line.
  var isWorthShowing: Bool {
    if case .missing = result { false } else { true }
  }
}

extension FieldType {
  /// Whether its values are figures or dates rather than words.
  fileprivate var isFigure: Bool {
    switch self {
    case .number, .quantity, .date, .period, .derived: true
    default: false
    }
  }
}

extension ClaimValue {
  /// Whether it is text that a translator translates.
  var isWords: Bool {
    switch self {
    case .text, .markdown: true
    default: false
    }
  }
}
