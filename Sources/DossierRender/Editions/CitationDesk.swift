import DossierCitation
import DossierMarkdown
import DossierSite
import Synchronization

/// How an edition cites the site's works: in the site's style, and by author and year where a
/// sentence, a cell or a list names one.
final class CitationDesk: Sendable {
  /// The site's own style.
  let style: WorkDesk
  /// Author and year, in every style.
  let naming: WorkDesk
  /// The works in the order of the bibliography.
  let order: [SourceIndex]
  private let locators: LocatorReader
  /// For a page's own desk, that of the edition, which knows all entries.
  private let whole: CitationDesk?
  /// By the id of a work: its number on the page, where a style numbers works by the order of their
  /// entries and not by that in which they are cited.
  let numbers: [String: Int]
  private let entries = Mutex<[EntryKey: String]>([:])
  private let labels = Mutex<[Cite: String]>([:])
  private let contexts = Mutex<[String: String]>([:])

  private struct EntryKey: Hashable {
    var id: String
    var number: Int?
    var titleAddress: String?
    var titleLanguage: String?
  }

  init(_ site: LinkedSite, _ rules: LanguageRules, _ language: Language) {
    let locale = site.styles.locales.locale(language.code)
    let works = site.sources.map(\.work)
    let collation = { @Sendable (text: String) in rules.letterKey(text) }
    let processor = { (style: Style) in
      Processor(style: style, locale: locale, collation: collation)
    }
    style = WorkDesk(processor(site.styles.style), works: works)
    let isNaming = site.schema.configuration.citationStyle == nil
    naming = isNaming ? style : WorkDesk(processor(CitationStyles.naming), works: works)
    let listing = site.styles.style.hasBibliography ? style : naming
    order = listing.order.compactMap(site.source)
    locators = LocatorReader([locale, LocaleLibrary.own.locale(LocaleLibrary.fallback)])
    (whole, numbers) = (nil, [:])
  }

  private init(
    _ whole: CitationDesk, style: WorkDesk, naming: WorkDesk, numbers: [String: Int]
  ) {
    (self.style, self.naming, self.whole) = (style, naming, whole)
    self.numbers = numbers
    (order, locators) = (whole.order, whole.locators)
  }

  /// The desk of a page, which decides added names and initials among the works that it cites; this
  /// one where that changes nothing.
  ///
  /// - Parameter ids: The page's works in the order of the bibliography.
  func page(citing ids: [String]) -> CitationDesk {
    let (ownStyle, ownNaming) = (style.page(citing: ids), naming.page(citing: ids))
    guard isNumberedByEntries || ownStyle != nil || ownNaming != nil else { return self }
    let numbers = isNumberedByEntries ? ids.enumerated().map { ($1, $0 + 1) } : []
    return CitationDesk(
      self, style: ownStyle ?? style, naming: ownNaming ?? naming,
      numbers: Dictionary(numbers) { first, _ in first })
  }

  /// Whether what a page cites may decide how it does.
  var asksForPages: Bool { isNumberedByEntries || style.tellsApart || naming.tellsApart }

  private var isNumberedByEntries: Bool {
    style.processor.style.isNumeric && !isInOrderOfCitation
  }

  var isNote: Bool { style.processor.style.styleClass == .note }

  /// Whether a page's works stand in the order in which they are cited there.
  var isInOrderOfCitation: Bool { style.processor.style.keepsOrderOfCitation }

  /// A cite as the author wrote it.
  func cite(_ citation: DossierMarkdown.Citation) -> Cite {
    let prefix = citation.prefix.isEmpty ? "" : citation.prefix + " "
    return cite(
      citation, prefix: RichText(affix: prefix), place: nil,
      rest: RichText(affix: citation.locator))
  }

  /// A cite with the author's words.
  ///
  /// - Parameters:
  ///   - place: What stood in braces behind the work.
  ///   - rest: What follows the work, or the braces.
  func cite(
    _ citation: DossierMarkdown.Citation, prefix: RichText, place: String?, rest: RichText
  ) -> Cite {
    var cite = Cite(id: citation.id)
    cite.prefix = prefix
    let found = place.map { locators.read(place: $0, suffix: rest) } ?? locators.read(rest)
    (cite.label, cite.locator, cite.suffix) = (found.label, found.locator, found.suffix)
    if citation.yearOnly { cite.extent = .withoutAuthor }
    return cite
  }

  /// "Gowan 2018, 4–6", as plain text.
  func label(_ cite: Cite) -> String {
    if let known = labels.withLock({ $0[cite] }) { return known }
    let label = naming.label(cite).plainText(naming.processor.locale)
    labels.withLock { $0[cite] = label }
    return label
  }

  /// The same as HTML, with the markup of the author's words.
  func labelHTML(_ cite: Cite) -> String {
    naming.label(cite).pageHTML(naming.processor.locale)
  }

  /// The names by which a sentence speaks of a work, as plain text.
  func names(_ id: String) -> String { naming.names(id).plainText(naming.processor.locale) }

  /// An entry of a bibliography as HTML.
  func entry(
    _ source: Source, number: Int?, titleAddress: String?, titleLanguage: String?
  ) -> String {
    if let whole {
      return whole.entry(
        source, number: number, titleAddress: titleAddress, titleLanguage: titleLanguage)
    }
    let key = EntryKey(
      id: source.id, number: number, titleAddress: titleAddress, titleLanguage: titleLanguage)
    if let known = entries.withLock({ $0[key] }) { return known }
    let text = listing.entry(source.id, number: number, titleAddress: titleAddress)
    let html = text.pageHTML(listing.processor.locale, titleLanguage: titleLanguage)
    entries.withLock { $0[key] = html }
    return html
  }

  /// An entry without markup, of a work that need not be one of the site's.
  func plainEntry(_ work: Work) -> String {
    listing.entry(of: work).plainText(listing.processor.locale)
  }

  /// What programs for references find of a work in a page.
  func context(of source: Source) -> String {
    if let whole { return whole.context(of: source) }
    if let known = contexts.withLock({ $0[source.id] }) { return known }
    let context = COinS.context(of: source)
    contexts.withLock { $0[source.id] = context }
    return context
  }

  /// A title in the quotation marks of the language.
  func quoted(_ title: String) -> String {
    let marks = naming.processor.locale.quotationMarks
    return marks.open + title + marks.close
  }

  private var listing: WorkDesk { style.processor.style.hasBibliography ? style : naming }
}
