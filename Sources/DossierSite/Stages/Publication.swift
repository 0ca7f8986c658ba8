import DossierMarkdown

/// Decides what may be seen at a moment, of whatever sort it is.
struct Publication {
  let now: Int
  /// Whether all is kept, as in the preview.
  let showsAll: Bool
  /// When something may be seen that may not yet, in seconds since 1970.
  private(set) var nextRelease: Int?
  /// Records that are kept though they are not public yet.
  private(set) var unreleased: Set<RecordKey> = []

  init(now: Int, showsAll: Bool) {
    self.now = now
    self.showsAll = showsAll
  }

  /// A site in two: what may be seen, and the names of the rest with the records that are part of it.
  struct Parts {
    var records: [Record] = []
    var sources: [Source] = []
    var handouts: [HandoutCollection] = []
    var hidden = HiddenThings()
    var hiddenRecords: [Record] = []
  }

  /// Sorts everything that a site holds; nothing else decides about any of it.
  mutating func parts(of site: ParsedSite) -> Parts {
    var parts = Parts()
    var releases: [String: Int] = [:]
    for kind in site.schema.kinds {
      releases[kind.id] = kind.schedule.release()
      if !isSeen(from: releases[kind.id]) { parts.hidden.kinds.insert(kind.id) }
    }
    for record in site.records {
      let release = [record.release, releases[record.key.kind]].compactMap(\.self).max()
      if isSeen(from: release) {
        parts.records.append(record)
        if (release ?? now) > now { unreleased.insert(record.key) }
      } else {
        parts.hidden.keys.insert(record.key)
        parts.hiddenRecords.append(record)
      }
    }
    hideWhatNobodySees(of: site, &parts)
    for kind in site.schema.kinds where parts.hidden.kinds.contains(kind.id) {
      parts.hidden.folders.insert(kind.folder)
    }
    for source in site.sources {
      let isHidden = parts.hidden.keys.contains(RecordKey(source: source.id))
      if isSeen(from: source.schedule.release()), !isHidden {
        parts.sources.append(source)
      } else {
        parts.hidden.keys.insert(RecordKey(source: source.id))
      }
    }
    for handout in site.handouts {
      if isSeen(from: handout.schedule.release(on: handout.date)) {
        parts.handouts.append(handout)
      } else {
        parts.hidden.keys.insert(RecordKey(handout: handout.id))
      }
    }
    return parts
  }

  private mutating func isSeen(from release: Int?) -> Bool {
    guard let release, release > now else { return true }
    if release != .max { nextRelease = min(release, nextRelease ?? .max) }
    return showsAll
  }

  /// Hides the works, the topics and the kinds that would tell of hidden records alone.
  private func hideWhatNobodySees(of site: ParsedSite, _ parts: inout Parts) {
    guard !parts.hiddenRecords.isEmpty else { return }
    var works = parts.hiddenRecords.citedWorks.subtracting(parts.records.citedWorks)
    works.subtract(worksBehind(works, site.sources))
    parts.hidden.keys.formUnion(works.map { RecordKey(source: $0) })
    let topics = Set(parts.hiddenRecords.flatMap(\.article.topics).map(\.id))
    parts.hidden.topics = topics.subtracting(parts.records.flatMap(\.article.topics).map(\.id))
    let kinds = Set(parts.hiddenRecords.map(\.key.kind))
    for id in kinds.subtracting(parts.records.map(\.key.kind))
    where site.schema.kind(id)?.role != .page {
      parts.hidden.kinds.insert(id)
    }
  }

  /// Those of some works that the entries of others name, directly or through one another.
  private func worksBehind(_ works: Set<String>, _ sources: [Source]) -> Set<String> {
    let naming = sources.filter {
      !$0.namedWorks.isEmpty && (showsAll || ($0.schedule.release() ?? now) <= now)
    }
    guard !naming.isEmpty, !works.isEmpty else { return [] }
    let names = Dictionary(
      naming.map { ($0.id, $0.namedWorks.map(\.id)) }, uniquingKeysWith: { first, _ in first })
    var open = naming.map(\.id).filter { !works.contains($0) }
    var found: Set<String> = []
    while let id = open.popLast() {
      for name in names[id] ?? [] where works.contains(name) && found.insert(name).inserted {
        open.append(name)
      }
    }
    return found
  }
}

extension RecordKey {
  /// The name of a work, as a reference has it.
  init(source id: String) { self.init(kind: "source", id: id) }

  /// The name of a collection, as the command for handouts has it.
  init(handout id: String) { self.init(kind: "handout", id: id) }
}

extension [Record] {
  /// The ids of all works that these cite or link.
  fileprivate var citedWorks: Set<String> { reduce(into: []) { $0.formUnion($1.citedWorks) } }
}

extension Record {
  /// The ids of the works that its facts and texts cite or link, in any language.
  var citedWorks: Set<String> {
    var works: Set<String> = []
    for case let fact? in facts {
      for evidence in fact.evidence { works.formUnion(evidence.sources.map(\.id)) }
      works.formUnion(fact.claims.map(\.value).citedWorks)
    }
    for point in article.keyPoints { works.formUnion(point.citedWorks) }
    works.formUnion(text.body.citedWorks)
    for translation in translations {
      for point in translation.keyPoints { works.formUnion(point.citedWorks) }
      for texts in translation.texts.values { works.formUnion(texts.citedWorks) }
      works.formUnion(translation.text.body.citedWorks)
    }
    return works
  }
}

extension [ClaimValue] {
  fileprivate var citedWorks: Set<String> {
    reduce(into: []) { works, value in
      if case .markdown(let prose) = value { works.formUnion(prose.citedWorks) }
    }
  }
}

extension Body {
  fileprivate var citedWorks: Set<String> {
    notes.reduce(into: prose.citedWorks) { $0.formUnion($1.content.citedWorks) }
  }
}

extension Prose {
  fileprivate var citedWorks: Set<String> {
    holes.reduce(into: []) { works, hole in
      switch hole.filling {
      case .citation(let citations): works.formUnion(citations.map(\.id))
      case .work(let citation), .mention(let citation, _): works.insert(citation.id)
      case .reference(let reference):
        if case .record("source", let id) = reference.target { works.insert(id) }
      case .bracket, .callout, .note, .exhibit, .image: break
      }
    }
  }
}
