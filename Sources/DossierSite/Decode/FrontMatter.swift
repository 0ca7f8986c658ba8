import DossierSource

/// A Markdown file cut into its YAML front matter and its body.
struct FrontMatter {
  /// The YAML between the lines `---`; empty where there is none.
  var yaml: ArraySlice<UInt8>
  /// The line on which the YAML begins.
  var yamlLine: Int
  var body: ArraySlice<UInt8>
  /// The line on which the body begins.
  var bodyLine: Int

  /// Cuts at the first two lines that are `---`, blanks behind it or not; a file that does not begin
  /// with one is all body.
  ///
  /// - Returns: `nil`, where the front matter is never closed.
  static func split(_ bytes: [UInt8]) -> FrontMatter? {
    let fence = Array("---".utf8)
    guard let first = line(in: bytes, from: 0), trimmed(bytes[first]).elementsEqual(fence)
    else {
      return FrontMatter(yaml: [], yamlLine: 1, body: bytes[...], bodyLine: 1)
    }
    var (start, number) = (first.upperBound + 1, 2)
    while let range = line(in: bytes, from: start) {
      if trimmed(bytes[range]).elementsEqual(fence) {
        let body = min(range.upperBound + 1, bytes.count)
        return FrontMatter(
          yaml: bytes[(first.upperBound + 1)..<range.lowerBound], yamlLine: 2, body: bytes[body...],
          bodyLine: number + 1)
      }
      (start, number) = (range.upperBound + 1, number + 1)
    }
    return nil
  }

  /// FNV-1a over the YAML: http://www.isthe.com/chongo/tech/comp/fnv/
  var digest: UInt64 {
    yaml.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func line(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    guard start < bytes.count else { return nil }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return start..<end
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while line.last == UInt8(ascii: " ") || line.last == UInt8(ascii: "\t") { line.removeLast() }
    return line
  }
}
