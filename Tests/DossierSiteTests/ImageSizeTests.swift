import Testing

@testable import DossierSite

/// Sizes read from the headers of images.
@Suite struct ImageSizeTests {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private static func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
    signature + big(13) + "IHDR".utf8 + big(width) + big(height) + [8, 6, 0, 0, 0]
  }

  private static func big(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func webP(_ form: String, _ rest: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + "WEBP".utf8 + form.utf8 + [0, 0, 0, 0] + rest
  }

  /// A picture 640 wide and 480 high, with a table, a comment and fill bytes before its size.
  private static func jpeg(orientation: UInt8? = nil, isLittle: Bool = true) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8]
    if let orientation { bytes += exif(orientation, isLittle) }
    bytes += [0xFF, 0xC4, 0, 4, 1, 2, 0xFF, 0xFE, 0, 3, 0xFF]
    return bytes + [0xFF, 0xFF, 0xFF, 0xC2, 0, 11, 8, 0x01, 0xE0, 0x02, 0x80, 1, 1, 0x11, 0]
  }

  private static func exif(_ orientation: UInt8, _ isLittle: Bool) -> [UInt8] {
    let entries: [[UInt8]] =
      isLittle
      ? [
        [0x0F, 1, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0], [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
      ]
      : [
        [1, 0x0F, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0], [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
      ]
    let head: [UInt8] =
      isLittle ? [0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0] : [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 2]
    let data = Array("Exif\0\0".utf8) + head + entries.flatMap(\.self)
    return [0xFF, 0xE1, 0, UInt8(data.count + 2)] + data
  }

  static let files: [(name: String, bytes: [UInt8], size: [Int])] = [
    ("PNG", png(640, 480), [640, 480]),
    ("GIF 87", Array("GIF87a".utf8) + [0x80, 2, 0xE0, 1, 0, 0], [640, 480]),
    ("GIF 89", Array("GIF89a".utf8) + [1, 0, 2, 0], [1, 2]),
    ("WebP", webP("VP8 ", [0, 0, 0, 0x9D, 1, 0x2A, 0x80, 0x42, 0xE0, 1]), [640, 480]),
    ("WebP, lossless", webP("VP8L", [0x2F, 0x7F, 0xC2, 0x77, 0]), [640, 480]),
    ("WebP, extended", webP("VP8X", [0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0]), [640, 480]),
    ("JPEG", jpeg(), [640, 480]),
    ("JPEG, upright", jpeg(orientation: 3), [640, 480]),
    ("JPEG, turned", jpeg(orientation: 6), [480, 640]),
    ("JPEG, turned, the other order", jpeg(orientation: 8, isLittle: false), [480, 640]),
  ]

  @Test(arguments: files)
  func aSizeIsReadFromTheHeader(name: String, bytes: [UInt8], size: [Int]) throws {
    let found = try #require(ImageSize(ofFile: bytes), "\(name)")
    #expect([found.width, found.height] == size, "\(name)")
  }

  @Test(arguments: [
    ("<svg width=\"640\" height='480px' viewBox=\"0 0 1 1\">", [640, 480]),
    ("<svg viewBox=\"-5,0 640.4\t479.5\">", [640, 480]),
    ("<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 640 480\"/>", [640, 480]),
    (
      "<?xml version=\"1.0\"?>\n<!-- <svg width=\"1\" height=\"1\"> -->\n<!DOCTYPE svg>\n"
        + "<svg\n  xmlns=\"x\" id = \"a>b\" viewBox\n= \"0 0 640 480\">", [640, 480]
    ),
    ("\u{FEFF}<svg width=\"0.2\" height=\"1\">", [1, 1]),
    ("<svg width=\"640\" width=\"2\" height=\"480\">", [640, 480]),
    ("<svg>", nil), ("<svg width=\"640\">", nil), ("<svg viewBox=\"0 0 640\">", nil),
    ("<svg viewBox=\"0 0 nan 1\">", nil), ("<svg viewBox=\"0 0 1e99 1\">", nil),
    ("<svg viewBox=\"0 0 -1 1\">", nil), ("<svg viewBox=\"0 0 0 1\">", nil),
    ("<svg><g viewBox=\"0 0 640 480\">", nil), ("<html><svg width=\"1\" height=\"1\">", nil),
    ("<svg width=", nil), ("<svg width=\"1", nil), ("<svg =", nil), ("<!--", nil), ("<!", nil),
  ])
  func aDrawingSaysItsSizeInItsFirstTag(text: String, size: [Int]?) {
    #expect(ImageSize(ofFile: Array(text.utf8)).map { [$0.width, $0.height] } == size, "\(text)")
  }

  @Test(arguments: [
    [], Array("not an image".utf8), png(0, 480), png(.max, 1), png(640, 100_001),
    webP("VP8 ", []), webP("ABCD", []), [0xFF, 0xD8, 0xFF, 0xE0, 0, 0],
    [0xFF, 0xD8, 0xFF, 0xDA, 0, 2],
    [0xFF, 0xD8, 0xFF, 0xC0, 0xFF, 0xFF], Array("GIF89a".utf8) + [0, 0, 0, 0],
  ])
  func whatSaysNoSizeHasNone(bytes: [UInt8]) {
    #expect(ImageSize(ofFile: bytes) == nil)
  }

  @Test func noHeaderIsTooShortOrTooStrange() {
    for file in Self.files {
      for length in 0..<file.bytes.count { _ = ImageSize(ofFile: Array(file.bytes.prefix(length))) }
      for place in file.bytes.indices {
        for value: UInt8 in [0, 1, 0x7F, 0xFF] {
          var bytes = file.bytes
          bytes[place] = value
          let size = ImageSize(ofFile: bytes)
          #expect(size.map { $0.width > 0 && $0.height > 0 } ?? true)
        }
      }
    }
  }
}
