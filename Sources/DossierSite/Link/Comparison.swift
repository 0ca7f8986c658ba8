/// A comparison that is a page of its own: `compare/<id>.html`.
public struct Comparison: Sendable, Equatable {
  /// What is compared.
  public enum Matter: Sendable, Equatable {
    /// The exhibit of the record's text with this id.
    case exhibit(String)
    /// The precedents that an option names in a field, by the field's index.
    case precedents(field: Int)
  }

  /// Unique in the site.
  public var id: String
  /// The index of the record in whose text the exhibit stands, or of the option.
  public var record: Int
  public var matter: Matter
}

/// The comparisons of a site, each found by the record that it belongs to.
public struct Comparisons: Sendable {
  /// In the order of the records, the precedents of options last.
  public let all: [Comparison]
  private let ofRecord: [Int: [Int]]

  init(_ all: [Comparison] = []) {
    self.all = all
    ofRecord = Dictionary(grouping: all.indices) { all[$0].record }
  }

  /// The index of the comparison that an exhibit of a record's text is.
  public func index(ofExhibit id: String, in record: Int) -> Int? {
    ofRecord[record]?.first { all[$0].matter == .exhibit(id) }
  }

  /// The index of the comparison of an option's precedents.
  public func index(ofPrecedentsOf record: Int) -> Int? {
    ofRecord[record]?.first { index in
      if case .precedents = all[index].matter { true } else { false }
    }
  }
}

extension LinkedSite {
  /// Every comparison that has an id, in the order of the records, then every option with its
  /// precedents.
  ///
  /// An id that several texts use belongs to the first; the others get the record's id before it.
  func preparedComparisons() -> Comparisons {
    var comparisons: [Comparison] = []
    var taken: Set<String> = []
    func add(_ id: String, _ record: Int, _ matter: Comparison.Matter) {
      let key = records[record].key
      let wishes = [id, "\(key.id)-\(id)", "\(key.kind)-\(key.id)-\(id)"]
      guard let free = wishes.first(where: { taken.insert($0).inserted }) else { return }
      comparisons.append(Comparison(id: free, record: record, matter: matter))
    }
    for (record, entry) in records.enumerated() {
      for exhibit in entry.text.exhibits {
        if case .compare = exhibit.content, let id = exhibit.id { add(id, record, .exhibit(id)) }
      }
    }
    for record in records.indices {
      guard let field = precedentField(of: record),
        !self.precedents(of: record, in: field).isEmpty
      else { continue }
      add(records[record].key.id + "-precedents", record, .precedents(field: field))
    }
    return Comparisons(comparisons)
  }

  /// The field in which an option names its precedents; `nil` for a record of another role.
  public func precedentField(of record: Int) -> Int? {
    let kind = kind(of: record)
    guard kind.role == .option else { return nil }
    return kind.fields.firstIndex { field in
      if case .reference(let target) = field.type {
        schema.kind(target)?.role == .precedent
      } else {
        false
      }
    }
  }

  /// The records to which the claims of a field refer.
  public func precedents(of record: Int, in field: Int) -> [Int] {
    (records[record].facts[field]?.claims ?? []).compactMap { claim in
      if case .reference(let key) = claim.value { self.record(key) } else { nil }
    }
  }
}
