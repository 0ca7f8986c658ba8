/// The segments of a JPEG file up to the one that tells the size.
struct JPEGHeader {
  private(set) var size: ImageSize?
  /// Whether the file asks to be shown on its side, as a camera's does that was held so.
  private var isTurned = false

  init(_ file: ByteReader) {
    var offset = 2
    while let segment = Self.segment(in: file, at: offset) {
      switch segment.marker {
      case 0xC4, 0xC8, 0xCC: break
      case 0xC0...0xCF:
        let sides = [5, 3].map { file.big(segment.start + $0, count: 2) }
        size = isTurned ? ImageSize(sides[1], sides[0]) : ImageSize(sides[0], sides[1])
        return
      case 0xE1:
        let part = file.part(from: segment.start + 2, count: segment.length - 2)
        if part.has("Exif\0\0", at: 0) { isTurned = Self.isTurned(exif: part) }
      case 0xD9, 0xDA: return
      default: break
      }
      offset = segment.start + segment.length
    }
  }

  /// A segment: where its length stands, and that length.
  private static func segment(
    in file: ByteReader, at offset: Int
  ) -> (marker: Int, start: Int, length: Int)? {
    guard file.byte(offset) == 0xFF else { return nil }
    var start = offset
    while file.byte(start) == 0xFF { start += 1 }
    guard let marker = file.byte(start), let length = file.big(start + 1, count: 2), length >= 2
    else { return nil }
    return (marker, start + 1, length)
  }

  /// Whether the orientation (Exif 2.3, tag 274) is one of the four that exchange the sides.
  private static func isTurned(exif: ByteReader) -> Bool {
    let start = 6
    let isLittle = exif.has("II", at: start)
    func number(_ offset: Int, _ count: Int) -> Int? {
      isLittle ? exif.little(start + offset, count: count) : exif.big(start + offset, count: count)
    }
    guard let directory = number(4, 4), let entries = number(directory, 2) else { return false }
    for entry in 0..<entries {
      let offset = directory + 2 + entry * 12
      guard let tag = number(offset, 2) else { return false }
      if tag == 274 { return number(offset + 8, 2).map { 5...8 ~= $0 } ?? false }
    }
    return false
  }
}
