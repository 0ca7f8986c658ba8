import DossierMarkdown
public import DossierSource

extension LinkedSite {
  /// Resolves every reference and citation of the site, and collects where each is used.
  ///
  /// The cost is that of the look-ups: it grows with the number of references.
  public static func link(_ site: PublicSite) -> Outcome<LinkedSite> {
    let linking = Linking(site)
    return linking.joined(linking.stretches(1).map(linking.part))
  }
}

/// Walks texts and facts of a site once.
struct Linker {
  private let site: SiteRegister
  private(set) var links: Links
  private(set) var diagnostics: [Diagnostic] = []

  init(_ site: SiteRegister) {
    self.site = site
    links = Links(site)
  }

  /// Adds what is checked of the site as a whole.
  mutating func finish() {
    linkShareImage()
    linkLogo()
    diagnostics += MenuLinker.link(site).diagnostics
    diagnostics += site.checkedWorks() + site.aliasCollisions()
    diagnostics += site.unreadFiles(besides: links.assets)
    for handout in site.handouts { diagnostics += HandoutLinker.check(handout, of: site) }
  }

  /// Adds what a linker of later records collected.
  mutating func add(_ later: Linker) {
    links.add(later.links)
    diagnostics += later.diagnostics
  }

  private mutating func linkShareImage() {
    guard let image = site.schema.configuration.image else { return }
    if let path = site.files.path(image.path) {
      links.assets.insert(path)
      return
    }
    let broken = BrokenReference(
      code: "image.missing", message: "there is no image '\(image.path)'",
      help: "name a file by its path below content/")
    report(broken, at: Place(path: SiteConfiguration.path, span: image.span))
  }

  /// What is no image could not be shown, and one without a size would move what stands beside it.
  private mutating func linkLogo() {
    guard let logo = site.schema.configuration.brand.logo else { return }
    if let path = site.files.path(logo.path), site.files.size(ofImage: path) != nil {
      links.assets.insert(path)
      return
    }
    let isThere = site.files.path(logo.path) != nil
    let broken = BrokenReference(
      code: "brand.logo",
      message: isThere
        ? "'\(logo.path)' is no image that says its size" : "there is no image '\(logo.path)'",
      help: "name a PNG, JPEG, GIF, WebP or SVG with a viewBox by its path below content/")
    report(broken, at: Place(path: SiteConfiguration.path, span: logo.span))
  }

  mutating func link(record index: RecordIndex) {
    let record = site.records[index]
    let kind = site.kind(of: index)
    linkFacts(record, index, kind)
    linkAuthors(record, index)
    var text = LinkedText(record: index, path: record.path, text: record.text, language: nil)
    link(text, keyPoints: record.article.keyPoints)
    for translation in record.translations {
      text = LinkedText(
        record: index, path: translation.path, text: translation.text,
        language: translation.language)
      link(text, keyPoints: translation.keyPoints)
      check(translation, of: record, kind)
      checkAge(of: translation, record)
    }
  }

  /// A text of a record in one language.
  private struct LinkedText {
    var record: RecordIndex
    var path: String
    var text: RecordText
    var language: Language?
  }

  private mutating func link(_ text: LinkedText, keyPoints: [Prose]) {
    link(text.text.body.prose, in: .body, of: text)
    for (number, note) in text.text.body.notes.enumerated() {
      link(note.content, in: .note(number), of: text)
    }
    for (number, point) in keyPoints.enumerated() { link(point, in: .keyPoint(number), of: text) }
    for (number, exhibit) in text.text.exhibits.enumerated() {
      link(exhibit, number, of: text)
    }
  }

  private mutating func link(_ prose: Prose, in part: TextPart, of text: LinkedText) {
    for (number, hole) in prose.holes.enumerated() {
      let place = Place(path: text.path, span: hole.span)
      switch hole.filling {
      case .reference(let reference):
        link(reference, hole: number, in: part, of: text, at: place)
      case .citation(let citations):
        for citation in citations {
          cite(citation, from: SourceUse(record: text.record, part: part), in: text.path)
        }
      case .work(let work):
        cite(work, from: SourceUse(record: text.record, part: part), in: text.path)
      case .mention(let work, _):
        let use = SourceUse(record: text.record, part: part)
        if let source = site.names.source(work.id) { links.add(use, to: source) }
      case .image(let image): check(image, at: place)
      case .bracket, .note, .exhibit, .callout: break
      }
    }
  }

  private mutating func link(
    _ reference: Reference, hole: Int, in part: TextPart, of text: LinkedText, at place: Place
  ) {
    do throws(BrokenReference) {
      let destination = try site.resolve(
        reference, in: text.record, text: text.text, language: text.language)
      tellMissingHeading(destination, of: text, at: place)
      var use = Use(record: text.record, part: part, hole: hole, language: text.language)
      switch destination {
      case .record(let target), .verdict(let target, _), .heading(let target, _),
        .exhibit(let target, _):
        links.add(use, to: target)
      case .fact(let target, let field):
        use.field = field
        links.add(use, to: target)
        hold(reference.label, against: field, of: target, claim: nil, at: place)
      case .point(let target, let field, let claim):
        use.field = field
        links.add(use, to: target)
        hold(reference.label, against: field, of: target, claim: claim, at: place)
      case .source(let source):
        links.add(SourceUse(record: text.record, part: part), to: source)
      case .file(let path): links.assets.insert(path)
      }
    } catch {
      report(error, at: place)
    }
  }

  /// Warns where a translation leads to a heading that only the original of another text has.
  ///
  /// One that the author named is told at the translation that lacks it.
  private mutating func tellMissingHeading(
    _ destination: Destination, of text: LinkedText, at place: Place
  ) {
    guard let language = text.language, case .heading(let target, let id) = destination,
      let translation = site.records[target].translations.first(where: { $0.language == language }),
      !translation.text.body.headings.contains(where: { $0.id == id }),
      site.records[target].text.body.headings.contains(where: { $0.id == id && !$0.isNamed })
    else { return }
    diagnostics.append(
      .warning(
        "reference.heading", "'\(id)' is a heading of the original alone", at: place,
        help: "give it the same id in both texts, {#\(id)}, or link the one in \(translation.path)")
    )
  }

  /// Warns of a number in the author's own words for a fact that no claim of it supports.
  private mutating func hold(
    _ label: [UInt8]?, against field: FieldIndex, of record: RecordIndex, claim: ClaimIndex?,
    at place: Place
  ) {
    guard let label else { return }
    let words = Prose(html: label).plainText(nil) { _ in "" }.replacing("\u{A0}", with: " ")
    let statement = site.facts.statement(field, of: record)
    guard statement.unsupportedNumber(in: words, claim: claim) != nil else { return }
    let rules = site.schema.rules(of: site.schema.configuration.original)
    let name = "\(site.records[record].key)#\(statement.declaration.id)"
    diagnostics.append(
      .warning(
        "fact.disagrees", "no claim of '\(name)' supports the number in '\(words)'", at: place,
        help: "it says \(statement.figures(rules))"))
  }

  private mutating func cite(_ citation: Citation, from use: SourceUse, in path: String) {
    do throws(BrokenReference) {
      links.add(use, to: try site.names.find(source: citation.id))
    } catch {
      report(error, at: Place(path: path, span: citation.span))
    }
  }

  private mutating func check(_ image: Image, at place: Place) {
    do throws(BrokenReference) {
      let path = try SiteFiles.path(image.path, from: place.path)
      if let asset = site.files.path(path) {
        links.assets.insert(asset)
        return checkSize(ofImage: asset, at: place)
      }
      throw BrokenReference(
        code: "image.missing", message: "there is no image '\(path)'",
        help: "lay the file beside the text, and link it by its name")
    } catch {
      report(error, at: place)
    }
  }

  private mutating func checkSize(ofImage path: String, at place: Place) {
    guard site.files.isBroken(image: path) else { return }
    diagnostics.append(
      .warning(
        "image.size", "the size of '\(path)' cannot be read", at: place,
        help: "save it again as PNG, JPEG, GIF or WebP, or give the SVG a viewBox"))
  }

  private mutating func report(_ broken: BrokenReference, at place: Place) {
    guard !broken.isExplained else { return }
    diagnostics.append(.error(broken.code, broken.message, at: place, help: broken.help))
  }
}

// Facts, authors, exhibits, translations.
extension Linker {
  private mutating func linkFacts(_ record: Record, _ index: RecordIndex, _ kind: Kind) {
    for (field, fact) in record.facts.indexed {
      guard let fact else { continue }
      for (number, evidence) in fact.evidence.enumerated() {
        let use = SourceUse(record: index, part: .field(field, number))
        for citation in evidence.sources { cite(citation, from: use, in: evidence.place.path) }
      }
      for (number, claim) in fact.claims.enumerated() {
        link(claim, in: .field(field, number), of: record, index)
      }
    }
  }

  private mutating func link(
    _ claim: Claim, in part: TextPart, of record: Record, _ index: RecordIndex
  ) {
    switch claim.value {
    case .reference(let key), .rating(let key, _):
      do throws(BrokenReference) {
        links.add(Use(record: index, part: part), to: try site.names.find(key))
      } catch {
        report(error, at: claim.evidence.place)
      }
    case .markdown(let prose):
      link(
        prose, in: part,
        of: LinkedText(
          record: index, path: claim.evidence.place.path, text: record.text, language: nil))
    default: break
    }
  }

  private mutating func linkAuthors(_ record: Record, _ index: RecordIndex) {
    guard let kind = site.schema.kinds(.author).first else { return }
    for author in record.article.authors {
      do throws(BrokenReference) {
        let found = try site.names.find(RecordKey(kind: kind.id, id: author.id))
        links.works[found, default: []].append(index)
      } catch {
        report(error, at: Place(path: record.path, span: author.span))
      }
    }
  }

  private mutating func link(_ exhibit: Exhibit, _ number: Int, of text: LinkedText) {
    let found = ExhibitLinker.check(exhibit, in: text.path, of: site)
    diagnostics += found.diagnostics
    for target in found.value {
      links.add(
        Use(record: text.record, part: .exhibit(number), language: text.language), to: target)
    }
  }

  /// A translation says which text it translates, so that a change of that text is noticed.
  private mutating func checkAge(of translation: Translation, _ record: Record) {
    let digest = TextDigest.text(record.textDigest)
    guard translation.translatedFrom?.id != digest else { return }
    let help = "compare it with \(record.path), then set 'translated-from: \(digest)'"
    if let stated = translation.translatedFrom {
      diagnostics.append(
        .warning(
          "translation.outdated", "the original's text has changed since it was translated",
          at: Place(path: translation.path, span: stated.span), help: help))
    } else {
      diagnostics.append(
        .note(
          "translation.undated", "the translation does not say which text it translates",
          at: Place(path: translation.path, line: 1, column: 1), help: help))
    }
  }

  /// An id that the author gave a heading is one for all languages, since links lead to it.
  private mutating func checkHeadings(of translation: Translation, _ record: Record) {
    guard !translation.text.body.prose.isEmpty else { return }
    let ids = Set(translation.text.body.headings.map(\.id))
    for heading in record.text.body.headings where heading.isNamed && !ids.contains(heading.id) {
      diagnostics.append(
        .warning(
          "translation.heading",
          "no heading has the id '\(heading.id)', as one of the original has",
          at: Place(path: translation.path, line: 1, column: 1),
          help: "write {#\(heading.id)} behind the heading that translates it"))
    }
    let originals = Set(record.text.body.headings.map(\.id))
    for heading in translation.text.body.headings
    where heading.isNamed && !originals.contains(heading.id) {
      diagnostics.append(
        .warning(
          "translation.heading", "no heading of the original has the id '\(heading.id)'",
          at: Place(path: translation.path, span: heading.span),
          help: "write {#\(heading.id)} behind the heading that it translates, or leave it out"))
    }
  }

  /// A translation has as many items and notes as the original has claims.
  private mutating func check(_ translation: Translation, of record: Record, _ kind: Kind) {
    checkHeadings(of: translation, record)
    let counts =
      translation.texts.mapValues(\.count).map { ($0, $1, "text") }
      + translation.notes.mapValues(\.count).map { ($0, $1, "note") }
    for (field, count, what) in counts.sorted(by: { ($0.0, $0.2) < ($1.0, $1.2) }) {
      let claims = record.facts[field]?.claims.count ?? 0
      guard count != claims else { continue }
      let span = translation.spans[field] ?? Span(line: 1, column: 1)
      diagnostics.append(
        .error(
          "translation.count",
          "'\(kind.fields[field].id)' has \(Self.count(count, what)) here and "
            + "\(Self.count(claims, "claim")) in the original",
          at: Place(path: translation.path, span: span),
          help: "give one for each claim of \(record.path), in the same order"))
    }
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
