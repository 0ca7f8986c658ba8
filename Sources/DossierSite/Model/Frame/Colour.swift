#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A colour of sRGB without transparency.
public struct Colour: Hashable, Sendable {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  public static let black = Colour(0, 0, 0)
  public static let white = Colour(255, 255, 255)

  /// Reads `#rgb` or `#rrggbb`, in either case; `nil` for anything else.
  public init?(_ text: String) {
    let digits = text.utf8.dropFirst().compactMap(Self.value)
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == text.utf8.count - 1 else {
      return nil
    }
    switch digits.count {
    case 3: self.init(digits[0] * 17, digits[1] * 17, digits[2] * 17)
    case 6:
      self.init(
        digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5])
    default: return nil
    }
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// `#rrggbb` in lower case.
  public var text: String {
    "#"
      + [red, green, blue].map { part in
        (part < 16 ? "0" : "") + String(part, radix: 16)
      }.joined()
  }

  /// The relative luminance by WCAG 2.2: 0 for black, 1 for white.
  var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio by WCAG 2.2: 1 for equal colours, 21 for black and white.
  public func contrast(to other: Colour) -> Double {
    let (first, second) = (luminance, other.luminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// The colour with a share of another in it, from 0 to 1.
  func mixed(with other: Colour, _ share: Double) -> Colour {
    func part(_ own: UInt8, _ others: UInt8) -> UInt8 {
      let mixed = Double(own) * (1 - share) + Double(others) * share
      return UInt8(min(255, max(0, mixed.rounded())))
    }
    return Colour(part(red, other.red), part(green, other.green), part(blue, other.blue))
  }

  /// The colour, or the one that is darker or lighter by the least, so that it can be told from a ground.
  ///
  /// - Parameter ratio: At most 4.5, which black or white have on every ground.
  func nearest(on ground: Colour, contrast ratio: Double) -> Colour {
    nearest(contrast: ratio) { _ in [ground] }
  }

  /// The same for several grounds, which may follow from the colour; black or white where none is told
  /// from all.
  func nearest(contrast ratio: Double, on grounds: (Colour) -> [Colour]) -> Colour {
    for step in 0...Self.steps {
      let share = Double(step) / Double(Self.steps)
      let found = [Colour.black, .white].map { mixed(with: $0, share) }
        .map { (colour: $0, least: $0.leastContrast(to: grounds($0))) }
        .filter { $0.least >= ratio }.max { $0.least < $1.least }
      if let found { return found.colour }
    }
    let (black, white) = (Colour.black, Colour.white)
    return black.leastContrast(to: grounds(black)) > white.leastContrast(to: grounds(white))
      ? black : white
  }

  /// The contrast to that of some colours from which it is told the least.
  private func leastContrast(to grounds: [Colour]) -> Double {
    grounds.map { contrast(to: $0) }.min() ?? 21
  }

  private static let steps = 200
}
