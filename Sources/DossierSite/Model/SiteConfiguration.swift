public import DossierSource

/// What `content/site.yml` says.
public struct SiteConfiguration: Sendable {
  public var title: Localized<String>
  public var subtitle: Localized<String>?
  /// Where the site is published; ends with `/`. `nil` where it is not known.
  public var baseAddress: String?
  /// The languages of the site; the first is the original's.
  public var languages: [Language]
  public var publisher: Localized<String>?
  /// What the menu names, in its order; `nil` for all kinds that have records, comparisons and sources.
  public var menu: Menu?
  /// The pages of the tool that the site does without.
  public var switchedOff: Set<ToolPage> = []
  /// The publisher's colours, fonts, logo and footer.
  public var brand = Brand()
  /// Whether raw HTML in Markdown is passed on.
  public var allowsRawHTML: Bool
  /// Whether HTML files of `content/` that a text links are published.
  public var allowsHTMLFiles = false
  public var units: [String: Unit]
  /// Whether spaces in texts are kept from breaking where the language wants it.
  public var hasTypography = true
  /// What handouts are laid out for, where nobody asks for another.
  public var paper = Paper.a4
  /// What topics are called, by their id; a topic that is not here is called by its id.
  public var topics: [String: Localized<String>]
  /// An address that opens a file in the editors' program, for the preview: with `{path}`, and
  /// `{line}` and `{column}` where the program takes them.
  public var editor: String?
  /// What previews of a page show where the page has no image of its own.
  public var image: ShareImage?
  /// Whether articles, options, scenarios, precedents and comparisons have pictures of their own for
  /// previews.
  public var hasShareImages = false
  /// The citation style: one of the tool's own, or a path below `content/`.
  public var citationStyle: Located?
  /// On which terms texts and data may be used; `nil` where the publisher has not said.
  public var licence: Licence?

  /// Where readers report mistakes; `nil` where the publisher has not said.
  public var report: ReportAddress?

  /// An image that stands for the whole site.
  public struct ShareImage: Sendable {
    /// Below the project's folder.
    public var path: String
    public var alternative: Localized<String>
    /// Where `site.yml` names it.
    public var span: Span
  }

  /// The terms of use.
  public struct Licence: Sendable {
    /// An identifier of SPDX or the Open Definition: `CC-BY-4.0`.
    public var name: String
    /// With the scheme http or https.
    public var address: String
  }

  /// The language in which records are written.
  public var original: Language { languages[0] }

  static let path = "content/site.yml"
}
