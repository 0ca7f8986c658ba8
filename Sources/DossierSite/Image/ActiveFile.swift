public import DossierSource

/// A file that would do more on the site than be shown: run a script, or fetch from elsewhere.
public enum ActiveFile {
  /// Why a file of `content/` may not be published; `nil` where it may.
  ///
  /// - Parameters:
  ///   - bytes: Of an image; of another file its name decides.
  ///   - allowsHTML: Whether the project publishes pages of its own beside those that are made.
  public static func refusal(
    of path: String, _ bytes: [UInt8], allowsHTML: Bool
  ) -> Diagnostic? {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if documents.contains(ending) {
      if allowsHTML { return nil }
      return .error(
        "asset.document", "a file that can run scripts would be a page of the site",
        at: Place(path: path, line: 1, column: 1),
        help: "say 'html-files: true' in content/site.yml, if all who write in content/ are trusted"
      )
    }
    guard ending == "svg" else { return nil }
    var scanner = SVGScanner(bytes)
    guard let flaw = scanner.firstFlaw() else { return nil }
    let before = bytes[..<min(flaw.offset, bytes.count)]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return .error(
      "asset.svg", "the drawing \(flaw.reason)",
      at: Place(
        path: path, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
        column: flaw.offset - start + 1),
      help: "save it as a plain SVG, without scripts, links and styles from elsewhere, or as PNG")
  }

  /// What browsers open as a document in which scripts run.
  private static let documents: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "xml", "xsl", "xslt", "mht", "mhtml", "svgz", "hta",
  ]
}

/// Goes once through the markup of a drawing, as any parser of XML would.
private struct SVGScanner {
  /// What may not be in a drawing, and where.
  struct Flaw {
    var offset: Int
    var reason: String
  }

  private let bytes: [UInt8]
  private var position = 0
  private var isInStyle = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Elements that run, hold or fetch what is no drawing, without their prefix, in small letters.
  private static let elements: Set<String> = [
    "script", "foreignobject", "iframe", "object", "embed", "handler", "listener", "html", "body",
    "audio", "video", "link", "meta", "base", "form", "input",
  ]

  mutating func firstFlaw() -> Flaw? {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.contains(0) {
      return Flaw(offset: 0, reason: "is not UTF-8")
    }
    while let open = find(UInt8(ascii: "<"), from: position) {
      if let flaw = textFlaw(position..<open) { return flaw }
      position = open
      if let flaw = markupFlaw() { return flaw }
    }
    return textFlaw(position..<bytes.count)
  }

  /// Goes over one tag, comment, instruction or declaration.
  private mutating func markupFlaw() -> Flaw? {
    let start = position
    if has("<!--") { return pass("-->", from: start + 4, "has a comment without an end") }
    if has("<![CDATA[") {
      position = start + 9
      guard let end = end(of: "]]>", from: position) else {
        return Flaw(offset: start, reason: "is no well-formed XML")
      }
      defer { position = end }
      return textFlaw(position..<end)
    }
    if has("<?") { return instructionFlaw() }
    if has("<!") { return declarationFlaw() }
    return tagFlaw()
  }

  private mutating func pass(_ end: String, from start: Int, _ reason: String) -> Flaw? {
    guard let found = self.end(of: end, from: start) else {
      return Flaw(offset: position, reason: reason)
    }
    position = found
    return nil
  }

  private mutating func instructionFlaw() -> Flaw? {
    let start = position
    if let flaw = pass("?>", from: start + 2, "is no well-formed XML") { return flaw }
    let text = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    if text.hasPrefix("<?xml-stylesheet") {
      return Flaw(offset: start, reason: "has a style from elsewhere")
    }
    guard text.hasPrefix("<?xml "), let mark = text.firstRange(of: "encoding") else { return nil }
    let name = text[mark.upperBound...].split { "= \t\n\r\"'?>".contains($0) }.first ?? ""
    let isKnown = ["utf-8", "utf8", "us-ascii"].contains(name) || name.hasPrefix("iso-8859-")
    return isKnown ? nil : Flaw(offset: start, reason: "is not UTF-8")
  }

  /// A document type may name one elsewhere, which no browser fetches, but may declare nothing:
  /// entities and attributes with a value of their own hide what the drawing holds.
  private mutating func declarationFlaw() -> Flaw? {
    let start = position
    guard let end = find(UInt8(ascii: ">"), from: start) else {
      return Flaw(offset: start, reason: "is no well-formed XML")
    }
    position = end + 1
    let isPlain = !bytes[start..<end].contains(UInt8(ascii: "["))
    return isPlain ? nil : Flaw(offset: start, reason: "declares entities of its own")
  }

  private mutating func tagFlaw() -> Flaw? {
    let start = position
    position += 1
    let isEnd = position < bytes.count && bytes[position] == UInt8(ascii: "/")
    if isEnd { position += 1 }
    let name = Self.local(takeName())
    if Self.elements.contains(name) {
      return Flaw(offset: start, reason: "has the element '\(name)'")
    }
    isInStyle = name == "style" && !isEnd
    while true {
      while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
      guard position < bytes.count else {
        return Flaw(offset: start, reason: "is no well-formed XML")
      }
      if bytes[position] == UInt8(ascii: ">") {
        position += 1
        return nil
      }
      if bytes[position] == UInt8(ascii: "/") {
        position += 1
        isInStyle = false
        continue
      }
      if let flaw = attributeFlaw(of: name) { return flaw }
    }
  }

  private mutating func attributeFlaw(of element: String) -> Flaw? {
    let start = position
    let whole = takeName()
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard !whole.isEmpty, position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      return Flaw(offset: start, reason: "is no well-formed XML")
    }
    position += 1
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard position < bytes.count,
      [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[position]),
      let end = find(bytes[position], from: position + 1)
    else { return Flaw(offset: start, reason: "is no well-formed XML") }
    let value = Self.resolved(String(decoding: bytes[(position + 1)..<end], as: UTF8.self))
    position = end + 1
    return reason(Self.local(whole), value, whole).map { Flaw(offset: start, reason: $0) }
  }

  private func reason(_ name: String, _ value: String, _ whole: String) -> String? {
    if whole == "xmlns" || whole.hasPrefix("xmlns:") { return nil }
    if name.hasPrefix("on") { return "has the handler '\(name)'" }
    let isAddress = ["href", "src", "data", "action", "formaction", "base"].contains(name)
    if isAddress, !Self.staysInside(value) { return "links out to '\(value.prefix(80))'" }
    if name == "attributename" {
      let target = Self.local(value.trimmed)
      if target == "href" || target.hasPrefix("on") || target == "style" {
        return "changes '\(target)' while it is shown"
      }
    }
    return Self.styleReason(value)
  }

  private func textFlaw(_ range: Range<Int>) -> Flaw? {
    guard isInStyle, !range.isEmpty else { return nil }
    let text = Self.resolved(String(decoding: bytes[range], as: UTF8.self))
    return Self.styleReason(text).map { Flaw(offset: range.lowerBound, reason: $0) }
  }

  /// Why a style may fetch something: in an attribute any value can be one.
  private static func styleReason(_ text: String) -> String? {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "@") }) else {
      return nil
    }
    let text = text.lowercased()
    if text.contains("@import") { return "has a style from elsewhere" }
    let calls = ["url(", "image-set(", "src("].contains(where: text.contains)
    if text.contains("\\") { return "has a style with hidden letters" }
    guard calls else { return nil }
    if text.contains("image-set(") || text.contains("src(") { return "has a style from elsewhere" }
    for part in text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
      let address = part.drop { " \t\r\n\"'".contains($0) }
      if !staysInside(String(address.prefix { !"\"')".contains($0) })) {
        return "has a style that fetches '\(address.prefix { !"\"')".contains($0) }.prefix(80))'"
      }
    }
    return nil
  }

  /// Whether an address means a part of the drawing, or an image that it holds in itself.
  private static func staysInside(_ address: String) -> Bool {
    let text = address.trimmed.lowercased()
    let images = ["png", "jpeg", "jpg", "gif", "webp"].map { "data:image/\($0)" }
    return text.isEmpty || text.hasPrefix("#") || images.contains(where: text.hasPrefix)
  }
}

// Bytes and names.
extension SVGScanner {
  private func has(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    var offset = start
    while offset < bytes.count {
      if bytes[offset] == byte { return offset }
      offset += 1
    }
    return nil
  }

  /// The offset behind the next such text; each of them ends in `>`.
  private func end(of text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    var offset = start
    while let close = find(UInt8(ascii: ">"), from: offset) {
      let first = close + 1 - wanted.count
      if first >= start, bytes[first...close].elementsEqual(wanted) { return close + 1 }
      offset = close + 1
    }
    return nil
  }

  private mutating func takeName() -> String {
    let start = position
    while position < bytes.count, bytes[position] > 0x20, !Self.endsName(bytes[position]) {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "<")
  }

  /// A name without its prefix, in small letters: more than XML would hold for the same.
  private static func local(_ name: String) -> String {
    (name.split(separator: ":", omittingEmptySubsequences: false).last.map(String.init) ?? name)
      .lowercased()
  }

  /// A value with its references replaced.
  private static func resolved(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
    var result = ""
    var parts = value.split(separator: "&", omittingEmptySubsequences: false)[...]
    result += parts.popFirst() ?? ""
    for part in parts {
      guard let end = part.firstIndex(of: ";") else {
        result += "&" + part
        continue
      }
      result += character(part[..<end]) + part[part.index(after: end)...]
    }
    return result
  }

  private static func character(_ name: Substring) -> String {
    let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    if let text = named[String(name)] { return text }
    guard name.hasPrefix("#") else { return "&\(name);" }
    let isHexadecimal = name.hasPrefix("#x")
    let number = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
    return number.flatMap(Unicode.Scalar.init).map { String($0) } ?? "&\(name);"
  }
}

extension String {
  /// Without the characters that browsers drop from an address, wherever they stand.
  fileprivate var trimmed: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0.value > 0x20 }))
  }
}
