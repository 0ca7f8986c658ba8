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
    if hidesAnything, records[index].citedWorks != record.citedWorks { return nil }
    let old = Linker(of: index, in: self)
    var site = self
    site.records[index] = record
    let new = Linker(of: index, in: site)
    guard old.site.assets == new.site.assets,
      site.preparedComparisons().all == comparisons.all
    else { return nil }
    site.uses.replace(old.site.uses, new.site.uses) { $0.record < index }
    site.citations.replace(old.site.citations, new.site.citations) { $0.record < index }
    let targets = new.site.uses.indices.filter { !new.site.uses[$0].isEmpty }
    site.articleIndex.replaceMatters(of: index, with: targets)
    site.corrections = site.corrected()
    let before = Set(old.diagnostics)
    return Outcome(site, diagnostics.filter { !before.contains($0) } + new.diagnostics)
  }
}

extension Linker {
  /// Links one record alone, and collects only what it contributes to the others.
  fileprivate init(of record: Int, in site: LinkedSite) {
    var bare = site
    bare.assets = []
    self.init(site: bare)
    link(record: record)
  }
}

extension [[Use]] {
  /// Puts what one record contributes now in the place of what it did.
  fileprivate mutating func replace(_ old: Self, _ new: Self, isBefore: (Use) -> Bool) {
    for target in indices where !old[target].isEmpty || !new[target].isEmpty {
      self[target].replace(old[target].count, with: new[target], isBefore: isBefore)
    }
  }
}

extension [[SourceUse]] {
  /// Puts what one record contributes now in the place of what it did.
  fileprivate mutating func replace(_ old: Self, _ new: Self, isBefore: (SourceUse) -> Bool) {
    for target in indices where !old[target].isEmpty || !new[target].isEmpty {
      self[target].replace(old[target].count, with: new[target], isBefore: isBefore)
    }
  }
}

extension Array {
  /// Replaces the elements that stand after those that are before; all of one record are together.
  fileprivate mutating func replace(
    _ count: Int, with new: [Element], isBefore: (Element) -> Bool
  ) {
    let start = firstIndex { !isBefore($0) } ?? endIndex
    replaceSubrange(start..<Swift.min(start + count, endIndex), with: new)
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
  fileprivate func isReferredTo(as other: RecordText) -> Bool {
    fragments == other.fragments
      && body.headings.map(\.isNamed) == other.body.headings.map(\.isNamed)
  }
}
