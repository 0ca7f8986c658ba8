/// The part of a chart in which values stand, between its two axes.
struct PlotArea {
  let x: Scale
  let y: Scale
  private let xAxis: Axis
  private let yAxis: Axis

  /// Puts the axes around a box; x rises to the right and y upwards.
  init(_ xAxis: Axis, _ yAxis: Axis, in box: Box) {
    self.xAxis = xAxis
    self.yAxis = yAxis
    x = xAxis.scale(from: box.left, to: box.right)
    y = yAxis.scale(from: box.bottom, to: box.top)
  }

  /// Draws thin lines for the ticks of y, short ones for those of x, and their labels.
  ///
  /// - Parameter texts: What no line may run through.
  func drawAxes(clearOf texts: [Box], to svg: inout SVGWriter) {
    svg.strokes("grid", 0.18) { svg in
      let rules = yAxis.ticks.map(\.value).filter { $0 != base }
      svg.lines("rule", rules.flatMap { rule(at: $0, clearOf: texts) }, 0.75)
      svg.lines("base", rule(at: base, clearOf: texts), 0.75)
      let ticks = xAxis.ticks.map { tick in
        let place = x.position(tick.value)
        return (start: Point(x: place, y: y.start), end: Point(x: place, y: y.start + 4))
      }
      svg.lines("notch", ticks, 0.75)
    }
    let labels = yAxis.ticks.map { tick in
      (text: tick.label, place: Point(x: x.start - 6, y: y.position(tick.value)))
    }
    svg.texts(labels, "chart-tick", .end)
    xAxis.drawLabels(along: x, at: y.start + 14, to: &svg)
  }

  private func rule(at value: Double, clearOf texts: [Box]) -> [(start: Point, end: Point)] {
    LineBreaks.lying(at: y.position(value), from: x.start, to: x.end, clearOf: texts)
  }

  /// Zero where the axis has it, else its least value.
  private var base: Double {
    yAxis.low <= 0 && yAxis.high >= 0 && yAxis.form == .linear ? 0 : yAxis.low
  }
}

extension Axis {
  /// Draws the labels of an axis that lies; the outer ones stay within the chart.
  func drawLabels(along scale: Scale, at height: Double, to svg: inout SVGWriter) {
    let labels = ticks.map { tick in
      let half = TextWidth.of(tick.label) / 2
      let place = min(max(scale.position(tick.value), half), ChartSheet.width - half)
      return (text: tick.label, place: Point(x: place, y: height))
    }
    svg.texts(labels, "chart-tick", .middle)
  }
}
