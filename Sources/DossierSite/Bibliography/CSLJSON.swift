/// Works in the JSON of the Citation Style Language.
public enum CSLJSON {
  /// The works as a document of CSL-JSON 1.0.2: an array with an item on each line.
  public static func document(of sources: some Sequence<Source>) -> String {
    "[" + sources.map { "\n  " + item(of: $0) }.joined(separator: ",") + "\n]\n"
  }

  /// The work as an item of CSL-JSON: one object, on one line.
  ///
  /// The archived copy and the grade, which CSL has no names for, stand under `custom`.
  public static func item(of source: Source) -> String {
    var item = JSONObject()
    item.add("id", text: source.id)
    item.add("type", text: source.type)
    item.add("title", text: source.title)
    item.add("author", names: source.authors)
    item.add("editor", names: source.editors)
    item.add("container-title", text: source.containerTitle)
    item.add("publisher", text: source.publisher)
    item.add("publisher-place", text: source.publisherPlace)
    item.add("issued", date: source.issued)
    item.add("accessed", date: source.accessed)
    item.add("volume", text: source.volume)
    item.add("issue", text: source.issue)
    item.add("page", text: source.page)
    item.add("genre", text: source.genre)
    item.add("number", text: source.number)
    item.add("event-title", text: source.eventTitle)
    item.add("language", text: source.language)
    item.add("DOI", text: source.doi.filled.map { DOI($0).name })
    item.add("ISBN", text: source.isbn)
    item.add("URL", text: source.url)
    item.add("note", text: source.note?.values.first?.value)
    var custom = JSONObject()
    custom.add("archived", text: source.archived)
    custom.add("grade", text: source.grade)
    if !custom.isEmpty { item.add("custom", custom.text) }
    return item.text
  }
}

/// An object in the making; what has no value gets no member.
private struct JSONObject {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]

  var isEmpty: Bool { bytes.count == 1 }
  var text: String { String(decoding: bytes, as: UTF8.self) + "}" }

  private mutating func add(name: String) {
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    JSONText.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func add(_ name: String, _ json: String) {
    add(name: name)
    bytes.append(contentsOf: json.utf8)
  }

  mutating func add(_ name: String, text: String?) {
    guard let text = text.filled else { return }
    add(name: name)
    JSONText.append(text, to: &bytes)
  }

  mutating func add(_ name: String, date: PartialDate?) {
    guard let date else { return }
    let parts = [date.year, date.month, date.day].compactMap(\.self).map(String.init)
    add(name, "{\"date-parts\":[[" + parts.joined(separator: ",") + "]]}")
  }

  mutating func add(_ name: String, names: [Source.Name]) {
    guard !names.isEmpty else { return }
    let objects = names.map { name in
      var object = JSONObject()
      object.add(name.isLiteral ? "literal" : "family", text: name.family)
      if !name.isLiteral { object.add("given", text: name.given) }
      return object.text
    }
    add(name, "[" + objects.joined(separator: ",") + "]")
  }
}
