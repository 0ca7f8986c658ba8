import DossierSite

/// The JSON Schema (2020-12) of the front matter of a kind's records: `data/missions.schema.json`.
///
/// It accepts what the tool accepts in form; whether an id is there only a build can tell, so ids are
/// offered for completion and not demanded.
struct FrontMatterSchema {
  private let scope: PageScope
  private let kind: Kind
  private let language: Language

  init(_ scope: PageScope, kind index: KindIndex) {
    self.scope = scope
    kind = scope.site.schema.kinds[index]
    language = scope.language
  }

  func document() -> [UInt8] {
    var json = JSONWriter(capacity: 16_384)
    json.object { json in
      json.add("$schema", "https://json-schema.org/draft/2020-12/schema")
      if let base = scope.site.schema.configuration.baseAddress {
        json.add("$id", base + "data/" + kind.folder + DataFormat.schema.ending)
      }
      json.add("title", kind.label[language])
      json.add("description", kind.summary?[language])
      json.add("type", "object")
      json.object("properties") { json in
        addBuiltIn(&json)
        for field in kind.fields where !field.type.isDerived { add(field, &json) }
      }
      let required = kind.fields.filter { $0.isRequired && !$0.type.isDerived }.map(\.id)
      let ofRole = kind.role == .article ? ["title", "date"] : ["title"]
      json.add("required", strings: ofRole + required)
      json.closeObject()
      json.object("$defs", addDefinitions)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// The keys that every record may have.
  private func addBuiltIn(_ json: inout JSONWriter) {
    for key in ["title", "short", "summary"] { json.object(key) { $0.refer("text") } }
    json.object("draft") { $0.add("type", "boolean") }
    json.object("embargo") { $0.add("type", "string") }
    json.object("updated") { $0.refer("date") }
    json.object("reviewed") { $0.anyOf([{ $0.refer("date") }, addReview]) }
    json.object("to-fill-in") { $0.oneOrMany { $0.refer("text") } }
    json.object("aliases") { $0.oneOrMany { $0.refer("id") } }
    json.object("changes", addChanges)
    guard kind.role == .article else { return }
    for key in ["date", "as-of"] { json.object(key) { $0.refer("date") } }
    json.object("order") { json in
      json.add("type", "integer")
      json.add("minimum", number: 1)
    }
    let authors = scope.site.schema.kinds(.author).first
    json.object("authors") { json in
      json.oneOrMany { json in
        if let authors { json.refer("record-" + authors.id) } else { json.refer("id") }
      }
    }
    json.object("topics") { $0.oneOrMany { $0.suggest(scope.site.articles.topics.map(\.id)) } }
    json.object("key-points") { $0.oneOrMany { $0.refer("text") } }
  }

  private func addReview(_ json: inout JSONWriter) {
    json.add("type", "object")
    json.object("properties") { json in
      json.object("on") { $0.refer("date") }
      json.object("by") { $0.refer("text") }
    }
    json.add("required", strings: ["on"])
    json.closeObject()
  }

  private func addChanges(_ json: inout JSONWriter) {
    json.add("type", "array")
    json.object("items") { json in
      json.add("type", "object")
      json.object("properties") { json in
        json.object("date") { $0.refer("date") }
        json.object("text") { $0.refer("text") }
      }
      json.add("required", strings: ["date", "text"])
      json.closeObject()
    }
  }

  private func addDefinitions(_ json: inout JSONWriter) {
    json.object("text") { $0.add("type", strings: ["string", "number"]) }
    json.object("id") { json in
      json.add("type", "string")
      json.add("pattern", "^[a-z0-9]+(-[a-z0-9]+)*$")
    }
    json.object("date") { json in
      json.add("type", strings: ["string", "integer"])
      json.add("pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")
    }
    json.object("absence") { json in
      json.add("enum", strings: [DataValue.unknown, DataValue.notApplicable])
    }
    json.object("source") { $0.oneOrMany { $0.suggest(scope.site.sources.map(\.id)) } }
    for target in targets { json.object("record-" + target) { $0.suggest(ids(of: target)) } }
  }

  /// The kinds whose records the fields name, each once.
  private var targets: [String] {
    var targets = kind.role == .article ? scope.site.schema.kinds(.author).prefix(1).map(\.id) : []
    for field in kind.fields {
      switch field.type {
      case .reference(let kind), .ratings(let kind, _):
        if !targets.contains(kind) { targets.append(kind) }
      default: break
      }
    }
    return targets
  }

  private func ids(of kind: String) -> [String] {
    guard let index = scope.site.schema.kindIndex(kind) else { return [] }
    return scope.site.recordsOfKind[index].map { scope.site.records[$0].key.id }
  }
}

// Fields.
extension FrontMatterSchema {
  private func add(_ field: Field, _ json: inout JSONWriter) {
    json.object(field.id) { json in
      json.add("title", field.label[language])
      json.add("description", description(of: field))
      if case .ratings(let kind, _) = field.type {
        json.anyOf([{ $0.refer("absence") }, { addRatings(field, of: kind, &$0) }])
        return
      }
      json.anyOf([
        { $0.refer("absence") }, { add(valueOf: field, &$0) }, { addClaim(field, &$0) },
        { json in
          json.add("type", "array")
          json.add("minItems", number: 1)
          json.object("items") { json in
            json.anyOf([{ add(valueOf: field, &$0) }, { addClaim(field, &$0) }])
          }
        },
      ])
    }
  }

  private func description(of field: Field) -> String? {
    let parts = [
      field.help?[language],
      field.unit.map(scope.edition.loneWord),
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private func addRatings(_ field: Field, of kind: String, _ json: inout JSONWriter) {
    json.add("type", "object")
    json.object("propertyNames") { $0.refer("record-" + kind) }
    json.object("additionalProperties") { json in
      json.anyOf([{ add(valueOf: field, &$0) }, { addClaim(field, &$0) }])
    }
  }

  private func add(valueOf field: Field, _ json: inout JSONWriter) {
    switch field.type {
    case .text, .markdown: json.refer("text")
    case .number, .quantity, .series:
      json.anyOf([{ $0.add("type", "number") }, { addParts(of: field, asked: [], &$0) }])
    case .date: json.refer("date")
    case .period:
      json.anyOf([{ $0.refer("date") }, { addParts(of: field, asked: [], &$0) }])
    case .choice(let choices), .ratings(_, let choices):
      json.add("enum", strings: choices.map(\.id))
    case .flag: json.add("type", "boolean")
    case .place: addParts(of: field, asked: ["latitude", "longitude"], &json)
    case .reference(let kind): json.refer("record-" + kind)
    case .derived: break
    }
  }

  /// A value that is written in parts.
  ///
  /// - Parameter asked: Those that must be there; empty where any one will do.
  private func addParts(of field: Field, asked: [String], _ json: inout JSONWriter) {
    json.add("type", "object")
    json.object("properties") { addParts(of: field, &$0) }
    if asked.isEmpty {
      json.add("minProperties", number: 1)
    } else {
      json.add("required", strings: asked)
    }
    json.closeObject()
  }

  private func addParts(of field: Field, _ json: inout JSONWriter) {
    if field.type == .period {
      for end in ["from", "to", "on"] { json.object(end) { $0.refer("date") } }
    }
    if field.type.isNumeric {
      for bound in ["low", "high"] { json.object(bound) { $0.add("type", "number") } }
    }
    guard field.type == .place else { return }
    for part in ["latitude", "longitude"] { json.object(part) { $0.add("type", "number") } }
    json.object("name") { json in
      json.anyOf([{ $0.add("type", "string") }, { $0.add("type", "object") }])
    }
  }

  /// A value with its evidence; a period's and an interval's parts may stand beside it.
  private func addClaim(_ field: Field, _ json: inout JSONWriter) {
    json.add("type", "object")
    json.object("properties") { json in
      json.object("value") { json in
        json.anyOf([{ add(valueOf: field, &$0) }, { $0.refer("absence") }])
      }
      addParts(of: field, &json)
      if field.type.isNumeric {
        if !field.of.isEmpty { json.object("of") { $0.add("enum", strings: field.of) } }
        json.object("unit") { $0.add("type", "string") }
      }
      json.object("as-of") { $0.refer("date") }
      json.object("source") { $0.refer("source") }
      json.object("note") { $0.refer("text") }
      json.object("basis") { $0.add("enum", strings: Evidence.Basis.allCases.map(\.rawValue)) }
      json.object("approximate") { $0.add("type", "boolean") }
    }
    json.closeObject()
  }
}

extension FieldType {
  fileprivate var isDerived: Bool {
    if case .derived = self { true } else { false }
  }
}

// The forms that schemas are made of.
extension JSONWriter {
  /// More ids than these are not offered: no editor lists them.
  private static let suggestionLimit = 1000

  fileprivate mutating func refer(_ definition: String) {
    add("$ref", "#/$defs/" + definition)
  }

  fileprivate mutating func anyOf(_ schemas: [(inout JSONWriter) -> Void]) {
    array("anyOf") { json in
      for schema in schemas { json.object(schema) }
    }
  }

  /// No other keys but the author's own.
  fileprivate mutating func closeObject() {
    object("patternProperties") { $0.object("^x-") { _ in } }
    add("additionalProperties", flag: false)
  }

  /// A text for which an editor offers words that are in use.
  fileprivate mutating func suggest(_ words: [String]) {
    guard !words.isEmpty, words.count <= Self.suggestionLimit else {
      add("type", "string")
      return
    }
    anyOf([{ $0.add("enum", strings: words) }, { $0.add("type", "string") }])
  }

  fileprivate mutating func oneOrMany(_ schema: @escaping (inout JSONWriter) -> Void) {
    anyOf([
      schema,
      { json in
        json.add("type", "array")
        json.object("items", schema)
      },
    ])
  }
}
