import DossierSite

/// What the publisher calls the kinds of a role, for the interface texts that speak of them.
///
/// A text names a role in braces, `{option}` or `{options}`, and gets the label of the kind that has
/// it, as the publisher wrote it: where the words would need another case or a number, it is written
/// otherwise.
enum KindWords {
  private static let roles: [Role] = [.article, .condition, .option, .precedent, .scenario]

  /// The names in braces that every interface text may have.
  static let placeholders: [String] = roles.flatMap { [$0.rawValue, several($0)] }

  private static func several(_ role: Role) -> String { role.rawValue + "s" }

  /// Interface texts in which the kinds of a project are called by their labels; of several kinds of
  /// one role all are named, and of a role that no kind has nothing.
  static func named(_ strings: InterfaceStrings, by schema: SiteSchema) -> InterfaceStrings {
    let rules = schema.rules(of: strings.language)
    var names: [String: String] = [:]
    for role in roles {
      let kinds = schema.kinds(role)
      names[role.rawValue] = kinds.map { $0.label[strings.language] }.joined(separator: " / ")
      names[several(role)] = rules.list(kinds.map { $0.plural[strings.language] })
    }
    return strings.naming(names, by: rules)
  }
}
