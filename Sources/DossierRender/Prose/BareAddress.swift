/// A link that shows its own address, `<a href="https://x.org">https://x.org</a>`.
///
/// Paper shows the address of a link behind its words, and so would show that of such a link twice;
/// CSS cannot compare the two.
enum BareAddress {
  /// The class of such links in a handout.
  static let className = "bare"

  /// HTML whose links that show their own address have the class.
  static func marked(_ html: [UInt8]) -> [UInt8] {
    var marked: [UInt8] = []
    var copied = 0
    var offset = 0
    while let start = html[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = start + 1
      guard isBare(at: start, in: html) else { continue }
      marked += html[copied..<start]
      marked.append(html: "<a class=\"\(className)\" ")
      copied = start + opening.count
    }
    return copied == 0 ? html : marked + html[copied...]
  }

  private static let opening = Array("<a ".utf8)
  private static let beginning = Array("<a href=\"".utf8)

  private static func isBare(at start: Int, in html: [UInt8]) -> Bool {
    guard html[start...].starts(with: beginning) else { return false }
    let address = start + beginning.count
    guard let quote = html[address...].firstIndex(of: UInt8(ascii: "\"")),
      html[quote...].starts(with: "\">".utf8)
    else { return false }
    let label = html[(quote + 2)...]
    let shown = label[..<(label.firstIndex(of: UInt8(ascii: "<")) ?? label.endIndex)]
    return html[address..<quote].elementsEqual(shown)
      || html[address..<quote].elementsEqual("https://".utf8 + shown)
  }
}
