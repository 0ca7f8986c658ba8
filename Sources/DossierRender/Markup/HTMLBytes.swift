import DossierTemplate

// HTML values are made here and in the files beside this one alone.
extension [UInt8] {
  /// Appends what is HTML already.
  mutating func append(html: String) {
    append(contentsOf: html.utf8)
  }

  /// Appends text, escaped for content and for attributes in quotation marks.
  mutating func append(text: String) {
    appendEscaped(text)
  }

  /// Appends text, marked with its language where that is not the page's own.
  mutating func append(text: String, language: String?) {
    guard let language else { return append(text: text) }
    append(html: "<span lang=\"\(language)\">")
    append(text: text)
    append(html: "</span>")
  }

  /// Appends an element with an address: a link whose content `label` appends.
  mutating func appendLink(
    to address: String, class name: String? = nil, language: String? = nil, title: String? = nil,
    label: (inout [UInt8]) -> Void
  ) {
    append(html: "<a ")
    if let name { append(html: "class=\"\(name)\" ") }
    append(html: "href=\"")
    append(text: address)
    if let language { append(html: "\" lang=\"\(language)") }
    if let title {
      append(html: "\" title=\"")
      append(text: title)
    }
    append(html: "\">")
    label(&self)
    append(html: "</a>")
  }

  /// Text as HTML.
  static func escaping(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(text: text)
    return bytes
  }
}
