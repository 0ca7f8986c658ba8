import DossierMarkdown
import DossierSite

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
