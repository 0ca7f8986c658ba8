/// How wide text will be, without a font: by average widths of sans-serif letters, rather too wide
/// than too narrow.
enum TextWidth {
  /// The size of all text in a drawing, in pixels, since a drawing is shown as wide as it is drawn.
  static let fontSize = 12.5
  /// The fonts of all text in a chart where no style names others: as wide as the one measured.
  static let fonts = "Liberation Sans, Arial, Helvetica, sans-serif"
  /// From one line to the next.
  static let lineHeight = 16.0
  /// From the middle of a line down to its baseline.
  static let baseline = 4.4

  /// How much wider bold letters are.
  private static let boldness = 1.09

  /// The width of a line.
  static func of(_ text: String, isBold: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { $0 + advance($1) } * fontSize * (isBold ? boldness : 1)
  }

  /// The width of the widest of some lines.
  static func widest(_ lines: [String], isBold: Bool = false) -> Double {
    lines.reduce(0) { max($0, of($1, isBold: isBold)) }
  }

  /// In em; the averages of each class of letters in Liberation Sans, which is as wide as Arial,
  /// and a twentieth more for wider fonts.
  private static func advance(_ letter: Unicode.Scalar) -> Double {
    switch letter {
    case " ", "\u{A0}", "\u{202F}", ".", ",", ":", ";", "!", "'", "’", "|": 0.29
    case "i", "j", "l", "f", "t", "I", "і", "ї", "І", "Ї": 0.28
    case "r", "-", "(", ")", "[", "]", "/", "\"", "“", "”", "«", "»", "г", "ґ": 0.38
    case "m", "w", "M", "W", "%", "@", "—", "…": 0.94
    case "м", "ж", "ф", "ш", "щ", "ю", "М", "Ж", "Ш", "Щ", "Ю", "Ф": 0.88
    case "0"..."9", "a"..."z", "а"..."я", "є", "–": 0.58
    case "A"..."Z", "А"..."Я", "Є", "Ґ": 0.73
    case "\u{300}"..."\u{36F}": 0
    case "\u{10A0}"..."\u{10FF}": 0.74
    case "\u{1100}"...: 1.05
    default: 0.65
    }
  }

  /// Cuts text into lines at its spaces; a word wider than a line is cut where the line ends.
  ///
  /// - Returns: At least one line; spaces between words count as one.
  static func lines(_ text: String, within width: Double, isBold: Bool = false) -> [String] {
    let width = isBold ? width / boldness : width
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if of(longer) <= width {
        line = longer
      } else {
        if !line.isEmpty { lines.append(line) }
        line = cut(String(word), within: width, into: &lines)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// Appends the full lines of a word, and gives what is left of it.
  private static func cut(
    _ word: String, within width: Double, into lines: inout [String]
  ) -> String {
    guard of(word) > width else { return word }
    var (line, used) = ("", 0.0)
    for letter in word {
      let advance = of(String(letter))
      if used + advance > width, !line.isEmpty {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line.append(letter)
      used += advance
    }
    return line
  }
}
