public import DossierSite

// Tests know their samples, and name fields and records by their places in them.
extension IndexOf: ExpressibleByIntegerLiteral {
  public init(integerLiteral number: Int) {
    self.init(number)
  }
}
