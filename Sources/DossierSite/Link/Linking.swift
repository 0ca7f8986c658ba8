public import DossierSource

/// The linking of a site, whose records can be linked in parts at once.
///
/// Finish with ``joined(_:)``, which wants the parts in the order of their records.
public struct Linking: Sendable {
  private let linker: Linker

  /// What some records refer to.
  public struct Part: Sendable {
    fileprivate let linker: Linker
  }

  /// Does what the parts have in common: computes derived figures, sorts articles and topics.
  public init(_ site: PublicSite) {
    var linker = Linker(site: LinkedSite(site))
    linker.prepare()
    self.linker = linker
  }

  /// Stretches that together hold all records, about as many as are wanted.
  public func stretches(_ count: Int) -> [Range<Int>] {
    let records = linker.site.records.indices
    let size = max(1, (records.count + count - 1) / max(1, count))
    return stride(from: 0, to: records.count, by: size).map {
      $0..<min($0 + size, records.count)
    }
  }

  /// Tries every reference of some records.
  public func part(_ records: Range<Int>) -> Part {
    var linker = linker
    for record in records { linker.link(record: record) }
    return Part(linker: linker)
  }

  /// The linked site.
  ///
  /// - Parameter parts: Consumed, so that the lists of the first are added to where they are.
  public func joined(_ parts: consuming [Part]) -> Outcome<LinkedSite> {
    var linker = parts.isEmpty ? linker : parts.removeFirst().linker
    for part in parts { linker.add(part.linker) }
    linker.finish()
    return Outcome(linker.site, linker.diagnostics)
  }
}

extension Linker {
  /// Adds what later records contribute.
  fileprivate mutating func add(_ later: Linker) {
    for (target, uses) in later.site.uses.enumerated() where !uses.isEmpty {
      site.uses[target] += uses
    }
    for (source, uses) in later.site.citations.enumerated() where !uses.isEmpty {
      site.citations[source] += uses
    }
    site.works.merge(later.site.works) { $0 + $1 }
    site.assets.formUnion(later.site.assets)
    diagnostics += later.diagnostics
  }
}
