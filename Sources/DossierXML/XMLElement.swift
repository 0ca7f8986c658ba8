package import DossierSource

/// An element of an XML document, with the place where its tag begins.
package struct XMLElement: Sendable, Equatable {
  /// What stands between an element's tags.
  package enum Content: Sendable, Equatable {
    case element(XMLElement)
    case text(String)
  }

  /// Without its prefix: of `dc:title`, `title`.
  package let name: String
  package let tag: XMLTag
  package fileprivate(set) var content: [Content] = []

  /// The elements right below this one, in order.
  package var elements: [XMLElement] {
    content.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The text right below this element, without that of elements in it.
  package var text: String {
    content.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }

  /// The first element of a name right below this one.
  package func first(_ name: String) -> XMLElement? {
    elements.first { $0.name == name }
  }

  package subscript(_ attribute: String) -> String? { tag[attribute] }

  /// Where the element begins in its file.
  package func place(in path: String) -> Place {
    Place(path: path, line: tag.line, column: tag.column)
  }

  /// The root of a whole document.
  package static func read(_ bytes: [UInt8]) throws(XMLMistake) -> XMLElement {
    let stream = XMLStream(bytes)
    var open: [XMLElement] = []
    var root: XMLElement?
    // To the end: what stands behind the root is a mistake.
    while let event = try stream.next() {
      switch event {
      case .start(let name, let tag): open.append(XMLElement(name: name, tag: tag))
      case .text(let text): open[open.count - 1].content.append(.text(text))
      case .end:
        let element = open.removeLast()
        if open.isEmpty {
          root = element
        } else {
          open[open.count - 1].content.append(.element(element))
        }
      }
    }
    guard let root else {
      throw XMLMistake(reason: .syntax("the document is empty"), line: 1, column: 1)
    }
    return root
  }
}
