import DossierMarkdown
import DossierSite

/// What the shown portions of a record hold, for the plan of a handout.
struct HandoutMatter {
  let edition: Edition

  /// The terms of the glossary to which the shown portions of a record refer, or that they name.
  func terms(in record: RecordIndex, _ portions: HandoutPlan.Portions) -> Set<RecordIndex> {
    let finder = TermFinder(edition: edition)
    return prose(of: record, portions).reduce(into: []) { terms, prose in
      terms.formUnion(finder.explained(prose, of: record).terms.values)
      for hole in prose.holes {
        guard case .reference(let reference) = hole.filling,
          case .record(let kind, let id) = reference.target,
          let term = edition.site.record(RecordKey(kind: kind, id: id)),
          edition.site.kind(of: term).role == .term
        else { continue }
        terms.insert(term)
      }
    }
  }

  /// Paths of the images that the shown portions of a record hold.
  func images(in record: RecordIndex, _ portions: HandoutPlan.Portions) -> [String] {
    prose(of: record, portions).flatMap(\.holes).compactMap { hole in
      guard case .image(let image) = hole.filling else { return nil }
      return edition.site.file(image.path, from: edition.site.records[record].path)
    }
  }

  private func prose(of record: RecordIndex, _ portions: HandoutPlan.Portions) -> [Prose] {
    let entry = edition.site.records[record]
    let text = edition.text(of: entry)
    var prose: [Prose] = []
    if portions.contains(.summary), let summary = edition.summary(of: record) {
      prose.append(Prose(html: Array(summary.utf8), holes: []))
    }
    if portions.contains(.keyPoints) { prose += edition.keyPoints(of: entry) }
    if portions.contains(.text) { prose += [text.body.prose] + text.body.notes.map(\.content) }
    if portions.contains(.facts) {
      for statement in edition.site.facts.statements(of: record) {
        for (number, claim) in statement.claims.enumerated() {
          guard let original = claim.value.prose else { continue }
          prose.append(
            edition.translated(number, statement.field, record)?.prose ?? original)
        }
      }
    }
    return prose
  }
}
