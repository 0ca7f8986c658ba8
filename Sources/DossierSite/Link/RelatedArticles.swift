/// Which records each article refers to, and which articles refer to each record.
///
/// Articles are named by their rank here: 0 is the newest. So every list is in the order in which a
/// reader wants it, and only the front of a long one need be looked at.
struct ArticleIndex: Sendable {
  /// By the index of a record: its rank; `nil` for what is no article.
  private var ranks: Column<Record, Int?>
  /// By rank: the indices of the records that the article refers to, in their order.
  private var matters: [[RecordIndex]]
  /// By the index of a record: the ranks of the articles that refer to it, in their order.
  private var mentions: Column<Record, [Int]>
  /// By the index of a topic: the ranks of the articles on it, in their order.
  private var topics: [[Int]]

  /// The cost is that of all references, once; the articles must be there in their order.
  init(_ register: SiteRegister, _ links: Links) {
    ranks = Column(repeating: nil, count: register.records.count)
    let articles = register.articles
    for (rank, article) in articles.all.enumerated() { ranks[article] = rank }
    matters = Array(repeating: [], count: articles.all.count)
    for (target, uses) in links.uses.indexed {
      for use in uses {
        guard let rank = ranks[use.record], matters[rank].last != target else { continue }
        matters[rank].append(target)
      }
    }
    mentions = Column(repeating: [], count: register.records.count)
    for (rank, targets) in matters.enumerated() {
      for target in targets { mentions[target].append(rank) }
    }
    let ranks = ranks
    topics = articles.topics.map { [ranks] in $0.records.compactMap { ranks[$0] } }
  }

  func rank(of record: RecordIndex) -> Int? { ranks[record] }

  /// The articles that share something with one: a list for each record that it refers to, and for
  /// each of the topics.
  func lists(of rank: Int, topics: [Int]) -> [[Int]] {
    matters[rank].map { mentions[$0] } + topics.map { self.topics[$0] }
  }

  /// Puts other references in the place of those that a record had; its date must be the same.
  ///
  /// - Parameter targets: The indices of records, in their order.
  mutating func replaceMatters(of record: RecordIndex, with targets: [RecordIndex]) {
    guard let rank = ranks[record], matters[rank] != targets else { return }
    for target in matters[rank] { mentions[target].removeAll { $0 == rank } }
    for target in targets {
      let place = mentions[target].firstIndex { $0 > rank } ?? mentions[target].endIndex
      mentions[target].insert(rank, at: place)
    }
    matters[rank] = targets
  }
}

extension LinkedSite {
  /// The articles that share most with one: records that both refer to, and topics.
  ///
  /// What few articles share says more than what many do: a record or topic of *n* articles counts
  /// one *n*th. Of equals the newer goes first, then the one whose id comes first. However much an
  /// article shares, a bounded number of others is looked at, those that share the rarest first.
  ///
  /// - Parameters:
  ///   - article: The index of its record; what is no article is related to none.
  ///   - limit: The greatest number of articles.
  public func related(to article: RecordIndex, limit: Int = 5) -> [RecordIndex] {
    guard let own = articleIndex.rank(of: article) else { return [] }
    let topics = Set(records[article].article.topics.compactMap { articles.topic($0.id) })
    let ranks = articleIndex.related(to: own, topics: topics.sorted(), limit: limit)
    return ranks.map { articles.all[$0] }
  }
}

extension ArticleIndex {
  /// The ranks of the articles that share most with one, those that share most first.
  fileprivate func related(to own: Int, topics: [Int], limit: Int) -> [Int] {
    var best: [(rank: Int, weight: Int)] = []
    for next in Self.weighed(lists(of: own, topics: topics)) {
      // Ranks rise, so that of equals the newer stands before.
      let place = best.firstIndex { $0.weight < next.weight } ?? best.count
      guard next.rank != own, place < limit else { continue }
      best.insert(next, at: place)
      if best.count > limit { best.removeLast() }
    }
    return best.map(\.rank)
  }

  /// What one thing that is shared by one article alone would count.
  private static let wholeWeight = 1_000_000
  /// Bits that one such weight takes.
  private static let weightBits = 20
  /// How many entries of the lists are looked at for one article.
  private static let bound = 200

  /// How much each rank counts in lists of ranks, by rank.
  private static func weighed(_ lists: [[Int]]) -> [(rank: Int, weight: Int)] {
    let rarestFirst = lists.indices.sorted { (lists[$0].count, $0) < (lists[$1].count, $1) }
    // A rank and its weight in one number: every article asks, and numbers alone sort fast.
    var entries: [Int] = []
    entries.reserveCapacity(bound)
    for index in rarestFirst where entries.count < bound {
      let weight = wholeWeight / max(1, lists[index].count)
      for rank in lists[index].prefix(bound - entries.count) {
        entries.append(rank << weightBits | weight)
      }
    }
    entries.sort()
    var weighed: [(rank: Int, weight: Int)] = []
    weighed.reserveCapacity(entries.count)
    for entry in entries {
      let (rank, weight) = (entry >> weightBits, entry & (1 << weightBits - 1))
      if weighed.last?.rank == rank {
        weighed[weighed.count - 1].weight += weight
      } else {
        weighed.append((rank, weight))
      }
    }
    return weighed
  }
}
