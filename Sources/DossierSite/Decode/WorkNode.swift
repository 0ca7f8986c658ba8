import DossierCitation
import DossierSource

/// Hands an entry of the bibliography to the reader of CSL's data.
enum WorkNode {
  /// The work that a mapping describes.
  ///
  /// - Parameter isExport: Whether lines of its note are variables.
  static func work(_ node: YAMLNode, isExport: Bool) -> Work {
    let entries = (node.entries ?? []).compactMap { key, value in
      key.text.map { (key: $0, value: self.value(value)) }
    }
    // What is the author's own, or not known, reaches no file.
    let known = entries.filter { Variables.isKnown($0.key) }
    var work = WorkReader.work(JSONNode(.object(known)), readsNote: isExport)
    // A body that is both is named once.
    if let publisher = work.texts["publisher"], publisher == work.texts["container-title"] {
      work.texts["publisher"] = nil
    }
    return work
  }

  private static func value(_ node: YAMLNode) -> JSONNode {
    if let items = node.items { return JSONNode(.array(items.map(value))) }
    if let entries = node.entries {
      return JSONNode(.object(entries.map { ($0.key.text ?? "", value($0.value)) }))
    }
    return JSONNode(node.text.map { .string($0) } ?? .null)
  }
}
