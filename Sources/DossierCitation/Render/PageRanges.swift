import DossierSource

/// How a style writes ranges of pages.
struct PageRanges {
  /// `expanded`, `minimal`, `minimal-two`, `chicago`, `chicago-15`, `chicago-16`.
  var format: String?
  var delimiter: String

  /// A text with its ranges as the style has them.
  ///
  /// - Parameter isPages: Whether it counts pages; of other things ranges get their dash alone.
  func format(_ text: String, isPages: Bool) -> String {
    var result = ""
    var piece = ""
    for character in text {
      if ",;&".contains(character) {
        result += range(piece, isPages: isPages)
        piece = ""
        if character == "&" {
          result = result.trimmed + " &"
        } else {
          result.append(character)
        }
      } else {
        piece.append(character)
      }
    }
    return result + range(piece, isPages: isPages)
  }

  private func range(_ text: String, isPages: Bool) -> String {
    let bare = text.replacingEscapedHyphens
    let sides = bare.split(omittingEmptySubsequences: false, whereSeparator: { "-–—".contains($0) })
      .map { String($0).trimmed }
    guard sides.count == 2 || sides.count == 3 && sides[1].isEmpty, let first = sides.first,
      let last = sides.last, !first.isEmpty, !last.isEmpty
    else { return bare }
    guard isRangeable(first), isRangeable(last) else {
      return bare.plainHyphens(delimiter)
    }
    let lead = String(bare.prefix { $0.isWhitespace })
    return lead + (isPages && format != nil ? ranged(first, last) : first + delimiter + last)
  }

  private func isRangeable(_ text: String) -> Bool {
    text.allSatisfy { $0.isNumber || $0.isLetter || ".:\u{2011}".contains($0) }
  }

  private func ranged(_ first: String, _ last: String) -> String {
    let (prefix, start) = Self.split(first)
    let (endPrefix, end) = Self.split(last)
    if Self.isRoman(first), Self.isRoman(last) { return first + delimiter + last }
    guard endPrefix == prefix else { return first + "-" + last }
    guard let from = Int(start), !end.isEmpty else { return first + delimiter + last }
    let whole = end.count < start.count ? start.prefix(start.count - end.count) + end : end[...]
    guard let to = Int(whole), to > from, whole.count == start.count || whole.count > start.count
    else {
      return first + delimiter + last
    }
    let shown: String
    switch format {
    case "expanded": return first + delimiter + prefix + whole
    case "minimal": shown = Self.shortened(start, String(whole), least: 1)
    case "minimal-two": shown = Self.shortened(start, String(whole), least: 2)
    case "chicago", "chicago-15": shown = Self.chicago(start, String(whole), is16: false)
    case "chicago-16": shown = Self.chicago(start, String(whole), is16: true)
    default: return first + delimiter + last
    }
    return first + delimiter + shown
  }

  private static func isRoman(_ text: String) -> Bool {
    text.allSatisfy { "ivxlcdmIVXLCDM".contains($0) }
  }

  /// The letters before a number, and its figures.
  private static func split(_ text: String) -> (prefix: String, digits: String) {
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
    return (String(text.dropLast(digits)), String(text.suffix(digits)))
  }

  private static func shortened(_ start: String, _ end: String, least: Int) -> String {
    guard start.count == end.count else { return end }
    let same = zip(start, end).prefix { $0 == $1 }.count
    return String(end.suffix(max(end.count - same, min(least, end.count))))
  }

  /// The rules of the Chicago Manual of Style, 15th edition 9.64, 16th edition 9.60.
  private static func chicago(_ start: String, _ end: String, is16: Bool) -> String {
    guard let first = Int(start), first >= 100, first % 100 != 0 else { return end }
    if first % 100 < 10 { return shortened(start, end, least: 1) }
    if start.count == 4, !is16 {
      let changed = zip(start, end).filter { $0 != $1 }.count
      if changed >= 3 { return end }
    }
    return shortened(start, end, least: 2)
  }
}

extension String {
  /// Hyphens as a dash, where the text is none that the style shortens.
  fileprivate func plainHyphens(_ delimiter: String) -> String {
    var result = ""
    for character in self {
      if character == "-" || character == "–" {
        result += delimiter
      } else {
        result.append(character)
      }
    }
    return result
  }
}
