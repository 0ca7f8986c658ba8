import DossierMarkdown
public import DossierSource

extension LinkedSite {
  /// Links the site again after an edit of one record's text.
  ///
  /// A text refers to others, and is referred to by its headings and exhibits alone. Where these
  /// stay and the front matter does too, nothing of another record can be different but who uses it.
  ///
  /// - Parameters:
  ///   - record: What the file says now, with its translations.
  ///   - diagnostics: What linking this site had to say.
  /// - Returns: What linking the whole site would; `nil` where only that will do.
  public func relinked(
    with record: Record, _ diagnostics: [Diagnostic]
  ) -> Outcome<LinkedSite>? {
    guard let index = self.record(record.key), records[index].differsInTextOnly(from: record) else {
      return nil
    }
    // A work that no public text cites may be hidden, and the text may cite it now.
    if register.names.hidesAnything, records[index].citedWorks != record.citedWorks { return nil }
    let register = register.replacing(index, by: record)
    let (old, new) = (Linker(of: index, in: self.register), Linker(of: index, in: register))
    guard old.links.assets == new.links.assets else { return nil }
    var (links, articleIndex) = (links, articleIndex)
    links.replace(old.links, with: new.links, of: index)
    let targets = new.links.uses.indices.filter { !new.links.uses[$0].isEmpty }
    articleIndex.replaceMatters(of: index, with: targets)
    let site = LinkedSite(register, links, articleIndex: articleIndex, after: self)
    if old.diagnostics == new.diagnostics { return Outcome(site, diagnostics) }
    let before = Set(old.diagnostics)
    return Outcome(site, diagnostics.filter { !before.contains($0) } + new.diagnostics)
  }
}

extension Linker {
  /// Links one record alone, and collects only what it contributes to the others.
  fileprivate init(of record: RecordIndex, in site: SiteRegister) {
    self.init(site)
    link(record: record)
  }
}

extension Record {
  /// Whether another state of the same file says the same but for the body, and can be referred to
  /// by the same names.
  fileprivate func differsInTextOnly(from other: Record) -> Bool {
    path == other.path && frontDigest == other.frontDigest
      && isReferredTo(as: other)
  }

  /// Whether the headings and exhibits of all its texts have the same ids, given by the author or not.
  private func isReferredTo(as other: Record) -> Bool {
    text.isReferredTo(as: other.text)
      && translations.map(\.language) == other.translations.map(\.language)
      && zip(translations, other.translations).allSatisfy { $0.text.isReferredTo(as: $1.text) }
  }
}

extension RecordText {
  /// Also whether it has as many exhibits, named or not, each of the same sort: all are files, and some
  /// are pages.
  fileprivate func isReferredTo(as other: RecordText) -> Bool {
    fragments == other.fragments
      && body.headings.map(\.isNamed) == other.body.headings.map(\.isNamed)
      && exhibits.map(\.id) == other.exhibits.map(\.id)
      && exhibits.map(\.sort) == other.exhibits.map(\.sort)
  }
}

extension Exhibit {
  fileprivate var sort: ObjectIdentifier? { content.map { ObjectIdentifier(type(of: $0)) } }
}
