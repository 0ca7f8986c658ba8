/// A ZIP archive of which single files are asked for.
struct ZipReader {
  /// Why an archive or a file of it cannot be read.
  enum Flaw: Error {
    case broken
    case encrypted
    case tooLarge
  }

  private struct Entry {
    var method: UInt16
    var isEncrypted: Bool
    var packedSize: Int
    var offset: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]
  /// Bytes that all files together may still become.
  private var budget: Int

  /// Files that an archive may hold.
  private static let mostEntries = 5_000

  /// Reads the directory.
  init(_ bytes: [UInt8], budget: Int) throws(Flaw) {
    (self.bytes, self.budget) = (bytes, budget)
    let end = try Self.end(of: bytes)
    let count = Int(try value16(end + 10))
    var at = Int(try value32(end + 16))
    guard count <= Self.mostEntries, at != 0xFFFF_FFFF else { throw .tooLarge }
    for _ in 0..<count { at = try readEntry(at) }
  }

  /// Where the end of the directory stands, looked for from the end of the file backwards.
  private static func end(of bytes: [UInt8]) throws(Flaw) -> Int {
    var at = bytes.count - 22
    let last = max(0, at - 65_535)
    while at >= last {
      if bytes[at] == 0x50, bytes[at...].starts(with: [0x50, 0x4B, 0x05, 0x06]) { return at }
      at -= 1
    }
    throw .broken
  }

  private mutating func readEntry(_ at: Int) throws(Flaw) -> Int {
    guard try value32(at) == ZipSignature.directory else { throw .broken }
    let nameLength = Int(try value16(at + 28))
    let rest = Int(try value16(at + 30)) + Int(try value16(at + 32))
    let entry = Entry(
      method: try value16(at + 10), isEncrypted: try value16(at + 8) & 1 == 1,
      packedSize: Int(try value32(at + 20)), offset: Int(try value32(at + 42)))
    guard at + 46 + nameLength + rest <= bytes.count else { throw .broken }
    let name = String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
    entries[name] = entry
    return at + 46 + nameLength + rest
  }

  /// The names of all files, sorted.
  var names: [String] { entries.keys.sorted() }

  /// The bytes of a file; `nil` where there is none of the name.
  mutating func file(_ name: String) throws(Flaw) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    if entry.isEncrypted { throw .encrypted }
    guard try value32(entry.offset) == ZipSignature.entry else { throw .broken }
    let head = 30 + Int(try value16(entry.offset + 26)) + Int(try value16(entry.offset + 28))
    let start = entry.offset + head
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else { throw .broken }
    let packed = bytes[start..<(start + entry.packedSize)]
    let content = try expanded(packed, entry.method)
    budget -= content.count
    return content
  }

  private func expanded(_ packed: ArraySlice<UInt8>, _ method: UInt16) throws(Flaw) -> [UInt8] {
    if method == 0 {
      guard packed.count <= budget else { throw .tooLarge }
      return Array(packed)
    }
    guard method == 8 else { throw .broken }
    do throws(Deflate.Flaw) {
      return try Deflate.expand(packed, limit: budget)
    } catch {
      switch error {
      case .broken: throw .broken
      case .tooLarge: throw .tooLarge
      }
    }
  }

  private func value16(_ at: Int) throws(Flaw) -> UInt16 {
    guard at >= 0, at + 2 <= bytes.count else { throw .broken }
    return UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8
  }

  private func value32(_ at: Int) throws(Flaw) -> UInt32 {
    UInt32(try value16(at)) | UInt32(try value16(at + 2)) << 16
  }
}
