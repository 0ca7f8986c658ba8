#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The words for a number at an axis, with a number of digits after the point.
public typealias TickLabel = @Sendable (_ value: Double, _ decimals: Int) -> String

/// A map from values to places in a drawing.
struct Scale {
  /// How values are spread.
  enum Form {
    /// Equal steps for equal differences.
    case linear
    /// Equal steps for equal ratios; values are above zero.
    case logarithmic
  }

  let form: Form
  let low: Double
  let high: Double
  /// Where `low` stands.
  let start: Double
  /// Where `high` stands; below `start` for an axis that rises.
  let end: Double

  /// The place of a value; the start where the scale has no length.
  func position(_ value: Double) -> Double {
    start + (end - start) * fraction(value)
  }

  private func fraction(_ value: Double) -> Double {
    let part =
      switch form {
      case .linear: (value - low) / (high - low)
      case .logarithmic: log(value / low) / log(high / low)
      }
    return part.isFinite ? part : 0
  }
}

/// A scale that has no place in a drawing yet, with its ticks.
struct Axis {
  /// A value with its label.
  struct Tick {
    var value: Double
    var label: String
  }

  var form: Scale.Form
  var low: Double
  var high: Double
  var ticks: [Tick]

  /// The axis put between two places of a drawing.
  func scale(from start: Double, to end: Double) -> Scale {
    Scale(form: form, low: low, high: high, start: start, end: end)
  }

  /// The width of the widest label.
  var labelWidth: Double {
    ticks.reduce(0) { max($0, TextWidth.of($1.label)) }
  }

  /// An axis of numbers that begins and ends at a round one.
  ///
  /// A linear one begins at zero unless the values are far from it: unless the least is more than
  /// half of the greatest.
  ///
  /// - Parameters:
  ///   - values: Not empty; above zero for a logarithmic axis.
  ///   - limit: The most ticks, at least 3.
  static func numbers(
    _ values: [Extent], form: Scale.Form, atMost limit: Int, tickLabel: TickLabel
  ) -> Axis {
    let least = values.reduce(Double.infinity) { min($0, $1.leadingEnd) }
    let greatest = values.reduce(-Double.infinity) { max($0, $1.trailingEnd) }
    let ticks =
      switch form {
      case .linear:
        Ticks.numbers(
          from: least > greatest / 2 ? least : min(0, least),
          to: max(greatest, least < 0 ? 0 : greatest),
          atMost: limit)
      case .logarithmic: Ticks.logarithmic(from: least, to: greatest, atMost: limit)
      }
    return Axis(form, ticks) { value in
      let decimals = form == .logarithmic ? Self.decimals(for: value) : ticks.decimals
      return tickLabel(value, decimals)
    }
  }

  /// The digits after the point that a multiple of a power of ten needs.
  private static func decimals(for value: Double) -> Int {
    max(0, Int((-log10(value) - 1e-9).rounded(.up)))
  }

  private init(_ form: Scale.Form, _ ticks: Ticks, label: (Double) -> String) {
    self.form = form
    low = ticks.low
    high = ticks.high
    self.ticks = ticks.values.map { Tick(value: $0, label: label($0)) }
  }

  /// An axis of time that begins and ends with a year; its labels are bare years.
  ///
  /// - Parameter limit: The most ticks, at least 2.
  static func years(from first: Double, to last: Double, atMost limit: Int) -> Axis {
    let start = Int(first.rounded(.down))
    let end = max(Int(last.rounded(.up)), start + 1)
    var axis = Axis(.linear, .years(from: start, through: end, atMost: limit)) { value in
      value < 0 ? "−\(Int(-value))" : String(Int(value))
    }
    (axis.low, axis.high) = (Double(start), Double(end))
    return axis
  }
}
