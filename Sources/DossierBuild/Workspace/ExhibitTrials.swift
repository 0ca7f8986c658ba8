import DossierRender
import DossierSite
import DossierSource

/// What is wrong with the exhibits of a site, of which those alone are tried again that may be another:
/// to draw one takes longer than to read the text that it stands in.
struct ExhibitTrials: Sendable {
  /// The records whose texts have exhibits to be tried; `nil` for all.
  private var untried: Set<RecordIndex>?
  /// By the record in whose text the exhibit stands; none where all is well.
  private var refusals: [RecordIndex: [Diagnostic]] = [:]
  /// On what they were tried; all are again on another.
  private var ground: ExhibitGround?

  /// Has the exhibits in the texts of some records tried again.
  mutating func retry(_ records: some Sequence<RecordIndex>) { untried?.formUnion(records) }

  /// What is wrong with any, sorted.
  mutating func refused(by renderer: SiteRenderer, jobs: Int) async throws -> [Diagnostic] {
    if ground != renderer.exhibitGround { untried = nil }
    let texts =
      untried.map { $0.sorted().flatMap(renderer.exhibitTexts) } ?? renderer.exhibitTexts()
    let found = try await Parallel.map(texts, jobs: texts.count > 1 ? jobs : 1) {
      renderer.refusedExhibits(in: $0)
    }
    refusals = untried.map { untried in refusals.filter { !untried.contains($0.key) } } ?? [:]
    for (text, refused) in zip(texts, found) where !refused.isEmpty {
      refusals[text.record, default: []] += refused
    }
    (untried, ground) = ([], renderer.exhibitGround)
    return refusals.values.flatMap(\.self).sorted()
  }
}
