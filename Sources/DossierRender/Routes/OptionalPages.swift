/// Pages that a project has only where it has a template for them, so that templates which are older
/// than these pages go on as they are.
struct OptionalPages: OptionSet, Sendable {
  let rawValue: Int

  static let alphabet = OptionalPages(rawValue: 1)
  static let search = OptionalPages(rawValue: 2)
  /// Records that have former names need it beside them.
  static let redirect = OptionalPages(rawValue: 4)
  /// Exhibits on pages of their own.
  static let exhibit = OptionalPages(rawValue: 8)

  init(rawValue: Int) {
    self.rawValue = rawValue
  }
}
