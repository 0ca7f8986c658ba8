/// One value on a scale: a sign where it is exact, a line with two ends where it lies between them,
/// a line that begins at its end and goes on as an arrow where one end alone is known.
///
/// Nothing stands between the ends, since nobody has stated what does.
struct ValueMark {
  var value: Extent
  /// The sign of an exact value.
  var marker: Marker
  var scale: Scale
  /// Whether the scale rises; else it lies.
  var isUpright = false
  /// The place across the scale.
  var across: Double
  /// Whether ends are small signs, where a stroke could not tell groups, disputes and what is
  /// approximate apart.
  var hasSignedEnds = false
  /// The value in words, shown on pointing at it; empty for none.
  var note = ""
  /// How far an arrow goes towards what is not known.
  var reach = Self.arrow

  static let arrow = 18.0
  /// How far an arrow may go beyond an end of the scale.
  private static let overrun = 7.0

  /// What it covers in the drawing.
  var box: Box {
    let margin = marker.radius + 1
    let (a, b) = (place(span.start), place(span.end))
    return Box(
      left: min(a.x, b.x) - margin, top: min(a.y, b.y) - margin, right: max(a.x, b.x) + margin,
      bottom: max(a.y, b.y) + margin)
  }

  /// Draws the value and keeps it with what was drawn.
  func draw(as label: String, to svg: inout SVGWriter) {
    svg.values.append(drawn(as: label))
    draw(to: &svg)
  }

  func drawn(as label: String) -> DrawnValue {
    DrawnValue(label: label, value: value, start: place(span.start), end: place(span.end))
  }

  func draw(to svg: inout SVGWriter) {
    guard !value.isExact else {
      marker.draw(at: place(scale.position(value.low)), note: note, to: &svg)
      return
    }
    let (start, end) = (place(span.start), place(span.end))
    svg.line("range", from: start, to: end, 1.5)
    for known in value.ends { drawEnd(at: scale.position(known), to: &svg) }
    if !value.low.isFinite { drawArrow(at: start, from: end, to: &svg) }
    if !value.high.isFinite { drawArrow(at: end, from: start, to: &svg) }
  }

  /// From the low to the high end along the scale, arrows included.
  private var span: (start: Double, end: Double) {
    let step = scale.end < scale.start ? -1.0 : 1
    let (low, high) = (
      scale.position(value.leadingEnd), scale.position(value.trailingEnd)
    )
    // An arrow stays within the drawing, but for a scale that lies, behind which there is room.
    let bottom = (scale.start - step * Self.overrun) * step
    let top = isUpright ? (scale.end + step * Self.overrun) * step : .infinity
    let before = value.low.isFinite ? low : max(low * step - reach, bottom) * step
    let after = value.high.isFinite ? high : min(high * step + reach, top) * step
    return (before, after)
  }

  private func place(_ along: Double) -> Point {
    isUpright ? Point(x: across, y: along) : Point(x: along, y: across)
  }

  private func drawEnd(at along: Double, to svg: inout SVGWriter) {
    guard !hasSignedEnds else {
      let sign = Marker(shape: marker.shape, isHollow: marker.isHollow, radius: 2.75)
      sign.draw(at: place(along), note: note, to: &svg)
      return
    }
    let (x, y) = isUpright ? (3.5, 0.0) : (0.0, 3.5)
    let middle = place(along)
    svg.line(
      "end", from: Point(x: middle.x - x, y: middle.y - y),
      to: Point(x: middle.x + x, y: middle.y + y), 1.5)
  }

  private func drawArrow(at tip: Point, from start: Point, to svg: inout SVGWriter) {
    let length = max(abs(tip.x - start.x), abs(tip.y - start.y), 1)
    let (x, y) = ((start.x - tip.x) / length * 4.5, (start.y - tip.y) / length * 4.5)
    let corners = [
      Point(x: tip.x + x + y * 0.8, y: tip.y + y + x * 0.8), tip,
      Point(x: tip.x + x - y * 0.8, y: tip.y + y - x * 0.8),
    ]
    let path = corners.map { SVGWriter.number($0.x) + " " + SVGWriter.number($0.y) }
    svg.element(
      "path",
      [
        "class": "arrow", "d": .text("M" + path.joined(separator: "L")), "fill": "none",
        "stroke-width": 1.5,
      ])
  }
}
