internal import CExpat
internal import DossierSource

/// Reads an XML document into elements: the one door to expat.
///
/// A document type is refused where it begins, so that no entity is ever declared, grown or fetched;
/// the five of XML itself and references to characters are read. Elements in elements are bounded.
final class XMLReader {
  /// Elements that may stand in one another.
  static let deepest = 100

  private let path: String
  private let parser: XML_Parser
  private var open: [XMLElement] = []
  private var pending = ""
  private var root: XMLElement?
  private var fault: Fault?

  private init(path: String, parser: XML_Parser) {
    self.path = path
    self.parser = parser
  }

  /// The root of a document, or why there is none.
  ///
  /// - Throws: A fault with the code `xml.syntax`, `xml.doctype` or `xml.depth`.
  static func read(_ file: SourceFile) throws(Fault) -> XMLElement {
    guard let parser = XML_ParserCreate("UTF-8") else {
      throw .error(
        "xml.syntax", "no memory to read XML", at: Place(path: file.path, line: 1, column: 1))
    }
    defer { XML_ParserFree(parser) }
    let reader = XMLReader(path: file.path, parser: parser)
    return try withExtendedLifetime(reader) { () throws(Fault) in
      try reader.parse(file.bytes)
    }
  }

  private func parse(_ bytes: [UInt8]) throws(Fault) -> XMLElement {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLReader.of($0)?.start($1, $2) }, { data, _ in XMLReader.of(data)?.end() })
    XML_SetCharacterDataHandler(parser) { XMLReader.of($0)?.characters($1, $2) }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLReader.of(data)?.doctype() }
    let status = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        XML_Parse(parser, $0.baseAddress, Int32(clamping: $0.count), 1)
      }
    }
    if let fault { throw fault }
    guard status == XML_STATUS_OK, let root else { throw syntaxError() }
    return root
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
    data.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func syntaxError() -> Fault {
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
    return .error(
      "xml.syntax", "no XML: \(reason ?? "the document is empty")", at: here,
      help: "an editor for XML shows where the tags do not match")
  }

  private var here: Place {
    let line = Int(clamping: XML_GetCurrentLineNumber(parser))
    let column = Int(clamping: XML_GetCurrentColumnNumber(parser)) + 1
    return Place(path: path, line: line, column: column)
  }

  private func stop(_ reason: Fault) {
    fault = fault ?? reason
    XML_StopParser(parser, 0)
  }

  private func doctype() {
    stop(
      .error(
        "xml.doctype", "a document type is not read", at: here,
        help: "take out the line that begins '<!DOCTYPE', and write characters for its entities"))
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard open.count < Self.deepest else {
      return stop(
        .error(
          "xml.depth", "more than \(Self.deepest) elements stand in one another", at: here,
          help: "take out a level"))
    }
    var attributes: [String: String] = [:]
    var index = 0
    while let pairs, let key = pairs[index], let value = pairs[index + 1] {
      let key = String(cString: key)
      if key != "xmlns", !key.hasPrefix("xmlns:") { attributes[key] = String(cString: value) }
      index += 2
    }
    flush()
    let place = here.span
    let written = name.map { String(cString: $0) } ?? ""
    let local = written.split(separator: ":").last.map(String.init) ?? written
    open.append(
      XMLElement(name: local, attributes: attributes, line: place.line, column: place.column))
  }

  private func end() {
    flush()
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].content.append(.element(element))
    }
  }

  private func characters(_ text: UnsafePointer<CChar>?, _ length: Int32) {
    guard let text, !open.isEmpty else { return }
    let bytes = UnsafeBufferPointer(start: text, count: Int(length)).map(UInt8.init(bitPattern:))
    pending += String(decoding: bytes, as: UTF8.self)
  }

  /// Puts the text read since the last tag into the element that is open.
  private func flush() {
    guard !pending.isEmpty, !open.isEmpty else { return }
    open[open.count - 1].content.append(.text(pending))
    pending = ""
  }
}
