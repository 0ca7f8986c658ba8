import DossierSite
import Synchronization

/// All records of a site in the alphabetical order of a language.
struct Alphabet: Sendable {
  /// A letter, and where its records stand among ``records``.
  struct Letter: Sendable {
    var label: String
    var range: Range<Int>
  }

  /// By the titles; the home page is left out.
  var records: [RecordIndex]
  var letters: [Letter] = []

  init(_ edition: Edition) {
    let site = edition.site
    records = edition.sorted(
      site.records.indices.filter { $0 != site.home }, by: .title)
    for (place, record) in records.enumerated() {
      let label = edition.rules.initial(of: edition.title(of: record))
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

  func value(_ edition: Edition) -> Alphabet {
    made.withLock { made in
      if let made { return made }
      let alphabet = Alphabet(edition)
      made = alphabet
      return alphabet
    }
  }
}
