public import DossierSource

/// What is asked of a style: citations as a list of lists of cites, or one after the other with
/// what stood before and after each when it was put in.
public enum CitationRequest: Sendable {
  /// A citation that is put in or changed, with the ids and notes of those around it.
  public struct Update: Sendable {
    var id: String
    var citation: Citation
    var before: [Neighbour]
    var after: [Neighbour]
  }

  struct Neighbour: Sendable {
    var id: String
    var note: Int
  }

  /// The works that are asked for, each once, in order.
  public var ids: [String] {
    let citations =
      switch self {
      case .items(let citations): citations
      case .updates(let updates): updates.map(\.citation)
      }
    var known: Set<String> = []
    return citations.flatMap { $0.cites.map(\.id) }.filter { known.insert($0).inserted }
  }

  case items([Citation])
  case updates([Update])

  /// Reads a request: a list of lists of cites, or of updates.
  ///
  /// - Returns: The request, or none and a diagnostic with the code `json.syntax` or `work.form`.
  public static func read(_ file: SourceFile) -> Outcome<CitationRequest?> {
    do {
      return Outcome(try request(in: file))
    } catch {
      return Outcome(nil, [error.diagnostic])
    }
  }

  private static func request(in file: SourceFile) throws(Fault) -> CitationRequest {
    let value = try JSONNode.read(file)
    let list =
      value.items ?? value["citation-items"]?.items ?? value["citations"]?.items
    guard let list else {
      throw .error(
        "work.form", "a list of citations is wanted",
        at: Place(path: file.path, line: 1, column: 1),
        help: "write a list of lists of cites, as [[{\"id\": \"a\"}, {\"id\": \"b\"}]]")
    }
    let updates = list.compactMap(CiteReader.update)
    if !updates.isEmpty, updates.count == list.count { return .updates(updates) }
    return .items(list.map { Citation(($0.items ?? [$0]).compactMap(CiteReader.cite)) })
  }
}

/// Reads cites as CSL's own data have them.
enum CiteReader {
  static func cite(_ value: JSONNode) -> Cite? {
    guard let id = value["id"]?.word else { return nil }
    var cite = Cite(id: id)
    cite.locator = value["locator"]?.word.flatMap { $0.isEmpty ? nil : $0 }
    cite.label = value["label"]?.word.flatMap { $0.isEmpty ? nil : $0 }
    cite.prefix = RichText(affix: value["prefix"]?.word ?? "")
    cite.suffix = RichText(affix: value["suffix"]?.word ?? "")
    if value["suppress-author"]?.isTrue == true { cite.extent = .withoutAuthor }
    if value["author-only"]?.isTrue == true { cite.extent = .authorOnly }
    cite.position = value["position"]?.word.flatMap { positions[$0] }
    cite.isNearNote = value["near-note"]?.isTrue
    cite.firstNote = value["first-reference-note-number"].map(note)
    return cite
  }

  /// The numbers by which a request gives a position.
  private static let positions: [String: Position] = [
    "0": .first, "1": .subsequent, "2": .ibid, "3": .ibidWithLocator,
  ]

  /// A note's number, kept to what can be reckoned with.
  private static func note(_ value: JSONNode?) -> Int {
    min(max(value?.word.flatMap { Int($0) } ?? 0, 0), 1_000_000)
  }

  static func update(_ value: JSONNode) -> CitationRequest.Update? {
    guard let parts = value.items, let object = parts.first,
      let items = object["citationItems"]?.items
    else { return nil }
    return CitationRequest.Update(
      id: object["citationID"]?.word ?? "",
      citation: Citation(
        items.compactMap(cite), note: note(object["properties"]?["noteIndex"])),
      before: parts.count > 1 ? neighbours(parts[1]) : [],
      after: parts.count > 2 ? neighbours(parts[2]) : [])
  }

  private static func neighbours(_ value: JSONNode) -> [CitationRequest.Neighbour] {
    (value.items ?? []).compactMap { pair in
      guard let pair = pair.items, let id = pair.first?.word else { return nil }
      return .init(id: id, note: pair.count > 1 ? note(pair[1]) : 0)
    }
  }
}
