import DossierMarkdown
import DossierSite
import DossierTemplate

/// Where something is rendered: the site, the language, and the page that it is for.
struct PageScope: Sendable {
  let edition: Edition
  /// `../` for each folder between the page and the site's root.
  let root: String
  /// The record whose page it is, if any.
  let record: Int?
  /// `site.`, `strings.` and, once it is known, `page.`.
  var roots: Roots
  /// What the page holds, where it is a handout.
  var handout: HandoutPlan?
  /// Stands before the anchors of the record that is being rendered, where a page holds several.
  var anchorPrefix = ""
  /// Bytes of the images that the page holds in itself, by their path below the project.
  var embedded: [String: [UInt8]] = [:]

  /// Lent, since a copy of so many fields for every look-up would cost more than the look-up.
  var site: LinkedSite { _read { yield edition.site } }
  var templates: TemplateSet { edition.templates }
  var routes: Routes { edition.routes }
  var language: Language { edition.language }

  /// The tag of the original's language, where it is not the page's own.
  var originalCode: String? {
    edition.prefix.isEmpty ? nil : site.schema.configuration.original.code
  }

  /// The tag of the language of a record's title, where it is not the page's own.
  func titleLanguage(of record: Int) -> String? {
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
    if let anchor = handout?.anchor(of: destination, in: self) { return "#" + anchor }
    return switch destination {
    case .record(let record): address(of: record, anchor: nil)
    case .fact(let record, let field), .point(let record, let field, _):
      address(of: record, anchor: anchor(ofField: field, of: record))
    case .verdict(let option, let scenario):
      address(of: option, anchor: anchor(ofVerdictIn: scenario))
    case .heading(let record, let id): address(of: record, anchor: isHeading(id, record) ? id : nil)
    case .exhibit(let record, let id):
      address(of: record, anchor: isExhibit(id, record) ? "exhibit-" + id : nil)
    case .source(let source): pageAddress(.source(source))
    case .file(let path): root + AssetRoute.address(of: path)
    }
  }

  /// The records that an exhibit is about: in the author's order, those of a kind by their names.
  func records(of selection: RecordSelection) -> [Int] {
    let records = site.records(of: selection)
    return selection.kind == nil ? records : edition.sorted(records, of: site, by: .name)
  }

  /// Whether the text of a record in the page's language has a heading: a translation has its own.
  func isHeading(_ id: String, _ record: Int) -> Bool {
    edition.text(of: site.records[record]).body.headings.contains { $0.id == id }
  }

  /// Whether the text of a record in the page's language has an exhibit, as with its headings.
  private func isExhibit(_ id: String, _ record: Int) -> Bool {
    exhibits(of: record).contains { $0.id == id }
  }

  private func address(of target: Int, anchor: String?) -> String {
    if target == record, let anchor { return "#" + anchor }
    let page = languageRoot + routes.route(ofRecord: target)
    return anchor.map { page + "#" + $0 } ?? page
  }

  /// The anchor of a fact on the page of its record.
  func anchor(ofField field: Int, of record: Int) -> String {
    "fact-" + site.kind(of: record).fields[field].id
  }

  /// A work that a sentence names, "Gowan (2018)"; `nil` where no work has the id.
  func name(_ mention: Citation) -> String? {
    guard let index = site.source(mention.id) else { return nil }
    let source = site.sources[index]
    return edition.bibliography.named(
      source, locator: mention.locator, suffix: edition.suffixes[source.id] ?? "")
  }

  /// "Gowan 2018, 4–6" for a citation; the id where the source is not there.
  func label(_ citation: Citation) -> String {
    guard let index = site.source(citation.id) else { return citation.id }
    let source = site.sources[index]
    return edition.bibliography.inText(
      source, yearOnly: citation.yearOnly, locator: citation.locator,
      suffix: edition.suffixes[source.id] ?? "")
  }
}

/// Where files that are published as they are lie in the site.
public enum AssetRoute {
  /// The route of a file of `content/` or of `templates/assets/`.
  public static func route(of path: String) -> String {
    for folder in ["content/", "templates/"] where path.hasPrefix(folder) {
      return String(path.dropFirst(folder.count))
    }
    return path
  }

  /// The route, percent-encoded as an address wants it.
  static func address(of path: String) -> String {
    var address = ""
    for byte in route(of: path).utf8 {
      if isPlain(byte) {
        address.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return address
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
