import DossierSite
import Synchronization

/// The orders of the lists of a language, each made once for all its parts, when one of them is first
/// asked for.
final class ListOrders: Sendable {
  private struct Key: Hashable {
    var kind: String
    var shown: Edition.Shown
  }

  private let made = Mutex<[Key: [RecordIndex]]>([:])

  func value(of kind: String, by shown: Edition.Shown, _ make: () -> [RecordIndex]) -> [RecordIndex]
  {
    let key = Key(kind: kind, shown: shown)
    if let order = made.withLock({ $0[key] }) { return order }
    let order = make()
    made.withLock { $0[key] = order }
    return order
  }
}
