import DossierMarkdown
import DossierSite
import DossierTemplate

struct ComparisonPage {
  let scope: PageScope

  /// The page on which a reader chooses what to compare; it lists what is prepared.
  func index() -> CompareIndexView {
    let all = scope.site.comparisons.all.indices
    let (precedents, exhibits) = (all.filter(isOfPrecedents), all.filter { !isOfPrecedents($0) })
    return CompareIndexView(
      title: scope.edition.strings["compare"], exhibits: links(exhibits),
      precedents: links(precedents),
      model: ScriptData(scope: scope).compareModel())
  }

  private func links(_ comparisons: [Int]) -> [ComparisonLinkView] {
    scope.edition.rules.sorted(comparisons.map(link)) { $0.label }
  }

  private func isOfPrecedents(_ index: Int) -> Bool {
    if case .precedents = scope.site.comparisons.all[index].matter { true } else { false }
  }

  private func link(_ index: Int) -> ComparisonLinkView {
    let records = plan(of: index).records
    let names = records.prefix(Self.namesListed).map { scope.edition.name(of: $0) }
    let more = records.count > names.count ? ["…"] : []
    return ComparisonLinkView(
      label: title(ofComparison: index), address: scope.pageAddress(.comparison(index)),
      language: titleLanguage(ofComparison: index),
      records: (names + more).joined(separator: ", "))
  }

  private static let namesListed = 8

  /// What the page of a comparison is called: the caption, or the option with its precedents.
  func title(ofComparison index: Int) -> String {
    let comparison = scope.site.comparisons.all[index]
    let name = scope.edition.name(of: comparison.record)
    switch comparison.matter {
    case .precedents: return scope.edition.strings.text("precedents-of", ["name": name])
    case .exhibit(let id):
      return exhibit(id, of: comparison.record)?.caption
        ?? scope.edition.strings.text("comparison-in", ["name": name])
    }
  }

  /// The language of a caption, where it is not the page's own.
  private func titleLanguage(ofComparison index: Int) -> String? {
    let comparison = scope.site.comparisons.all[index]
    guard case .exhibit(let id) = comparison.matter, scope.originalCode != nil else { return nil }
    let translation = scope.edition.translation(of: scope.site.records[comparison.record])
    let isTranslated = translation?.text.exhibits.contains { $0.id == id } ?? false
    return isTranslated ? nil : scope.originalCode
  }

  /// An exhibit in the language of the page, or the original's.
  private func exhibit(_ id: String, of record: RecordIndex) -> Exhibit? {
    let entry = scope.site.records[record]
    return scope.edition.text(of: entry).exhibits.first { $0.id == id }
      ?? entry.text.exhibits.first { $0.id == id }
  }

  /// What a comparison shows.
  private struct Plan {
    var records: [RecordIndex] = []
    /// By their index in the kind of the records.
    var fields: [FieldIndex] = []
    var showsDifferences = false
    var at: PartialDate?
  }

  private func plan(of index: Int) -> Plan {
    let comparison = scope.site.comparisons.all[index]
    switch comparison.matter {
    case .exhibit(let id):
      guard let compare = exhibit(id, of: comparison.record)?.content as? CompareExhibit else {
        return Plan()
      }
      let records = scope.records(of: compare.selection)
      let kind = records.first.map(scope.site.kind)
      return Plan(
        records: records, fields: compare.fields.compactMap { kind?.fieldIndex($0.id) },
        showsDifferences: compare.showsDifferences, at: compare.at)
    case .precedents(let field):
      let statement = scope.site.facts.statement(field, of: comparison.record)
      let records = statement.records(in: scope.site)
      let fields = records.first.map { scope.site.kind(of: $0).fields } ?? Column([])
      return Plan(
        records: records, fields: fields.indices.filter { fields[$0].isCompared },
        showsDifferences: true)
    }
  }

  /// The records that a comparison shows, and the fields, by their index in the records' kind.
  func matter(of index: Int) -> (records: [RecordIndex], fields: [FieldIndex]) {
    let plan = plan(of: index)
    return (plan.records, plan.fields)
  }

  /// A comparison on a page of its own.
  func view(of index: Int) -> ComparisonView {
    let comparison = scope.site.comparisons.all[index]
    let plan = plan(of: index)
    let title = title(ofComparison: index)
    var table = CompareTable(
      scope, records: plan.records, fields: plan.fields, at: plan.at,
      anchor: "exhibit-" + comparison.id)
    let view = table.view(number: nil, caption: title, showsDifferences: plan.showsDifferences)
    var body: [UInt8] = []
    scope.templates.render(
      "exhibits/compare", CompareView.shape.object(view), roots: scope.roots, into: &body)
    let cited = table.sources.compactMap(scope.site.source).sorted {
      scope.edition.sourceRanks[$0] < scope.edition.sourceRanks[$1]
    }
    return ComparisonView(
      title: title, language: titleLanguage(ofComparison: index),
      origin: origin(of: comparison), originLanguage: scope.titleLanguage(of: comparison.record),
      tool: scope.pageAddress(.compare) + "?" + state(of: plan), body: body,
      bibliography: cited.map { WorkWords(scope: scope).work($0) })
  }

  private func origin(of comparison: Comparison) -> LinkView {
    let destination: Destination =
      switch comparison.matter {
      case .exhibit(let id): .exhibit(record: comparison.record, id: id)
      case .precedents: .record(comparison.record)
      }
    return LinkView(
      label: scope.edition.title(of: comparison.record), address: scope.address(of: destination))
  }

  /// The choice of records and fields, from which the script of `compare.html` begins.
  private func state(of plan: Plan) -> String {
    guard let first = plan.records.first else { return "" }
    let kind = scope.site.kind(of: first)
    let records = plan.records.map { scope.site.records[$0].key.id }.joined(separator: ",")
    let fields = plan.fields.map { kind.fields[$0].id }.joined(separator: ",")
    return "kind=\(kind.id)&records=\(records)&fields=\(fields)"
  }
}
