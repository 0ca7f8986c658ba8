import DossierSource

extension SiteRegister {
  /// The works that are part of others, by those; in the order of the bibliography.
  static func parts(_ sources: Column<Source, Source>, _ names: SiteNames)
    -> [SourceIndex: [SourceIndex]]
  {
    var parts: [SourceIndex: [SourceIndex]] = [:]
    for (index, source) in sources.indexed {
      guard let whole = source.partOf.flatMap({ names.source($0.id) }) else { continue }
      parts[whole, default: []].append(index)
    }
    return parts
  }

  /// Ids in the entries of works that lead nowhere, and works that are parts of themselves.
  func checkedWorks() -> [Diagnostic] {
    sources.flatMap(strayNames) + partRings()
  }

  private func strayNames(of source: Source) -> [Diagnostic] {
    source.namedWorks.compactMap { name in
      do throws(BrokenReference) {
        _ = try names.find(source: name.id)
        return nil
      } catch {
        guard !error.isExplained else { return nil }
        return .error(
          error.code, error.message, at: Place(path: source.ownPath, span: name.span),
          help: error.help)
      }
    }
  }

  /// Each ring is told once, at its first work.
  private func partRings() -> [Diagnostic] {
    var walks = Column<Source, Int>(repeating: 0, count: sources.count)
    return sources.indices.compactMap { start in
      var work = start
      while walks[work] == 0, let whole = sources[work].partOf.flatMap({ names.source($0.id) }) {
        walks[work] = start.number + 1
        work = whole
      }
      guard walks[work] == start.number + 1, let partOf = sources[work].partOf else {
        walks[work] = max(walks[work], start.number + 1)
        return nil
      }
      return .error(
        "source.part-of", "'\(sources[work].id)' is a part of itself",
        at: Place(path: sources[work].ownPath, span: partOf.span),
        help: "take 'part-of' out of the whole")
    }
  }
}

extension LinkedSite {
  /// The works that are part of a work, in the order of the bibliography.
  public func parts(of source: SourceIndex) -> [SourceIndex] { register.partsOfWorks[source] ?? [] }
}
