import DossierDrawing

/// The signs of an exhibit about conditions, with the key that shows each of them once.
///
/// On a page each sign is in full where it occurs first, and every other place refers to that, so that
/// hundreds of cells weigh little; in a handout each is in full, since not every engine follows such a
/// reference.
struct MatrixSigns {
  private let isInFull: Bool
  private let idPrefix: String
  private var keys: [(mark: DrawnMark, label: String)] = []
  private var defined: Set<DrawnMark> = []

  /// - Parameter name: What tells its signs from those of other exhibits of the page.
  init(isInFull: Bool, name: String) {
    self.isInFull = isInFull
    idPrefix = "_" + name + "-"
  }

  /// The sign of a cell, which the key has from then on.
  ///
  /// - Parameter label: What the key says of it; the first counts.
  mutating func explained(_ mark: DrawnMark, _ label: String) -> [UInt8] {
    if !keys.contains(where: { $0.mark == mark }) { keys.append((mark, label)) }
    return draw(mark, title: label)
  }

  /// A sign that stands beside its word.
  mutating func draw(_ mark: DrawnMark, title: String) -> [UInt8] {
    guard !isInFull else { return mark.svg(title: title) }
    let id = idPrefix + mark.rawValue
    return defined.insert(mark).inserted ? mark.definition(id: id) : DrawnMark.use(id: id)
  }

  /// Every sign that occurs, with its words, in the order of their declaration.
  mutating func legend() -> [FigureKeyView] {
    let ordered = DrawnMark.allCases.compactMap { mark in keys.first { $0.mark == mark } }
    return ordered.map { key in
      FigureKeyView(label: key.label, symbol: draw(key.mark, title: key.label))
    }
  }
}
