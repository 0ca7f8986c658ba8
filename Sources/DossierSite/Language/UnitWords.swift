extension UnitForms {
  /// A unit that is made of others, as speech: "persons per km", "осіб на км".
  ///
  /// What is behind "per" is one of it, and so is the first of two that are multiplied.
  ///
  /// - Parameter word: What each of the others is called.
  func word(of unit: UnitExpression, _ word: (String) -> PluralWord) -> PluralWord {
    var (above, below): (PluralWord?, [String]) = (nil, [])
    for (name, exponent) in unit.factors {
      let part = word(name).mapping { $0 + Self.power(abs(exponent)) }
      if exponent < 0 {
        below.append(part.per ?? part[.one])
      } else if let first = above?[.one] {
        above = part.mapping { times.joined(first, $0) }
      } else {
        above = part
      }
    }
    return below.reduce(above ?? PluralWord(other: "")) { whole, part in
      whole.mapping { said in
        let text = per.joined(said, part)
        return said.isEmpty ? String(text.drop { $0 == " " }) : text
      }
    }
  }

  /// The sign of a power above the line; none for the first.
  private static func power(_ exponent: Int) -> String {
    let signs = ["", "", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return signs.indices.contains(exponent) ? signs[exponent] : ""
  }
}
