/// Panels of lines beside and under one another, all with the same axes.
struct PanelGrid {
  private let panels: [(label: [String], layout: LineLayout, place: Point)]
  private let unit: [String]
  let height: Double

  private static let plotHeight = 130.0
  private static let gap = 24.0

  init(_ chart: LineChart, _ sheet: ChartSheet) {
    let axes = LineAxes(chart, sheet)
    let columns = sheet.isNarrow ? 1 : sheet.width < 700 ? 2 : 3
    let width = (sheet.width - Self.gap * Double(columns - 1)) / Double(columns)
    let words = [chart.unit, axes.secondUnit].filter { !$0.isEmpty }.joined(separator: "; ")
    unit = sheet.lines(words)
    var panels: [(label: [String], layout: LineLayout, place: Point)] = []
    var y = Double(unit.count) * TextWidth.lineHeight + 4
    for row in stride(from: 0, to: chart.panels.count, by: columns) {
      var bottom = y
      for index in row..<min(row + columns, chart.panels.count) {
        let panel = chart.panels[index]
        let label = TextWidth.lines(panel.label, within: width, isBold: true)
        let layout = Self.layout(panel, of: chart, axes, width)
        let head = Double(label.count) * TextWidth.lineHeight
        let x = Double(index - row) * (width + Self.gap)
        panels.append((label, layout, Point(x: x, y: y + head)))
        bottom = max(bottom, y + head + layout.height + 8)
      }
      y = bottom
    }
    self.panels = panels
    height = y
  }

  private static func layout(
    _ panel: LineChart.Panel, of chart: LineChart, _ axes: LineAxes, _ width: Double
  ) -> LineLayout {
    var part = chart
    part.panels = []
    part.unit = ""
    part.series = panel.series.filter(chart.series.indices.contains).map { chart.series[$0] }
    // The name of a line that is alone stands over its panel.
    if part.series.count == 1 { part.series[0].label = "" }
    return LineLayout(
      part, axes, width: width, plotHeight: plotHeight, isPanel: true)
  }

  /// What the numbers of the notes stand for, which each panel has where there is room.
  var notes: [ChartKey] {
    let keys = panels.map(\.layout.notes.beside)
    return (keys.first ?? []).indices.compactMap { note in
      keys.map { $0[note] }.first { $0.number != nil } ?? keys.first?[note]
    }
  }

  func draw(to svg: inout SVGWriter) {
    svg.text(
      unit, "chart-unit", at: Point(x: 0, y: Double(unit.count) * TextWidth.lineHeight / 2))
    for panel in panels {
      let head = Double(panel.label.count) * TextWidth.lineHeight
      svg.text(
        panel.label, "chart-group",
        at: Point(x: panel.place.x, y: panel.place.y - head / 2), isBold: true)
      svg.moved(by: panel.place) { panel.layout.draw(to: &$0) }
    }
  }
}
