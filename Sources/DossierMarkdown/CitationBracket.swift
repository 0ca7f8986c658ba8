/// What stands in a bracket of text, read by Pandoc's syntax for citations.
enum CitationBracket: Equatable {
  /// No key stands in it: an ordinary bracket.
  case text
  /// A key stands in it, but it is not well formed.
  case malformed
  case works([Work])

  /// One work, without its place.
  struct Work: Equatable {
    var id: String
    var prefix: String
    var locator: String
    var yearOnly: Bool
  }

  /// Reads what stands between the brackets; works are separated by `;`.
  init(_ content: ArraySlice<UInt8>) {
    guard Self.key(in: content) != nil else {
      self = .text
      return
    }
    var works: [Work] = []
    for item in content.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      guard let work = Self.work(in: item) else {
        self = .malformed
        return
      }
      works.append(work)
    }
    self = .works(works)
  }

  /// Where the `@` of a key stands: at the start or after white space, `;` or a hyphen at such.
  private static func key(in bytes: ArraySlice<UInt8>) -> Int? {
    func isBoundary(_ index: Int) -> Bool {
      index < bytes.startIndex || bytes[index].isSpace || bytes[index] == UInt8(ascii: ";")
    }
    return bytes.indices.first { index in
      guard bytes[index] == UInt8(ascii: "@") else { return false }
      if isBoundary(index - 1) { return true }
      return bytes[index - 1] == UInt8(ascii: "-") && isBoundary(index - 2)
    }
  }

  private static func work(in item: ArraySlice<UInt8>) -> Work? {
    guard let at = key(in: item) else { return nil }
    let id = item[(at + 1)...].prefix { $0.isLower || $0.isDigit || $0 == UInt8(ascii: "-") }
    guard isIdentifier(id) else { return nil }
    let rest = trimmed(item[id.endIndex...])
    guard rest.isEmpty || rest.first == UInt8(ascii: ",") else { return nil }
    let before = item[..<at]
    let yearOnly = before.last == UInt8(ascii: "-")
    return Work(
      id: id.text, prefix: words(yearOnly ? before.dropLast() : before),
      locator: words(rest.dropFirst()), yearOnly: yearOnly)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.drop(while: \.isSpace)
  }

  /// Words separated by one space each, whatever stood between them.
  private static func words(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.split(whereSeparator: \.isSpace).map(\.text).joined(separator: " ")
  }
}
