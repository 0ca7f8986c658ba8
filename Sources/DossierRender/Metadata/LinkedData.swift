import DossierSite

/// The JSON-LD graph of a page in the words of schema.org: one graph, every node of which is reached
/// from the page's own.
///
/// The names of nodes are addresses of the site with a fragment, so that they stay the same from
/// build to build and from page to page.
struct LinkedData {
  private let scope: PageScope
  private let page: PageDescription
  /// The addresses of the home page and of what stands on it.
  private let home: String
  private let site: String
  private let publisher: String
  /// A translated briefing is a work of its own; a mission is the same in any language.
  private let matter: String

  init(_ scope: PageScope, _ page: PageDescription) {
    self.scope = scope
    self.page = page
    home = Self.nodeAddress(.home, scope)
    site = home + "#site"
    publisher = home + "#publisher"
    matter =
      (PageWords(scope: scope).isArticle(page)
        ? page.address : Self.nodeAddress(page.subject, scope)) + "#matter"
  }

  func document() -> [UInt8] {
    var json = JSONWriter(capacity: 4096)
    json.object { json in
      json.add("@context", "https://schema.org")
      json.array("@graph") { json in
        json.object { addPage(&$0) }
        json.object { addSite(&$0) }
        if configuration.publisher != nil { json.object { addPublisher(&$0) } }
        if page.trail.count > 1 { json.object { addTrail(&$0) } }
        addMatter(&json)
      }
    }
    return json.bytes
  }

  private var configuration: SiteConfiguration { scope.site.schema.configuration }
  private var data: String { Self.nodeAddress(.data, scope) + "#matter" }

  private func addSite(_ json: inout JSONWriter) {
    json.type("WebSite", id: site)
    json.add("url", home)
    json.add("name", configuration.title[scope.language])
    json.add("description", configuration.subtitle?[scope.language])
    json.add("inLanguage", strings: configuration.languages.map(\.code))
    if configuration.publisher != nil { json.refer("publisher", to: publisher) }
    json.add("license", configuration.licence?.address)
    let edition = scope.edition.basis.data
    json.add("version", edition.modified)
    json.add("dateModified", edition.modified)
    json.add("temporalCoverage", edition.coverage)
  }

  private func addPublisher(_ json: inout JSONWriter) {
    json.type("Organization", id: publisher)
    json.add("name", configuration.publisher?[scope.language])
    json.add("url", home)
  }

  private func addPage(_ json: inout JSONWriter) {
    json.type(pageType, id: page.address)
    json.add("url", page.address)
    json.add("name", page.title)
    if matterType == nil { json.add("description", page.summary) }
    json.add("inLanguage", page.language.code)
    json.refer("isPartOf", to: site)
    json.add("datePublished", page.published)
    json.add("dateModified", page.modified)
    if page.trail.count > 1 { json.refer("breadcrumb", to: page.address + "#breadcrumb") }
    if matterType != nil { json.refer("mainEntity", to: matter) }
    if let image = page.image {
      json.object("primaryImageOfPage") { $0.type("ImageObject", url: image.address) }
    }
  }

  private var pageType: String {
    switch page.subject {
    case .index, .topics, .topic, .sources: "CollectionPage"
    case .record(let record):
      scope.site.kind(of: record).role == .author ? "ProfilePage" : "WebPage"
    default: "WebPage"
    }
  }

  /// The breadcrumbs; the last is the page itself and needs no address.
  private func addTrail(_ json: inout JSONWriter) {
    json.type("BreadcrumbList", id: page.address + "#breadcrumb")
    json.array("itemListElement") { json in
      for (index, step) in page.trail.enumerated() {
        json.object { json in
          json.add("@type", "ListItem")
          json.add("position", number: index + 1)
          json.add("name", step.label)
          json.add("item", step.subject.map { scope.publishedAddress($0) })
        }
      }
    }
  }
}

// What the page is about.
extension LinkedData {
  /// The type of the node that the page is about; `nil` for lists and plain pages.
  private var matterType: String? {
    switch page.subject {
    case .record(let record):
      switch scope.site.kind(of: record).role {
      case .article: return "Report"
      case .author: return author(record).isBody ? "Organization" : "Person"
      case .term: return "DefinedTerm"
      case .event: return scope.site.facts.period(of: record)?.from == nil ? "Thing" : "Event"
      case .page: return nil
      default: return "Thing"
      }
    case .index(let kind, _): return isGlossary(kind) ? "DefinedTermSet" : nil
    case .source: return "CreativeWork"
    case .data: return "Dataset"
    default: return nil
    }
  }

  private func isGlossary(_ kind: KindIndex) -> Bool { scope.site.schema.kinds[kind].role == .term }

  private func author(_ record: RecordIndex) -> AuthorName {
    Authors(scope: scope).authorName(record, scope.site.kind(of: record))
  }

  private func addMatter(_ json: inout JSONWriter) {
    guard let type = matterType else { return }
    json.object { json in
      json.type(type, id: matter)
      json.add("url", page.address)
      switch page.subject {
      case .record(let record): addRecord(record, &json)
      case .source(let source): addWork(scope.site.sources[source], &json)
      case .data: addDataset(&json)
      default: json.add("name", page.title)
      }
    }
    for author in page.authors where author.record != nil { json.object { add(author, &$0) } }
  }

  private func addRecord(_ record: RecordIndex, _ json: inout JSONWriter) {
    let kind = scope.site.kind(of: record)
    json.add("name", page.title)
    if kind.role == .author { return addName(author(record), &json) }
    json.add("description", page.summary)
    switch kind.role {
    case .article: addArticle(record, &json)
    case .term:
      if let index = scope.site.schema.kindIndex(kind.id), scope.routes.isListed(index) {
        let set = Self.nodeAddress(.index(kind: index, part: 0), scope) + "#matter"
        json.refer("inDefinedTermSet", to: set)
      }
    case .event:
      json.add("startDate", scope.site.facts.period(of: record)?.from)
      addPlace(of: record, &json)
    default:
      json.add("alternateName", scope.site.records[record].short)
      json.refer("subjectOf", to: data)
    }
  }

  private func addPlace(of record: RecordIndex, _ json: inout JSONWriter) {
    guard let place = scope.site.facts.place(of: record) else { return }
    json.object("location") { json in
      json.add("@type", "Place")
      json.add("name", place.name?[scope.language])
      json.object("geo") { json in
        json.add("@type", "GeoCoordinates")
        json.name("latitude")
        json.literal(DataValue.number(place.latitude))
        json.name("longitude")
        json.literal(DataValue.number(place.longitude))
      }
    }
  }

  private func addArticle(_ record: RecordIndex, _ json: inout JSONWriter) {
    json.add("headline", headline)
    json.array("author") { json in
      for author in page.authors {
        json.object { $0.add("@id", author.record.map { address(of: $0) } ?? publisher) }
      }
    }
    if configuration.publisher != nil { json.refer("publisher", to: publisher) }
    json.add("datePublished", page.published)
    json.add("dateModified", page.modified)
    json.add("inLanguage", page.language.code)
    json.add("keywords", strings: page.topics)
    json.add("license", configuration.licence?.address)
    json.add("image", page.image?.address)
    json.refer("mainEntityOfPage", to: page.address)
    json.refer("isPartOf", to: site)
  }

  /// Search engines show no more than 110 characters of a headline.
  private var headline: String {
    guard page.title.utf8.count > 110, page.title.count > 110 else { return page.title }
    return page.title.prefix(109) + "…"
  }

  /// The name of an author's node, which stands on the author's own page.
  private func address(of author: RecordIndex) -> String {
    Self.nodeAddress(.record(author), scope) + "#matter"
  }

  private func add(_ author: AuthorName, _ json: inout JSONWriter) {
    guard let record = author.record else { return }
    json.type(author.isBody ? "Organization" : "Person", id: address(of: record))
    json.add("name", author.name)
    json.add("url", scope.publishedAddress(.record(record)))
    addName(author, &json)
  }

  private func addName(_ author: AuthorName, _ json: inout JSONWriter) {
    json.add("familyName", author.family)
    json.add("givenName", author.given)
  }

  private func addWork(_ source: Source, _ json: inout JSONWriter) {
    json.add("name", source.title)
    json.add("datePublished", source.issued)
    json.add("inLanguage", source.language)
    json.add("sameAs", source.url.map { Self.ascii($0) })
    guard !source.authors.isEmpty else { return }
    json.array("author") { json in
      for name in source.authors {
        json.object { json in
          json.add("@type", name.isLiteral ? "Organization" : "Person")
          json.add("name", (name.given.map { $0 + " " } ?? "") + name.family)
        }
      }
    }
  }

  /// An address whose letters beyond ASCII are percent-encoded.
  private static func ascii(_ address: String) -> String {
    guard address.utf8.contains(where: { $0 >= 0x80 }) else { return address }
    return address.unicodeScalars.map { scalar in
      scalar.isASCII
        ? String(scalar)
        : UTF8.encode(scalar).map {
          $0.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
        }
          ?? ""
    }.joined()
  }

  private func addDataset(_ json: inout JSONWriter) {
    json.add("name", configuration.title[scope.language] + ": " + page.title)
    json.add("description", page.summary)
    json.refer("isPartOf", to: site)
    if configuration.publisher != nil { json.refer("creator", to: publisher) }
    json.add("license", configuration.licence?.address)
    json.array("distribution") { json in
      for kind in scope.routes.listedKinds {
        for format in scope.routes.dataFormats(ofKind: kind) where format != .schema {
          let route = scope.routes.route(.dataFile(kind: kind, format))
          json.object { json in
            json.add("@type", "DataDownload")
            json.add("encodingFormat", format.mediaType)
            json.add("contentUrl", scope.publishedAddress(ofRoute: route))
          }
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func type(_ type: String, id: String) {
    add("@type", type)
    add("@id", id)
  }

  fileprivate mutating func type(_ type: String, url: String) {
    add("@type", type)
    add("url", url)
  }

  fileprivate mutating func refer(_ name: String, to id: String) {
    object(name) { $0.add("@id", id) }
  }
}

extension LinkedData {
  /// The address of a page in the original's language, from which a node takes its name.
  private static func nodeAddress(_ subject: Page.Subject, _ scope: PageScope) -> String {
    scope.publishedAddress(ofRoute: scope.routes.route(subject))
  }
}
