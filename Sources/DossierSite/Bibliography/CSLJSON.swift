import DossierCitation

/// Works in the JSON of the Citation Style Language.
public enum CSLJSON {
  /// The works as a document of CSL-JSON 1.0.2: an array with an item on each line.
  public static func document(of sources: some Sequence<Source>) -> String {
    "[" + sources.map { "\n  " + item(of: $0) }.joined(separator: ",") + "\n]\n"
  }

  /// The work as an item of CSL-JSON: one object, on one line, with all that is said of it.
  ///
  /// What CSL has no names for stands under `custom`, by the keys of the bibliography.
  public static func item(of source: Source) -> String {
    let work = source.citable
    var item = JSONObject()
    item.add("id", text: source.id)
    item.add("type", text: work.type)
    item.add("title", text: work.texts["title"] ?? source.title)
    for (key, names) in work.names.sorted(by: { $0.key < $1.key }) { item.add(key, names: names) }
    for (key, date) in work.dates.sorted(by: { $0.key < $1.key }) { item.add(key, date: date) }
    for (key, text) in work.texts.sorted(by: { $0.key < $1.key }) where key != "title" {
      item.add(key, text: text)
    }
    if work.texts["note"] == nil { item.add("note", text: source.note?.values.first?.value) }
    if work.texts["publisher"] == nil { item.add("publisher", text: source.publisher) }
    var custom = JSONObject()
    custom.add("archived", text: source.archived)
    custom.add("grade", text: source.grade)
    custom.add("consulted", list: source.consulted.map(copy))
    custom.add("via", list: source.relays.map(copy))
    custom.add("part-of", text: source.partOf?.id)
    custom.add("aliases", list: source.aliases.map { JSONText.string($0.id) })
    if !custom.isEmpty { item.add("custom", custom.text) }
    return item.text
  }

  private static func copy(_ copy: Source.Copy) -> String {
    var object = JSONObject()
    object.add("where", text: copy.place?.values.first?.value)
    object.add("title", text: copy.title)
    object.add("issued", text: copy.issued?.description)
    object.add("URL", text: copy.url)
    object.add("accessed", text: copy.accessed?.description)
    object.add("source", text: copy.source?.id)
    return object.text
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

  mutating func add(_ name: String, list: [String]) {
    if !list.isEmpty { add(name, "[" + list.joined(separator: ",") + "]") }
  }

  mutating func add(_ name: String, date: WorkDate) {
    var object = JSONObject()
    let points = [date.start, date.end].compactMap(\.self).map(Self.parts)
    object.add("date-parts", list: points + (date.isOpen && date.start != nil ? ["[0,0,0]"] : []))
    if let season = date.start?.season { object.add("season", String(season)) }
    if date.start == nil { object.add("season", text: date.season) }
    if date.isApproximate { object.add("circa", "true") }
    object.add("literal", text: date.literal)
    if !object.isEmpty { add(name, object.text) }
  }

  private static func parts(_ point: WorkDate.Point) -> String {
    let parts = [point.year, point.month, point.month == nil ? nil : point.day]
    return "[" + parts.compactMap(\.self).map(String.init).joined(separator: ",") + "]"
  }

  mutating func add(_ name: String, names: [WorkName]) {
    let objects = names.map { name in
      var object = JSONObject()
      object.add("literal", text: name.literal)
      guard name.literal == nil else { return object.text }
      object.add("family", text: name.family)
      object.add("given", text: name.given)
      object.add("dropping-particle", text: name.droppingParticle)
      object.add("non-dropping-particle", text: name.nonDroppingParticle)
      object.add("suffix", text: name.suffix)
      if name.hasCommaSuffix { object.add("comma-suffix", "true") }
      if name.isStatic { object.add("static-ordering", "true") }
      return object.text
    }
    add(name, list: objects)
  }
}
