/// The notes of a page in one sequence: the author's own, and citations that a style sets as notes.
struct PageNotes {
  /// What a note is: one of the text's own, by its index, or a citation, by how many there were before.
  enum Key: Hashable {
    case own(Int)
    case citation(Int)
  }

  /// One of the page's notes.
  struct Entry {
    var number: Int
    var calls = 0
    var content: [UInt8] = []
    /// Whether no sentence can hold it.
    var isLong: Bool
  }

  /// Notes that stand before these on the same page.
  private let before: Int
  private var places: [Key: Int] = [:]
  /// In the order of their numbers.
  private(set) var entries: [Entry] = []
  private var citations = 0

  init(before: Int) {
    self.before = before
  }

  /// The number of the next note.
  var next: Int { before + entries.count + 1 }

  /// The key of a citation that becomes a note.
  mutating func newCitation() -> Key {
    citations += 1
    return .citation(citations - 1)
  }

  /// Counts a call, which gives a note its number when it is the first.
  mutating func call(_ key: Key, isLong: Bool) -> Entry {
    let place = places[key] ?? entries.count
    if place == entries.count {
      places[key] = place
      entries.append(Entry(number: before + place + 1, isLong: isLong))
    }
    entries[place].calls += 1
    return entries[place]
  }

  mutating func set(_ content: [UInt8], of key: Key) {
    if let place = places[key] { entries[place].content = content }
  }
}
