import DossierSite
import DossierTemplate

/// All records by the letters of their titles: `a-z.html`.
struct AlphabetView {
  var title: String
  /// How many records there are, in words.
  var count: String
  /// A link to the first entry of each letter, on whichever part it is.
  var letters: [LinkView]
  /// The letters of this part with their entries.
  var groups: [LetterView]
  /// Where the list goes over several pages.
  var pages: [LinkView]

  static let shape = ViewShape<AlphabetView>(
    "alphabet",
    [
      .text("title") { $0.title },
      .text("count") { $0.count },
      .list("letters", of: LinkView.shape) { $0.letters },
      .list("groups", of: LetterView.shape) { $0.groups },
      .list("pages", of: LinkView.shape) { $0.pages },
    ])
}

/// A letter with the records whose titles begin with it.
struct LetterView {
  /// The anchor: `letter-k`.
  var id: String
  var label: String
  var entries: [AlphabetEntryView]

  static let shape = ViewShape<LetterView>(
    "letter",
    [
      .text("id") { $0.id },
      .text("label") { $0.label },
      .list("entries", of: AlphabetEntryView.shape) { $0.entries },
    ])
}

/// A record by its title.
struct AlphabetEntryView {
  var title: String
  /// A short name that the title does not hold.
  var short: String?
  var address: String
  /// What the record's kind is called.
  var kind: String
  /// The language of the title, where it is not the page's own.
  var language: String?

  static let shape = ViewShape<AlphabetEntryView>(
    "alphabet-entry",
    [
      .text("title") { $0.title },
      .text("short") { $0.short },
      .address("address") { $0.address },
      .text("kind") { $0.kind },
      .text("language") { $0.language },
    ])
}

struct AlphabetPage {
  let scope: PageScope

  /// A part of the alphabetical list of all records.
  func view(part: Int) -> AlphabetView {
    let alphabet = scope.edition.alphabet.value(scope.edition)
    let size = ListParts.entries
    let shown = (part * size)..<max(part * size, min((part + 1) * size, alphabet.records.count))
    let parts = ListParts.count(of: alphabet.records.count, per: size)
    return AlphabetView(
      title: scope.edition.strings["a-z"],
      count: scope.edition.strings.count("records", alphabet.records.count, scope.edition.rules),
      letters: alphabet.letters.map { letter in
        let page = letter.range.lowerBound / size
        let anchor = "#" + Alphabet.anchor(letter.label)
        let address = page == part ? anchor : scope.pageAddress(.alphabet(part: page)) + anchor
        return LinkView(label: letter.label, address: address)
      },
      groups: alphabet.letters.filter { $0.range.overlaps(shown) }.map { letter in
        LetterView(
          id: Alphabet.anchor(letter.label), label: letter.label,
          entries: alphabet.records[letter.range.clamped(to: shown)].map(entry))
      },
      pages: PartLinks(scope: scope).pages(parts, current: part) { .alphabet(part: $0) })
  }

  private func entry(_ record: RecordIndex) -> AlphabetEntryView {
    let heading = RecordLinks(scope: scope).heading(of: record)
    let translation = scope.edition.translation(of: scope.site.records[record])
    // Beside a title that is translated stands a short name that is.
    let hasOwnShort = translation == nil || translation?.short != nil
    return AlphabetEntryView(
      title: heading.title,
      short: hasOwnShort ? heading.short.flatMap { heading.title.contains($0) ? nil : $0 } : nil,
      address: scope.address(of: .record(record)),
      kind: scope.site.kind(of: record).label[scope.language],
      language: scope.titleLanguage(of: record))
  }
}
