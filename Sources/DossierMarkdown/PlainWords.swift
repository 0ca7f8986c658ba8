import DossierSource

extension MarkdownParser {
  /// Whether a text would be read otherwise where Markdown is read: it holds emphasis, links,
  /// citations, escapes or a form of another program.
  ///
  /// A bare address and `@id` are none, since a reader sees the same either way.
  public static func isMarkup(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard mayHoldMarkup(bytes) else { return false }
    let outcome = MarkdownParser().parseInline(text, at: Place(path: "", line: 1, column: 1))
    if outcome.diagnostics.contains(where: { signs.contains($0.code) }) { return true }
    let shown = outcome.value.plainText { index in
      if case .mention(_, let text) = outcome.value.holes[index].filling { text } else { "" }
    }
    return shown != Prose(html: bytes.htmlEscaped).plainText { _ in "" }
  }

  /// What is told of markup that reads the same as it is written.
  private static let signs: Set<String> = [
    "markdown.foreign", "note.unknown", "note.place", "citation.syntax",
  ]

  private static let bytesOfMarkup: ByteSet = "*_`[<&\\~^${"

  /// Most texts hold nothing that has to be looked at, such as a code for an emoji or `==`.
  private static func mayHoldMarkup(_ bytes: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    return bytes.contains { byte in
      defer { previous = byte }
      return bytesOfMarkup.contains(byte) || previous == UInt8(ascii: ":") && byte.isLower
        || previous == UInt8(ascii: "=") && byte == previous
    }
  }
}
