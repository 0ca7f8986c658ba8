import DossierDrawing

/// The signs in the cells of a matrix, with the key that shows each of them once.
///
/// On a page each sign is in full where it occurs first, and every other place refers to that, so that
/// hundreds of cells weigh little; in a handout each is in full, since not every engine follows such a
/// reference.
struct MatrixSigns {
  private let isInFull: Bool
  private let idPrefix: String
  private var keys: [(mark: DrawnMark, label: String)] = []
  private var defined: Set<DrawnMark> = []

  /// - Parameter number: The exhibit's number; `nil` where it is a page of its own.
  init(isInFull: Bool, number: Int?) {
    self.isInFull = isInFull
    idPrefix = "_" + (number.map(String.init) ?? "") + "-"
  }

  /// The sign of a rating, which the key has from then on; `nil` for one that stands in words.
  ///
  /// - Parameters:
  ///   - ratings: The ids of all ratings that there can be.
  ///   - status: The word for what stands in the way, where something does.
  mutating func sign(of rating: RatingView, ratings: [String], status: String?) -> [UInt8]? {
    let own = ["required", "helpful", "indifferent"]
    let others = ratings.filter { !own.contains($0) }
    guard let mark = DrawnMark(rating: rating.rating, obstacle: rating.obstacle, others: others)
    else { return nil }
    let label = [rating.label, status].compactMap(\.self).joined(separator: ": ")
    if !keys.contains(where: { $0.mark == mark }) { keys.append((mark, label)) }
    return draw(mark, title: label)
  }

  /// The sign of a status, of a verdict or in the key.
  ///
  /// - Parameter title: The word for it, which stands beside it.
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
