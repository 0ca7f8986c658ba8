import DossierSite
import DossierSource

/// A page as the program reads it that writes the index of the search.
///
/// Letters with marks have one spelling and apostrophes one form, and nothing is left that only says how
/// a word may be broken: `templates/assets/search.js` asks for the same. Of an image its words are read,
/// of a note's call nothing, and words that only a tag parts are parted, since Pagefind does not know all
/// tags that do. What the words of the page have in common with their other forms stands in a piece of
/// metadata, which is searched and never shown.
struct IndexedPage {
  private let page: [UInt8]
  private var out: [UInt8] = []
  private var place = 0
  private var words: Set<String> = []
  private var word: [UInt8] = []
  private var open: [Element] = []
  private let rules: StemRules?

  private struct Element {
    var name: Substring
    var isSearched: Bool
    var isIgnored: Bool
  }

  /// - Parameter rules: How words change, by the code of the language.
  static func html(of page: [UInt8], _ rules: [String: StemRules]) -> [UInt8] {
    let text = String(decoding: page, as: UTF8.self).composed
    var reading = IndexedPage(Array(text.utf8), rules[language(of: text)])
    reading.run()
    return reading.out
  }

  /// The language that the root of a page names; empty for none.
  private static func language(of text: String) -> String {
    guard let root = text.prefix(1_024).firstRange(of: "<html") else { return "" }
    let tag = text[root.upperBound...].prefix { $0 != ">" }
    guard let value = tag.firstRange(of: " lang=\"") else { return "" }
    return String(tag[value.upperBound...].prefix { $0 != "\"" })
  }

  private init(_ page: [UInt8], _ rules: StemRules?) {
    self.page = page
    self.rules = rules
    out.reserveCapacity(page.count + 4_096)
  }

  private mutating func run() {
    var head: Int?
    while place < page.count {
      if page[place] == UInt8(ascii: "<") {
        endWord()
        if has("</head>") { head = out.count }
        readTag()
      } else if !readUnseen(), !readApostrophe() {
        readLetter()
      }
    }
    endWord()
    guard let head, let stems, !stems.isEmpty else { return }
    let meta = "<meta data-pagefind-meta=\"stems[content]\" content=\"\(stems)\">"
    out.insert(contentsOf: meta.utf8, at: head)
  }

  /// The stems of the words, each once in the order of their letters.
  private var stems: String? {
    rules.map { rules in
      let stems = Set(words.lazy.filter(rules.concern).map(rules.stem))
      return stems.sorted().map { $0 + Self.end }.joined(separator: " ")
    }
  }

  /// A letter of no living word: with it at its end a stem is found whole or not at all.
  static let end = "\u{463}"

  private func has(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { page[place...].starts(with: $0) }
  }
}

// Text.
extension IndexedPage {
  /// Passes over what only says how a word may be broken.
  private mutating func readUnseen() -> Bool {
    let rest = page[place...]
    let length: Int
    switch rest.first {
    case 0xC2 where rest.starts(with: [0xC2, 0xAD]): length = 2
    case 0xE2
    where rest.starts(with: [0xE2, 0x81, 0xA0])
      || rest.starts(with: [0xE2, 0x80])
        && rest.dropFirst(2).first.map { 0x8B...0x8D ~= $0 } == true:
      length = 3
    case UInt8(ascii: "&") where has("&shy;"): length = 5
    default: return false
    }
    place += length
    return true
  }

  /// Writes one apostrophe for all between letters.
  private mutating func readApostrophe() -> Bool {
    let length: Int
    switch page[place] {
    case UInt8(ascii: "'"): length = 1
    case 0xCA where page[place...].starts(with: [0xCA, 0xBC]): length = 2
    default: return false
    }
    let next = place + length
    guard let last = out.last, Self.isOfWord(last), next < page.count, Self.isOfWord(page[next])
    else { return false }
    out += "\u{2019}".utf8
    place = next
    return true
  }

  private mutating func readLetter() {
    let byte = page[place]
    if rules != nil, isSearched {
      // Apostrophes in words do not count for their stems.
      Self.isOfWord(byte) ? word.append(byte) : endWord()
    }
    out.append(byte)
    place += 1
  }

  /// ASCII's letters and digits, and every byte of others.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
      true
    default: false
    }
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let text = String(decoding: word, as: UTF8.self).lowercased()
    for part in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      words.insert(String(part))
    }
    word = []
  }
}

// Tags.
extension IndexedPage {
  private var isSearched: Bool {
    open.contains(where: \.isSearched) && !open.contains(where: \.isIgnored)
  }

  private static let empty = elements("img br hr input link meta wbr")
  /// Elements between which the program sees no end of a word.
  private static let parting = elements(
    "aside blockquote caption dd dt figcaption figure option pre summary th time tr")
  private static let unread = elements("script style svg")

  private static func elements(_ names: String) -> Set<Substring> {
    Set(names.split(separator: " "))
  }

  private mutating func readTag() {
    let start = place
    let end = page[start...].firstIndex(of: UInt8(ascii: ">")) ?? page.count - 1
    let tag = String(decoding: page[start + 1..<max(end, start + 1)], as: UTF8.self)
    let isEnd = tag.hasPrefix("/")
    let name = tag.dropFirst(isEnd ? 1 : 0).prefix { $0.isLetter || $0.isNumber }
    if Self.parting.contains(name) { out.append(UInt8(ascii: " ")) }
    let isCall = tag.hasPrefix("sup class=\"note-call\"")
    switch true {
    case tag.hasPrefix("img "):
      out += "<img data-pagefind-index-attrs=\"alt\" ".utf8
      place = start + 5
    case isCall:
      out += "<sup data-pagefind-ignore ".utf8
      place = start + 5
    default: break
    }
    out += page[place...end]
    place = end + 1
    follow(tag, name, isEnd: isEnd, isCall: isCall)
  }

  /// Notes which elements what follows stands in.
  private mutating func follow(_ tag: String, _ name: Substring, isEnd: Bool, isCall: Bool) {
    if isEnd {
      if let index = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(index...) }
    } else if !name.isEmpty, !Self.empty.contains(name), !tag.hasSuffix("/") {
      open.append(
        Element(
          name: name, isSearched: tag.contains("data-pagefind-body"),
          isIgnored: isCall || Self.unread.contains(name) || tag.contains("data-pagefind-ignore")))
    }
  }
}
