extension StemRules {
  mutating func read(_ reader: inout MappingReader, _ findings: inout Findings) {
    endings = reader.endings("endings", &findings) ?? endings
    tails = reader.endings("tails", &findings) ?? tails
    vowels = reader.string("vowels", &findings) ?? vowels
    soft = reader.string("soft", &findings) ?? soft
    added = reader.string("added", &findings) ?? added
    fleeting = reader.string("fleeting", &findings) ?? fleeting
    becomes = reader.pairs("becomes", &findings) ?? becomes
    words = reader.pairs("words", &findings) ?? words
  }
}

extension MappingReader {
  /// Ends of words by how many letters they leave, the longest first.
  fileprivate mutating func endings(
    _ key: String, _ findings: inout Findings
  ) -> [StemRules.Ending]? {
    guard let node = take(key), var inner = MappingReader(node, as: key, &findings) else {
      return nil
    }
    var endings: [StemRules.Ending] = []
    for (name, value) in inner.rest {
      guard let text = name.text, let least = Int(text), (1...9).contains(least) else {
        findings.expected("a number from 1 to 9", for: key, at: value)
        continue
      }
      endings += inner.strings(text, count: nil, &findings)?.map { .init($0, least: least) } ?? []
    }
    return endings.enumerated().sorted {
      (-$0.element.letters.count, $0.offset) < (-$1.element.letters.count, $1.offset)
    }.map(\.element)
  }

  /// Texts by texts.
  fileprivate mutating func pairs(_ key: String, _ findings: inout Findings) -> [String: String]? {
    guard let node = take(key), var inner = MappingReader(node, as: key, &findings) else {
      return nil
    }
    var pairs: [String: String] = [:]
    for (name, _) in inner.rest {
      guard let name = name.text else { continue }
      pairs[name] = inner.string(name, &findings)
    }
    return pairs
  }
}
