/// A text file of the project, made safe to parse.
///
/// The bytes are valid UTF-8 without a byte order mark, NUL or U+FDD0 (which the Markdown stage
/// uses as a mark of its own); lines end in a line feed. So a place in them is a place in the file
/// as an editor shows it.
public struct SourceFile: Sendable {
  /// Relative to the project's folder, with `/`.
  public var path: String
  /// The whole file after the changes that ``decode(path:bytes:)`` makes.
  public var bytes: [UInt8]
  /// Whether the file on the disk was no good text, so that it stands here without its bytes.
  public private(set) var isBroken = false

  /// Makes a file of text that is known to be good, as tests do.
  public init(path: String, text: String) {
    self.path = path
    self.bytes = Array(text.utf8)
  }

  init(path: String, checked bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Stands for a file that is no good text; a diagnostic says why.
  public init(brokenAt path: String) {
    self.init(path: path, checked: [])
    isBroken = true
  }

  /// The whole text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

}

/// The lines of a file as it is read, good text or not, for diagnostics to show.
public struct SourceLines: Sendable {
  private let lines: [ArraySlice<UInt8>]

  /// Cuts bytes where a text file's lines end: at a line feed, a carriage return, or both.
  public init(_ bytes: [UInt8]) {
    lines = SourceFile.withLineFeeds(SourceFile.withoutMark(bytes))
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// A line by its number, from 1, without its end. What is no UTF-8 becomes U+FFFD; `nil` where
  /// there is no such line.
  public subscript(number: Int) -> String? {
    bytes(ofLine: number).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A line by its number, from 1, without its end; `nil` where there is no such line.
  public func bytes(ofLine number: Int) -> ArraySlice<UInt8>? {
    (1...lines.count).contains(number) ? lines[number - 1] : nil
  }
}

extension SourceFile {
  /// Reads bytes as a text file: takes off a byte order mark and makes CRLF and CR line feeds.
  ///
  /// - Returns: The file; where the bytes are not good text, an empty one and the diagnostic
  ///   `text.encoding` or `text.character` at the first bad place.
  public static func decode(path: String, bytes: [UInt8]) -> Outcome<SourceFile> {
    var bytes = withoutMark(bytes)
    if bytes.contains(UInt8(ascii: "\r")) { bytes = withLineFeeds(bytes) }
    if let flaw = firstFlaw(in: bytes) {
      let before = bytes[..<flaw.offset]
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let place = Place(path: path, line: line, column: flaw.offset - start + 1)
      return Outcome(SourceFile(brokenAt: path), [flaw.diagnostic(at: place)])
    }
    return Outcome(SourceFile(path: path, checked: bytes))
  }

  fileprivate static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  fileprivate static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\r") {
        result.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
        result.append(byte)
      }
      previous = byte
    }
    return result
  }

  private static func firstFlaw(in bytes: [UInt8]) -> Flaw? {
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while offset < buffer.count {
        if isPlainASCII(buffer, eightAt: offset) {
          offset += 8
          continue
        }
        if buffer[offset] < 0x80 {
          if buffer[offset] == 0 { return Flaw(offset: offset, kind: .nul) }
          offset += 1
          continue
        }
        guard let width = UTF8Check.width(of: buffer, at: offset) else {
          return Flaw(offset: offset, kind: .encoding)
        }
        if width == 3, buffer[offset] == 0xEF, buffer[offset...].starts(with: [0xEF, 0xB7, 0x90]) {
          return Flaw(offset: offset, kind: .mark)
        }
        offset += width
      }
      return nil
    }
  }

  /// Whether eight bytes are there, all of them ASCII and none NUL, as in most of a file.
  private static func isPlainASCII(
    _ bytes: UnsafeBufferPointer<UInt8>, eightAt offset: Int
  ) -> Bool {
    guard offset + 8 <= bytes.count else { return false }
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(
      fromByteOffset: offset, as: UInt64.self)
    // Taking one off each byte sets the highest bit of a zero, and of no other byte of ASCII.
    return ((word &- 0x0101_0101_0101_0101) | word) & 0x8080_8080_8080_8080 == 0
  }

  private struct Flaw {
    enum Kind { case encoding, nul, mark }
    var offset: Int
    var kind: Kind

    func diagnostic(at place: Place) -> Diagnostic {
      switch kind {
      case .encoding:
        .error(
          "text.encoding", "the file is not valid UTF-8 from here on", at: place,
          help: "save the file as UTF-8")
      case .nul:
        .error(
          "text.character", "the character U+0000 (NUL) is not allowed in a text file", at: place,
          help: "remove it")
      case .mark:
        .error(
          "text.character", "the noncharacter U+FDD0 is not allowed in a text file", at: place,
          help: "remove it")
      }
    }
  }
}

/// The well-formed sequences of UTF-8, from table 3-7 of the Unicode standard.
private enum UTF8Check {
  /// The length of the sequence of two bytes or more at `offset`, or `nil` where it is malformed.
  static func width(of bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    let lead = bytes[offset]
    let (width, second): (Int, ClosedRange<UInt8>)
    switch lead {
    case 0xC2...0xDF: (width, second) = (2, 0x80...0xBF)
    case 0xE0: (width, second) = (3, 0xA0...0xBF)
    case 0xED: (width, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (width, second) = (3, 0x80...0xBF)
    case 0xF0: (width, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (width, second) = (4, 0x80...0xBF)
    case 0xF4: (width, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + width <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    for index in (offset + 2)..<max(offset + width, offset + 2)
    where bytes[index] & 0xC0 != 0x80 { return nil }
    return width
  }
}
