import DossierDrawing
import DossierSite

/// The units of a chart's axes, by the units of the project.
struct ChartUnits {
  private let chart: ChartExhibit
  private let scope: PageScope

  init(_ chart: ChartExhibit, _ scope: PageScope) {
    self.chart = chart
    self.scope = scope
  }

  private var site: LinkedSite { scope.site }
  private var units: [String: Unit] { site.schema.configuration.units }

  /// The declaration of the chart's field; `nil` where no record is there.
  private func declaration(_ id: String) -> Field? {
    guard let record = chart.selection.records(in: site).first,
      let index = site.kind(of: record).fieldIndex(id)
    else { return nil }
    return site.kind(of: record).fields[index]
  }

  /// Throws where quantities of one axis are in different units, or the second axis cannot be.
  func check() throws(ExhibitRefusal) {
    if chart.form != .scatter, let first = declaration(chart.field.id) {
      for other in chart.fields.dropFirst() {
        guard let field = declaration(other.id), field.unit != first.unit else { continue }
        throw .units(
          "'\(first.id)' is in \(first.unit ?? "no unit") and '\(other.id)' in "
            + "\(field.unit ?? "no unit"), which share no axis")
      }
    }
    guard let second = chart.second else { return }
    if let unit = second.unit { try check(unit) }
    if let per = second.per, let by = second.by, let record = site.record(per.key),
      divisor(record, by) == nil, second.unit == nil
    {
      throw .empty(
        "'\(per.key)' has no exact figure above zero for '\(by.id)'",
        help: "name a record that states one, or leave 'second-per' out")
    }
  }

  private func check(_ unit: String) throws(ExhibitRefusal) {
    let own = declaration(chart.field.id)?.unit ?? ""
    guard units.factor(from: own, to: unit) == nil else { return }
    throw .units(
      "'\(unit)' does not measure what '\(own)' does",
      help: "name a unit of units.yml with the same dimension")
  }

  /// The second axis; `nil` where none is asked for, or it cannot be.
  var second: SecondAxis? {
    guard let second = chart.second else { return nil }
    let rules = scope.edition.rules
    if let unit = second.unit {
      guard let own = declaration(chart.field.id)?.unit,
        let factor = units.factor(from: own, to: unit)
      else { return nil }
      return SecondAxis(factor: factor, unit: word(unit), tickLabel: rules.tickLabel)
    }
    guard let per = second.per, let by = second.by, let record = site.record(per.key),
      let (value, field) = divisor(record, by)
    else { return nil }
    let counted = chart.choice.of ?? declaration(chart.field.id)?.unit ?? ""
    let words = scope.edition.strings.text(
      "chart-second",
      [
        "counted": word(counted), "unit": word(field.unit ?? ""),
        "field": field.label[scope.language], "record": scope.edition.name(of: record),
        "value": rules.measure(
          value, scope.edition.word(ofUnit: field.unit ?? ""), approximate: false),
      ])
    return SecondAxis(factor: 1 / value.low, unit: words, tickLabel: rules.tickLabel)
  }

  /// A figure that others can be divided by: exact and above zero.
  private func divisor(_ record: RecordIndex, _ by: Located) -> (value: Quantity, field: Field)? {
    let kind = site.kind(of: record)
    guard let index = kind.fieldIndex(by.id),
      let figure = site.facts.statement(index, of: record).figure, figure.quantity.isExact,
      figure.quantity.low > 0
    else { return nil }
    return (figure.quantity, kind.fields[index])
  }

  /// The word for a unit, in its common form.
  func word(_ unit: String) -> String { scope.edition.loneWord(ofUnit: unit) }

  /// The words at an axis: the field's label and what is counted, and how the scale is spread.
  ///
  /// - Parameter counted: What the figures count; the unit of the field where they differ.
  func axis(_ located: Located, counted: Set<String>) -> String {
    let field = declaration(located.id)
    let count = counted.count == 1 ? counted.first.flatMap { $0.isEmpty ? nil : $0 } : nil
    let unit = (chart.choice.of ?? count ?? field?.unit).map(word)
    let label = chart.fields.count > 1 && chart.form != .scatter ? nil : label(located)
    let log = chart.isLogarithmic ? scope.edition.strings["chart-log"] : nil
    let name = [label, unit].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    return [name, log].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  func label(_ located: Located) -> String {
    declaration(located.id)?.label[scope.language] ?? located.id
  }
}
