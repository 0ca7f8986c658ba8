import DossierDrawing
import DossierSite

/// What can be seen in a drawing, in sentences of the page's language, made of what is drawn.
struct ChartWords {
  let scope: PageScope

  /// The interface texts that drawings need.
  static let keys = [
    "date", "median", "in-force", "mark-approximate", "mark-disputed", "mark-interval",
    "mark-bound", "mark-gap", "chart-log", "chart-second", "chart-lines-words", "chart-line-words",
    "chart-slope-words", "chart-ranking-words", "chart-scatter-words", "chart-parts-words",
    "chart-timeline-words",
  ]

  /// So many lines are described; more would be read by nobody.
  private static let most = 12

  private var strings: InterfaceStrings { scope.edition.strings }

  /// Why a record has no figure, in a word.
  func absence(_ field: FieldIndex, of record: RecordIndex) -> String {
    switch scope.site.facts.statement(field, of: record).matter {
    case .unknown: strings["unknown"]
    case .notApplicable: strings["not-applicable"]
    default: strings["no-claim"]
    }
  }

  /// A number that is no claim, with no more digits than it has, and at most four after the point.
  func text(_ value: Double) -> String {
    let decimals = (0..<4).first { digits in
      let scaled = value * [1.0, 10, 100, 1_000][digits]
      return abs(scaled - scaled.rounded()) < 1e-6 * max(abs(scaled), 1)
    }
    return scope.edition.rules.number(value, decimals: decimals ?? 4)
  }

  /// From when to when each line goes, and its highest and lowest value.
  func lines(_ series: [ChartSeries], _ axis: String) -> String {
    let lines = series.prefix(Self.most).compactMap { line -> String? in
      let points = line.runs.flatMap(\.self)
      guard let first = points.first, let last = points.last,
        let high = points.max(by: { $0.value.trailingEnd < $1.value.trailingEnd }),
        let low = points.min(by: { $0.value.leadingEnd < $1.value.leadingEnd })
      else { return nil }
      return strings.text(
        "chart-line-words",
        [
          "name": line.label, "first": first.text, "from": first.when, "last": last.text,
          "to": last.when, "high": high.text, "high-when": high.when, "low": low.text,
          "low-when": low.when,
        ])
    }
    return strings.text("chart-lines-words", ["axis": axis, "lines": lines.joined(separator: " ")])
  }

  func slopes(
    _ slopes: [SlopeChart.Slope], _ axis: String, _ times: (first: String, second: String)
  ) -> String {
    let lines = slopes.prefix(Self.most).map { slope in
      strings.text(
        "chart-slope-words",
        [
          "name": slope.first.label, "first": slope.first.text, "from": times.first,
          "last": slope.second.text, "to": times.second,
        ])
    }
    return strings.text("chart-lines-words", ["axis": axis, "lines": lines.joined(separator: " ")])
  }

  /// The highest and the lowest value.
  func ranking(_ rows: [ChartRow], _ axis: String) -> String {
    guard let high = rows.max(by: { $0.value.trailingEnd < $1.value.trailingEnd }),
      let low = rows.min(by: { $0.value.leadingEnd < $1.value.leadingEnd })
    else { return axis }
    return strings.text(
      "chart-ranking-words",
      [
        "axis": axis, "n": String(rows.count), "high": high.label, "high-value": high.text,
        "low": low.label, "low-value": low.text,
      ])
  }

  func parts(_ rows: [PartsRow], _ names: [String], _ axis: String) -> String {
    let values = rows.flatMap { row in
      row.parts.map { part in
        var value = part.value
        value.label = row.label + ", " + value.label
        return value
      }
    }
    return strings.text(
      "chart-parts-words",
      [
        "parts": scope.edition.rules.list(names.isEmpty ? [""] : names),
        "ranking": ranking(values, axis),
      ])
  }

  func scatter(_ spots: [ChartSpot], _ across: String, _ up: String) -> String {
    func ends(_ extents: [Extent]) -> (low: String, high: String) {
      (
        text(extents.map(\.leadingEnd).min() ?? 0), text(extents.map(\.trailingEnd).max() ?? 0)
      )
    }
    let (x, y) = (ends(spots.map(\.x)), ends(spots.map(\.y)))
    return strings.text(
      "chart-scatter-words",
      [
        "n": String(spots.count), "across": across, "up": up, "across-low": x.low,
        "across-high": x.high, "up-low": y.low, "up-high": y.high,
      ])
  }

  /// When the first period begins and the latest, and how many go on.
  func timeline(_ items: [TimelineItem]) -> String {
    let begun = items.compactMap { item in item.begin.map { (name: item.label, year: $0) } }
    guard let first = begun.min(by: { $0.year < $1.year }),
      let last = begun.max(by: { $0.year < $1.year })
    else { return scope.edition.rules.list(items.isEmpty ? [""] : items.prefix(12).map(\.label)) }
    func year(_ value: Double) -> String { String(Int(value.rounded(.down))) }
    return strings.text(
      "chart-timeline-words",
      [
        "n": String(items.count), "first": first.name, "from": year(first.year),
        "last": last.name, "to": year(last.year),
        "going": String(items.filter(\.isInForce).count),
      ])
  }

  /// A note with its date in front.
  func note(_ note: ChartExhibit.Note) -> ChartNote {
    ChartNote(
      year: DecimalYears(note.at).middle,
      title: scope.edition.strings.labelled(scope.edition.rules.shortDate(note.at), note.text),
      more: note.more ?? "")
  }

  func gap(_ years: Double) -> String {
    strings.text("mark-gap", ["n": text(years)])
  }
}

extension TimelineItem {
  fileprivate var begin: Double? {
    switch extent {
    case .moment(let year): year
    case .period(let from, _): from
    }
  }
}
