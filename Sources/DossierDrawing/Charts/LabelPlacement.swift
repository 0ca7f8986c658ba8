/// Moves labels apart along a column, each as little as possible.
///
/// The sum of the squares of all moves is the least that keeps the order and lets nothing overlap:
/// an isotonic regression by pooling neighbours (M. Ayer and others, 1955).
enum LabelColumn {
  /// A label that would like to stand somewhere.
  struct Label {
    var centre: Double
    var height: Double
  }

  /// The centres of the labels, in the order of the input.
  ///
  /// Labels that want one place keep the order of the input. A column that is too short is overrun
  /// at its bottom.
  static func centres(_ labels: [Label], from top: Double, to bottom: Double) -> [Double] {
    let order = labels.indices.sorted {
      (labels[$0].centre, $0) < (labels[$1].centre, $1)
    }
    var offsets: [Double] = []
    var total = 0.0
    for index in order {
      offsets.append(total + labels[index].height / 2)
      total += labels[index].height
    }
    let wanted = zip(order, offsets).map { labels[$0].centre - $1 }
    var centres = labels.map(\.centre)
    for (place, start) in pooled(wanted).enumerated() {
      centres[order[place]] = max(top, min(start, bottom - total)) + offsets[place]
    }
    return centres
  }

  /// The nearest numbers that never fall.
  private static func pooled(_ numbers: [Double]) -> [Double] {
    var pools: [(mean: Double, count: Int)] = []
    for number in numbers {
      pools.append((number, 1))
      while pools.count > 1, let last = pools.last, pools[pools.count - 2].mean > last.mean {
        pools.removeLast()
        let (mean, count) = pools[pools.count - 1]
        let sum = mean * Double(count) + last.mean * Double(last.count)
        pools[pools.count - 1] = (sum / Double(count + last.count), count + last.count)
      }
    }
    return pools.flatMap { [Double](repeating: $0.mean, count: $0.count) }
  }
}

/// Finds room for names beside spots: to the right, the left, above or below, the first that is free.
struct SpotLabels {
  let area: Box
  private(set) var taken: [Box]

  /// - Parameter spots: What no label may cover.
  init(within area: Box, around spots: [Box]) {
    self.area = area
    taken = spots
  }

  /// Keeps labels off more boxes.
  mutating func take(_ boxes: [Box]) {
    taken += boxes
  }

  /// Whether a label may stand there.
  func isFree(_ box: Box) -> Bool {
    area.contains(box) && !taken.contains { $0.overlaps(box) }
  }

  /// The box of a line of text beside a spot, which is taken from then on; `nil` for no room.
  mutating func place(_ text: String, beside spot: Box) -> Box? {
    place(width: TextWidth.of(text), lines: 1, beside: spot)
  }

  /// The box of some lines of text beside a spot, which is taken from then on; `nil` for no room.
  mutating func place(width: Double, lines: Int, beside spot: Box) -> Box? {
    let half = Double(lines) * TextWidth.lineHeight / 2 - 1.5
    let free = Self.candidates(width, half, beside: spot).first(where: isFree)
    if let free { taken.append(free) }
    return free
  }

  private static func candidates(_ width: Double, _ half: Double, beside spot: Box) -> [Box] {
    let gap = 3.0
    let (x, y) = ((spot.left + spot.right) / 2, (spot.top + spot.bottom) / 2)
    let rows = [y, spot.top - half, spot.bottom + half]
    let beside = rows.flatMap { row in
      [
        Box(left: spot.right + gap, top: row, right: spot.right + gap + width, bottom: row),
        Box(left: spot.left - gap - width, top: row, right: spot.left - gap, bottom: row),
      ]
    }
    let stacked = rows.dropFirst().map { row in
      Box(left: x - width / 2, top: row, right: x + width / 2, bottom: row)
    }
    return (beside.prefix(2) + stacked + beside.dropFirst(2)).map { box in
      Box(left: box.left, top: box.top - half, right: box.right, bottom: box.bottom + half)
    }
  }
}
