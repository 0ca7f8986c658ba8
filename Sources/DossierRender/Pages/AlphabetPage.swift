import DossierSite
import DossierTemplate
import Synchronization

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

/// All records of a site in the alphabetical order of a language.
struct Alphabet: Sendable {
  /// A letter, and where its records stand among ``records``.
  struct Letter: Sendable {
    var label: String
    var range: Range<Int>
  }

  /// By the titles; the home page is left out.
  var records: [Int]
  var letters: [Letter] = []

  init(_ edition: Edition, _ site: LinkedSite) {
    let routes = edition.routes
    records = edition.sorted(
      site.records.indices.filter { !routes.isHome($0) }, of: site, by: .title)
    for (place, record) in records.enumerated() {
      let label = edition.rules.initial(of: edition.title(of: record, in: site))
      if let last = letters.last, last.label == label {
        letters[letters.count - 1].range = last.range.lowerBound..<(place + 1)
      } else {
        letters.append(Letter(label: label, range: place..<(place + 1)))
      }
    }
  }

  /// The anchor of a letter: itself where it is a Latin one, else its number in Unicode.
  static func anchor(_ label: String) -> String {
    guard let scalar = label.unicodeScalars.first else { return "letter" }
    let isLatin = ("A"..."Z").contains(scalar)
    return "letter-" + (isLatin ? label.lowercased() : "u" + String(scalar.value, radix: 16))
  }
}

/// The alphabet of a language, made once for all its parts, when one of them is first asked for.
final class LazyAlphabet: Sendable {
  private let made = Mutex<Alphabet?>(nil)

  func value(_ edition: Edition, _ site: LinkedSite) -> Alphabet {
    made.withLock { made in
      if let made { return made }
      let alphabet = Alphabet(edition, site)
      made = alphabet
      return alphabet
    }
  }
}

extension Routes {
  /// Records on one page of the alphabetical list, whose rows are light.
  static let entriesPerPart = 1000

  /// Where a part of the alphabetical list lies; no kind may have the folder of the others.
  static func alphabet(part: Int) -> String { part == 0 ? "a-z.html" : "a-z/\(part + 1).html" }

  /// The parts of the alphabetical list; none where there is no template for it.
  func alphabetSubjects() -> [Page.Subject] {
    guard hasAlphabet else { return [] }
    let count = site.records.count - (site.home == nil ? 0 : 1)
    return (0..<Self.parts(of: count, per: Self.entriesPerPart)).map { .alphabet(part: $0) }
  }
}

extension PageScope {
  /// A part of the alphabetical list of all records.
  func alphabet(part: Int) -> AlphabetView {
    let alphabet = edition.alphabet.value(edition, site)
    let size = Routes.entriesPerPart
    let shown = (part * size)..<max(part * size, min((part + 1) * size, alphabet.records.count))
    let parts = Routes.parts(of: alphabet.records.count, per: size)
    return AlphabetView(
      title: edition.strings["a-z"],
      count: edition.strings.count("records", alphabet.records.count, edition.rules),
      letters: alphabet.letters.map { letter in
        let page = letter.range.lowerBound / size
        let anchor = "#" + Alphabet.anchor(letter.label)
        let address = page == part ? anchor : pageAddress(.alphabet(part: page)) + anchor
        return LinkView(label: letter.label, address: address)
      },
      groups: alphabet.letters.filter { $0.range.overlaps(shown) }.map { letter in
        LetterView(
          id: Alphabet.anchor(letter.label), label: letter.label,
          entries: alphabet.records[letter.range.clamped(to: shown)].map(entry))
      },
      pages: pages(parts, current: part) { .alphabet(part: $0) })
  }

  private func entry(_ record: Int) -> AlphabetEntryView {
    let entry = site.records[record]
    let translation = edition.translation(of: entry)
    let title = edition.title(of: record, in: site)
    let short = translation == nil ? entry.short : translation?.short
    return AlphabetEntryView(
      title: title, short: short.flatMap { title.contains($0) ? nil : $0 },
      address: address(of: .record(record)), kind: site.kind(of: record).label[language],
      language: titleLanguage(of: record))
  }
}
