/// How a language writes numbers, quantities, dates and lists, and how it sorts titles.
///
/// The tables are ours, so that the output never depends on the system's data. English and
/// Ukrainian have their own; any other language gets international forms: ISO dates, a decimal
/// point, groups set apart by a narrow no-break space, and the English plural rule.
public struct LanguageRules: Sendable {
  /// The language whose rules these are, also where they are the international ones.
  public let language: Language
  let grammar: Grammar

  /// The languages that have tables of their own.
  public static let known: [Language] = [.english, .ukrainian]
  /// What the tables follow.
  public static let origin = "CLDR 44"

  /// Takes the tables of the language, or the international ones.
  public init(_ language: Language) {
    self.language = language
    grammar =
      switch language {
      case .english: .english
      case .ukrainian: .ukrainian
      default: .neutral
      }
  }

  /// The languages whose forms are known here.
  enum Grammar: Sendable {
    case english, ukrainian, neutral
  }

  /// An enumeration: "a, b and c"; empty for no items.
  public func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last, let and = conjunction else {
      return items.joined(separator: ", ")
    }
    return items.dropLast().joined(separator: ", ") + " \(and) " + last
  }

  private var conjunction: String? {
    switch grammar {
    case .english: "and"
    case .ukrainian: "і"
    case .neutral: nil
    }
  }
}
