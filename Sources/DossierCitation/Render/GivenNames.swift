/// Which people share a family name, so that their given names must tell them apart everywhere.
struct GivenNames {
  private struct Family {
    /// Full given names by their initials.
    var byInitials: [String: Set<String>] = [:]
  }

  private let rule: DisambiguationOptions.GivenNameRule
  private var families: [String: Family] = [:]

  init(rule: DisambiguationOptions.GivenNameRule) {
    self.rule = rule
  }

  mutating func add(_ name: WorkName, index: Int) {
    guard name.literal == nil, !rule.isPrimary || index == 0 else { return }
    families[Self.family(name), default: Family()]
      .byInitials[Self.initials(name), default: []].insert(Self.full(name))
  }

  private static func family(_ name: WorkName) -> String {
    "\(name.nonDroppingParticle)|\(name.family)"
  }

  private static func initials(_ name: WorkName) -> String {
    Initials(mark: "", keepsHyphens: false, abbreviates: true).initials(of: name.given)
  }

  private static func full(_ name: WorkName) -> String {
    let given = name.given.filter { $0 != "." && !$0.isWhitespace }
    return "\(given)|\(name.droppingParticle)|\(name.suffix)"
  }

  /// How far a name's given name must be written out: 0 not at all, 1 as initials, 2 in full.
  func level(of name: WorkName, isShort: Bool, hasInitials: Bool, index: Int) -> Int {
    let least = isShort ? 0 : hasInitials ? 1 : 2
    guard rule != .byCite, !rule.isPrimary || index == 0,
      let family = families[Self.family(name)]
    else { return isShort ? 0 : least }
    let isShared = family.byInitials.count > 1
    if rule.isInitialsOnly { return max(least, isShared ? 1 : 0) }
    let sharesInitials = (family.byInitials[Self.initials(name)]?.count ?? 0) > 1
    if sharesInitials || isShared && !hasInitials { return 2 }
    return max(least, isShared ? 1 : 0)
  }
}
