import DossierMarkdown
import DossierSource

/// The works that have several ids, of which what cites them keeps one: whoever cites a work twice
/// under two ids has one witness.
struct MergedWorks: Sendable {
  /// By the alias: the work's own id.
  private(set) var ids: [String: String] = [:]

  /// Takes the aliases of works whose ids are each of one work.
  static func of(_ sources: [Source]) -> Outcome<MergedWorks> {
    var merged = MergedWorks()
    var diagnostics: [Diagnostic] = []
    guard sources.contains(where: { !$0.aliases.isEmpty }) else { return Outcome(merged) }
    let own = Dictionary(sources.map { ($0.id, $0.place) }, uniquingKeysWith: { first, _ in first })
    var aliases: [String: Place] = [:]
    for source in sources {
      for alias in source.aliases {
        let place = Place(path: source.ownPath, span: alias.span)
        if let taken = own[alias.id] ?? aliases[alias.id] {
          diagnostics.append(
            .error(
              "source.alias",
              "'\(alias.id)' is the \(own[alias.id] == nil ? "alias" : "id") of a work already",
              at: place, help: "the other is at \(taken.path):\(taken.span.line)"))
          continue
        }
        aliases[alias.id] = place
        merged.ids[alias.id] = source.id
      }
    }
    return Outcome(merged, diagnostics)
  }

  /// The record with each work under its own id; the record itself, where it cites none by an alias.
  func renamed(_ record: Record) -> Record {
    guard !ids.isEmpty, !record.citedWorks.isDisjoint(with: ids.keys) else { return record }
    var article = record.article
    article.keyPoints = article.keyPoints.map(renamed)
    return record.citing(
      Column(record.facts.map { $0.map(renamed) }), article: article, text: renamed(record.text),
      translations: record.translations.map(renamed))
  }

  /// Warnings for claims that name a work twice, under two of its ids.
  func doubleWitnesses(of record: Record) -> [Diagnostic] {
    guard !ids.isEmpty else { return [] }
    return record.facts.compactMap(\.self).flatMap(\.evidence).flatMap { evidence in
      var first: [String: String] = [:]
      return evidence.sources.compactMap { citation -> Diagnostic? in
        let id = ids[citation.id] ?? citation.id
        guard let other = first.updateValue(citation.id, forKey: id), other != citation.id else {
          return nil
        }
        return .warning(
          "source.twice", "'\(other)' and '\(citation.id)' are one work, and no two witnesses",
          at: Place(path: evidence.place.path, span: citation.span), help: "name '\(id)' once")
      }
    }
  }
}

// The walk through what may cite.
extension MergedWorks {
  private func renamed(_ citation: Citation) -> Citation {
    var citation = citation
    citation.id = ids[citation.id] ?? citation.id
    return citation
  }

  private func renamed(_ fact: Fact) -> Fact {
    switch fact {
    case .claims(let claims): .claims(claims.map(renamed))
    case .unknown(let evidence): .unknown(renamed(evidence))
    case .notApplicable(let evidence): .notApplicable(renamed(evidence))
    }
  }

  private func renamed(_ claim: Claim) -> Claim {
    var claim = claim
    claim.value = renamed(claim.value)
    claim.evidence = renamed(claim.evidence)
    return claim
  }

  /// Of two citations that differ in their ids alone, the first stays.
  private func renamed(_ evidence: Evidence) -> Evidence {
    var evidence = evidence
    var cited: [(id: String, locator: String)] = []
    evidence.sources = evidence.sources.map(renamed).filter { citation in
      let isNew = !cited.contains { $0 == (citation.id, citation.locator) }
      cited.append((citation.id, citation.locator))
      return isNew
    }
    return evidence
  }

  private func renamed(_ value: ClaimValue) -> ClaimValue {
    if case .markdown(let prose) = value { .markdown(renamed(prose)) } else { value }
  }

  private func renamed(_ translation: Translation) -> Translation {
    var translation = translation
    translation.keyPoints = translation.keyPoints.map(renamed)
    translation.texts = translation.texts.mapValues { $0.map(renamed) }
    translation.text = renamed(translation.text)
    return translation
  }

  private func renamed(_ text: RecordText) -> RecordText {
    var text = text
    text.body.prose = renamed(text.body.prose)
    for index in text.body.notes.indices {
      text.body.notes[index].content = renamed(text.body.notes[index].content)
    }
    return text
  }

  private func renamed(_ prose: Prose) -> Prose {
    var prose = prose
    for index in prose.holes.indices {
      prose.holes[index].filling = renamed(prose.holes[index].filling)
    }
    return prose
  }

  private func renamed(_ filling: Hole.Filling) -> Hole.Filling {
    switch filling {
    case .citation(let citations): return .citation(citations.map(renamed))
    case .work(let citation): return .work(renamed(citation))
    case .mention(let citation, let text): return .mention(renamed(citation), text: text)
    case .reference(var reference):
      guard case .record("source", let id) = reference.target, let own = ids[id] else {
        return filling
      }
      reference.target = .record(kind: "source", id: own)
      return .reference(reference)
    case .bracket, .callout, .note, .exhibit, .image: return filling
    }
  }
}
