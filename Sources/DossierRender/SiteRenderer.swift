public import DossierSite
public import DossierSource
import DossierTemplate

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Renders the pages of a site, each on its own and from values alone: no disk, no clock.
public struct SiteRenderer: Sendable {
  let site: LinkedSite
  let templates: TemplateSet
  let editions: [Edition]
  private let sitemap: LazySitemap
  /// The bytes of `templates/handout.css`.
  private let handoutStyle: [UInt8]

  /// Every page in every language, in a fixed order: what gathers many records first, since the work
  /// is shared out in this order, and what takes longest should not be begun when all else is done.
  public func pages() -> [Page] {
    guard let edition = editions.first else { return [] }
    let languages = editions.map(\.language)
    let list = PageList(routes: edition.routes)
    let pages =
      list.files(in: languages, sitemapParts: sitemap.value?.partCount)
      + list.pages(in: languages)
    return pages.filter { !$0.subject.isOfOne } + pages.filter { $0.subject.isOfOne }
  }

  /// The bytes of one page: HTML, or what the format of a file for machines is.
  ///
  /// - Parameters:
  ///   - images: The bytes of ``embeddedImages(_:)``, by path; one that is missing is linked.
  ///   - paper: The size of the sheets of a handout; `nil` for the site's own.
  public func render(
    _ page: Page, images: [String: [UInt8]] = [:], paper: Paper? = nil
  ) -> [UInt8] {
    guard var scope = scope(of: page) else { return [] }
    scope.embedded = images
    return switch page.subject {
    case .feed(let feed, let format): FeedDocument(scope: scope).render(feed, as: format)
    case .sitemap(let part): sitemap.value?.document(part: part) ?? []
    case .comparisonData(let kind): CompareScript.document(scope.edition, ofKind: kind)
    case .robots: Sitemap.robots(scope.routes)
    case .dataFile(let kind, let format): DataFiles(scope: scope).render(format, ofKind: kind)
    case .sourceData(let format): Array(format.document(of: site.sources).utf8)
    case .dataPackage: DataPackage(scope).document()
    case .exhibitData(let record, let place):
      ExhibitFile(scope: scope).exhibitTable(at: place, of: record)
    case .exhibitDrawing(let record, let place):
      TakenExhibit(scope, record, place: place)?.file() ?? []
    case .card, .comparisonCard: CardMaker(scope: scope).picture(page.subject)
    case .redirects(let format):
      RedirectTable(editions.map(\.language), scope.routes).document(format)
    case .brand: BrandStyle(site.schema.configuration.brand).sheet()
    default: html(page, scope, paper ?? site.schema.configuration.paper)
    }
  }

  /// Whether a page is not whole, since its templates would have taken too long.
  public static func isCutOff(_ html: [UInt8]) -> Bool {
    let mark = TemplateSet.cutOffMark
    return html.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      var offset = 0
      while offset < bytes.count,
        let found = memchr(start + offset, Int32(mark[0]), bytes.count - offset)
      {
        let place = start.distance(to: UnsafeRawPointer(found))
        if bytes[place...].starts(with: mark) { return true }
        offset = place + 1
      }
      return false
    }
  }

  private func html(_ page: Page, _ scope: PageScope, _ paper: Paper) -> [UInt8] {
    var scope = scope
    scope.roots = scope.roots.setting(
      "page", to: PageView.shape.object(PageFrame(scope: scope).view(of: page)))
    var output: [UInt8] = []
    output.reserveCapacity(32_768)
    if let plan = scope.handout {
      let view = HandoutPage(scope: scope).view(
        of: page, plan, style: handoutStyle, paper: paper)
      let object = HandoutView.shape.object(view)
      templates.render("handout", object, roots: scope.roots, into: &output)
      output = BrandStyle(site.schema.configuration.brand).painted(output)
      output += HandoutMark.html
    } else {
      let (template, object) = PageMatter(scope: scope).matter(of: page.subject)
      templates.render(template, object, roots: scope.roots, into: &output)
    }
    return output
  }

  func scope(of page: Page) -> PageScope? {
    guard let edition = editions.first(where: { $0.language == page.language }) else { return nil }
    var scope = PageScope(
      edition: edition, root: root(of: page), record: page.subject.record, roots: edition.roots)
    scope.handout = HandoutPage.plan(of: page.subject, in: edition)
    return scope
  }

  /// Paths below the project of the images that a page holds in itself, so that whoever renders it
  /// can read them: a handout and a card are one file, and rendering reads none.
  public func embeddedImages(_ page: Page) -> [String] {
    if page.subject.isCard { return site.logoPath.map { [$0] } ?? [] }
    guard page.subject.isHandout, let scope = scope(of: page), let plan = scope.handout else {
      return []
    }
    var images = Set(
      plan.inclusions.flatMap {
        HandoutMatter(edition: scope.edition).images(in: $0.key, $0.value.portions)
      })
    if let logo = site.logoPath { images.insert(logo) }
    return images.sorted()
  }

  /// The open data on the kinds of the records that a handout holds, for engines that can put files
  /// into a PDF.
  ///
  /// - Returns: Tables as CSV by their file names, in the order of the kinds.
  public func attachments(of handout: Page) -> [(name: String, bytes: [UInt8])] {
    guard let scope = scope(of: handout), let plan = scope.handout else { return [] }
    let held = Set(plan.inclusions.keys.map { site.records[$0].key.kind })
    return scope.routes.listedKinds.filter { held.contains(site.schema.kinds[$0].id) }.map { kind in
      (site.schema.kinds[kind].folder + ".csv", DataFiles(scope: scope).render(.csv, ofKind: kind))
    }
  }

  /// The day that a handout bears; `nil` where it bears none.
  public func date(ofHandout handout: Page) -> PartialDate? {
    switch handout.subject {
    case .handout(let record): HandoutPage.date(of: site.records[record])
    case .collection(let index): site.handouts[index].date
    default: nil
    }
  }

  /// The handout of any record, by its index, whether or not the site holds it.
  public func handout(ofRecord record: RecordIndex, in language: Language) -> Page {
    page(.handout(record), in: language)
  }

  /// The handout that a collection declares, by the collection's index.
  public func handout(ofCollection index: Int, in language: Language) -> Page {
    page(.collection(index), in: language)
  }

  private func page(_ subject: Page.Subject, in language: Language) -> Page {
    let prefix = editions.first { $0.language == language }?.prefix ?? ""
    return Page(
      subject: subject, language: language,
      route: prefix + (editions.first?.routes.route(subject) ?? ""))
  }

  /// A page that is shown for any address needs addresses that do not depend on its own.
  private func root(of page: Page) -> String {
    if let base = site.schema.configuration.baseAddress {
      if page.subject == .notFound { return Addresses.path(ofAddress: base) }
      if page.subject.isHandout { return base }
    }
    return Addresses.root(of: page.route)
  }
}

extension SiteRenderer {
  /// Compiles the templates and prepares what all pages share.
  ///
  /// - Parameters:
  ///   - templates: The HTML files below `templates/`.
  ///   - strings: The interface texts, a file for each language of the site.
  ///   - handoutStyle: The bytes of ``handoutStylePath``; a handout needs them.
  /// - Returns: A renderer to be used only where no diagnostic is an error.
  public static func prepare(
    _ site: LinkedSite, templates: [SourceFile], strings: [InterfaceStrings],
    handoutStyle: [UInt8] = [], files: [PublishedFile] = []
  ) -> Outcome<SiteRenderer> {
    SiteTemplates.compile(
      site.schema, templates: templates, strings: strings, handoutStyle: handoutStyle
    )
    .map { SiteRenderer(site, $0, files: files) }
  }

  /// Prepares what all pages share.
  ///
  /// - Parameters:
  ///   - templates: Compiled for the schema of the site.
  ///   - files: What of `templates/assets/` is published beside pages.
  ///   - previous: The renderer of this site or of one from which it was relinked: what rests on no
  ///     text is the same, and is not prepared again.
  public init(
    _ site: LinkedSite, _ templates: SiteTemplates, files: [PublishedFile],
    following previous: SiteRenderer? = nil
  ) {
    self.site = site
    self.templates = templates.set
    handoutStyle = templates.handoutStyle
    let fonts = FirstFonts(files)
    let brand = site.schema.configuration.brand
    let ofLanguages = templates.strings.map { ($0.language, fonts.routes(for: $0, brand)) }
    let routes = Routes(
      site: site, optional: OptionalPages(in: templates.set),
      firstFonts: Dictionary(ofLanguages) { first, _ in first },
      following: previous?.editions.first?.routes)
    editions = templates.strings.reduce(into: []) { editions, strings in
      let before = previous?.editions.first { $0.language == strings.language }
      editions.append(
        Edition(
          routes, strings, templates.set, original: editions.first, basis: before?.basis))
    }
    sitemap = LazySitemap(routes, editions.map(\.language))
  }
}

extension SiteRenderer {
  /// What exhibits rest on beside the site.
  public var exhibitGround: ExhibitGround {
    ExhibitGround(
      languages: editions.map(\.language),
      templates: PlacedExhibit.rooms.map { $0.template.path }.filter(templates.contains))
  }

  /// The texts with exhibits, originals and translations, in a fixed order; each is to be tried once,
  /// since a page cannot say any more what is missing from it.
  public func exhibitTexts() -> [ExhibitText] { site.withExhibits.flatMap(exhibitTexts) }

  /// Those of one record.
  public func exhibitTexts(of record: RecordIndex) -> [ExhibitText] {
    let entry = site.records[record]
    return editions.filter { edition in
      // Where there is no translation, the original's text is shown, and tried by itself.
      let text = edition.prefix.isEmpty ? entry.text : edition.translation(of: entry)?.text
      return text?.exhibits.isEmpty == false
    }.map { ExhibitText(record: record, language: $0.language) }
  }

  /// The exhibits of a text that have no content or cannot be drawn.
  public func refusedExhibits(in text: ExhibitText) -> [Diagnostic] {
    guard let edition = editions.first(where: { $0.language == text.language }) else { return [] }
    let scope = PageScope(edition: edition, root: "", record: nil, roots: edition.roots)
    return ExhibitTrial(scope: scope).refusedExhibits(of: text.record)
  }

  /// What the former addresses of the site lack.
  public func missingForRedirects() -> [Diagnostic] {
    guard !site.aliases.isEmpty else { return [] }
    guard !templates.contains("redirect") else { return takenAddresses() }
    return [
      .error(
        "template.missing", "there is no template 'redirect' for the aliases of records",
        at: Place(path: "templates/redirect.html", line: 1, column: 1),
        help: "write one, or take 'aliases' out of the records")
    ]
  }

  /// Former addresses at which a page lies now, or in which a language is named.
  private func takenAddresses() -> [Diagnostic] {
    let addresses = site.aliases.filter { alias in
      if case .address = alias.former { true } else { false }
    }
    guard let routes = editions.first?.routes, !addresses.isEmpty else { return [] }
    let list = PageList(routes: routes)
    let languages = editions.map(\.language)
    let pages = list.pages(in: languages) + list.files(in: languages, sitemapParts: nil)
    let taken = Set(pages.filter { !$0.subject.isRedirect }.map { $0.route.lowercased() })
    return addresses.compactMap { alias in
      guard case .address(let address) = alias.former else { return nil }
      let record = site.records[alias.record]
      let place = Place(path: record.path, span: record.span(ofAlias: address))
      let folder = address.route.prefix { $0 != "/" }
      if languages.contains(Language(String(folder))), folder != address.route {
        return .error(
          "record.address", "'\(address.route)' begins with a language", at: place,
          help: "leave it out: each language has the address below its own folder")
      }
      guard taken.contains(address.route.lowercased()) else { return nil }
      return .error(
        "record.address", "the site has a page of its own at '\(address.route)'", at: place,
        help: "take the alias out")
    }
  }

  /// What the handouts of the site lack.
  public func missingForHandouts() -> [Diagnostic] {
    guard editions.first?.routes.hasHandouts == true else { return [] }
    var diagnostics: [Diagnostic] = []
    // Where kinds ask for handouts, the compiler of the templates has said so.
    let isAsked = site.schema.kinds.contains { $0.hasHandouts }
    if !isAsked, !templates.contains("handout") {
      diagnostics.append(
        .error(
          "template.missing", "there is no template 'handout' for the handouts",
          at: Place(path: "templates/handout.html", line: 1, column: 1),
          help: "write one, or take the handouts out of content/"))
    }
    if handoutStyle.isEmpty {
      diagnostics.append(
        .error(
          "template.missing", "there is no style for the handouts",
          at: Place(path: SiteTemplates.handoutStylePath, line: 1, column: 1),
          help: "write one, or take the handouts out of content/"))
    }
    if site.schema.configuration.baseAddress == nil {
      diagnostics.append(
        .note(
          "handout.address", "the handouts' links lead nowhere once they are sent by themselves",
          at: Place(path: "content/site.yml", line: 1, column: 1),
          help: "say where the site is published: 'base-url: https://…'"))
    }
    return diagnostics
  }
}

extension Page.Subject {
  /// Whether it is about one record or work, and so takes little.
  fileprivate var isOfOne: Bool {
    switch self {
    case .record, .source, .handout, .exhibitData, .exhibit, .exhibitDrawing, .card,
      .comparisonCard:
      true
    default: false
    }
  }

  fileprivate var isRedirect: Bool {
    if case .redirect = self { true } else { false }
  }

  fileprivate var record: RecordIndex? {
    if case .record(let record) = self { record } else { nil }
  }

  fileprivate var isHandout: Bool {
    switch self {
    case .handout, .collection: true
    default: false
    }
  }

  fileprivate var isCard: Bool {
    switch self {
    case .card, .comparisonCard: true
    default: false
    }
  }
}
