/// HTML for a page: no style attribute, titles of works as `cite`, addresses of the web alone.
enum PageMarkup: TextMarkup {
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22].contains($0) }) else { return text }
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  static func tags(_ decoration: Decoration) -> (open: String, close: String)? {
    switch decoration {
    case .italic, .oblique: ("<i>", "</i>")
    case .bold: ("<b>", "</b>")
    case .smallCaps: ("<span class=\"small-caps\">", "</span>")
    case .underline: ("<u>", "</u>")
    case .superscript: ("<sup>", "</sup>")
    case .subscripted: ("<sub>", "</sub>")
    case .upright: ("<span class=\"upright\">", "</span>")
    case .light, .normalWeight, .normalVariant, .noUnderline, .baseline: nil
    }
  }

  static var titleTags: (open: String, close: String) { ("<cite>", "</cite>") }

  static func tags(_ display: Display) -> (open: String, close: String)? {
    switch display {
    case .leftMargin: ("<span class=\"entry-mark\">", "</span> ")
    case .rightInline: nil
    case .block: ("<span class=\"entry-block\">", "</span>")
    case .indent: ("<span class=\"entry-indent\">", "</span>")
    }
  }

  static func tags(link address: String) -> (open: String, close: String)? {
    let small = address.lowercased()
    guard ["https://", "http://", "#"].contains(where: small.hasPrefix),
      !address.contains(where: \.isWhitespace)
    else { return nil }
    return ("<a href=\"\(escaped(address))\">", "</a>")
  }

  static func tags(_ element: HTMLElement) -> (open: String, close: String)? {
    (element.open, element.close)
  }

  static func tags(titleIn language: String?) -> (open: String, close: String)? {
    language.map { ("<span lang=\"\(escaped($0))\">", "</span>") }
  }
}

extension RichText {
  /// The text as HTML for a page.
  ///
  /// - Parameter titleLanguage: The tag of the language of the work's titles, where it is not the
  ///   page's.
  public func pageHTML(_ locale: Locale, titleLanguage: String? = nil) -> String {
    TextWriter<PageMarkup>.write(self, locale: locale, titleLanguage: titleLanguage)
  }
}
