/// Whose exhibits may show something else, since some records do.
public struct ExhibitReach {
  private let site: LinkedSite

  public init(_ site: LinkedSite) {
    self.site = site
  }

  /// The records in whose texts such an exhibit stands, in their order.
  ///
  /// One that shows nothing but what it names is concerned where it names a record that changed, or one that
  /// refers to it, or a kind of these; of any other it is not known what it draws on.
  public func records(concernedBy changed: [RecordIndex]) -> [RecordIndex] {
    let telling = Set(
      changed + users(of: changed) { if case .field = $0 { true } else { false } })
    let naming = telling.union(
      users(of: telling) { if case .exhibit = $0 { true } else { false } })
    let kinds = Set(telling.map { site.kind(of: $0).id })
    return site.withExhibits.filter { record in
      naming.contains(record)
        || site.records[record].hasExhibit { $0.reaches(beyondNamesInto: kinds) }
    }
  }

  /// The records that refer to any of these in such a part.
  private func users(
    of records: some Sequence<RecordIndex>, _ isSuch: (TextPart) -> Bool
  ) -> [RecordIndex] {
    records.flatMap { site.uses[$0].filter { isSuch($0.part) }.map(\.record) }
  }
}

extension Record {
  /// Whether its text or that of a translation has such an exhibit.
  func hasExhibit(where isSuch: (Exhibit) -> Bool) -> Bool {
    text.exhibits.contains(where: isSuch)
      || translations.contains { $0.text.exhibits.contains(where: isSuch) }
  }
}

extension Exhibit {
  /// Whether it may show facts of records of these kinds though it names none.
  fileprivate func reaches(beyondNamesInto kinds: Set<String>) -> Bool {
    guard let content else { return false }
    guard type(of: content).showsOnlyWhatItNames else { return true }
    return values.id(ExhibitKey.kind.name).map { kinds.contains($0.id) } ?? false
  }
}
