extension RichText {
  /// What an author wrote around a cite, with the few tags that reference managers know.
  public init(affix text: String) {
    self = MarkupParser.parseAffix(text)
  }

  /// What an author wrote around a cite, as HTML whose elements stay as they are.
  ///
  /// - Parameter html: Inlines in UTF-8, safe to be put in a page. What is left open is closed; what
  ///   closes nothing is left out.
  public init(html: some Sequence<UInt8>) {
    var reader = HTMLInlines(Array(html))
    reader.read()
    self.init(tokens: reader.tokens)
  }

  /// The text with a capital, as it begins a note.
  public var beginningSentence: RichText {
    guard case .character(let first, let index) = first, first.isLowercase,
      case .text(let text) = tokens[index]
    else { return self }
    var result = self
    result.tokens[index] = .text(first.uppercased() + text.dropFirst())
    return result
  }

  /// The text with no blanks at its beginning, and whether a comma stood before what is left.
  var withoutLead: (text: RichText, hasComma: Bool) {
    var rest = self
    var hasComma = false
    while case .character(let character, _) = rest.first,
      character.isWhitespace || character == "," && !hasComma
    {
      hasComma = hasComma || character == ","
      rest.dropFirstCharacter()
    }
    return (rest, hasComma)
  }
}

/// Reads HTML of inlines as tokens.
private struct HTMLInlines {
  private let html: [UInt8]
  private(set) var tokens: [Token] = []
  private var opened: [HTMLElement] = []
  private var offset = 0

  init(_ html: [UInt8]) {
    self.html = html
  }

  mutating func read() {
    while offset < html.count {
      if html[offset] == UInt8(ascii: "<") {
        takeTag()
      } else {
        let end = html[offset...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
        tokens.append(.text(Self.text(html[offset..<end])))
        offset = end
      }
    }
    while !opened.isEmpty { close() }
  }

  private mutating func takeTag() {
    let end = tagEnd
    let tag = String(decoding: html[offset..<end], as: UTF8.self)
    offset = end
    let name = tag.dropFirst().prefix { $0.isLetter || $0.isNumber }
    if tag.hasPrefix("</") {
      let name = tag.dropFirst(2).prefix { $0.isLetter || $0.isNumber }
      guard opened.contains(where: { $0.close == "</\(name)>" }) else { return }
      while let last = opened.last {
        close()
        if last.close == "</\(name)>" { return }
      }
    } else if !name.isEmpty {
      open(tag, name)
    }
  }

  private static let void: Set<Substring> = [
    "area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr",
  ]

  private mutating func open(_ tag: String, _ name: Substring) {
    let isVoid = tag.hasSuffix("/>") || Self.void.contains(name)
    opened.append(HTMLElement(open: tag, close: isVoid ? "" : "</\(name)>"))
    tokens.append(.open(.element(opened[opened.count - 1])))
    if isVoid { close() }
  }

  private mutating func close() {
    if let element = opened.popLast() { tokens.append(.close(.element(element))) }
  }

  /// Where the tag ends that begins here: behind a `>` in no quotation marks.
  private var tagEnd: Int {
    var quote: UInt8?
    for index in offset..<html.count {
      switch html[index] {
      case let byte where byte == quote: quote = nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == nil { quote = html[index] }
      case UInt8(ascii: ">") where quote == nil: return index + 1
      default: break
      }
    }
    return html.count
  }

  private static let entities = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&"),
  ]

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
