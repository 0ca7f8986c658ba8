/// A comparison that is a page of its own: `compare/<id>.html`.
public struct Comparison: Sendable, Equatable {
  /// What is compared.
  public enum Matter: Sendable, Equatable {
    /// The exhibit of the record's text with this id.
    case exhibit(String)
    /// The precedents that an option names in a field, by the field's index.
    case precedents(field: FieldIndex)
  }

  /// Unique in the site.
  public var id: String
  /// The index of the record in whose text the exhibit stands, or of the option.
  public var record: RecordIndex
  public var matter: Matter
}

/// The comparisons of a site, each found by the record that it belongs to.
public struct Comparisons: Sendable {
  /// In the order of the records, the precedents of options last.
  public let all: [Comparison]
  private let ofRecord: [RecordIndex: [Int]]

  init(_ all: [Comparison] = []) {
    self.all = all
    ofRecord = Dictionary(grouping: all.indices) { all[$0].record }
  }

  /// The index of the comparison that an exhibit of a record's text is.
  public func index(ofExhibit id: String, in record: RecordIndex) -> Int? {
    ofRecord[record]?.first { all[$0].matter == .exhibit(id) }
  }

  /// The index of the comparison of an option's precedents.
  public func index(ofPrecedentsOf record: RecordIndex) -> Int? {
    ofRecord[record]?.first { index in
      if case .precedents = all[index].matter { true } else { false }
    }
  }
}

extension Comparisons {
  /// Every comparison that has an id, in the order of the records, then every option with its
  /// precedents.
  ///
  /// An id that several texts use belongs to the first; the others get the record's id before it.
  init(_ register: SiteRegister) {
    var comparisons: [Comparison] = []
    var taken: Set<String> = []
    func add(_ id: String, _ record: RecordIndex, _ matter: Comparison.Matter) {
      let key = register.records[record].key
      let wishes = [id, "\(key.id)-\(id)", "\(key.kind)-\(key.id)-\(id)"]
      guard let free = wishes.first(where: { taken.insert($0).inserted }) else { return }
      comparisons.append(Comparison(id: free, record: record, matter: matter))
    }
    for record in register.withExhibits {
      for exhibit in register.records[record].text.exhibits {
        if exhibit.content is CompareExhibit, let id = exhibit.id { add(id, record, .exhibit(id)) }
      }
    }
    for (kind, declaration) in register.schema.kinds.indexed {
      guard let field = declaration.precedentField(in: register.schema) else { continue }
      for record in register.recordsOfKind[kind]
      where !register.facts.statement(field, of: record).referred.isEmpty {
        let id = register.records[record].key.id + "-" + declaration.fields[field].id
        add(id, record, .precedents(field: field))
      }
    }
    self.init(comparisons)
  }
}

extension Kind {
  /// The field in which its records name their precedents; `nil` for a kind of another role than that
  /// of options.
  public func precedentField(in schema: SiteSchema) -> FieldIndex? {
    guard role == .option else { return nil }
    return fields.firstIndex { field in
      if case .reference(let target) = field.type {
        schema.kind(target)?.role == .precedent
      } else {
        false
      }
    }
  }
}
