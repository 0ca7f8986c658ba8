import CYaml

/// The events of a YAML text one after another, as libyaml finds them in it.
///
/// It owns the parser, which reads no further than it must, and is not recursive.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isReady: Bool

  /// - Parameter bytes: UTF-8, not empty; it stays where it is for as long as events are asked for.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    isReady = yaml_parser_initialize(parser) != 0
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event, of which the last is ``YAMLEvent/Kind/endOfText``; none may be asked for behind
  /// that one or an error.
  mutating func next() throws(YAMLSyntaxError) -> YAMLEvent {
    var event = yaml_event_t()
    guard isReady else { throw YAMLSyntaxError(message: "the memory is used up", place: .byte(0)) }
    while true {
      guard yaml_parser_parse(parser, &event) != 0 else { throw YAMLSyntaxError(parser.pointee) }
      defer { yaml_event_delete(&event) }
      if let event = YAMLEvent(event) { return event }
    }
  }
}

/// What libyaml has found.
struct YAMLEvent {
  /// How the text of a scalar is written: as it is, in quotation marks, or below `|` or `>`.
  enum Style {
    case plain
    case quoted
    case block

    fileprivate init(_ style: yaml_scalar_style_t) {
      switch style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .quoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: self = .block
      default: self = .plain
      }
    }
  }

  enum Kind {
    case scalar(String, Style)
    case sequence
    case mapping
    /// The end of the sequence or mapping that was begun last.
    case end
    case alias(String)
    case document
    case endOfText
  }

  let kind: Kind
  /// The name that aliases may call the node by.
  let anchor: String?
  /// What stands behind `!`.
  let tag: String?
  /// How many Unicode scalars stand before it, and before what follows it.
  let start: Int
  let end: Int

  /// `nil` for an event that says nothing.
  fileprivate init?(_ event: yaml_event_t) {
    var name: UnsafeMutablePointer<yaml_char_t>?
    var tag: UnsafeMutablePointer<yaml_char_t>?
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = .scalar(String(decoding: text, as: UTF8.self), Style(scalar.style))
      (name, tag) = (scalar.anchor, scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      (kind, name, tag) = (.sequence, start.anchor, start.tag)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      (kind, name, tag) = (.mapping, start.anchor, start.tag)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .end
    case YAML_ALIAS_EVENT:
      kind = .alias(event.data.alias.anchor.map { String(cString: $0) } ?? "")
    case YAML_DOCUMENT_START_EVENT: kind = .document
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: kind = .endOfText
    default: return nil
    }
    anchor = name.map { String(cString: $0) }
    self.tag = tag.map { String(cString: $0) }
    start = Int(clamping: event.start_mark.index)
    end = Int(clamping: event.end_mark.index)
  }
}

/// Why a text is no YAML.
struct YAMLSyntaxError: Error {
  enum Place {
    /// Behind so many Unicode scalars.
    case mark(Int)
    /// Behind so many bytes, where one stands that may not be in any YAML.
    case byte(Int)
  }

  let message: String
  let place: Place

  fileprivate init(message: String, place: Place) {
    self.message = message
    self.place = place
  }

  fileprivate init(_ parser: yaml_parser_t) {
    message = parser.problem.map { String(cString: $0) } ?? "the memory is used up"
    place =
      parser.error == YAML_READER_ERROR
      ? .byte(Int(clamping: parser.problem_offset))
      : .mark(Int(clamping: parser.problem_mark.index))
  }
}
