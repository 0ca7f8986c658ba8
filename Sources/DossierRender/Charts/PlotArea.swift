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
  func drawAxes(to svg: inout SVGWriter) {
    svg.strokes("grid", 0.18) { svg in
      for value in yAxis.ticks.map(\.value) where value != base {
        drawRule("rule", at: value, to: &svg)
      }
      drawRule("base", at: base, to: &svg)
      for tick in xAxis.ticks {
        let place = x.position(tick.value)
        svg.line(
          "tick", from: Point(x: place, y: y.start), to: Point(x: place, y: y.start + 4), 0.75)
      }
    }
    for tick in yAxis.ticks {
      let place = Point(x: x.start - 6, y: y.position(tick.value))
      svg.text([tick.label], "chart-tick", at: place, .end)
    }
    xAxis.drawLabels(along: x, at: y.start + 14, to: &svg)
  }

  private func drawRule(_ name: String, at value: Double, to svg: inout SVGWriter) {
    let height = y.position(value)
    svg.line(name, from: Point(x: x.start, y: height), to: Point(x: x.end, y: height), 0.75)
  }

  /// Zero where the axis has it, else its least value.
  private var base: Double {
    yAxis.low <= 0 && yAxis.high >= 0 && yAxis.form == .linear ? 0 : yAxis.low
  }
}

extension Axis {
  /// Draws the labels of an axis that lies; the outer ones stay within the chart.
  func drawLabels(along scale: Scale, at height: Double, to svg: inout SVGWriter) {
    for tick in ticks {
      let half = TextWidth.of(tick.label) / 2
      let place = min(max(scale.position(tick.value), half), ChartSheet.width - half)
      svg.text([tick.label], "chart-tick", at: Point(x: place, y: height), .middle)
    }
  }
}
