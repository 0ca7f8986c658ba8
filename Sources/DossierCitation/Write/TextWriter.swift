/// What a formatted text becomes outside: each writer says how a mark is written.
protocol TextMarkup {
  static func escaped(_ text: String) -> String
  /// What opens and closes a decoration; `nil` where there is nothing to write.
  static func tags(_ decoration: Decoration) -> (open: String, close: String)?
  /// What sets the title of a work in italics.
  static var titleTags: (open: String, close: String) { get }
  static func tags(_ display: Display) -> (open: String, close: String)?
  static func tags(link address: String) -> (open: String, close: String)?
  static func tags(_ element: HTMLElement) -> (open: String, close: String)?
  /// For the title of a work in another language than the page's; `nil` for the page's own.
  static func tags(titleIn language: String?) -> (open: String, close: String)?
}

extension TextMarkup {
  static var titleTags: (open: String, close: String) { tags(.italic) ?? ("", "") }

  static func tags(titleIn language: String?) -> (open: String, close: String)? { nil }

  static func tags(_ element: HTMLElement) -> (open: String, close: String)? { nil }
}

/// Writes a formatted text, and chooses quotation marks and what undoes a decoration within itself.
struct TextWriter<Markup: TextMarkup> {
  private let quotes: [(open: String, close: String)]
  private var written = ""
  private var depth = 0
  private var decorations: [Decoration.Property: [Decoration]] = [:]
  private var closers: [String] = []
  private let titleLanguage: String?
  private var beginsTitle = false

  private init(_ locale: Locale, _ titleLanguage: String?) {
    self.titleLanguage = titleLanguage
    quotes = [
      (locale.term("open-quote") ?? "“", locale.term("close-quote") ?? "”"),
      (locale.term("open-inner-quote") ?? "‘", locale.term("close-inner-quote") ?? "’"),
    ]
  }

  static func write(
    _ text: RichText, locale: Locale, titleLanguage: String? = nil
  ) -> String {
    var writer = TextWriter(locale, titleLanguage)
    for (index, token) in text.tokens.enumerated() {
      writer.beginsTitle = Self.isTitle(text.tokens[(index + 1)...])
      writer.write(token)
    }
    return writer.written
  }

  /// Whether what follows is the title of a work, perhaps as a link.
  private static func isTitle(_ tokens: ArraySlice<Token>) -> Bool {
    for token in tokens {
      switch token {
      case .open(.link): continue
      case .open(.part(.title)): return true
      default: return false
      }
    }
    return false
  }

  private mutating func write(_ token: Token) {
    switch token {
    case .text(let text): written += Markup.escaped(text)
    case .open(let mark): open(mark)
    case .close(let mark): close(mark)
    }
  }

  private mutating func open(_ mark: Mark) {
    switch mark {
    case .decoration(let decoration, let isContent): open(decoration, isContent: isContent)
    case .quotation:
      written += Markup.escaped(quotes[depth % 2].open)
      depth += 1
    case .display(let display): begin(Markup.tags(display))
    case .link(let address): begin(Markup.tags(link: address))
    case .element(let element): begin(Markup.tags(element))
    case .noDecoration: openPlain()
    case .part(.title): begin(Markup.tags(titleIn: titleLanguage))
    case .noCase, .part: break
    }
  }

  private mutating func close(_ mark: Mark) {
    switch mark {
    case .decoration(let decoration, _):
      decorations[decoration.property]?.removeLast()
      end()
    case .quotation:
      depth -= 1
      written += Markup.escaped(quotes[depth % 2].close)
    case .display, .link, .element, .noDecoration, .part(.title): end()
    case .noCase, .part: break
    }
  }

  private mutating func open(_ decoration: Decoration, isContent: Bool) {
    let current = decorations[decoration.property]?.last
    var effective = decoration
    if isContent, current == decoration { effective = decoration.plain }
    decorations[decoration.property, default: []].append(effective)
    let isWithout = effective == effective.plain && (current ?? effective.plain) == effective.plain
    let tags = effective == .italic && beginsTitle ? Markup.titleTags : Markup.tags(effective)
    begin(isWithout || effective == current ? nil : tags)
  }

  /// Undoes each decoration that holds.
  private mutating func openPlain() {
    let held = decorations.values.compactMap(\.last).filter { $0 != $0.plain }
    let tags = held.map(\.plain).sorted { "\($0)" < "\($1)" }.compactMap { Markup.tags($0) }
    begin((tags.map(\.open).joined(), tags.reversed().map(\.close).joined()))
  }

  private mutating func begin(_ tags: (open: String, close: String)?) {
    written += tags?.open ?? ""
    closers.append(tags?.close ?? "")
  }

  private mutating func end() {
    written += closers.popLast() ?? ""
  }
}

/// Characters alone.
enum PlainMarkup: TextMarkup {
  static func escaped(_ text: String) -> String { text }
  static func tags(_ decoration: Decoration) -> (open: String, close: String)? { nil }
  static func tags(_ display: Display) -> (open: String, close: String)? {
    display == .rightInline ? nil : ("", " ")
  }
  static func tags(link address: String) -> (open: String, close: String)? { nil }
}

/// HTML as the test suite of CSL has it.
enum SuiteMarkup: TextMarkup {
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) else { return text }
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&#38;"
      case "<": result += "&#60;"
      case ">": result += "&#62;"
      default: result.append(character)
      }
    }
    return result
  }

  static func tags(_ decoration: Decoration) -> (open: String, close: String)? {
    switch decoration {
    case .italic: ("<i>", "</i>")
    case .oblique: ("<em>", "</em>")
    case .upright: ("<span style=\"font-style:normal;\">", "</span>")
    case .bold: ("<b>", "</b>")
    case .light: ("<span style=\"font-weight:light;\">", "</span>")
    case .normalWeight: ("<span style=\"font-weight:normal;\">", "</span>")
    case .smallCaps: ("<span style=\"font-variant:small-caps;\">", "</span>")
    case .normalVariant: ("<span style=\"font-variant:normal;\">", "</span>")
    case .underline: ("<span style=\"text-decoration:underline;\">", "</span>")
    case .noUnderline: ("<span style=\"text-decoration:none;\">", "</span>")
    case .superscript: ("<sup>", "</sup>")
    case .subscripted: ("<sub>", "</sub>")
    case .baseline: ("<span style=\"baseline\">", "</span>")
    }
  }

  static func tags(_ display: Display) -> (open: String, close: String)? {
    switch display {
    case .block: ("\n\n    <div class=\"csl-block\">", "</div>\n")
    case .leftMargin: ("\n    <div class=\"csl-left-margin\">", "</div>")
    case .rightInline: ("<div class=\"csl-right-inline\">", "</div>\n  ")
    case .indent: ("<div class=\"csl-indent\">", "</div>\n  ")
    }
  }

  static func tags(link address: String) -> (open: String, close: String)? { nil }
}

extension RichText {
  /// The text as HTML in the shape of the test suite of CSL.
  public func suiteHTML(_ locale: Locale) -> String {
    TextWriter<SuiteMarkup>.write(self, locale: locale)
  }

  /// The text without looks.
  public func plainText(_ locale: Locale) -> String {
    TextWriter<PlainMarkup>.write(self, locale: locale).trimmedEnd
  }
}
