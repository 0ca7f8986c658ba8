package import DossierSource

extension JSONNode {
  /// The value of a file.
  ///
  /// - Throws: A fault with the code `json.syntax`.
  static func read(_ file: SourceFile) throws(Fault) -> JSONNode {
    do throws(JSONMistake) {
      return try JSONDocument.parse(file.bytes)
    } catch {
      throw Fault(diagnostic: error.diagnostic("json.syntax", in: file))
    }
  }

  /// The text of anything but a list, an object and nothing; numbers as they are written.
  package var word: String? {
    switch value {
    case .string(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  /// What a flag says, also where it was exported as a number or a word.
  var isTrue: Bool {
    switch value {
    case .bool(let flag): flag
    case .number(let digits): digits != "0"
    case .string(let word): !["", "0", "false"].contains(word)
    case .null, .array, .object: false
    }
  }
}
