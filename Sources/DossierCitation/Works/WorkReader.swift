public import DossierSource

/// Reads works and citations from JSON as CSL has it.
public enum WorkReader {
  /// The works of a document: a list of items, or an object with a list `items`.
  ///
  /// - Returns: The works, or none and a diagnostic with the code `json.syntax` or `work.form`.
  public static func works(in file: SourceFile) -> Outcome<[Work]> {
    do {
      return Outcome(try items(in: file))
    } catch {
      return Outcome([], [error.diagnostic])
    }
  }

  private static func items(in file: SourceFile) throws(Fault) -> [Work] {
    let value = try JSONNode.read(file)
    guard let items = value.items ?? value["items"]?.items else {
      throw .error(
        "work.form", "a list of works is wanted", at: Place(path: file.path, line: 1, column: 1),
        help: "an export as CSL-JSON begins with '['")
    }
    return items.filter { $0.members != nil }.map { work($0, readsNote: true) }
  }

  /// One work of an object in CSL-JSON's keys, whose id may be a number.
  ///
  /// - Parameter readsNote: Whether lines `variable: value` of its note are variables, as in exports.
  package static func work(_ object: JSONNode, readsNote: Bool) -> Work {
    let id = object["citation-key"]?.word ?? object["id"]?.word ?? ""
    var work = Work(id: object["id"]?.word ?? id, type: object["type"]?.word ?? "document")
    for (key, value) in object.members ?? [] where key != "id" && key != "type" {
      add(value, as: key, to: &work)
    }
    if readsNote, let note = work.texts["note"] { addVariables(ofNote: note, to: &work) }
    renameOlderKeys(of: &work)
    return work
  }

  private static func add(_ value: JSONNode, as key: String, to work: inout Work) {
    if Variables.dates.contains(key) {
      if let date = DateReader.date(value), !date.isEmpty { work.dates[key] = date }
    } else if Variables.names.contains(key) {
      // One name may stand without a list around it.
      let names = (value.items ?? [value]).compactMap(name).filter { !$0.isEmpty }
      if !names.isEmpty { work.names[key] = names }
    } else if let text = value.word, !text.isEmpty {
      work.texts[key] = text
    }
  }

  private static func renameOlderKeys(of work: inout Work) {
    let older = [
      "journalAbbreviation": "container-title-short", "shortTitle": "title-short",
      "event": "event-title", "doi": "DOI", "url": "URL",
    ]
    for (old, new) in older where work.texts[new] == nil {
      work.texts[new] = work.texts[old]
    }
    if let doi = work.texts["DOI"] { work.texts["DOI"] = withoutResolver(doi) }
  }

  /// A DOI without the address of what resolves it.
  private static func withoutResolver(_ doi: String) -> String {
    let small = doi.lowercased()
    let prefixes = [
      "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:",
    ]
    guard let prefix = prefixes.first(where: small.hasPrefix) else { return doi }
    return String(doi.dropFirst(prefix.count)).trimmed
  }

  static func name(_ value: JSONNode) -> WorkName? {
    if let text = value.word { return WorkName(literal: text) }
    guard value.members != nil else { return nil }
    let object = value
    if let literal = object["literal"]?.word, !literal.isEmpty {
      var name = WorkName(literal: literal)
      name.isStatic = true
      return name
    }
    var name = WorkName(family: object["family"]?.word ?? "", given: object["given"]?.word ?? "")
    name.droppingParticle = object["dropping-particle"]?.word ?? ""
    name.nonDroppingParticle = object["non-dropping-particle"]?.word ?? ""
    name.suffix = object["suffix"]?.word ?? ""
    name.hasCommaSuffix = object["comma-suffix"]?.isTrue ?? false
    name.isStatic = object["static-ordering"]?.isTrue ?? false
    if object["parse-names"].map(\.isTrue) == false { return name }
    return name.withParticlesParsed()
  }

  /// Lines `variable: value` at the beginning of a note, and `{:variable: value}` anywhere in it:
  /// how libraries hold what their forms have no field for.
  private static func addVariables(ofNote note: String, to work: inout Work) {
    var rest: [Substring] = []
    for (index, line) in note.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard let colon = line.firstIndex(of: ":"), !line.hasPrefix("{"),
        setVariable(line[..<colon], line[line.index(after: colon)...], of: &work)
      else {
        rest.append(line)
        if index > 0 { continue } else { continue }
      }
    }
    var text = rest.joined(separator: "\n")
    while let start = text.range(ofText: "{:"),
      let end = text[start.upperBound...].firstIndex(of: "}")
    {
      let inside = text[start.upperBound..<end]
      if let colon = inside.firstIndex(of: ":") {
        _ = setVariable(inside[..<colon], inside[inside.index(after: colon)...], of: &work)
      }
      text.removeSubrange(start.lowerBound...end)
    }
    work.texts["note"] = text.trimmed.isEmpty ? nil : text.trimmed
  }

  private static func setVariable(
    _ key: Substring, _ value: Substring, of work: inout Work
  ) -> Bool {
    let key = String(key).trimmed
    let value = String(value).trimmed
    if key == "type" {
      work.type = value
    } else if Variables.dates.contains(key) {
      work.dates[key] = DateReader.date(inWords: value)
    } else if Variables.names.contains(key) {
      let sides = value.split(separator: "|", omittingEmptySubsequences: true).map {
        String($0).trimmed
      }
      let name =
        sides.count > 1 ? WorkName(family: sides[0], given: sides[1]) : WorkName(literal: value)
      work.names[key, default: []].append(name.withParticlesParsed())
    } else if Variables.texts.contains(key) {
      work.texts[key] = value
    } else {
      return false
    }
    return true
  }
}

extension String {
  /// Where a text stands first in this one.
  func range(ofText text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
