import DossierDrawing
import DossierMarkdown
import DossierSite

/// Makes the pictures that stand for pages in previews.
struct CardMaker {
  let scope: PageScope
  /// Whether exhibits are drawn; what a card says does not hang on it.
  private var draws = true

  init(scope: PageScope) {
    self.scope = scope
  }

  var site: LinkedSite { scope.site }
  var strings: InterfaceStrings { scope.edition.strings }

  func card(of record: RecordIndex) -> ShareCard {
    let kind = site.kind(of: record)
    var card = blank(scope.edition.title(of: record), kind.label[scope.language])
    let name = scope.edition.name(of: record)
    if !card.title.contains(name), name.utf8.count <= 24 { card.short = name }
    let entry = site.records[record]
    if let date = entry.updated ?? entry.article.date {
      card.foot.insert(scope.edition.rules.date(date), at: min(1, card.foot.count))
    }
    switch kind.role {
    case .option: fill(&card, option: record)
    case .scenario: fill(&card, scenario: record)
    case .article: fill(&card, article: record)
    default: fill(&card, precedent: record)
    }
    return card
  }

  func card(ofComparison index: Int) -> ShareCard {
    let page = ComparisonPage(scope: scope)
    var card = blank(page.title(ofComparison: index), strings["comparison"])
    let (records, fields) = page.matter(of: index)
    guard let field = fields.first(where: { figures($0, records).count > 1 }) else {
      card.caption = scope.edition.rules.list(records.prefix(8).map(scope.edition.name))
      return card
    }
    let found = figures(field, records).prefix(6)
    if let highest = found.max(by: { $0.figure.quantity.low < $1.figure.quantity.low }) {
      state(field, of: highest.record, on: &card, isOther: true)
    }
    card.picture = .bars(
      found.map { entry in
        CardBar(
          label: scope.edition.name(of: entry.record),
          text: FactWords(scope: scope).text(ofFact: field, of: entry.record),
          value: Extent(entry.figure.quantity), isApproximate: entry.figure.isApproximate)
      })
    return card
  }

  /// What a card says to those who do not see it.
  func alternative(of subject: Page.Subject) -> String {
    var words = self
    words.draws = false
    return words.card(subject)?.alternative ?? ""
  }

  /// A card as SVG; empty for what is none.
  func picture(_ subject: Page.Subject) -> [UInt8] {
    BrandStyle(site.schema.configuration.brand).painted(card(subject)?.svg() ?? [])
  }

  private func card(_ subject: Page.Subject) -> ShareCard? {
    switch subject {
    case .card(let record): card(of: record)
    case .comparisonCard(let index): card(ofComparison: index)
    default: nil
    }
  }

  private func figures(
    _ field: FieldIndex, _ records: [RecordIndex]
  ) -> [(record: RecordIndex, figure: StatedFigure)] {
    records.compactMap { record in
      guard site.kind(of: record).fields.indices.contains(field),
        let figure = site.facts.statement(field, of: record).figure
      else { return nil }
      return (record, figure)
    }
  }

  private func blank(_ title: String, _ sort: String) -> ShareCard {
    let configuration = site.schema.configuration
    let host = configuration.baseAddress.map { address in
      String(address.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }.dropLast())
    }
    var card = ShareCard(
      publication: configuration.title[scope.language], sort: sort, title: title, fact: "",
      caption: "", foot: [configuration.publisher?[scope.language], host].compactMap(\.self),
      language: scope.language.code)
    if let path = site.logoPath, let size = site.size(ofImage: path),
      let address = scope.embedded[path].flatMap({ DataAddress.image($0, path: path) })
    {
      card.logo = ShareCard.Logo(
        address: address, width: Double(size.width), height: Double(size.height))
    }
    card.isRightToLeft = scope.edition.rules.direction == "rtl"
    // Letters beyond Latin are wider, and so are the words that they make.
    card.isTight = title.unicodeScalars.contains { $0.value >= 0x370 }
    return card
  }
}

// What cards say of records.
extension CardMaker {
  /// The newest value of its first series, drawn; else the first figure that is offered for comparison,
  /// or that there is.
  private func fill(_ card: inout ShareCard, precedent record: RecordIndex) {
    let fields = site.kind(of: record).fields
    for field in fields.indices where fields[field].type == .series {
      let dated = site.facts.statement(field, of: record).claims.filter {
        $0.evidence.asOf != nil
      }
      guard dated.count > 2 else { continue }
      state(field, of: record, on: &card)
      card.picture = drawing(
        PlacedExhibit(
          scope: scope, exhibit: .line(of: fields[field].id, of: site.records[record].key),
          record: record, number: 1))
      return
    }
    let stated = fields.indices.filter { site.facts.statement($0, of: record).figure != nil }
    if let stated = stated.first(where: { fields[$0].isCompared }) ?? stated.first {
      return state(stated, of: record, on: &card)
    }
    card.caption = PageWords(scope: scope).summary(of: .record(record))
  }

  private func fill(_ card: inout ShareCard, option: RecordIndex) {
    let verdict = site.conditions.verdict(on: option, in: nil)
    card.fact = strings["outcome-" + verdict.outcome.rawValue]
    let rules = scope.edition.rules
    card.caption = [
      strings["today"],
      strings.count("count-absent", verdict.count(.absent), rules),
      strings.count("count-unmet", verdict.obstacles.count, rules),
    ].joined(separator: ", ")
    let signs = verdict.requirements.compactMap { requirement in
      DrawnMark(status: requirement.state.status.rawValue).map {
        CardSign($0, scope.edition.name(of: requirement.condition))
      }
    }
    if !signs.isEmpty { card.picture = .signs(Array(signs.prefix(14))) }
  }

  /// How many options come to what, and each of them with its verdict.
  private func fill(_ card: inout ShareCard, scenario: RecordIndex) {
    let options = scope.edition.order.options
    let verdicts = options.map { site.conditions.verdict(on: $0, in: scenario).outcome }
    let counts = Verdict.Outcome.allCases.compactMap { outcome -> String? in
      let count = verdicts.count { $0 == outcome }
      guard count > 0 else { return nil }
      return strings.labelled(strings["outcome-" + outcome.rawValue], String(count))
    }
    card.fact = counts.first ?? ""
    card.caption = counts.dropFirst().joined(separator: ", ")
    let ranked = Verdict.Outcome.allCases.flatMap { outcome in
      zip(options, verdicts).filter { $0.1 == outcome }
    }
    let signs = ranked.compactMap { option, outcome in
      DrawnMark(outcome: outcome.rawValue).map { CardSign($0, scope.edition.name(of: option)) }
    }
    if !signs.isEmpty { card.picture = .signs(Array(signs.prefix(14))) }
  }

  /// The first fact that the text names, and its first exhibit that can be shown so small.
  private func fill(_ card: inout ShareCard, article: RecordIndex) {
    let text = scope.edition.text(of: site.records[article])
    for hole in text.body.prose.holes {
      guard case .reference(let reference) = hole.filling, card.fact.isEmpty else { continue }
      switch ProseWords(scope: scope).destination(of: reference, in: article, text) {
      case .fact(let record, let field): state(field, of: record, on: &card, isOther: true)
      default: continue
      }
    }
    if card.fact.isEmpty { card.caption = PageWords(scope: scope).summary(of: .record(article)) }
    for (place, exhibit) in text.exhibits.enumerated() where exhibit.isDrawn {
      card.picture = drawing(
        PlacedExhibit(scope: scope, exhibit: exhibit, record: article, number: place + 1))
      if card.picture != nil { return }
    }
  }

  /// Puts a fact with its name and its date on a card.
  ///
  /// - Parameter isOther: Whether it is another record's, which is then named.
  private func state(
    _ field: FieldIndex, of record: RecordIndex, on card: inout ShareCard, isOther: Bool = false
  ) {
    let statement = site.facts.statement(field, of: record)
    guard let shown = statement.shown.first else {
      guard statement.figure != nil else { return }
      card.fact = FactWords(scope: scope).text(ofFact: field, of: record)
      card.caption = statement.declaration.label[scope.language]
      return
    }
    card.fact = FactWords(scope: scope).text(
      of: shown.claim, shown.number, field: field, of: record)
    var words = [statement.declaration.label[scope.language]]
    if isOther { words.insert(scope.edition.name(of: record), at: 0) }
    if let date = shown.claim.evidence.asOf { words.append(scope.edition.rules.date(date)) }
    if statement.disputed.contains(shown.number) { words.append(strings["disputed"]) }
    card.caption = words.joined(separator: ", ")
  }

  /// The drawing of an exhibit that is legible on a card; `nil` where none is.
  private func drawing(_ place: PlacedExhibit) -> ShareCard.Picture? {
    guard draws, let room = place.shown()?.room else { return nil }
    return room.drawings.compactMap(TakenDrawing.init).first(where: \.fitsCard).map { .drawing($0) }
  }
}
