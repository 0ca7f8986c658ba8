/// Finds cites that read alike, and what must be added to each so that they do not.
///
/// See the specification, "Disambiguation": names are added first, then given names, then what the
/// style keeps for ambiguous cites, and last a letter after the year.
struct Disambiguation {
  let processor: Processor
  let options: DisambiguationOptions
  let givenLevels: GivenNames?
  private(set) var hints: [String: NameHints] = [:]
  /// How the cites of works read to which nothing is added, by the works' ids.
  private var plainReadings: [String: String] = [:]

  init(_ processor: Processor, works: [Work]) {
    self.processor = processor
    options = processor.style.citation.disambiguation
    givenLevels = Self.givenNames(processor, works)
    guard
      options.addsNames || options.givenNames == .byCite || options.addsYearSuffix
        || processor.testsAmbiguity
    else { return }
    for work in works { plainReadings[work.id] = reading(of: work, NameHints()) }
    for group in ambiguous(works) { resolve(group) }
    if processor.testsAmbiguity { tryOwnTest(works) }
  }

  /// The same, in which some works are told apart among themselves alone.
  func telling(_ works: [Work]) -> Disambiguation {
    var own = Disambiguation(processor, works: works)
    let ids = Set(works.map(\.id))
    own.hints.merge(hints.filter { !ids.contains($0.key) }) { own, _ in own }
    return own
  }

  private static func givenNames(_ processor: Processor, _ works: [Work]) -> GivenNames? {
    guard let rule = processor.style.citation.disambiguation.givenNames, rule != .byCite else {
      return nil
    }
    var names = GivenNames(rule: rule)
    for work in works {
      let renderer = processor.renderer(of: work, rendering())
      _ = renderer.body()
      for person in renderer.people { names.add(person.name, index: person.index) }
    }
    return names
  }

  private static func rendering() -> Rendering {
    var rendering = Rendering()
    rendering.position = .subsequent
    rendering.isReading = true
    return rendering
  }

  private func renderer(of work: Work, _ hints: NameHints) -> Renderer {
    var rendering = Self.rendering()
    rendering.hints = hints
    rendering.givenLevels = givenLevels
    return processor.renderer(of: work, rendering)
  }

  /// How a cite reads under some hints.
  func reading(of work: Work, _ hints: NameHints) -> String {
    renderer(of: work, hints).body().characters(without: .yearSuffix, .citationNumber, .locator)
  }

  func hints(of work: Work) -> NameHints { hints[work.id] ?? NameHints() }

  /// Works whose cites read alike, in their order; each group has two at least.
  func ambiguous(_ works: [Work]) -> [[Work]] {
    var groups: [String: [Work]] = [:]
    var order: [String] = []
    for work in works {
      let plain = hints[work.id] == nil ? plainReadings[work.id] : nil
      let reading = plain ?? reading(of: work, hints(of: work))
      guard !reading.isEmpty else { continue }
      if groups[reading] == nil { order.append(reading) }
      groups[reading, default: []].append(work)
    }
    return order.compactMap { groups[$0] }.filter { $0.count > 1 }
  }

  /// Most tests for an ambiguous cite that one style may hold in a row.
  private static let mostOwnTests = 5

  /// Prints what the style keeps for ambiguous cites: of several tests the fewest that help.
  private mutating func tryOwnTest(_ works: [Work]) {
    for group in ambiguous(works) {
      var left = group
      var best: (level: Int, kinds: Int) = (0, 1)
      for level in 1...Self.mostOwnTests where left.count > 1 {
        let readings = left.map { reading(of: $0, testing($0, level)) }
        let counts = Dictionary(readings.map { ($0, 1) }, uniquingKeysWith: +)
        if counts.count > best.kinds { best = (level, counts.count) }
        for (work, reading) in zip(left, readings) where counts[reading] == 1 {
          hints[work.id] = testing(work, level)
        }
        left = zip(left, readings).filter { (counts[$1] ?? 0) > 1 }.map { $0.0 }
      }
      for work in left where best.level > 0 { hints[work.id] = testing(work, best.level) }
    }
  }

  private func testing(_ work: Work, _ level: Int) -> NameHints {
    var hints = hints(of: work)
    hints.ownTests = level
    return hints
  }

  // MARK: Names

  /// Adds names and given names to a group until no more of them can be told apart.
  private mutating func resolve(_ group: [Work]) {
    var open = [(base: NameHints(), works: group)]
    while let (base, works) = open.popLast() {
      guard let (step, classes) = split(works, from: base) else { continue }
      for alike in classes {
        for work in alike { hints[work.id] = step }
        if alike.count > 1 { open.append((step, alike)) }
      }
    }
  }

  /// The first step that tells some of the works apart, and the works that still read alike then.
  private func split(_ works: [Work], from base: NameHints) -> (NameHints, [[Work]])? {
    for step in steps(for: works, from: base) {
      let classes = Dictionary(grouping: works) { reading(of: $0, step) }
      if classes.count > 1 { return (step, classes.values.map { $0 }) }
    }
    return nil
  }

  /// Names of one list that are tried; a list that is longer tells works apart by its title.
  private static let mostNames = 60
  /// Names that are set to tell one group apart: of many works with many names the first alone are tried.
  private static let mostSettings = 2_000_000

  private static let fewestSteps = 8

  /// What may be added, from the least on: names alone, then names and given names from the first.
  private func steps(for works: [Work], from base: NameHints) -> [NameHints] {
    let renderers = works.map { work in
      let renderer = renderer(of: work, base)
      _ = renderer.body()
      return renderer
    }
    let lists = renderers.map(\.listLengths.count).max() ?? 0
    var steps = [base]
    var names = base
    var both: [NameHints] = []
    for list in 0..<lists {
      let lengths = renderers.filter { list < $0.listLengths.count }.map { $0.listLengths[list] }
      let shown = lengths.map(\.shown).min() ?? 0
      let longest = (options.addsNames ? lengths.map(\.all) : lengths.map(\.shown)).max() ?? 0
      let all = min(longest, Self.mostNames)
      for index in 0..<all {
        if index >= shown {
          names.shown[list] = index + 1
          steps.append(names)
        }
        both += givenSteps(list: list, index: index, from: index < shown ? base : names)
      }
    }
    let all = options.givenNames == .byCite ? steps + both : steps
    let cost = renderers.reduce(1) { sum, one in one.listLengths.reduce(sum) { $0 + $1.all } }
    return Array(all.prefix(max(Self.fewestSteps, Self.mostSettings / cost)))
  }

  private func givenSteps(list: Int, index: Int, from base: NameHints) -> [NameHints] {
    (1...2).filter { (base.given[list]?[index] ?? 0) < $0 }.map { level in
      var step = base
      step.given[list, default: [:]][index] = level
      return step
    }
  }
}
