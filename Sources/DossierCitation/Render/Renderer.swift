/// Renders one work by a style's elements.
///
/// Made anew for each rendering, since it remembers what it printed: which variables stood in for
/// names, which list of names comes next.
final class Renderer {
  let style: Style
  let locale: Locale
  let layout: Layout
  let work: Work
  let rendering: Rendering
  /// The language whose rules of capitals hold for the work's own texts.
  let workLanguage: String
  /// Variables that stood in for names and are not printed again.
  var suppressed: Set<String> = []
  /// The names element whose substitutes are being tried.
  var outerNames: [NamesElement] = []
  /// Lists of names printed so far.
  var nameLists = 0
  /// What each list of names holds, for the steps by which cites are told apart.
  var listLengths: [(shown: Int, all: Int)] = []
  var people: [RenderedPerson] = []
  var hasYearSuffix = false
  var hasHiddenNames = false
  /// Variables printed while substitutes for names are tried.
  var printed: Set<String> = []
  /// Tests for an ambiguous cite met so far.
  var ownTests = 0

  init(style: Style, locale: Locale, layout: Layout, work: Work, rendering: Rendering) {
    self.style = style
    self.locale = locale
    self.layout = layout
    self.work = work
    self.rendering = rendering
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
    elements.flatMap(pieces)
  }

  /// What an element comes to: one piece, or those of the case that is chosen.
  func pieces(of element: Element) -> [Piece] {
    switch element {
    case .text(let text): [self.text(text)]
    case .number(let number): [self.number(number)]
    case .label(let label): [self.label(label)]
    case .date(let date): [self.date(date)]
    case .names(let names): [NamesSetter(renderer: self).names(names)]
    case .group(let group): [self.group(group)]
    case .choose(let branches):
      branches.first(where: holds).map { pieces(of: $0.children) } ?? []
    case .macro(let index, let formatting): [macro(index, formatting)]
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
