import Testing

/// What the search finds a page by: the text that Pagefind reads of what `dossier index` gives it.
enum SearchText {
  /// Elements between which Pagefind sees words as parted, or before which the script puts a space.
  private static let parting: Set<String> = [
    "p", "div", "section", "article", "header", "footer", "nav", "ul", "ol", "dl", "li", "table",
    "thead", "tbody", "td", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br", "aside", "blockquote",
    "caption", "dd", "dt", "figcaption", "figure", "option", "pre", "summary", "th", "time", "tr",
    "img",
  ]
  private static let empty: Set<String> = ["img", "br", "hr", "input", "link", "meta", "wbr"]

  /// The words with one space between each two.
  static func words(of page: String) -> String {
    var text = ""
    var open: [(name: String, isBody: Bool, isIgnored: Bool)] = []
    for piece in page.split(separator: "<").dropFirst() {
      let parts = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      let tag = parts[0]
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
      if parting.contains(name) { text += " " }
      if tag.hasPrefix("/") {
        if let index = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(index...) }
      } else if !empty.contains(name), !tag.hasSuffix("/") {
        let isIgnored =
          tag.contains("data-pagefind-ignore") || tag.hasPrefix("sup class=\"note-call\"")
          || ["script", "style", "svg"].contains(name)
        open.append((name, tag.contains("data-pagefind-body"), isIgnored))
      }
      guard open.contains(where: \.isBody), !open.contains(where: \.isIgnored) else { continue }
      if name == "img", let alt = tag.firstMatch(of: /alt="([^"]*)"/) { text += alt.output.1 + " " }
      if parts.count > 1 { text += parts[1] }
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
