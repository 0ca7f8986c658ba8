/// What the tool has to say to an editor about the content: a mistake, a doubt or a remark.
///
/// Diagnostics are values: no stage prints them, and none stops at the first. `code` is stable
/// (`subject.problem`), documented in `docs/diagnostics.md`. A class, though it is a value, since lists
/// of many thousands are joined and sorted at every edit.
public final class Diagnostic: Sendable {
  /// How bad it is; a greater value is worse.
  public enum Severity: Int, Comparable, Sendable {
    /// Never fatal.
    case note
    /// The output is worse than it was meant; fatal with `--strict`.
    case warning
    /// Blocks the output.
    case error

    /// Whether the left one is less bad.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// How bad it is.
  public let severity: Severity
  /// `subject.problem`, the same in every version.
  public let code: String
  /// The fact or the rule, quoting the author's own text; no full stop.
  public let message: String
  /// What it speaks of; line 1, column 1 for a file as a whole.
  public let place: Place
  /// The cure, where there is one.
  public let help: String?

  /// Makes a diagnostic of any severity; ``error(_:_:at:help:)`` and the like read better.
  public init(
    _ severity: Severity, _ code: String, _ message: String, at place: Place, help: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.help = help
  }

  /// A diagnostic that blocks the output.
  public static func error(
    _ code: String, _ message: String, at place: Place, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(.error, code, message, at: place, help: help)
  }

  /// A diagnostic that blocks the output only with `--strict`.
  public static func warning(
    _ code: String, _ message: String, at place: Place, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(.warning, code, message, at: place, help: help)
  }

  /// A diagnostic that never blocks the output.
  public static func note(
    _ code: String, _ message: String, at place: Place, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(.note, code, message, at: place, help: help)
  }
}

extension Diagnostic: Hashable {
  /// Whether both say the same of the same place.
  public static func == (left: Diagnostic, right: Diagnostic) -> Bool {
    left === right
      || (left.severity, left.place) == (right.severity, right.place)
        && (left.code, left.message, left.help) == (right.code, right.message, right.help)
  }

  /// Place, code and message tell nearly all apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(place)
    hasher.combine(code)
    hasher.combine(message)
  }
}

extension Diagnostic: Comparable {
  /// Orders by path, then place, then code and message, so that a list of them is always the same.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    (left.place, left.code, left.message) < (right.place, right.code, right.message)
  }
}

extension Diagnostic.Severity: CustomStringConvertible {
  /// The word that stands before the message.
  public var description: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
}

extension Diagnostic {
  /// The diagnostic in the layout of a compiler's, so that editors can jump to its place.
  ///
  ///     content/a.md:9:40: error: no source has the id 'x' [source.unknown]
  ///       9 |   - {value: 50000, source: x}
  ///         |                            ^
  ///     help: did you mean 'y'?
  ///
  /// - Parameter line: The text of the line at `place`, where it can be had.
  /// - Returns: Lines separated by a line feed, without one at the end.
  public func text(line: String?) -> String {
    text(lineBytes: line.map { ArraySlice($0.utf8) })
  }

  /// As ``text(line:)``, for a line that may be long and of which little is shown.
  public func text(lineBytes line: ArraySlice<UInt8>?) -> String {
    let span = place.span
    var text = "\(place.path):\(span.line):\(span.column): \(severity): \(message) [\(code)]"
    text = Self.visible(text)
    if let line { text += "\n" + excerpt(of: line) }
    if let help { text += "\nhelp: \(Self.visible(help))" }
    return text
  }

  /// Bytes of a line that are shown before the place and from it on, where the line is long.
  private static let reach = (before: 80, after: 120)

  /// The line with its number and the caret under the place; a tab stays a tab, so that they align.
  private func excerpt(of line: ArraySlice<UInt8>) -> String {
    let isLong = line.count > 400
    // What is no UTF-8 becomes U+FFFD, unless the line is long: it is not gone through for each of
    // its diagnostics.
    let bytes = isLong ? line : ArraySlice(String(decoding: line, as: UTF8.self).utf8)
    let (lower, upper) = (bytes.startIndex, bytes.endIndex)
    let start = lower + min(max(place.span.column, 1) - 1, bytes.count)
    var end = start + min(max(place.span.length, 1), upper - start)
    while end < upper, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let first = isLong ? max(lower, start - Self.reach.before) : lower
    let last = isLong ? min(upper, start + Self.reach.after) : upper
    let before = (first > lower ? "…" : "") + Self.visible(bytes[first..<start])
    let marked = Self.visible(bytes[start..<min(end, last)])
    let after = Self.visible(bytes[min(end, last)..<last]) + (last < upper ? "…" : "")
    let pad = String(before.map { $0 == "\t" ? $0 : " " })
    let caret = "^" + String(repeating: "~", count: max(marked.count - 1, 0))
    let number = "\(place.span.line)"
    let margin = String(repeating: " ", count: number.count)
    return "  \(number) | \(before + marked + after)\n  \(margin) | \(pad)\(caret)"
  }

  /// Bytes as text, without those of a character that was cut.
  private static func visible(_ bytes: ArraySlice<UInt8>) -> String {
    let whole = bytes.drop { $0 & 0xC0 == 0x80 }
    return visible(String(decoding: whole, as: UTF8.self))
  }

  /// Control characters would move a terminal's cursor, or worse: they become their pictures.
  private static func visible(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar.value != 0x09
      let picture = isControl ? Unicode.Scalar(0x2400 + scalar.value) : nil
      result.append(picture ?? (scalar.value == 0x7F ? "\u{2421}" : scalar))
    }
    return String(result)
  }
}
