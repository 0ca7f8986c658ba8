/// What a style makes of works, as a text to look at or to compare.
public struct CiteReport: Sendable {
  /// How the text is written.
  public enum Format: String, Sendable, CaseIterable { case html, text }

  let processor: Processor
  let format: Format

  /// Prepares reports of one style in one language.
  public init(_ processor: Processor, format: Format) {
    self.processor = processor
    self.format = format
  }

  private func written(_ text: RichText) -> String {
    switch format {
    case .html: text.suiteHTML(processor.locale)
    case .text: text.plainText(processor.locale)
    }
  }

  /// The citations that are asked for, one a line; without a request, one of all works.
  public func citations(_ request: CitationRequest?, works: [Work]) -> String {
    switch request {
    case nil:
      let sorted = processor.register([], works: works).sorted
      return lines([Citation(sorted.map { Cite(id: $0.id) })], works)
    case .items(let citations): return lines(citations, works)
    case .updates(let updates): return changes(updates, works)
    }
  }

  /// The bibliography of the works; where citations are asked for as updates, of those cited.
  public func bibliography(_ request: CitationRequest?, works: [Work]) -> String {
    var citations: [Citation] = []
    var cited = works
    if case .updates(let updates)? = request {
      citations = Self.document(updates).map(\.citation)
      let ids = Set(citations.flatMap { $0.cites.map(\.id) })
      cited = works.filter { ids.contains($0.id) }
    }
    let entries = processor.format(citations, works: cited).entries.map { written($0.text) }
    guard format == .html else { return entries.joined(separator: "\n") }
    let list = entries.map { "  <div class=\"csl-entry\">\($0)</div>\n" }.joined()
    return "<div class=\"csl-bib-body\">\n\(list)</div>"
  }

  private func lines(_ citations: [Citation], _ works: [Work]) -> String {
    var unplaced = citations
    for index in unplaced.indices {
      for place in unplaced[index].cites.indices where unplaced[index].cites[place].position == nil
      {
        unplaced[index].cites[place].position = .first
      }
    }
    return processor.format(unplaced, works: works).citations.map(written).joined(separator: "\n")
  }

  /// The text after the last update, with a sign before each citation that the update changed.
  private func changes(_ updates: [CitationRequest.Update], _ works: [Work]) -> String {
    let after = Self.document(updates)
    let before = Self.document(updates.dropLast())
    let texts = zip(before, format(before, works)).map { ($0.id, $1) }
    let old = Dictionary(texts, uniquingKeysWith: { first, _ in first })
    let touched = touched(before, after, updates.last, works)
    return zip(after, format(after, works)).enumerated().map { index, pair in
      let isChanged =
        pair.0.id == updates.last?.id || old[pair.0.id] != pair.1
        || pair.0.citation.cites.contains { touched.contains($0.id) }
      return "\(isChanged ? ">>" : "..")[\(index)] \(pair.1)"
    }.joined(separator: "\n")
  }

  /// Works of which the last update changed where they are cited, or whether they are ambiguous.
  private func touched(
    _ before: [CitationRequest.Update], _ after: [CitationRequest.Update],
    _ last: CitationRequest.Update?, _ works: [Work]
  ) -> Set<String> {
    let (old, new) = (places(before), places(after))
    let moved = new.filter { key, places in old[key].map { $0 != places } ?? false }
    let ambiguous = processor.ambiguous(after.map(\.citation), works)
    let shared = Set(last?.citation.cites.map(\.id) ?? []).intersection(ambiguous)
    return shared.union(moved.keys.map(\.work))
  }

  private struct PlaceKey: Hashable {
    var citation: String
    var work: String
  }

  /// Where each cite stands, and in which note its work came first.
  private func places(_ document: [CitationRequest.Update]) -> [PlaceKey: [Int]] {
    var positions = Positions(nearNoteDistance: processor.style.citation.nearNoteDistance)
    var places: [PlaceKey: [Int]] = [:]
    for update in document {
      for placed in positions.place(update.citation) {
        places[PlaceKey(citation: update.id, work: placed.cite.id), default: []] += [
          placed.position.rawValue, placed.firstNote ?? 0,
        ]
      }
    }
    return places
  }

  private func format(_ document: [CitationRequest.Update], _ works: [Work]) -> [String] {
    let citations = document.map(\.citation)
    let ids = Set(citations.flatMap { $0.cites.map(\.id) })
    return processor.format(citations, works: works.filter { ids.contains($0.id) })
      .citations.map(written)
  }

  /// Citations as they stand after updates, in the order and with the notes of the last one.
  private static func document(
    _ updates: some Sequence<CitationRequest.Update>
  ) -> [CitationRequest.Update] {
    var known: [String: CitationRequest.Update] = [:]
    var order: [CitationRequest.Neighbour] = []
    for update in updates {
      known[update.id] = update
      order = update.before + [.init(id: update.id, note: update.citation.note)] + update.after
    }
    return order.compactMap { neighbour in
      var update = known[neighbour.id]
      update?.citation.note = neighbour.note
      return update
    }
  }
}
