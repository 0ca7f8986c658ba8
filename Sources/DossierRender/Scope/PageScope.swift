import DossierSite
import DossierTemplate

/// Where something is rendered: the site, the language, and the page that it is for.
///
/// One reference, since every value that a page is made from holds a scope, and a copy of so many
/// fields would cost more than what is asked of them.
struct PageScope: Sendable {
  private struct Fields: Sendable {
    var edition: Edition
    let root: String
    let record: RecordIndex?
    var citations: CitationDesk
    var roots: Roots
    var handout: HandoutPlan?
    var anchorPrefix = ""
    var embedded: [String: [UInt8]] = [:]
    var outwardLinks: OutwardLinks?
  }

  private final class Shared: Sendable {
    let fields: Fields

    init(_ fields: Fields) {
      self.fields = fields
    }
  }

  private var shared: Shared

  init(edition: Edition, root: String, record: RecordIndex?, roots: Roots) {
    let citations = record.map { edition.citations(of: [$0]) } ?? edition.citations
    shared = Shared(
      Fields(edition: edition, root: root, record: record, citations: citations, roots: roots))
  }

  private mutating func change(_ change: (inout Fields) -> Void) {
    var fields = shared.fields
    change(&fields)
    shared = Shared(fields)
  }

  var edition: Edition { shared.fields.edition }

  /// `../` for each folder between the page and the site's root.
  var root: String { shared.fields.root }

  /// The record whose page it is, if any.
  var record: RecordIndex? { shared.fields.record }

  /// How the page cites works.
  var citations: CitationDesk { shared.fields.citations }

  /// `site.`, `strings.` and, once it is known, `page.`.
  var roots: Roots {
    _read { yield shared.fields.roots }
    set { change { $0.roots = newValue } }
  }

  /// What the page holds, where it is a handout.
  var handout: HandoutPlan? {
    _read { yield shared.fields.handout }
    set {
      change {
        $0.handout = newValue
        if let plan = newValue {
          $0.citations = $0.edition.citations(of: plan.inclusions.keys)
        }
      }
    }
  }

  /// Stands before the anchors of the record that is being rendered, where a page holds several.
  var anchorPrefix: String {
    get { shared.fields.anchorPrefix }
    set { change { $0.anchorPrefix = newValue } }
  }

  /// Bytes of the images that the page holds in itself, by their path below the project.
  var embedded: [String: [UInt8]] {
    _read { yield shared.fields.embedded }
    set { change { $0.embedded = newValue } }
  }

  /// Is told of each record to whose page an address leads; only where the page is a handout.
  var outwardLinks: OutwardLinks? {
    get { shared.fields.outwardLinks }
    set { change { $0.outwardLinks = newValue } }
  }

  /// Lent, since a copy of so many fields for every look-up would cost more than the look-up.
  var site: LinkedSite { _read { yield edition.site } }
  var templates: TemplateSet { edition.templates }
  var routes: Routes { edition.routes }
  var language: Language { edition.language }

  /// The scope with the words that stand in the narrative of a record: those of the page, unless the
  /// original's text is shown, in whose sentences they would be of two languages.
  func speaking(in record: RecordIndex) -> PageScope {
    guard let original = edition.original, edition.translation(of: site.records[record]) == nil
    else { return self }
    var scope = self
    scope.change { $0.edition = original }
    return scope
  }

  /// The tag of the original's language, where it is not the page's own.
  var originalCode: String? {
    edition.prefix.isEmpty ? nil : site.schema.configuration.original.code
  }

  /// The tag of the language of a record's title, where it is not the page's own.
  func titleLanguage(of record: RecordIndex) -> String? {
    edition.translation(of: site.records[record])?.title == nil ? originalCode : nil
  }

  /// What stands before the routes of the pages in the page's own language.
  ///
  /// A page below `uk/` need not leave that folder to come to another, and a text has hundreds of
  /// links.
  private var languageRoot: String {
    guard !edition.prefix.isEmpty, root.hasPrefix("../") else { return root + edition.prefix }
    return String(root.dropFirst(3))
  }

  /// The address of a page, relative to this one.
  func pageAddress(_ subject: Page.Subject) -> String { languageRoot + routes.route(subject) }

  /// The address that a reference leads to, relative to this page.
  func address(of destination: Destination) -> String {
    if let anchor = handout?.anchor(of: destination, in: edition) { return "#" + anchor }
    return switch destination {
    case .record(let record): address(of: record, anchor: nil)
    case .fact(let record, let field), .point(let record, let field, _):
      address(of: record, anchor: edition.anchor(ofField: field, of: record))
    case .verdict(let option, let scenario):
      address(of: option, anchor: edition.anchor(ofVerdictIn: scenario))
    case .heading(let record, let id):
      address(of: record, anchor: edition.isHeading(id, record) ? id : nil)
    case .exhibit(let record, let id):
      address(of: record, anchor: isExhibit(id, record) ? "exhibit-" + id : nil)
    case .source(let source): pageAddress(.source(source))
    case .file(let path): root + AssetRoute.address(of: path)
    }
  }

  /// The records that an exhibit is about: in the author's order, those of a kind by their names.
  func records(of selection: RecordSelection) -> [RecordIndex] {
    let records = selection.records(in: site)
    return selection.kind == nil ? records : edition.sorted(records, by: .name)
  }

  /// Whether the text of a record in the page's language has an exhibit, as with its headings.
  private func isExhibit(_ id: String, _ record: RecordIndex) -> Bool {
    edition.exhibits(of: record).contains { $0.id == id }
  }

  private func address(of target: RecordIndex, anchor: String?) -> String {
    if target == record, let anchor { return "#" + anchor }
    outwardLinks?.add(target)
    let page = languageRoot + routes.route(ofRecord: target)
    return anchor.map { page + "#" + $0 } ?? page
  }

  /// Whether it is known where the site is published.
  var isSitePublished: Bool { site.schema.configuration.baseAddress != nil }

  /// The address by which the world knows a page in the language of this one; relative to this page
  /// where nobody said where the site is published.
  func publishedAddress(_ subject: Page.Subject) -> String {
    publishedAddress(ofRoute: edition.prefix + routes.route(subject))
  }

  func publishedAddress(ofRoute route: String) -> String {
    routes.publishedAddress(ofRoute: route) ?? root + route
  }
}
