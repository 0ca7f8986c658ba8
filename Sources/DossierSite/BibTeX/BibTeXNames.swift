import DossierSource

/// Takes lists of names apart as BibTeX does.
enum BibTeXNames {
  /// The names of a list, each as CSL-JSON has it.
  static func read(_ text: String) -> [JSONNode] {
    pieces(text, at: " and ").compactMap(name)
  }

  /// What stands between the separators outside of braces; runs of white space are one space.
  static func pieces(_ text: String, at separator: String) -> [String] {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let scalars = Array(line.unicodeScalars)
    let wanted = Array(separator.unicodeScalars)
    var pieces: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
    var depth = 0
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      let isHere =
        depth == 0 && scalar == wanted.first && index + wanted.count <= scalars.count
        && zip(scalars[index...], wanted).allSatisfy {
          $0.properties.lowercaseMapping == String($1)
        }
      if isHere {
        pieces.append(String.UnicodeScalarView())
        index += wanted.count
      } else {
        pieces[pieces.count - 1].append(scalar)
        index += 1
      }
    }
    return pieces.map { String($0).trimmed }
  }

  private static func name(_ text: String) -> JSONNode? {
    guard !text.isEmpty else { return nil }
    if TeXText.isInBraces(text) {
      return object([("literal", TeXText.read(text).text)])
    }
    let parts = pieces(text, at: ",")
    if let named = namedParts(parts) { return named }
    switch parts.count {
    case 1: return spoken(text)
    case 2: return listed(parts[0], suffix: "", given: parts[1])
    default:
      return listed(parts[0], suffix: parts[1], given: parts[2...].joined(separator: " "))
    }
  }

  /// `family=Velde, given=Ann, prefix=van der`, as Biber writes it.
  private static func namedParts(_ parts: [String]) -> JSONNode? {
    let keys = [
      "family": "family", "given": "given", "prefix": "non-dropping-particle", "suffix": "suffix",
    ]
    let pairs = parts.map { $0.split(separator: "=", maxSplits: 1).map { String($0).trimmed } }
    guard pairs.allSatisfy({ $0.count == 2 }) else { return nil }
    let known = pairs.compactMap { pair in
      keys[pair[0].lowercased()].map { ($0, TeXText.read(pair[1]).text) }
    }
    return known.isEmpty ? nil : object(known)
  }

  /// "First von Last".
  private static func spoken(_ text: String) -> JSONNode {
    let words = pieces(text, at: " ")
    guard words.count > 1 else { return object([("family", TeXText.read(text).text)]) }
    let start = words.dropLast().firstIndex(where: isSmall)
    guard let start else {
      return object([
        ("given", read(words.dropLast())), ("family", read(words.suffix(1))),
      ])
    }
    let end = words.dropLast().lastIndex(where: isSmall) ?? start
    return object([
      ("given", read(words[..<start])), ("non-dropping-particle", read(words[start...end])),
      ("family", read(words[(end + 1)...])),
    ])
  }

  /// "von Last, First".
  private static func listed(_ name: String, suffix: String, given: String) -> JSONNode {
    let words = pieces(name, at: " ")
    let count = words.dropLast().prefix(while: isSmall).count
    return object([
      ("non-dropping-particle", read(words.prefix(count))),
      ("family", read(words.dropFirst(count))), ("suffix", TeXText.read(suffix).text),
      ("given", TeXText.read(given).text),
    ])
  }

  private static func read(_ words: some Sequence<String>) -> String {
    TeXText.read(words.joined(separator: " ")).text
  }

  /// Whether a word begins with a small letter, which is of a particle.
  private static func isSmall(_ word: String) -> Bool {
    guard !word.hasPrefix("{") else { return false }
    return TeXText.read(word).text.first { $0.isLetter }?.isLowercase ?? false
  }

  /// A name whose parts are not to be taken apart again.
  private static func object(_ parts: [(String, String)]) -> JSONNode {
    var members = parts.filter { !$0.1.isEmpty }.map { (key: $0.0, value: JSONNode(.string($0.1))) }
    if members.first?.key != "literal" { members.append(("parse-names", JSONNode(.bool(false)))) }
    return JSONNode(.object(members))
  }
}
