/// What the texts and facts of a site refer to, collected by what they refer to.
struct Links: Sendable {
  /// By the index of the record: who refers to it, in the order of the records.
  var uses: Column<Record, [Use]>
  /// By the index of the source: where it is cited, in the order of the records.
  var citations: Column<Source, [SourceUse]>
  /// Paths of the files that a text shows or links.
  var assets: Set<String> = []
  /// By the index of an author's record: the articles, in the order of the records.
  var works: [RecordIndex: [RecordIndex]] = [:]

  init(_ register: SiteRegister) {
    uses = Column(repeating: [], count: register.records.count)
    citations = Column(repeating: [], count: register.sources.count)
  }

  mutating func add(_ use: Use, to target: RecordIndex) {
    if use.record != target || use.field != nil { uses[target].append(use) }
  }

  mutating func add(_ use: SourceUse, to source: SourceIndex) {
    if citations[source].last != use { citations[source].append(use) }
  }

  /// Adds what later records contribute.
  mutating func add(_ later: Links) {
    for (target, new) in later.uses.indexed where !new.isEmpty { uses[target] += new }
    for (source, new) in later.citations.indexed where !new.isEmpty {
      citations[source] += new
    }
    works.merge(later.works) { $0 + $1 }
    assets.formUnion(later.assets)
  }

  /// Puts what one record contributes now in the place of what it did; what is the same stays, since
  /// all of a site may refer to one record, and nothing is copied where all is.
  mutating func replace(_ old: Links, with new: Links, of record: RecordIndex) {
    for target in uses.indices.filter({ old.uses[$0] != new.uses[$0] }) {
      uses[target].replace(old.uses[target].count, with: new.uses[target]) { $0.record < record }
    }
    for source in citations.indices.filter({ old.citations[$0] != new.citations[$0] }) {
      citations[source].replace(old.citations[source].count, with: new.citations[source]) {
        $0.record < record
      }
    }
  }
}

extension Array {
  /// Replaces the elements that stand after those that are before; all of one record are together.
  fileprivate mutating func replace(
    _ count: Int, with new: [Element], isBefore: (Element) -> Bool
  ) {
    let start = firstIndex { !isBefore($0) } ?? endIndex
    replaceSubrange(start..<Swift.min(start + count, endIndex), with: new)
  }
}
