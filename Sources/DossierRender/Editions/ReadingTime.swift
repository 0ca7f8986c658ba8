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
    var (words, index) = (0, 0)
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "<"): index = html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.count
      case UInt8(ascii: ">"): index += 1
      case _ where isSpace(html, at: index): index += html[index] == 0xC2 ? 2 : 1
      default:
        words += 1
        while index < html.count, html[index] != UInt8(ascii: "<"), !isSpace(html, at: index) {
          index += 1
        }
      }
    }
    return words
  }

  /// Whether a space begins at a place, be it one that does not break.
  private static func isSpace(_ html: [UInt8], at index: Int) -> Bool {
    switch html[index] {
    case 0x20, 0x0A: true
    case 0xC2: index + 1 < html.count && html[index + 1] == 0xA0
    default: false
    }
  }
}
