#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Looks for an id that a page gives twice, so that a link to it could mean either.
///
/// It reads HTML as a browser does, as far as tags go: attributes of any case and with any quotes
/// count, what stands in comments, scripts, styles and text areas does not. Each byte is looked at
/// once; but most pages are done with when their equals signs have been looked at.
struct DuplicateIDs {
  private let html: [UInt8]
  private var position = 0
  private var seen: Set<ArraySlice<UInt8>> = []
  private var twice: ArraySlice<UInt8>?

  private init(_ html: [UInt8]) {
    self.html = html
  }

  /// The first id that an earlier element has already; `nil` where each has its own.
  static func first(in html: [UInt8]) -> String? {
    guard mayGiveTwice(html) else { return nil }
    var reader = DuplicateIDs(html)
    while reader.twice == nil, reader.skip(to: UInt8(ascii: "<")) { reader.readMarkup() }
    return reader.twice.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether anything that may be an id stands in a page twice, be it in a comment or a script.
  private static func mayGiveTwice(_ html: [UInt8]) -> Bool {
    var seen: Set<ArraySlice<UInt8>> = []
    var reader = DuplicateIDs(html)
    while reader.skip(to: UInt8(ascii: "=")) {
      guard reader.standsBehindID(reader.position - 1) else { continue }
      // What looks like an id may begin in a text, and must not hide the one behind it.
      let start = reader.position
      _ = reader.take(\.isSpace)
      let value = reader.takeValue()
      if !value.isEmpty, !seen.insert(value).inserted { return true }
      reader.position = start
    }
    return false
  }

  /// Whether the name before an equals sign is `id`.
  private func standsBehindID(_ equals: Int) -> Bool {
    var end = equals
    while end > 0, html[end - 1].isSpace { end -= 1 }
    guard end > 2, html[end - 1].lowercased == UInt8(ascii: "d"),
      html[end - 2].lowercased == UInt8(ascii: "i")
    else { return false }
    return html[end - 3].isSpace || "/\"'".utf8.contains(html[end - 3])
  }

  private var byte: UInt8? { position < html.count ? html[position] : nil }

  /// Goes behind the next byte of a value; `false` at the end.
  private mutating func skip(to wanted: UInt8) -> Bool {
    guard let next = html.firstIndex(of: wanted, from: position) else { return false }
    position = next + 1
    return true
  }

  private func isNext(_ text: String) -> Bool { html[position...].starts(with: text.utf8) }

  private mutating func readMarkup() {
    if isNext("!--") {
      while skip(to: UInt8(ascii: ">")), !html[..<(position - 1)].ends(with: "--") {}
    } else if byte?.isLetter == true {
      let name = take { $0.isNameByte }
      readAttributes()
      if Self.raw.contains(where: { name.elementsEqualIgnoringCase($0) }) { skipRaw(name) }
    }
  }

  /// Elements whose content is no markup.
  private static let raw = ["script", "style", "textarea", "title"]

  private mutating func take(_ isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = position
    while let byte, isWanted(byte) { position += 1 }
    return html[start..<position]
  }

  private mutating func readAttributes() {
    while true {
      _ = take { $0.isSpace || $0 == UInt8(ascii: "/") }
      guard let byte else { return }
      if byte == UInt8(ascii: ">") {
        position += 1
        return
      }
      readAttribute()
    }
  }

  private mutating func readAttribute() {
    let start = position
    // An equals sign may begin a name, but ends no other.
    position += 1
    _ = take { $0.isNameByte && $0 != UInt8(ascii: "=") }
    let name = html[start..<position]
    _ = take(\.isSpace)
    guard byte == UInt8(ascii: "=") else { return }
    position += 1
    _ = take(\.isSpace)
    let value = takeValue()
    if name.elementsEqualIgnoringCase("id"), !value.isEmpty, !seen.insert(value).inserted {
      twice = twice ?? value
    }
  }

  private mutating func takeValue() -> ArraySlice<UInt8> {
    guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return take { !$0.isSpace && $0 != UInt8(ascii: ">") }
    }
    position += 1
    let start = position
    guard skip(to: quote) else {
      position = html.count
      return []
    }
    return html[start..<(position - 1)]
  }

  private mutating func skipRaw(_ name: ArraySlice<UInt8>) {
    while skip(to: UInt8(ascii: "<")) {
      guard byte == UInt8(ascii: "/") else { continue }
      position += 1
      if html[position...].prefix(name.count).elementsEqualIgnoringCase(name) { return }
    }
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 32 || (9...13).contains(self) }

  fileprivate var isLetter: Bool { (97...122).contains(self | 0x20) }

  /// Whether it may stand within the name of a tag or an attribute.
  fileprivate var isNameByte: Bool {
    !isSpace && self != UInt8(ascii: "/") && self != UInt8(ascii: ">")
  }

  fileprivate var lowercased: UInt8 { (65...90).contains(self) ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
  fileprivate func elementsEqualIgnoringCase(_ other: some Collection<UInt8>) -> Bool {
    count == other.count && elementsEqual(other) { $0.lowercased == $1.lowercased }
  }

  fileprivate func elementsEqualIgnoringCase(_ other: String) -> Bool {
    elementsEqualIgnoringCase(other.utf8)
  }

  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}

extension [UInt8] {
  /// The first place of a byte at or after an offset, found as fast as the machine can.
  fileprivate func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, start < buffer.count,
        let found = memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
