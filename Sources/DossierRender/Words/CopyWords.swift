import DossierSite

/// Where a work was read, who relays it, what it is part of and where a copy is kept: sentences behind
/// its entry in a bibliography.
struct CopyWords {
  let scope: PageScope
  /// Whether addresses are behind names alone: where they are a click away, or there is no room.
  let isBrief: Bool

  func append(_ source: Source, to html: inout [UInt8]) {
    append("consulted-at", source.consulted, to: &html) { copy, html in
      append(date: copy.accessed, key: nil, to: &html)
    }
    append("known-through", source.relays, to: &html) { copy, html in
      append(date: copy.issued, key: nil, to: &html)
      append(date: copy.accessed, key: "read-on", to: &html)
    }
    if let whole = source.partOf.flatMap({ scope.site.source($0.id) }) {
      appendSentence("part-of", to: &html) { appendLink(to: whole, to: &$0) }
    }
    if let archived = source.archived {
      html.append(html: " ")
      html.appendLink(to: archived) { $0.append(text: scope.edition.strings["archived"]) }
      html.append(html: ".")
    }
  }

  private func append(
    _ key: String, _ copies: [Source.Copy], to html: inout [UInt8],
    dates: (Source.Copy, inout [UInt8]) -> Void
  ) {
    guard !copies.isEmpty else { return }
    appendSentence(key, to: &html) { html in
      for (number, copy) in copies.enumerated() {
        if number > 0 { html.append(html: "; ") }
        append(copy, to: &html)
        dates(copy, &html)
      }
    }
  }

  /// A sentence with something in the place of `{where}`.
  private func appendSentence(
    _ key: String, to html: inout [UInt8], place: (inout [UInt8]) -> Void
  ) {
    let (before, after) = scope.edition.strings.halves(key, at: "where")
    html.append(text: " " + before)
    place(&html)
    html.append(text: String(after))
    if html.last != UInt8(ascii: ".") { html.append(html: ".") }
  }

  /// "Caliber.Az, “Europe struggles”, https://…": the name leads to the address, where the relay has
  /// no title that does.
  private func append(_ copy: Source.Copy, to html: inout [UInt8]) {
    var parts: [(inout [UInt8]) -> Void] = []
    if let source = copy.source.flatMap({ scope.site.source($0.id) }) {
      parts.append { appendLink(to: source, to: &$0) }
    }
    let original = scope.site.schema.configuration.original
    if let place = copy.place {
      let address = copy.title == nil ? copy.url : nil
      let language = place.language(for: scope.language, original: original)
      parts.append { append(place[scope.language], in: language, address: address, to: &$0) }
    }
    if let title = copy.title {
      let quoted = scope.citations.quoted(title)
      parts.append { append(quoted, in: original, address: copy.url, to: &$0) }
    }
    if let url = copy.url, !isBrief || copy.place == nil && copy.title == nil {
      let shown = isBrief ? Self.host(of: url) : url
      parts.append { append(shown, in: scope.language, address: url, to: &$0) }
    }
    for (number, part) in parts.enumerated() {
      if number > 0 { html.append(html: ", ") }
      part(&html)
    }
  }

  private func append(
    _ text: String, in language: Language, address: String?, to html: inout [UInt8]
  ) {
    let tag = language == scope.language ? nil : language.code
    guard let address else { return html.append(text: text, language: tag) }
    html.appendLink(to: address, language: tag) { $0.append(text: text) }
  }

  private func appendLink(to source: SourceIndex, to html: inout [UInt8]) {
    html.appendLink(to: scope.address(of: .source(source))) {
      $0.append(text: WorkWords(scope: scope).label(of: scope.site.sources[source]))
    }
  }

  private func append(date: PartialDate?, key: String?, to html: inout [UInt8]) {
    guard let date = date.map(scope.edition.rules.date) else { return }
    html.append(text: ", " + (key.map { scope.edition.strings.text($0, ["date": date]) } ?? date))
  }

  /// `example.org` of an address, without what a site puts before its name.
  static func host(of address: String) -> String {
    let rest = address.split(separator: "/", maxSplits: 2).dropFirst().first ?? address[...]
    return String(rest.hasPrefix("www.") ? rest.dropFirst(4) : rest)
  }
}
