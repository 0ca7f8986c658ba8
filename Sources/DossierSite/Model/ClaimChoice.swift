/// Which of a fact's claims is meant where one stands for all.
public struct ClaimChoice: Hashable, Sendable {
  /// Only claims that count this (`troops`); `nil` for whatever they count.
  public var of: String?
  /// The time that is asked for; `nil` for the state of affairs.
  public var at: PartialDate?

  public init(of: String? = nil, at: PartialDate? = nil) {
    self.of = of
    self.at = at
  }

  /// What is shown where nobody asks for anything else.
  public static let preferred = ClaimChoice()
}
