package import DossierSource

/// Why a text is not read as XML.
package struct XMLMistake: Error, Hashable {
  package enum Reason: Hashable, Sendable {
    /// In the parser's words.
    case syntax(String)
    /// A document type, with which entities come.
    case documentType
    /// More elements stand in one another than ``XMLStream/deepest``.
    case depth
  }

  package var reason: Reason
  /// Both from 1; the column counts bytes.
  package var line: Int
  package var column: Int

  /// The same as what is said of a file: `xml.syntax`, `xml.doctype` or `xml.depth`.
  package func diagnostic(in path: String) -> Diagnostic {
    let place = Place(path: path, line: line, column: column)
    return switch reason {
    case .syntax(let words):
      .error(
        "xml.syntax", "no XML: \(words)", at: place,
        help: "an editor for XML shows where the tags do not match")
    case .documentType:
      .error(
        "xml.doctype", "a document type is not read", at: place,
        help: "take out the line that begins '<!DOCTYPE', and write characters for its entities")
    case .depth:
      .error(
        "xml.depth", "more than \(XMLStream.deepest) elements stand in one another", at: place,
        help: "take out a level")
    }
  }
}
