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
    for item in Self.items(of: content) {
      guard let work = Self.work(in: item) else {
        self = .malformed
        return
      }
      works.append(work)
    }
    self = .works(works)
  }

  /// The works' stretches: a comma directly before a further key separates them too.
  private static func items(of content: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var items: [ArraySlice<UInt8>] = []
    for part in content.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      var rest = part
      while let first = key(in: rest), let next = key(in: rest[(first + 1)...], after: rest),
        let comma = CitationGroup.comma(before: next, in: rest)
      {
        items.append(rest[..<comma])
        rest = rest[(comma + 1)...]
      }
      items.append(rest)
    }
    return items
  }

  /// Where the `@` of the first key stands.
  private static func key(
    in bytes: ArraySlice<UInt8>, after whole: ArraySlice<UInt8>? = nil
  ) -> Int? {
    let whole = whole ?? bytes
    return bytes.indices.first {
      bytes[$0] == UInt8(ascii: "@")
        && CitationGroup.isKey(at: $0, after: whole.startIndex, in: whole)
    }
  }

  private static func work(in item: ArraySlice<UInt8>) -> Work? {
    guard let at = key(in: item) else { return nil }
    guard let key = CitationKey.read(from: at + 1, to: item.endIndex, in: item) else { return nil }
    guard CitationGroup.mayFollowKey(item[key.end...]) else { return nil }
    let rest = trimmed(item[key.end...])
    let before = item[..<at]
    let yearOnly = before.last == UInt8(ascii: "-")
    return Work(
      id: item[key.id].text, prefix: words(yearOnly ? before.dropLast() : before),
      locator: words(rest.first == UInt8(ascii: ",") ? rest.dropFirst() : rest),
      yearOnly: yearOnly)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.drop(while: \.isSpace)
  }

  /// Words separated by one space each, whatever stood between them.
  private static func words(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.split(whereSeparator: \.isSpace).map(\.text).joined(separator: " ")
  }
}

/// What a bracket that may be a citation became when the text was written anew.
struct CitationForm {
  private enum Kind {
    case bracket, work, mention
  }
  private let kind: Kind
  /// What stands between the brackets, without what was put in.
  let content: ArraySlice<UInt8>

  init(_ content: ArraySlice<UInt8>, isRewritten: Bool) {
    if isRewritten, content.reversed().starts(with: RewriteMark.mention.reversed()) {
      self.content = content.dropLast(RewriteMark.mention.count)
      kind = .mention
    } else if isRewritten, content.reversed().starts(with: RewriteMark.work.reversed()) {
      self.content = content.dropLast(RewriteMark.work.count)
      kind = .work
    } else {
      self.content = content
      kind = .bracket
    }
  }

  /// - Parameter text: The token as the author wrote it.
  func filling(_ works: [Citation], _ text: String) -> Hole.Filling {
    guard let work = works.first else { return .citation(works) }
    return switch kind {
    case .bracket: .citation(works)
    case .work: .work(work)
    case .mention: .mention(work, text: text)
    }
  }
}
