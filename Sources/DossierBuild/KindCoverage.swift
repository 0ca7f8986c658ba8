import DossierSite
public import DossierSource

/// What the records of a kind say of its fields, one by one: where work is still to be done.
public struct KindCoverage: Sendable {
  /// What a record says for a field, from the most to the least.
  public enum State: String, CaseIterable, Sendable {
    /// A value of which every claim names a source, or for which there is nothing to name.
    case sourced
    /// A value without a source.
    case stated
    /// Sources differ.
    case disputed
    /// Nobody knows.
    case unknown
    /// The record does not say.
    case missing
  }

  /// A record with a state for each field.
  public struct Row: Sendable {
    public var name: String
    public var place: Place
    /// In the order of the fields.
    public var states: [State]
  }

  /// The kind's folder.
  public var folder: String
  /// The ids of the fields, those left out that are computed.
  public var fields: [String]
  /// The records in their order.
  public var rows: [Row]

  /// How many records say anything for each field.
  public var told: [Int] {
    rows.reduce(into: Array(repeating: 0, count: fields.count)) { told, row in
      for (place, state) in row.states.enumerated() where state != .missing { told[place] += 1 }
    }
  }
}

extension KindCoverage {
  /// `nil` for a kind without fields or records.
  init?(of kind: KindIndex, in site: LinkedSite) {
    let declared = site.schema.kinds[kind].fields
    let stated = declared.indices.filter { index in
      if case .derived = declared[index].type { false } else { true }
    }
    guard !stated.isEmpty, !site.recordsOfKind[kind].isEmpty else { return nil }
    folder = site.schema.kinds[kind].folder
    fields = stated.map { declared[$0].id }
    rows = site.recordsOfKind[kind].map { index in
      let record = site.records[index]
      return Row(
        name: record.name, place: Place(path: record.path, line: 1, column: 1),
        states: stated.map { site.facts.statement($0, of: index).coverage })
    }
  }
}

extension Statement {
  fileprivate var coverage: KindCoverage.State {
    switch matter {
    case .missing: .missing
    case .unknown: .unknown
    case .notApplicable, .derived: .sourced
    case .value(let claims), .items(let claims), .series(let claims), .ratings(let claims):
      if !disputed.isEmpty {
        .disputed
      } else {
        claims.allSatisfy { !$0.evidence.sources.isEmpty } ? .sourced : .stated
      }
    }
  }
}
