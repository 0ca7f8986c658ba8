import DossierCitation

/// Texts as TeX reads them.
enum TeX {
  /// A title with CSL's marks as commands.
  static func title(_ text: String) -> String {
    TextTag.pieces(of: ExportText.oneLine(text)).map { piece in
      switch piece {
      case .text(let text): signs(text)
      case .open(let mark): command(mark) + "{"
      case .close: "}"
      }
    }.joined()
  }

  private static func command(_ mark: TextMark) -> String {
    switch mark {
    case .italic: "\\emph"
    case .bold: "\\textbf"
    case .superscript: "\\textsuperscript"
    case .subscripted: "\\textsubscript"
    case .smallCaps: "\\textsc"
    case .noCase, .noDecoration: ""
    }
  }

  /// A text that TeX prints as it is.
  ///
  /// Braces become commands, since BibTeX counts even those after a backslash.
  static func escaped(_ text: String) -> String { signs(ExportText.oneLine(text)) }

  private static func signs(_ line: String) -> String {
    guard line.utf8.contains(where: isSpecial) else { return line }
    var escaped = ""
    var last: Unicode.Scalar?
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\textbackslash{}"
      case "{": escaped += "\\textbraceleft{}"
      case "}": escaped += "\\textbraceright{}"
      case "~": escaped += "\\textasciitilde{}"
      case "^": escaped += "\\textasciicircum{}"
      case "`": escaped += "\\textasciigrave{}"
      case "$", "&", "%", "#", "_": escaped += "\\\(scalar)"
      // Two hyphens are a dash to TeX, and two apostrophes a quotation mark.
      case "-" where last == "-", "'" where last == "'": escaped += "{}\(scalar)"
      default: escaped.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return escaped
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "~"),
      UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "%"),
      UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "-"),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}

/// Keys of entries, as BibTeX, Biber and the programs around them read them.
enum BibTeXKey {
  /// An id with the letters and digits of any script and the signs that a key may have.
  static func key(_ id: String) -> String {
    let kept = id.unicodeScalars.filter { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.canonicalCombiningClass != .notReordered
        || "-_:./+".unicodeScalars.contains(scalar)
    }
    return kept.isEmpty ? "source" : String(String.UnicodeScalarView(kept))
  }
}
