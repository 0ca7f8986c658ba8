/// The sign of a status, a rating or a verdict: one filled shape in the colour of the text, so that it
/// is the same on screen, on paper and in forced colours, and each told from the others by its form.
public enum DrawnMark: String, CaseIterable, Sendable {
  // How a condition stands, and what that makes of a requirement.
  case met, partly, absent, unknown
  // How much an option needs a condition.
  case helpful, indifferent
  // Further ratings that a publication declares, in the order of its choices.
  case first, second, third
  // What the conditions say of an option.
  case open, blocked
  case heldUp = "held-up"
  case notKnown = "not-known"

  /// The signs of verdicts, each with the id of its outcome.
  public static let verdicts: [DrawnMark] = [.open, .heldUp, .blocked, .notKnown]

  /// The signs of statuses, each with the id of its status.
  public static let statuses: [DrawnMark] = [.met, .partly, .absent, .unknown]

  /// The sign of a rating; `nil` for the fourth and further ones that a publication adds, which stand
  /// in words.
  ///
  /// - Parameters:
  ///   - status: How the condition stands, as the id of a status; of a requirement it is the sign.
  ///   - all: The ids of all ratings that there are.
  public init?(rating: String, status: String, all: [String]) {
    switch rating {
    case "required": self.init(status: status)
    case "helpful": self = .helpful
    case "indifferent": self = .indifferent
    default:
      let further: [DrawnMark] = [.first, .second, .third]
      let others = all.filter { !["required", "helpful", "indifferent"].contains($0) }
      guard let place = others.firstIndex(of: rating), place < further.count else { return nil }
      self = further[place]
    }
  }

  public init?(status: String) {
    guard let mark = Self.statuses.first(where: { $0.rawValue == status }) else { return nil }
    self = mark
  }

  public init?(outcome: String) {
    guard let mark = Self.verdicts.first(where: { $0.rawValue == outcome }) else { return nil }
    self = mark
  }
}

extension DrawnMark {
  /// The sign in full, hidden from screen readers, which read the word beside it.
  ///
  /// - Parameter title: That word; an engine that makes PDFs wants it for every drawing.
  public func svg(title: String) -> [UInt8] {
    var svg = SVGWriter(.mark)
    svg.element("svg", ["class": "mark", "aria-hidden": "true"], Self.sheet) { svg in
      svg.note(title)
      drawShape(to: &svg)
    }
    return svg.bytes
  }

  /// The sign in full, which ``use(id:)`` shows again elsewhere in the page.
  public func definition(id: String) -> [UInt8] {
    var svg = SVGWriter(.mark)
    svg.element("svg", ["class": "mark", "aria-hidden": "true"]) { svg in
      svg.element("symbol", ["id": .text(id), "viewBox": "0 0 16 16"]) { drawShape(to: &$0) }
      svg.element("use", ["href": .text("#" + id)])
    }
    return svg.bytes
  }

  /// The sign as another place of the page defines it, in a quarter of the bytes; not every engine
  /// that makes PDFs looks for it there.
  public static func use(id: String) -> [UInt8] {
    var svg = SVGWriter(.mark)
    svg.element("svg", ["class": "mark"]) { $0.element("use", ["href": .text("#" + id)]) }
    return svg.bytes
  }

  private static let sheet: SVGWriter.Attributes = [
    "viewBox": "0 0 16 16", "fill": "currentColor",
  ]

  private func drawShape(to svg: inout SVGWriter) {
    svg.element("path", ["class": .text(rawValue), "fill-rule": "evenodd", "d": .text(path)])
  }

  /// What is filled, on a grid of 16; what lies within twice is a hole.
  public var path: String {
    switch self {
    case .met: Self.disc + "M3.8 8.3L5.2 6.9L7.1 8.8L10.9 5L12.3 6.4L7.1 11.6Z"
    case .absent: Self.square + Self.cross
    case .partly: Self.square + "M2.6 2.6V8H13.4V2.6Z"
    case .unknown: Self.square + "M2 2V14H14V2Z" + Self.question
    case .helpful: Self.disc + Self.circle(5.2)
    case .indifferent: "M4 7H12V9H4Z"
    case .first: "M8 1.5L15 14H1ZM8 4.6L3.7 12.4H12.3Z"
    case .second: "M8 14.5L15 2H1ZM8 11.4L3.7 3.6H12.3Z"
    case .third: "M8 0.5L15.5 8L8 15.5L0.5 8ZM8 3L3 8L8 13L13 8Z"
    case .open: Self.disc + "M6 4.2L12.3 8L6 11.8Z"
    case .blocked: Self.disc + "M3.6 6.8V9.2H12.4V6.8Z"
    case .heldUp: Self.disc + Self.circle(5.6) + "M5.4 5V11H7.2V5ZM8.8 5V11H10.6V5Z"
    case .notKnown: Self.disc + Self.circle(6) + Self.question
    }
  }

  private static let disc = circle(7)
  private static let cross =
    "M4 5.4L6.6 8L4 10.6L5.4 12L8 9.4L10.6 12L12 10.6L9.4 8L12 5.4L10.6 4L8 6.6L5.4 4Z"
  private static let square = "M1 1H15V15H1Z"

  /// A circle around the middle of the grid.
  private static func circle(_ radius: Double) -> String {
    let number = SVGWriter.number
    let half = "A\(number(radius)) \(number(radius)) 0 1 0"
    return "M\(number(8 - radius)) 8\(half) \(number(8 + radius)) 8\(half) \(number(8 - radius)) 8Z"
  }

  private static let question =
    "M5.2 6.4A2.8 2.8 0 1 1 8.8 9V10H7.2V7.8A1.3 1.3 0 1 0 6.8 6.4ZM7.2 11H8.8V12.6H7.2Z"
}
