/// An element of an XML document, with the place where its tag begins.
struct XMLElement: Sendable, Equatable {
  /// What stands between an element's tags.
  enum Content: Sendable, Equatable {
    case element(XMLElement)
    case text(String)
  }

  /// Without its prefix: of `dc:title`, `title`.
  var name: String
  /// As they are written, prefixes included, without declarations of namespaces.
  var attributes: [String: String]
  var content: [Content] = []
  /// Both from 1; the column counts bytes.
  var line: Int
  var column: Int

  /// The elements right below this one, in order.
  var elements: [XMLElement] {
    content.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The text right below this element, without that of elements in it.
  var text: String {
    content.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }

  /// The first element of a name right below this one.
  func first(_ name: String) -> XMLElement? {
    elements.first { $0.name == name }
  }

  subscript(_ attribute: String) -> String? { attributes[attribute] }
}
