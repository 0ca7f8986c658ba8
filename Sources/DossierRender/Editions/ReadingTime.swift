import DossierMarkdown
import DossierSite
import Synchronization

/// How long a text takes to read.
enum ReadingTime {
  private static let wordsPerMinute = 200

  /// Whole minutes, at least one; what exhibits and notes hold does not count.
  static func minutes(of body: Body) -> Int {
    max(1, (words(in: body.prose.html) + wordsPerMinute / 2) / wordsPerMinute)
  }

  /// The words between the tags of HTML.
  private static func words(in html: [UInt8]) -> Int {
    var (words, isInTag, isInWord) = (0, false, false)
    for byte in html {
      switch byte {
      case UInt8(ascii: "<"): (isInTag, isInWord) = (true, false)
      case UInt8(ascii: ">"): isInTag = false
      case 0x20, 0x0A: isInWord = false
      default:
        if !isInTag, !isInWord { words += 1 }
        isInWord = !isInTag
      }
    }
    return words
  }
}

/// How long the texts of an edition take to read in words, each counted once, however many pages name
/// it.
final class ReadingTimes: Sendable {
  private let known = Mutex<[RecordIndex: String]>([:])

  /// - Parameter make: Counts the words of the record's text; asked where nobody did.
  func text(of record: RecordIndex, _ make: () -> String) -> String {
    if let text = known.withLock({ $0[record] }) { return text }
    let text = make()
    known.withLock { $0[record] = text }
    return text
  }
}
