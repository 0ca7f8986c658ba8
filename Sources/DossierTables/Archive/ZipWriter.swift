/// A ZIP archive in the making (PKWARE, "APPNOTE.TXT", 6.3), the same bytes for the same files.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a file, compressed where that is shorter; each bears the first day that the format knows.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let packed = Deflate.compress(content)
    let isPacked = (packed?.count ?? .max) < content.count
    let data = isPacked ? packed ?? content : content
    var fields: [UInt8] = []
    fields.add16(20)
    // The name is UTF-8.
    fields.add16(0x0800)
    fields.add16(isPacked ? 8 : 0)
    // Midnight of 1 January 1980.
    fields.add16(0)
    fields.add16(0x21)
    fields.add32(Deflate.checksum(content))
    fields.add32(UInt32(clamping: data.count))
    fields.add32(UInt32(clamping: content.count))
    fields.add16(UInt16(clamping: name.utf8.count))
    fields.add16(0)
    let offset = UInt32(clamping: bytes.count)
    bytes.add32(ZipSignature.entry)
    bytes += fields
    bytes += name.utf8
    bytes += data
    directory.add32(ZipSignature.directory)
    directory.add16(20)
    directory += fields
    // No comment, one disk, no attributes.
    for _ in 0..<3 { directory.add16(0) }
    directory.add32(0)
    directory.add32(offset)
    directory += name.utf8
    count += 1
  }

  /// The whole archive.
  func finished() -> [UInt8] {
    var end: [UInt8] = []
    end.add32(ZipSignature.end)
    end.add32(0)
    end.add16(UInt16(clamping: count))
    end.add16(UInt16(clamping: count))
    end.add32(UInt32(clamping: directory.count))
    end.add32(UInt32(clamping: bytes.count))
    end.add16(0)
    return bytes + directory + end
  }
}

/// What the parts of an archive begin with.
enum ZipSignature {
  static let entry: UInt32 = 0x0403_4B50
  static let directory: UInt32 = 0x0201_4B50
  static let end: UInt32 = 0x0605_4B50
}

extension [UInt8] {
  /// Adds a number with its low byte first.
  fileprivate mutating func add16(_ value: UInt16) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  /// Adds a number with its low byte first.
  fileprivate mutating func add32(_ value: UInt32) {
    add16(UInt16(truncatingIfNeeded: value))
    add16(UInt16(truncatingIfNeeded: value >> 16))
  }
}
