import DossierSite

extension TextRenderer {
  /// Appends what a term means: text in the margin and on paper, elsewhere a button that opens it.
  ///
  /// A popover needs no script, and its content follows the button for keyboards and screen readers.
  /// Where there is a margin, the style shows it there and hides the button.
  func appendGloss(of term: RecordIndex, to html: inout [UInt8]) {
    guard let entry = scope.edition.glossary.entries[term] else { return }
    let key = scope.site.records[term].key
    // No id holds an underscore: with a hyphen, `a-b` and `c` would be as `a` and `b-c`.
    let id = "_gloss-\(key.kind)_\(key.id)"
    let label = scope.edition.strings.text("what-term-means", ["name": entry.title])
    html.append(html: "<button type=\"button\" class=\"gloss-call\" popovertarget=\"\(id)\"")
    html.append(html: " aria-label=\"")
    html.append(text: label)
    html.append(html: "\"></button><span class=\"gloss\" role=\"note\" id=\"\(id)\"")
    if entry.language != scope.speaking(in: record).language {
      html.append(html: " lang=\"\(entry.language.code)\"")
    }
    html.append(html: " popover><strong>")
    html.append(text: entry.title)
    html.append(html: "</strong> ")
    html.append(text: entry.meaning)
    html.append(html: "</span>")
  }
}
