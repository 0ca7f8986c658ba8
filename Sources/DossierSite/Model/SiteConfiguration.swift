/// What `content/site.yml` says.
public struct SiteConfiguration: Sendable {
  public var title: Localized<String>
  public var subtitle: Localized<String>?
  /// Where the site is published; ends with `/`. `nil` where it is not known.
  public var baseAddress: String?
  /// The languages of the site; the first is the original's.
  public var languages: [Language]
  public var publisher: Localized<String>?
  /// Ids of the kinds in the menu, in their order; empty for all that have records.
  public var menu: [Located]
  /// Whether raw HTML in Markdown is passed on.
  public var allowsRawHTML: Bool
  public var units: [String: Unit]
  /// What handouts are laid out for, where nobody asks for another.
  public var paper = Paper.a4
  /// What topics are called, by their id; a topic that is not here is called by its id.
  public var topics: [String: Localized<String>]
  /// An address that opens a file in the editors' program, for the preview: with `{path}`, and
  /// `{line}` and `{column}` where the program takes them.
  public var editor: String?

  /// The language in which records are written.
  public var original: Language { languages[0] }

  static let path = "content/site.yml"
}
