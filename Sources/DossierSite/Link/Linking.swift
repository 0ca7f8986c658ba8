public import DossierSource

/// The linking of a site, whose records can be linked in parts at once.
///
/// Finish with ``joined(_:)``, which wants the parts in the order of their records.
public struct Linking: Sendable {
  private let register: SiteRegister

  /// What some records refer to.
  public struct Part: Sendable {
    fileprivate let linker: Linker
  }

  /// Does what the parts have in common: computes derived figures, sorts articles and topics.
  public init(_ site: PublicSite) {
    register = SiteRegister(site)
  }

  /// Stretches that together hold all records, about as many as are wanted.
  public func stretches(_ count: Int) -> [Range<RecordIndex>] {
    let records = register.records.indices
    let size = max(1, (records.count + count - 1) / max(1, count))
    return stride(from: records.lowerBound, to: records.upperBound, by: size).map {
      $0..<min($0.advanced(by: size), records.upperBound)
    }
  }

  /// Tries every reference of some records.
  public func part(_ records: Range<RecordIndex>) -> Part {
    var linker = Linker(register)
    for record in records { linker.link(record: record) }
    return Part(linker: linker)
  }

  /// The linked site.
  ///
  /// - Parameter parts: Consumed, so that the lists of the first are added to where they are.
  public func joined(_ parts: consuming [Part]) -> Outcome<LinkedSite> {
    var linker = parts.isEmpty ? Linker(register) : parts.removeFirst().linker
    for part in parts { linker.add(part.linker) }
    linker.finish()
    return Outcome(
      LinkedSite(register, linker.links), TableFindings.folded(linker.diagnostics))
  }
}
