#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The part of a chart in which values stand, between its two axes.
struct PlotArea {
  let x: Scale
  let y: Scale
  private let xAxis: Axis
  private let yAxis: Axis
  /// That of the chart.
  let width: Double

  /// Puts the axes around a box; x rises to the right and y upwards.
  ///
  /// - Parameter width: That of the chart, which no label leaves.
  init(_ xAxis: Axis, _ yAxis: Axis, in box: Box, width: Double) {
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.width = width
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
    xAxis.drawLabels(along: x, at: y.start + 14, within: width, to: &svg)
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
  func drawLabels(
    along scale: Scale, at height: Double, within width: Double, to svg: inout SVGWriter
  ) {
    let labels = ticks.map { tick in
      let middle = Self.middle(of: tick, on: scale, within: width)
      return (text: tick.label, place: Point(x: middle, y: height))
    }
    svg.texts(labels, "chart-tick", .middle)
  }

  private static func middle(of tick: Tick, on scale: Scale, within width: Double) -> Double {
    let half = TextWidth.of(tick.label) / 2
    return min(max(scale.position(tick.value), half), width - half)
  }

  /// The axis with no more ticks than have room for their labels: of a logarithmic one the powers of
  /// ten, else each second, third and so on.
  func thinned(along scale: Scale, within width: Double) -> Axis {
    var axis = self
    if form == .logarithmic, !fits(ticks, scale, width) {
      let decades = ticks.filter { tick in
        let power = log10(tick.value)
        return abs(power - power.rounded()) < 1e-6
      }
      if decades.count > 1 { axis.ticks = decades }
    }
    let all = axis.ticks
    for step in 1..<max(all.count, 2) {
      axis.ticks = stride(from: 0, to: all.count, by: step).map { all[$0] }
      if fits(axis.ticks, scale, width) { return axis }
    }
    axis.ticks = [all.first, all.last].compactMap(\.self)
    return axis
  }

  /// Whether no label meets another.
  private func fits(_ ticks: [Tick], _ scale: Scale, _ width: Double) -> Bool {
    let edges = ticks.map { tick in
      let middle = Self.middle(of: tick, on: scale, within: width)
      let half = TextWidth.of(tick.label) / 2 + 3
      return (left: middle - half, right: middle + half)
    }.sorted { $0.left < $1.left }
    return zip(edges, edges.dropFirst()).allSatisfy { $0.right <= $1.left }
  }
}
