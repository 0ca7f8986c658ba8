/// What an element of a style came to.
struct Piece {
  var text = RichText()
  /// Whether a variable was asked for.
  var calls = false
  /// Whether one of those had a value.
  var fills = false

  /// Pieces as one, by the rule of groups: where all variables that were asked for are empty,
  /// nothing is printed, and what stands in words alone counts as filled for the group around it.
  static func group(_ pieces: [Piece], delimiter: RichText) -> Piece {
    var result = Piece()
    for piece in pieces {
      result.calls = result.calls || piece.calls
      result.fills = result.fills || piece.fills
    }
    if result.calls, !result.fills { return result }
    result.text = .joined(pieces.map(\.text), by: delimiter)
    if !result.calls, !result.text.isEmpty {
      result.calls = true
      result.fills = true
    }
    return result
  }
}

/// What a cite shows beyond the style's own rule, so that no other cite reads alike.
struct NameHints: Hashable {
  /// Names shown, by the list's place in the cite.
  var shown: [Int: Int] = [:]
  /// How far given names are written out: 1 as initials, 2 in full; by list and name.
  var given: [Int: [Int: Int]] = [:]
  /// How many of the style's own tests for an ambiguous cite hold, from the first on.
  var ownTests = 0
}

/// What is known of a cite when it is rendered.
struct Rendering {
  enum Purpose { case citation, bibliography, sortKey }

  var purpose = Purpose.citation
  /// Whether the options of the bibliography hold, also for what it is sorted by.
  var isOfBibliography = false
  var cite: Cite?
  var position: Position?
  var isNearNote = false
  var firstNote: Int?
  var citationNumber: Int?
  var yearSuffix: String?
  var hints = NameHints()
  /// Prints all but the names that stand first, since the cite before has them.
  var hidesNames = false
  /// Where the work is to be read: then its title leads there, and the address is not printed.
  var titleAddress: String?
  /// Given names that must be written out everywhere to tell people apart.
  var givenLevels: GivenNames?
  /// Whether the cite is only held against others: the day on which a work was read tells none
  /// apart.
  var isReading = false
  /// What a sort key says of lists of names.
  var nameOptions: Shared<NameOptions>?
}
