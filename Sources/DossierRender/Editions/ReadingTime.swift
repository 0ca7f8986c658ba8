import DossierMarkdown
import DossierSite

/// How long a text takes to read.
enum ReadingTime {
  private static let wordsPerMinute = 200

  /// Whole minutes, at least one; what exhibits and notes hold does not count.
  static func minutes(of body: Body) -> Int {
    max(1, (words(in: body.prose.html) + wordsPerMinute / 2) / wordsPerMinute)
  }

  /// The words between the tags of HTML, whichever space stands between them.
  static func words(in html: [UInt8]) -> Int {
    var (words, isInTag, isInWord) = (0, false, false)
    var before: UInt8 = 0
    for byte in html {
      switch byte {
      case UInt8(ascii: "<"): (isInTag, isInWord) = (true, false)
      case UInt8(ascii: ">"): isInTag = false
      case 0x20, 0x0A: isInWord = false
      // The second half of a space that does not break.
      case 0xA0 where before == 0xC2: isInWord = false
      // The first half of such a space, or of another letter.
      case 0xC2: break
      default:
        if !isInTag, !isInWord { words += 1 }
        isInWord = !isInTag
      }
      before = byte
    }
    return words
  }
}
