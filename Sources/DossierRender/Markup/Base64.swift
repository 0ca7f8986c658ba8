/// Bytes as text of 64 letters (RFC 4648, section 4), so that a file can hold another.
enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Four letters for each three bytes, the last filled up with `=`.
  static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var (group, count) = (UInt32(0), 0)
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      count += 1
      guard count == 3 else { continue }
      append(group, count: 4, to: &text)
      (group, count) = (0, 0)
    }
    guard count > 0 else { return text }
    append(group << (8 * UInt32(3 - count)), count: count + 1, to: &text)
    text.append(contentsOf: repeatElement(UInt8(ascii: "="), count: 3 - count))
    return text
  }

  private static func append(_ group: UInt32, count: Int, to text: inout [UInt8]) {
    for place in 0..<count {
      text.append(letters[Int(group >> (18 - 6 * UInt32(place)) & 63)])
    }
  }
}

/// Files that stand within an address (RFC 2397).
enum DataAddress {
  static func make(_ bytes: [UInt8], type: String) -> String {
    "data:\(type);base64," + String(decoding: Base64.encode(bytes), as: UTF8.self)
  }

  /// The address of an image; `nil` for a file that is none, by its name's ending.
  static func image(_ bytes: [UInt8], path: String) -> String? {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return types[ending].map { make(bytes, type: $0) }
  }

  private static let types = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp",
    "svg": "image/svg+xml", "gif": "image/gif",
  ]
}
