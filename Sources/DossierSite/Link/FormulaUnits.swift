extension SiteSchema {
  /// Whether the unit that a derived field declares is the one that its formula gives.
  ///
  /// Only a unit written as a quotient (`persons/km`) says what it is made of; of any other nothing
  /// is known. Numbers have no dimension, and units of one dimension count as the same.
  func fits(_ formula: Formula, unit: String, in kind: Kind) -> Bool {
    let parts = unit.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let given = dimensions(of: formula, in: kind) else { return true }
    var wanted: [String: Int] = [dimension(of: parts[0]): 1]
    wanted[dimension(of: parts[1]), default: 0] -= 1
    return given == wanted.filter { $0.value != 0 }
  }

  private func dimension(of id: String) -> String { unit(id).dimension }

  /// Exponents by dimension; `nil` where sums mix dimensions or a field's unit tells nothing.
  private func dimensions(of formula: Formula, in kind: Kind) -> [String: Int]? {
    switch formula {
    case .number: return [:]
    case .field(let id):
      guard let index = kind.fieldIndex(id), case .quantity = kind.fields[index].type,
        let unit = kind.fields[index].unit
      else { return nil }
      return [dimension(of: unit): 1]
    case .operation(let symbol, let left, let right):
      guard let left = dimensions(of: left, in: kind), let right = dimensions(of: right, in: kind)
      else { return nil }
      switch symbol {
      case .plus, .minus: return left == right ? left : nil
      case .times: return left.merging(right, uniquingKeysWith: +).filter { $0.value != 0 }
      case .over:
        return left.merging(right.mapValues { -$0 }, uniquingKeysWith: +).filter { $0.value != 0 }
      }
    }
  }
}
