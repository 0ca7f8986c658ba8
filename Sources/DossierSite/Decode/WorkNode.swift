import DossierCitation
import DossierSource

/// Hands an entry of the bibliography to the reader of CSL's data.
enum WorkNode {
  /// Keys of ours, which are none of CSL's.
  private static let own: Set<String> = [
    "aliases", "archived", "consulted", "draft", "embargo", "grade", "part-of", "via",
  ]

  /// The work that a mapping describes.
  ///
  /// - Parameter isExport: Whether lines of its note are variables.
  static func work(_ node: YAMLNode, isExport: Bool) -> Work {
    var object = JSONObject(line: node.span.line)
    for (key, value) in node.entries ?? [] {
      guard let name = key.text, !own.contains(name) else { continue }
      object.set(name, self.value(value))
    }
    var work = WorkReader.work(object, readsNote: isExport)
    // A body that is both is named once.
    if let publisher = work.texts["publisher"], publisher == work.texts["container-title"] {
      work.texts["publisher"] = nil
    }
    return work
  }

  private static func value(_ node: YAMLNode) -> JSONValue {
    if let items = node.items { return .array(items.map(value)) }
    if let entries = node.entries {
      var object = JSONObject(line: node.span.line)
      for (key, value) in entries { object.set(key.text ?? "", self.value(value)) }
      return .object(object)
    }
    return node.text.map { .string($0) } ?? .null
  }
}
