import DossierSite
import Synchronization

/// What a record is called where it is read, with the spaces of its languages that do not break. Files
/// for machines have the words as they were written.
struct RecordHeading: Sendable {
  var title: String
  /// The short name, where there is one.
  var short: String?
  var summary: String?

  /// The short name, else the title.
  var name: String { short ?? title }
}

/// What many pages say of a record, made once in an edition.
final class RecordWords: Sendable {
  private let headings = Mutex<[RecordIndex: RecordHeading]>([:])
  private let readingTimes = Mutex<[RecordIndex: String]>([:])

  /// - Parameter make: Sets the words; asked where nobody did.
  func heading(of record: RecordIndex, _ make: () -> RecordHeading) -> RecordHeading {
    if let heading = headings.withLock({ $0[record] }) { return heading }
    let heading = make()
    headings.withLock { $0[record] = heading }
    return heading
  }

  /// - Parameter make: Counts the words of the record's text; asked where nobody did.
  func readingTime(of record: RecordIndex, _ make: () -> String) -> String {
    if let text = readingTimes.withLock({ $0[record] }) { return text }
    let text = make()
    readingTimes.withLock { $0[record] = text }
    return text
  }
}
