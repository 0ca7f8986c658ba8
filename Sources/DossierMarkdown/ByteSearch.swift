#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes that another owns; what libcmark owns is valid until the node is changed or removed.
typealias BorrowedBytes = UnsafeBufferPointer<UInt8>

extension BorrowedBytes {
  /// The bytes before a terminating zero.
  init(terminated text: UnsafePointer<CChar>) {
    let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    self.init(start: bytes, count: Int(strlen(text)))
  }

  /// The first place of a byte at or after `start`; `memchr`, so far quicker than a loop.
  func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let base = baseAddress, start < count else { return nil }
    guard let found = memchr(base + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether the bytes of a literal stand anywhere.
  func contains(_ literal: StaticString) -> Bool {
    guard let base = baseAddress else { return false }
    let length = literal.utf8CodeUnitCount
    var offset = 0
    while let found = firstIndex(of: literal.utf8Start.pointee, from: offset) {
      guard found + length <= count else { return false }
      if memcmp(base + found, literal.utf8Start, length) == 0 { return true }
      offset = found + 1
    }
    return false
  }
}

extension [UInt8] {
  /// The first place of a byte within a range of offsets; the range is cut to the array.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<count)
    return withUnsafeBufferPointer { buffer in
      UnsafeBufferPointer(rebasing: buffer[range]).firstIndex(of: byte)
    }.map { $0 + range.lowerBound }
  }

  /// Whether the bytes of a literal stand at an offset.
  func has(_ literal: StaticString, at offset: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    return withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return length == 0 }
      return memcmp(base + offset, literal.utf8Start, length) == 0
    }
  }

  /// A range of offsets without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isSpace { start += 1 }
    while end > start, self[end - 1].isSpace { end -= 1 }
    return start..<end
  }

  mutating func append(_ literal: StaticString) {
    append(
      contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }
}

extension UInt8 {
  /// The classes of CommonMark and of our own ids, all ASCII.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  var isSpace: Bool { self == UInt8(ascii: " ") || (0x09...0x0D).contains(self) }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLower: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  var isLetter: Bool { (self | 0x20).isLower }
}

/// Some bytes of ASCII: one look tells whether a byte is among them, however many they are.
struct ByteSet: ExpressibleByStringLiteral, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(stringLiteral text: StaticString) {
    for offset in 0..<text.utf8CodeUnitCount {
      let byte = text.utf8Start[offset]
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 128 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }
}
