/// Finds which corrections concern which records.
struct Corrections {
  private let register: SiteRegister
  private let uses: Column<Record, [Use]>

  init(_ register: SiteRegister, _ links: Links) {
    self.register = register
    uses = links.uses
  }

  /// By the index of a record, the newest first: those that refer to it, and those that refer to a
  /// fact which it uses. A correction of the same fact uses it as well, and is none of those.
  func byRecord() -> [RecordIndex: [RecordIndex]] {
    guard
      register.schema.kinds.indices.contains(where: { kind in
        register.schema.kinds[kind].role == .correction
          && !register.recordsOfKind[kind].isEmpty
      })
    else { return [:] }
    var found: [RecordIndex: Set<RecordIndex>] = [:]
    for target in uses.indices {
      for use in uses[target] where isCorrection(use.record) {
        found[target, default: []].insert(use.record)
        guard let field = use.field else { continue }
        for user in uses[target]
        where user.field == field && !isCorrection(user.record) {
          found[user.record, default: []].insert(use.record)
        }
      }
    }
    return found.mapValues { corrections in
      let dated = corrections.map { (day: register.records[$0].correctionDay, index: $0) }
      return dated.sorted { ($1.day, $0.index) < ($0.day, $1.index) }.map(\.index)
    }
  }

  private func isCorrection(_ record: RecordIndex) -> Bool {
    register.kind(of: record).role == .correction
  }
}

extension Record {
  /// The day of a correction: its first date or period, else its last change, else the year 0.
  public var correctionDay: PartialDate {
    if let period, let date = period.from ?? period.to { return date }
    return updated ?? PartialDate(year: 0)
  }
}
