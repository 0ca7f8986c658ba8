/// Where a cite stands after others of its work.
struct PlacedCite {
  var cite: Cite
  var position = Position.first
  var isNearNote = false
  /// The note in which the work was cited first.
  var firstNote: Int?
}

/// Reckons the positions of cites, in the order in which a reader meets them.
struct Positions {
  private struct Seen {
    var firstNote: Int
    var lastNote: Int
  }

  private let nearNoteDistance: Int
  private var seen: [String: Seen] = [:]
  /// The citation before, in the text and in notes apart.
  private var previous: [Bool: Citation] = [:]

  init(nearNoteDistance: Int) {
    self.nearNoteDistance = nearNoteDistance
  }

  mutating func place(_ citation: Citation) -> [PlacedCite] {
    var placed: [PlacedCite] = []
    for (index, cite) in citation.cites.enumerated() {
      var result = PlacedCite(cite: cite)
      if let before = seen[cite.id] {
        result.firstNote = before.firstNote
        result.position = position(of: cite, at: index, in: citation)
        result.isNearNote = citation.note > 0 && citation.note - before.lastNote <= nearNoteDistance
        seen[cite.id]?.lastNote = citation.note
      } else {
        seen[cite.id] = Seen(firstNote: citation.note, lastNote: citation.note)
      }
      if let given = cite.position { result.position = given }
      placed.append(result)
    }
    previous[citation.note > 0] = citation
    return placed
  }

  private func position(of cite: Cite, at index: Int, in citation: Citation) -> Position {
    let before: Cite?
    if index > 0 {
      before = citation.cites[index - 1]
    } else {
      let previous = previous[citation.note > 0]
      let works = Set(previous?.cites.map(\.id) ?? [])
      let isNext = citation.note == 0 || citation.note - (previous?.note ?? 0) <= 1
      before = works.count == 1 && isNext ? previous?.cites.last : nil
    }
    guard let before, before.id == cite.id else { return .subsequent }
    switch (before.locator, cite.locator) {
    case (nil, nil): return .ibid
    case (nil, .some): return .ibidWithLocator
    case (.some, nil): return .subsequent
    case (.some(let old), .some(let new)):
      return old == new && before.label == cite.label ? .ibid : .ibidWithLocator
    }
  }
}
