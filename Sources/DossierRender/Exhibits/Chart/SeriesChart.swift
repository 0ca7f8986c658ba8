import DossierSite
import DossierTemplate

/// The series of a record as a chart of its own, with the values below it.
struct SeriesChart {
  let scope: PageScope
  let record: RecordIndex

  private static let width = 432.0
  /// The years between two values beyond which dots stand for a line.
  private static let gap = 3.0

  /// The series that its kind shows as a line, as HTML; `nil` where there is none, where it has less
  /// than two points, and where the project has no template for charts.
  func html() -> [UInt8]? {
    let kind = scope.site.kind(of: record)
    guard scope.handout == nil, scope.templates.contains(ChartRoom.template.path),
      let field = kind.fields.indices.first(where: { kind.fields[$0].hasSparkline })
    else { return nil }
    let claims = scope.site.facts.statement(field, of: record).claims
    let counted = Self.commonest(claims)
    guard claims.filter({ $0.of == counted && $0.evidence.asOf != nil }).count > 1 else {
      return nil
    }
    let chart = ChartExhibit(
      series: kind.fields[field].id, of: scope.site.records[record].key, counting: counted,
      gap: Self.gap)
    var figure = Figure(
      scope, anchor: "_series", number: 0, caption: kind.fields[field].label[scope.language])
    figure.width = Self.width
    var maker = ChartFigure(chart, figure)
    guard var view = try? maker.view() else { return nil }
    view.number = nil
    var html: [UInt8] = []
    scope.templates.render(
      ChartRoom.template.path, FigureView.shape.object(view), roots: scope.roots, into: &html)
    return html
  }

  /// What most of the claims count; the earliest named where several are as common.
  private static func commonest(_ claims: [Claim]) -> String? {
    var counts: [String?: Int] = [:]
    for claim in claims { counts[claim.of, default: 0] += 1 }
    let most = counts.values.max()
    return claims.first { counts[$0.of] == most }?.of
  }
}
