import DossierSource
import Yams

/// Reads YAML into ``YAMLNode``s whose places are those of the whole file.
struct YAMLDocument {
  let path: String
  private let bytes: [UInt8]
  private let firstLine: Int
  private let lineStarts: [Int]
  /// Bytes that stand before each line in the file, as in an indented block.
  private let indentation: Int
  private var visited = 0

  /// Nodes that one document may hold, aliases counted as often as they stand for something.
  private static let nodeLimit = 200_000
  private static let depthLimit = 100

  /// - Parameters:
  ///   - firstLine: The line of the file on which the text begins.
  ///   - indentation: Bytes taken off the beginning of each line.
  static func parse(
    _ bytes: ArraySlice<UInt8>, path: String, firstLine: Int = 1, indentation: Int = 0
  ) -> Outcome<YAMLNode?> {
    var document = YAMLDocument(
      path: path, bytes: Array(bytes), firstLine: firstLine, indentation: indentation)
    return document.parse()
  }

  private init(path: String, bytes: [UInt8], firstLine: Int, indentation: Int) {
    self.path = path
    self.bytes = bytes
    self.firstLine = firstLine
    self.indentation = indentation
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    lineStarts = starts
  }

  private mutating func parse() -> Outcome<YAMLNode?> {
    let limits = YAMLLimits(bytes: bytes, depth: 2 * Self.depthLimit)
    if let deep = limits.tooDeep() {
      return Outcome(nil, [tooMuch("nested too deep", at: span(of: deep..<deep))])
    }
    if let key = limits.keyBesideAnchors() {
      return Outcome(nil, [keyError(at: span(of: key..<key))])
    }
    do {
      let text = String(decoding: bytes, as: UTF8.self)
      // Nothing is constructed; the library's own constructor is made anew for each document.
      let parser = try Parser(
        yaml: text, resolver: .basic, constructor: Constructor([:], [:], [:]), encoding: .utf8)
      guard let root = try parser.singleRoot() else { return Outcome(nil) }
      let node = try convert(root, depth: 0)
      return Outcome(node)
    } catch let flaw as Flaw {
      return Outcome(nil, [flaw.diagnostic])
    } catch let error as YamlError {
      return Outcome(nil, diagnostics(for: error))
    } catch {
      return Outcome(nil, [syntaxError("\(error)", line: 1, column: 1)])
    }
  }

  private struct Flaw: Error { var diagnostic: Diagnostic }

  private mutating func convert(_ node: Node, depth: Int) throws -> YAMLNode {
    visited += 1
    let span = span(of: node)
    guard visited <= Self.nodeLimit, depth <= Self.depthLimit else {
      throw Flaw(diagnostic: tooMuch("too large", at: span))
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      return YAMLNode(
        content: .scalar(scalar.string, isPlain: isPlain), span: span,
        textSpan: textSpan(of: scalar, at: span))
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence { items.append(try convert(item, depth: depth + 1)) }
      return YAMLNode(content: .sequence(items), span: span)
    case .mapping(let mapping):
      var entries: [(key: YAMLNode, value: YAMLNode)] = []
      for (key, value) in mapping {
        guard case .scalar = key else { throw Flaw(diagnostic: keyError(at: self.span(of: key))) }
        entries.append((try convert(key, depth: depth + 1), try convert(value, depth: depth + 1)))
      }
      return YAMLNode(content: .mapping(entries), span: span)
    case .alias:
      throw Flaw(diagnostic: syntaxError("the alias stands for nothing", span: span))
    }
  }
}

// Places: libyaml counts columns in Unicode scalars, and says where a node begins but not its end.
extension YAMLDocument {
  private func span(of node: Node) -> Span {
    guard let mark = node.mark else { return Span(line: firstLine, column: 1) }
    var span = span(line: mark.line, column: mark.column)
    if case .scalar(let scalar) = node { span.length = length(of: scalar, at: mark) }
    return span
  }

  private func textSpan(of scalar: Node.Scalar, at span: Span) -> Span {
    switch scalar.style {
    case .singleQuoted, .doubleQuoted:
      return Span(line: span.line, column: span.column + 1, length: max(0, span.length - 2))
    case .literal, .folded:
      let start = start(ofLine: span.line - firstLine + 2)
      let spaces = bytes[start...].prefix { $0 == UInt8(ascii: " ") }.count
      return Span(line: span.line + 1, column: spaces + 1 + indentation)
    default: return span
    }
  }

  private func span(line: Int, column: Int) -> Span {
    let byte = offset(line: line, column: column) - start(ofLine: line)
    return Span(line: line + firstLine - 1, column: byte + 1 + indentation)
  }

  private func start(ofLine line: Int) -> Int {
    lineStarts[min(max(line - 1, 0), lineStarts.count - 1)]
  }

  private func offset(line: Int, column: Int) -> Int {
    var offset = start(ofLine: line)
    var left = column - 1
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// The scalar's bytes in the text where it stands on one line as it is, else up to the line's end.
  private func length(of scalar: Node.Scalar, at mark: Mark) -> Int {
    let begin = offset(line: mark.line, column: mark.column)
    let end = bytes[begin...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let quotes = begin < end && (bytes[begin] == 34 || bytes[begin] == 39) ? 2 : 0
    let length = scalar.string.utf8.count + quotes
    return min(length, end - begin)
  }
}

extension YAMLDocument {
  private func tooMuch(_ what: String, at span: Span) -> Diagnostic {
    .error(
      "yaml.size", "the YAML is \(what)", at: Place(path: path, span: span),
      help: "write it in several files, without aliases")
  }

  private func keyError(at span: Span) -> Diagnostic {
    .error(
      "yaml.key", "a key that is no text means nothing here", at: Place(path: path, span: span),
      help: "write the key out, without '?', brackets and aliases")
  }

  private func syntaxError(_ message: String, span: Span) -> Diagnostic {
    .error("yaml.syntax", message, at: Place(path: path, span: span))
  }

  private func syntaxError(_ message: String, line: Int, column: Int) -> Diagnostic {
    syntaxError(message, span: span(line: line, column: column))
  }

  private func diagnostics(for error: YamlError) -> [Diagnostic] {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return [withCure(syntaxError(problem, line: mark.line, column: mark.column))]
    case .duplicatedKeysInMapping(let duplicates, let context):
      return duplicates.sorted().map { duplicate($0, firstAt: context.mark) }
    case .reader(let problem, let offset, _, _):
      let offset = min(offset ?? 0, bytes.count)
      return [syntaxError(problem, span: span(of: offset..<min(offset + 1, bytes.count)))]
    default:
      return [syntaxError("\(error)", line: 1, column: 1)]
    }
  }

  private func withCure(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    let cures = [
      ("mapping values are not allowed", "put quotation marks around a text that holds ': '"),
      ("undefined alias", "put quotation marks around a text that begins with '*'"),
      ("expected ',' or", "close the bracket, and put commas between what is in it"),
      ("expected node content", "give a value, and close every bracket"),
      ("unexpected end of stream", "close the quotation mark"),
      ("expected key", "indent the keys of a mapping alike, and a further line of a text deeper"),
    ]
    diagnostic.help = cures.first { diagnostic.message.contains($0.0) }?.1
    if diagnostic.message.contains("cannot start any token") {
      diagnostic.help =
        isTab(at: diagnostic.place.span)
        ? "indent with spaces, not with a tab"
        : "put quotation marks around a text that begins with this character"
    }
    return diagnostic
  }

  private func isTab(at span: Span) -> Bool {
    let offset = start(ofLine: span.line - firstLine + 1) + span.column - 1 - indentation
    return bytes.indices.contains(offset) && bytes[offset] == UInt8(ascii: "\t")
  }

  /// A key that stands twice; the parser gives the place of the first that does, for the first time.
  private func duplicate(_ key: String, firstAt mark: Mark) -> Diagnostic {
    let first = offset(line: mark.line, column: mark.column)
    let keys = YAMLKeySurvey(bytes: bytes, first: first, column: first - start(ofLine: mark.line))
    let place = keys.places(of: Array(key.utf8)).last ?? first..<first
    return .error(
      "yaml.duplicate-key", "the key '\(key)' stands twice",
      at: Place(path: path, span: span(of: place)),
      help: "keep one; several claims of a fact are a list under one key")
  }

  private func span(of range: Range<Int>) -> Span {
    let line = bytes[..<range.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
    return Span(
      line: line + firstLine - 1, column: range.lowerBound - start(ofLine: line) + 1 + indentation,
      length: range.count)
  }
}
