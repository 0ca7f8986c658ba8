/// Renders one work by a style's elements.
///
/// Made anew for each rendering, since it remembers what it printed: which variables stood in for
/// names, which list of names comes next.
final class Renderer {
  private let localized: LocalizedStyle
  let work: Work
  let rendering: Rendering
  /// The language whose rules of capitals hold for the work's own texts.
  let workLanguage: String
  /// Variables that stood in for names and are not printed again.
  var suppressed: Set<String> = []
  /// The names element whose substitutes are being tried.
  var outerNames: [Shared<NamesElement>] = []
  /// What each list of names holds that was printed so far, for the steps by which cites are told apart.
  var listLengths: [(shown: Int, all: Int)] = []
  /// Where cites are only held against one another, those whom this one names.
  var people: [RenderedPerson] = []
  var hasYearSuffix = false
  var hasHiddenNames = false
  /// Variables printed while substitutes for names are tried.
  var printed: Set<String> = []
  /// Tests for an ambiguous cite met so far.
  var ownTests = 0

  var style: Style { localized.style }
  var locale: Locale { localized.locale }
  var layout: Layout {
    (rendering.isOfBibliography ? localized.bibliography : localized.citation).value
  }

  init(_ localized: LocalizedStyle, work: Work, rendering: Rendering) {
    self.localized = localized
    self.work = work
    self.rendering = rendering
    let locale = localized.locale
    workLanguage = work.language.isEmpty ? locale.language : work.language
    if rendering.titleAddress != nil { suppressed = ["URL", "DOI", "accessed"] }
  }

  /// Remembers that a variable was printed, where somebody will ask.
  func remember(_ variable: String) {
    if !outerNames.isEmpty { printed.insert(variable) }
  }

  /// The work by the layout's elements, without the layout's own affixes.
  func body() -> RichText {
    .joined(pieces(of: layout.elements).map(\.text))
  }

  func pieces(of elements: [Element]) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(elements.count)
    for element in elements { add(element, to: &pieces) }
    return pieces
  }

  /// Adds what an element comes to: one piece, or those of the case that is chosen.
  private func add(_ element: Element, to pieces: inout [Piece]) {
    switch element {
    case .text(let text): pieces.append(self.text(text.value))
    case .number(let number): pieces.append(self.number(number.value))
    case .label(let label): pieces.append(self.label(label.value))
    case .date(let date): pieces.append(self.date(date.value))
    case .names(let names): pieces.append(NamesSetter(renderer: self).names(names))
    case .group(let group): pieces.append(self.group(group.value))
    case .choose(let branches):
      guard let branch = branches.first(where: holds) else { return }
      for child in branch.children { add(child, to: &pieces) }
    case .macro(let index, let formatting): pieces.append(macro(index, formatting.value))
    }
  }

  private func group(_ group: GroupElement) -> Piece {
    var piece = Piece.group(pieces(of: group.children), delimiter: group.delimiter)
    piece.text = group.formatting.apply(to: piece.text, language: workLanguage)
    return piece
  }

  func macro(_ index: Int, _ formatting: Formatting) -> Piece {
    guard style.macros.indices.contains(index) else { return Piece() }
    var piece = Piece.group(pieces(of: style.macros[index]), delimiter: RichText())
    piece.text = formatting.apply(to: piece.text, language: workLanguage)
    return piece
  }
}
