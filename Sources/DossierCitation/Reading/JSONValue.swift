/// A value of a JSON document, with the line on which an object begins.
package indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// Its members in order; of two with one key, the last.
  case object(JSONObject)

  /// The text of a string or a number.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

  /// What a flag says, also where it was exported as a number or a word.
  var isTrue: Bool {
    switch self {
    case .bool(let flag): flag
    case .number(let digits): digits != "0"
    case .string(let word): !["", "0", "false"].contains(word)
    case .null, .array, .object: false
    }
  }
}

/// The members of a JSON object.
package struct JSONObject: Sendable, Equatable {
  package var members: [String: JSONValue] = [:]
  /// In the order of the document.
  package var keys: [String] = []
  /// From 1.
  package var line: Int

  package init(line: Int) {
    self.line = line
  }

  /// Puts a member behind those that are there, or in the place of the one with its key.
  package mutating func set(_ key: String, _ value: JSONValue) {
    if members.updateValue(value, forKey: key) == nil { keys.append(key) }
  }

  subscript(_ key: String) -> JSONValue? { members[key] }
}
