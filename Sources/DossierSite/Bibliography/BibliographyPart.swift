/// A piece of an entry of the bibliography, for whoever sets it as HTML or as plain text.
public enum BibliographyPart: Hashable, Sendable {
  case text(String)
  /// A title of a whole work, set in italics; in the work's language.
  case title(String)
  /// The title of a part of a work, with its quotation marks; in the work's language.
  case quoted(String)
  /// The title of the work as a link to it, with its quotation marks; in the work's language.
  case work(title: String, address: String)
  /// An address with the scheme http or https, and the words that stand for it.
  case link(text: String, address: String)

  /// The parts as plain text: a link whose words are no address themselves is "words (address)".
  public static func plainText(_ parts: [BibliographyPart]) -> String {
    var plain = ""
    for part in parts {
      switch part {
      case .text(let text), .title(let text), .quoted(let text): plain += text
      case .link(let text, _) where text.hasPrefix("http"): plain += text
      case .work(let title, _): plain += title
      case .link(let text, let address): plain += "\(text) (\(address))"
      }
    }
    return plain
  }
}
