import DossierSite
import Synchronization

/// The records to whose pages the links of a sheet lead, since what they say is not on it.
final class OutwardLinks: Sendable {
  private let found = Mutex<Set<RecordIndex>>([])

  func add(_ record: RecordIndex) { _ = found.withLock { $0.insert(record) } }

  /// In their order.
  var records: [RecordIndex] { found.withLock { $0.sorted() } }
}
