public import DossierSource

/// An address of the site that led to a record before: `/missions/old`, `old.html`, `archive/2019/`.
///
/// It is relative to the site of each language, so that one stands for all.
public struct FormerAddress: Hashable, Sendable {
  /// Where a page lies that leads on: `missions/old.html`.
  public let route: String

  /// Reads an alias; `nil` for one that is an id, or no address.
  init?(_ text: String) {
    guard Self.isAddress(text) else { return nil }
    let parts = text.split(separator: "/").map(String.init)
    let isSafe = parts.allSatisfy { part in
      part.utf8.first != UInt8(ascii: ".")
        && part.unicodeScalars.allSatisfy { letter in
          letter.isASCII && (letter.properties.isAlphabetic || ("0"..."9").contains(letter))
            || "-._~".unicodeScalars.contains(letter)
        }
    }
    guard isSafe, let last = parts.last, text.utf8.count <= 200 else { return nil }
    if text.hasSuffix("/") {
      route = parts.joined(separator: "/") + "/index.html"
    } else if last.hasSuffix(".html") || last.hasSuffix(".htm") {
      route = parts.joined(separator: "/")
    } else if last.contains(".") {
      return nil
    } else {
      route = parts.joined(separator: "/") + ".html"
    }
  }

  /// Whether an alias is meant as an address: ids have neither a slash nor a point.
  static func isAddress(_ text: String) -> Bool { text.contains("/") || text.contains(".") }

  /// The forms in which a host may be asked for it, the route's own first.
  public var forms: [String] {
    if route.hasSuffix("/index.html") {
      let folder = String(route.dropLast("index.html".count))
      return [route, folder, String(folder.dropLast())]
    }
    guard route.hasSuffix(".html") else { return [route] }
    return [route, String(route.dropLast(".html".count))]
  }
}

extension Record {
  /// Where the record's file names an address that it had.
  public func span(ofAlias address: FormerAddress) -> Span {
    aliases.first { FormerAddress($0.id) == address }?.span ?? Span(line: 1, column: 1)
  }
}
