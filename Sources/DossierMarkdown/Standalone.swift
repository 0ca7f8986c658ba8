extension Body {
  /// The body as an HTML fragment that needs no site.
  ///
  /// A reference links to its address as the author wrote it, a citation stands in `<cite>` as it
  /// does in the text, notes are numbered in the order of their definitions and listed at the end,
  /// an exhibit is shown as code, and an image refers to its file.
  public func standaloneHTML() -> [UInt8] {
    var html: [UInt8] = []
    append(prose, to: &html)
    guard !notes.isEmpty else { return html }
    html.append("<section class=\"notes\">\n<ol>\n")
    for (index, note) in notes.enumerated() {
      html += "<li id=\"note-\(index + 1)\">".utf8
      append(note.content, to: &html)
      html.append("</li>\n")
    }
    html.append("</ol>\n</section>\n")
    return html
  }

  private func append(_ prose: Prose, to html: inout [UInt8]) {
    var copied = 0
    for hole in prose.holes {
      html += prose.html[copied..<hole.offset]
      html += filling(of: hole)
      copied = hole.offset
    }
    html += prose.html[copied...]
  }

  private func filling(of hole: Hole) -> [UInt8] {
    switch hole.filling {
    case .reference(let reference): Self.link(reference)
    case .citation(let works): Self.citation(works)
    case .work(let work): Self.citation([work])
    case .bracket(let sign): Self.escaped(sign.plainText)
    case .mention(_, let text): Self.escaped(text)
    case .callout(let callout): Self.escaped(callout.rawValue.uppercased())
    case .note(let index):
      Array("<sup><a href=\"#note-\(index + 1)\">\(index + 1)</a></sup>".utf8)
    case .exhibit(let exhibit):
      Array("<pre><code class=\"language-".utf8) + Self.escaped(exhibit.name)
        + "\">".utf8 + Self.escaped(exhibit.text) + "</code></pre>".utf8
    case .image(let image): Self.image(image)
    }
  }

  private static func link(_ reference: Reference) -> [UInt8] {
    var address =
      switch reference.target {
      case .record(let kind, let id): "\(kind):\(id)"
      case .file(let path): path
      }
    if let fragment = reference.fragment { address += "#\(fragment)" }
    var html = Array("<a href=\"".utf8) + addressEscaped(address)
    if let title = reference.title { html += Array("\" title=\"".utf8) + escaped(title) }
    return html + "\">".utf8 + (reference.label ?? escaped(address)) + "</a>".utf8
  }

  private static func citation(_ works: [Citation]) -> [UInt8] {
    let texts = works.map { work in
      let prefix = work.prefix.isEmpty ? "" : "\(work.prefix) "
      let locator = work.locator.isEmpty ? "" : ", \(work.locator)"
      return "\(prefix)\(work.yearOnly ? "-" : "")@\(work.id)\(locator)"
    }
    return Array("<cite>".utf8) + escaped("[\(texts.joined(separator: "; "))]") + "</cite>".utf8
  }

  private static func image(_ image: Image) -> [UInt8] {
    var html = Array("<img src=\"".utf8) + addressEscaped(image.path) + "\" alt=\"".utf8
    html += escaped(image.alternative)
    if let title = image.title { html += Array("\" title=\"".utf8) + escaped(title) }
    html.append("\" />")
    return image.standsAlone ? Array("<p>".utf8) + html + "</p>".utf8 : html
  }

  private static func escaped(_ text: String) -> [UInt8] { Array(text.utf8).htmlEscaped }

  /// An address with everything percent-encoded that cannot stand in one.
  private static func addressEscaped(_ address: String) -> [UInt8] {
    var escaped: [UInt8] = []
    for byte in address.utf8 {
      if byte.isLetter || byte.isDigit || "-._~:/?#@!$()*+,;=".utf8.contains(byte) {
        escaped.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += "%\(digits.count < 2 ? "0" : "")\(digits)".utf8
      }
    }
    return escaped
  }
}
