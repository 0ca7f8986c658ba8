/// Writes works and citations in an author–date form close to that of the Chicago Manual of Style.
public struct BibliographyFormat: Sendable {
  let rules: LanguageRules
  let labels: BibliographyLabels

  /// Takes the words, dates and order of a language; its labels are English where not Ukrainian.
  public init(_ rules: LanguageRules) {
    self.rules = rules
    labels = rules.grammar == .ukrainian ? .ukrainian : .english
  }

  /// A citation in running text, without brackets: "Gowan 2018, 4–6"; with `yearOnly` "2018, 4–6".
  ///
  /// - Parameter locator: As the editor wrote it, perhaps empty. A label for pages is dropped and
  ///   ranges get an en dash; other labels ("ch. 3") stay.
  /// - Parameter suffix: What tells works of one author and year apart, from ``suffixes(for:)``.
  public func inText(
    _ source: Source, yearOnly: Bool = false, locator: String = "", suffix: String = ""
  ) -> String {
    let year = year(of: source, suffix: suffix)
    let work = yearOnly ? year : authorText(of: source) + " " + year
    let locator = Self.locatorText(locator)
    return locator.isEmpty ? work : work + ", " + locator
  }

  /// A work that a sentence names: "Gowan (2018, 4–6)".
  ///
  /// - Parameters:
  ///   - locator: As for ``inText(_:yearOnly:locator:suffix:)``.
  ///   - suffix: What tells works of one author and year apart.
  public func named(_ source: Source, locator: String = "", suffix: String = "") -> String {
    let year = inText(source, yearOnly: true, locator: locator, suffix: suffix)
    return authorText(of: source) + " (" + year + ")"
  }

  /// "a", "b", … by id, for works whose citations would read alike; in the order of titles.
  public func suffixes(for sources: some Sequence<Source>) -> [String: String] {
    let alike = Dictionary(grouping: sources) { inText($0) }
    var suffixes: [String: String] = [:]
    for group in alike.values where group.count > 1 {
      let keyed = group.map { (key: titleKey($0), id: $0.id) }
      let ids = keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.id)
      for (index, id) in ids.enumerated() { suffixes[id] = Self.letters(index) }
    }
    return suffixes
  }

  private func titleKey(_ source: Source) -> [UInt16] {
    rules.letterKey(source.title) + [0] + source.id.utf8.map(UInt16.init)
  }

  /// The letters a to z, then aa, ab and so on, for an index from 0.
  public static func letters(_ index: Int) -> String {
    var (rest, letters) = (index, "")
    repeat {
      letters = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// Numbers whose lexicographic order is that of a bibliography: author, year, title, id.
  public func sortKey(_ source: Source) -> [UInt16] {
    let author = BibliographyPart.plainText(head(of: source).parts(in: self))
    let year = source.issued.map { UInt16(clamping: $0.year) } ?? .max
    return rules.letterKey(author) + [0, year] + titleKey(source)
  }

  func year(of source: Source, suffix: String) -> String {
    guard let issued = source.issued else {
      return suffix.isEmpty ? labels.noDate : labels.noDate + "-" + suffix
    }
    return String(issued.year) + suffix
  }

  private func authorText(of source: Source) -> String {
    switch head(of: source) {
    case .people(let names, _) where names.count > 2: names[0].family + " " + labels.others
    case .people(let names, _): rules.list(names.map(\.family))
    case .body(let name): name
    case .title(let title): labels.quoted(Self.shortened(title))
    }
  }

  /// A title as far as its colon, and no longer than 40 characters of whole words.
  private static func shortened(_ title: String) -> String {
    let main = String(title.prefix { $0 != ":" })
    guard main.count > 40 else { return main }
    let cut = main.prefix(40)
    return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
  }
}
