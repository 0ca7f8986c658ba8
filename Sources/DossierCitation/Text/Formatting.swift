internal import DossierXML

/// How an element of a style sets what it prints.
struct Formatting: Sendable {
  var decorations: [Decoration] = []
  var prefix = RichText()
  var suffix = RichText()
  var textCase: TextCase?
  var display: Display?
  var hasQuotes = false
  var stripsPeriods = false

  init() {}

  init(_ element: XMLElement) {
    decorations = Self.decorations(of: element)
    prefix = MarkupParser.parseOwn(element["prefix"] ?? "")
    suffix = MarkupParser.parseOwn(element["suffix"] ?? "")
    textCase = element["text-case"].flatMap(TextCase.init)
    display = element["display"].flatMap(Display.init)
    hasQuotes = element["quotes"] == "true"
    stripsPeriods = element["strip-periods"] == "true"
  }

  private static let words: [String: Decoration] = [
    "font-style=italic": .italic, "font-style=oblique": .oblique, "font-style=normal": .upright,
    "font-weight=bold": .bold, "font-weight=light": .light, "font-weight=normal": .normalWeight,
    "font-variant=small-caps": .smallCaps, "font-variant=normal": .normalVariant,
    "text-decoration=underline": .underline, "text-decoration=none": .noUnderline,
    "vertical-align=sup": .superscript, "vertical-align=sub": .subscripted,
    "vertical-align=baseline": .baseline,
  ]

  private static func decorations(of element: XMLElement) -> [Decoration] {
    ["font-style", "font-variant", "font-weight", "text-decoration", "vertical-align"]
      .compactMap { key in element[key].flatMap { words["\(key)=\($0)"] } }
  }

  /// A text as this formatting sets it.
  ///
  /// - Parameters:
  ///   - language: Of the text, for its case.
  ///   - affixesInside: Whether decorations hold for the affixes too, as a layout's do.
  func apply(to text: RichText, language: String, affixesInside: Bool = false) -> RichText {
    guard !text.isEmpty else { return RichText() }
    var text = cased(text, language: language)
    if affixesInside { text = affixed(text) }
    for decoration in decorations {
      text = text.marked(.decoration(decoration, isContent: false))
    }
    if hasQuotes { text = text.marked(.quotation) }
    if !affixesInside { text = affixed(text) }
    if let display { text = text.marked(.display(display)) }
    return text
  }

  private func cased(_ text: RichText, language: String) -> RichText {
    var text = text
    if stripsPeriods {
      text.tokens = text.tokens.map {
        if case .text(let text) = $0 { .text(text.filter { $0 != "." }) } else { $0 }
      }
    }
    return textCase?.apply(to: text, language: language) ?? text
  }

  private func affixed(_ text: RichText) -> RichText {
    var result = prefix
    result.append(text)
    guard let last = result.tokens.last, case .close(.display) = last, !suffix.isEmpty else {
      result.append(suffix)
      return result
    }
    // What follows a block stands in it.
    result.tokens.removeLast()
    result.append(suffix)
    result.tokens.append(last)
    return result
  }
}
