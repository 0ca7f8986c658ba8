internal import CExpat

/// What comes next in an XML document.
package enum XMLEvent: Sendable, Equatable {
  /// An element begins: its name without its prefix, of `dc:title` `title`, and its tag.
  case start(String, XMLTag)
  /// The name of an element without its prefix.
  case end(String)
  /// All that stands between two tags, with its references resolved.
  case text(String)
}

/// The tag with which an element begins.
package struct XMLTag: Sendable, Equatable {
  /// An attribute, with its name as it is written, its prefix included.
  package struct Attribute: Sendable, Equatable {
    package let name: String
    package let value: String
  }

  /// As they are written, without declarations of namespaces: a few, so that a list is quicker than
  /// a table.
  package let attributes: [Attribute]
  /// Both from 1; the column counts bytes.
  package let line: Int
  package let column: Int

  package subscript(_ attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// The value of an attribute, whatever its prefix.
  package func value(ofLocal name: String) -> String? {
    self[name] ?? attributes.first { XMLStream.local($0.name) == name }?.value
  }
}

/// Goes through an XML document event by event: the one door to expat.
///
/// A document type is refused where it begins, so that no entity is ever declared, grown or fetched;
/// the five of XML itself and references to characters are read. Elements in elements are bounded.
/// Of a long document the events of one stretch are held, not all.
package final class XMLStream {
  /// Elements that may stand in one another.
  package static let deepest = 100

  /// Bytes that are read at once.
  private static let stretch = 1 << 16

  private let bytes: [UInt8]
  private let parser: XML_Parser?
  private var offset = 0
  private var isFinished = false
  /// Events that are read and not taken; the next is the one at `taken`.
  private var events: [XMLEvent] = []
  private var taken = 0
  private var depth = 0
  /// Text since the last tag.
  private var pending: [UInt8] = []
  private var mistake: XMLMistake?
  /// The line that is being read, where it begins, and how far the next one was looked for.
  private var line = 1
  private var lineStart = 0
  private var lineSearch = 0

  /// Begins a document in UTF-8.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    parser = XML_ParserCreate("UTF-8")
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLStream.of($0)?.start($1, $2) }, { XMLStream.of($0)?.end($1) })
    XML_SetCharacterDataHandler(parser) { XMLStream.of($0)?.characters($1, $2) }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLStream.of(data)?.refuseDocumentType()
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
    data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Events that are read and wait.
  var held: Int { events.count }

  /// The next event; `nil` at the end of the document.
  package func next() throws(XMLMistake) -> XMLEvent? {
    while taken == events.count {
      if let mistake { throw mistake }
      if isFinished { return nil }
      readStretch()
    }
    defer { taken += 1 }
    return events[taken]
  }

  /// Reads on, so far as that makes events, ends the document or finds a mistake.
  private func readStretch() {
    events.removeAll(keepingCapacity: true)
    taken = 0
    let end = min(offset + Self.stretch, bytes.count)
    isFinished = end == bytes.count
    let status = bytes[offset..<end].withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        XML_Parse(parser, $0.baseAddress, Int32($0.count), isFinished ? 1 : 0)
      }
    }
    offset = end
    guard status != XML_STATUS_OK, mistake == nil else { return }
    let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
    stop(.syntax(words ?? "the document is empty"))
  }

  /// Where the parser is, in bytes.
  private var here: Int { Int(XML_GetCurrentByteIndex(parser)) }

  /// The line and column of an offset; the parser's own columns count characters.
  private func place(of offset: Int) -> (line: Int, column: Int) {
    let here = min(max(offset, lineStart), bytes.count)
    if lineSearch < here {
      for index in bytes[lineSearch..<here].indices where bytes[index] == 0x0A {
        (line, lineStart) = (line + 1, index + 1)
      }
      lineSearch = here
    }
    return (line, here - lineStart + 1)
  }

  private func stop(_ reason: XMLMistake.Reason, at offset: Int? = nil) {
    guard mistake == nil else { return }
    let (line, column) = place(of: offset ?? here)
    mistake = XMLMistake(reason: reason, line: line, column: column)
    XML_StopParser(parser, 0)
  }

  /// The parser tells of a document type within it.
  private func refuseDocumentType() {
    let start = (0..<here).last { bytes[$0...].starts(with: "<!DOCTYPE".utf8) }
    stop(.documentType, at: start)
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    flush()
    guard depth < Self.deepest else { return stop(.depth) }
    depth += 1
    var attributes: [XMLTag.Attribute] = []
    var index = 0
    while let pairs, let key = pairs[index], let value = pairs[index + 1] {
      let key = String(cString: key)
      if key != "xmlns", !key.hasPrefix("xmlns:") {
        attributes.append(XMLTag.Attribute(name: key, value: String(cString: value)))
      }
      index += 2
    }
    let (line, column) = place(of: here)
    let tag = XMLTag(attributes: attributes, line: line, column: column)
    events.append(.start(Self.name(name), tag))
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    flush()
    depth -= 1
    events.append(.end(Self.name(name)))
  }

  private func characters(_ text: UnsafePointer<CChar>?, _ length: Int32) {
    guard let text, depth > 0 else { return }
    UnsafeBufferPointer(start: text, count: Int(length))
      .withMemoryRebound(to: UInt8.self) { pending += $0 }
  }

  private func flush() {
    guard !pending.isEmpty else { return }
    events.append(.text(String(decoding: pending, as: UTF8.self)))
    pending.removeAll(keepingCapacity: true)
  }

  private static func name(_ name: UnsafePointer<CChar>?) -> String {
    local(name.map { String(cString: $0) } ?? "")
  }

  /// A name without its prefix.
  fileprivate static func local(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.utf8.index(after: colon)...])
  }
}
