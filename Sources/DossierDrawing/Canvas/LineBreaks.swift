/// Parts of a straight line that keep clear of boxes, so that no line runs through a text.
enum LineBreaks {
  /// What is left of a line that stands.
  static func standing(
    at x: Double, from top: Double, to bottom: Double, clearOf boxes: [Box]
  ) -> [(start: Point, end: Point)] {
    let cuts = boxes.filter { $0.left <= x && x <= $0.right }.map { ($0.top, $0.bottom) }
    return rest(from: top, to: bottom, without: cuts).map {
      (Point(x: x, y: $0.0), Point(x: x, y: $0.1))
    }
  }

  /// What is left of a line that lies.
  static func lying(
    at y: Double, from left: Double, to right: Double, clearOf boxes: [Box]
  ) -> [(start: Point, end: Point)] {
    let cuts = boxes.filter { $0.top <= y && y <= $0.bottom }.map { ($0.left, $0.right) }
    return rest(from: left, to: right, without: cuts).map {
      (Point(x: $0.0, y: y), Point(x: $0.1, y: y))
    }
  }

  private static func rest(
    from start: Double, to end: Double, without cuts: [(Double, Double)]
  ) -> [(Double, Double)] {
    var parts: [(Double, Double)] = []
    var place = start
    for cut in cuts.sorted(by: { $0.0 < $1.0 }) {
      if cut.0 > place { parts.append((place, min(cut.0, end))) }
      place = max(place, cut.1)
      if place >= end { return parts }
    }
    parts.append((place, end))
    return parts.filter { $0.1 > $0.0 }
  }
}

extension Box {
  /// The room of lines of text that begin, end or have their middle at a place, with a little space
  /// around them.
  init(
    of lines: [String], at place: Point, _ anchor: SVGWriter.Anchor = .start, isBold: Bool = false
  ) {
    let width = TextWidth.widest(lines, isBold: isBold)
    let half = Double(lines.count) * TextWidth.lineHeight / 2
    let left =
      switch anchor {
      case .start: place.x
      case .middle: place.x - width / 2
      case .end: place.x - width
      }
    self.init(
      left: left - 2, top: place.y - half, right: left + width + 2, bottom: place.y + half)
  }
}
