import DossierRender
import DossierSite
public import DossierSource

/// The cards of a built site, and what was made of them as pixels: `share/`, a folder that a build
/// keeps as a stranger's.
///
/// A list in it has the digest of the card that each picture was made of, so that only those are made
/// anew that changed, and only pictures that are in the list are ever removed.
public struct CardFolder: Sendable {
  /// A card with its picture.
  public struct Card: Hashable, Sendable {
    /// The path of the card, `uk/cards/missions/kfor.svg`, and of its picture, below the site.
    public var source: String
    public var picture: String
    fileprivate var digest: String
  }

  /// The path of the site.
  public let site: String
  /// In the order of their paths.
  public let cards: [Card]
  private var made: [String: String]

  private static let folder = "share/"
  private static let list = folder + ".dossier-cards"
  private static let manifest = ".dossier-manifest"

  /// Reads what a site has.
  ///
  /// - Parameter fonts: The files of the fonts that the pictures are set in; others make others.
  /// - Throws: A ``FileError`` where the site has no list of what a build made.
  public init(ofSiteIn site: String, setIn fonts: [[UInt8]] = []) throws(FileError) {
    self.site = site
    let paths = String(
      decoding: try DiskFile.read(site + "/" + Self.manifest), as: UTF8.self
    ).split(separator: "\n").map(String.init)
    var cards: [Card] = []
    var set = TextDigest()
    for font in fonts { set.add(font) }
    for path in paths.sorted() {
      guard let picture = Self.picture(of: path) else { continue }
      var digest = set
      digest.add(try DiskFile.read(site + "/" + path))
      cards.append(
        Card(source: path, picture: picture, digest: TextDigest.text(digest.value)))
    }
    self.cards = cards
    let lines = (try? DiskFile.read(site + "/" + Self.list)) ?? []
    made = String(decoding: lines, as: UTF8.self).split(separator: "\n").reduce(into: [:]) {
      let parts = $1.split(separator: " ", maxSplits: 1)
      // A line put there by hand must name nothing outside the folder.
      guard parts.count == 2, Self.isPicture(parts[1]) else { return }
      $0[String(parts[1])] = String(parts[0])
    }
  }

  /// `share/uk/missions/kfor.png` for `uk/cards/missions/kfor.svg`; `nil` for what is no card.
  static func picture(of path: String) -> String? {
    var parts = path.split(separator: "/")
    let language = parts.first.flatMap { $0 == "cards" ? nil : $0 }
    if language != nil { parts.removeFirst() }
    guard parts.count == 3, parts[0] == "cards", parts[2].hasSuffix(".svg") else { return nil }
    let name = parts[1] + "/" + parts[2].dropLast(4) + ".png"
    return folder + (language.map { $0 + "/" } ?? "") + name
  }

  private static func isPicture(_ path: Substring) -> Bool {
    path.hasPrefix(folder) && path.hasSuffix(".png")
      && !path.split(separator: "/").contains { $0 == ".." || $0 == "." }
  }

  /// The cards whose pictures are not there, or were made of another card.
  public var changed: [Card] {
    cards.filter { made[$0.picture] != $0.digest || !DiskFile.isThere(site + "/" + $0.picture) }
  }

  /// Writes a picture beside the others.
  public mutating func keep(_ picture: [UInt8], of card: Card) throws(FileError) {
    let path = site + "/" + card.picture
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try DiskFile.makeFolder(parent.joined(separator: "/"))
    try DiskFile.write(picture, to: path)
    made[card.picture] = card.digest
  }

  /// Removes the pictures whose cards are no more, and writes the list.
  ///
  /// - Returns: How many were removed.
  @discardableResult
  public mutating func finish() throws(FileError) -> Int {
    let wanted = Set(cards.map(\.picture))
    let stale = made.keys.filter { !wanted.contains($0) }.sorted()
    for path in stale {
      try DiskFile.remove(site + "/" + path)
      made[path] = nil
    }
    guard !made.isEmpty || !stale.isEmpty else { return 0 }
    let lines = made.sorted { $0.key < $1.key }.map { $0.value + " " + $0.key + "\n" }
    try DiskFile.write(Array(lines.joined().utf8), to: site + "/" + Self.list)
    return stale.count
  }
}
