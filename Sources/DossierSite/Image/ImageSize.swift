/// The size at which an image is shown where nothing else is asked, in CSS pixels.
public struct ImageSize: Hashable, Sendable {
  public var width: Int
  public var height: Int

  /// Images beyond it are held to be broken, in pixels of either side.
  static let greatest = 100_000

  /// That of the pictures that stand for pages in previews.
  public static let card = ImageSize(width: 1200, height: 630)

  private init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
  }

  /// A size that an image can have; `nil` for one that it cannot.
  init?(_ width: Int?, _ height: Int?) {
    guard let width, let height, 1...Self.greatest ~= width, 1...Self.greatest ~= height else {
      return nil
    }
    (self.width, self.height) = (width, height)
  }

  /// Reads the size from the header of a PNG, GIF, WebP, JPEG or SVG file, told by its bytes.
  ///
  /// Nothing is decoded, so a file with a size may be broken behind its header.
  ///
  /// - Returns: `nil` for a file of another format, or one that does not say its size.
  public init?(ofFile bytes: [UInt8]) {
    let header = ByteReader(bytes)
    let size =
      if header.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) {
        Self.png(header)
      } else if header.has("GIF8", at: 0) {
        ImageSize(header.little(6, count: 2), header.little(8, count: 2))
      } else if header.has("RIFF", at: 0), header.has("WEBP", at: 8) {
        Self.webP(header)
      } else if header.has([0xFF, 0xD8], at: 0) {
        JPEGHeader(header).size
      } else {
        SVGHeader(bytes).size
      }
    guard let size else { return nil }
    self = size
  }

  private static func png(_ header: ByteReader) -> ImageSize? {
    guard header.has("IHDR", at: 12) else { return nil }
    return ImageSize(header.big(16, count: 4), header.big(20, count: 4))
  }

  /// The three forms of WebP: lossy, lossless, and extended by a chunk that comes first.
  private static func webP(_ header: ByteReader) -> ImageSize? {
    if header.has("VP8 ", at: 12), header.has([0x9D, 0x01, 0x2A], at: 23) {
      // The two highest bits ask for scaling, which no browser does.
      let sides = [26, 28].map { header.little($0, count: 2).map { $0 & 0x3FFF } }
      return ImageSize(sides[0], sides[1])
    }
    if header.has("VP8L", at: 12), header.has([0x2F], at: 20) {
      guard let bits = header.little(21, count: 4) else { return nil }
      return ImageSize(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
    guard header.has("VP8X", at: 12) else { return nil }
    let sides = [24, 27].map { header.little($0, count: 3).map { $0 + 1 } }
    return ImageSize(sides[0], sides[1])
  }
}

/// Bytes of a file that may end anywhere.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  private init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// Up to so many bytes, as a reader of their own.
  func part(from offset: Int, count: Int) -> ByteReader {
    ByteReader(bytes.dropFirst(max(0, offset)).prefix(max(0, count)))
  }

  func byte(_ offset: Int) -> Int? {
    guard offset >= 0, offset < count else { return nil }
    return Int(bytes[bytes.startIndex + offset])
  }

  /// Up to four bytes, the highest first.
  func big(_ offset: Int, count: Int) -> Int? {
    var number = 0
    for place in 0..<count {
      guard let byte = byte(offset + place) else { return nil }
      number = number << 8 | byte
    }
    return number
  }

  /// Up to four bytes, the lowest first.
  func little(_ offset: Int, count: Int) -> Int? {
    var number = 0
    for place in 0..<count {
      guard let byte = byte(offset + place) else { return nil }
      number |= byte << (8 * place)
    }
    return number
  }

  func has(_ expected: [UInt8], at offset: Int) -> Bool {
    bytes.dropFirst(offset).starts(with: expected)
  }

  func has(_ text: String, at offset: Int) -> Bool { has(Array(text.utf8), at: offset) }
}
