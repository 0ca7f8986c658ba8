import DossierSource

/// What following the partial and parent tags of some templates finds.
struct ReferenceSurvey {
  /// A partial or parent tag, by its place.
  struct Reference: Hashable {
    var template: Int
    var offset: Int
  }

  /// The templates that are used, in the order in which they were reached.
  private(set) var reached: [Int] = []
  /// The tags that would make a template part of itself.
  private(set) var circular: Set<Reference> = []
  private(set) var diagnostics: [Diagnostic] = []

  private let library: Library
  private var isReached: [Bool]
  /// The templates on the way to the present one, each with the number of its next tag.
  private var path: [(template: Int, next: Int)] = []
  private var isOnPath: [Bool]

  /// Follows all tags from the templates, and reports those that lead nowhere or back to a template
  /// they come from: in a loop, since the way may be long.
  init(of library: Library, from starts: [Int]) {
    self.library = library
    isReached = [Bool](repeating: false, count: library.templates.count)
    isOnPath = isReached
    for start in starts where !isReached[start] {
      descend(to: start)
      while let (template, next) = path.last {
        let references = library.templates[template].references
        if next < references.count {
          path[path.count - 1].next += 1
          follow(references[next], from: template)
        } else {
          isOnPath[template] = false
          path.removeLast()
        }
      }
    }
  }

  private mutating func descend(to template: Int) {
    isReached[template] = true
    isOnPath[template] = true
    reached.append(template)
    path.append((template, 0))
  }

  private mutating func follow(_ tag: Tag, from template: Int) {
    guard let target = library.template(named: tag.name) else {
      diagnostics.append(missing(tag, in: template))
      return
    }
    if isOnPath[target] {
      circular.insert(Reference(template: template, offset: tag.range.lowerBound))
      diagnostics.append(cycle(tag, in: template))
    } else if !isReached[target] {
      descend(to: target)
    }
  }

  private func missing(_ tag: Tag, in template: Int) -> Diagnostic {
    .error(
      "template.missing", "there is no template '\(tag.name)'",
      at: library.templates[template].place(of: tag),
      help: Suggestion.help(for: tag.name, among: library.names))
  }

  /// A long way round is shown by its ends.
  private func cycle(_ tag: Tag, in template: Int) -> Diagnostic {
    let names = path.map { library.templates[$0.template].name }
    let round = names.drop { $0 != tag.name } + [tag.name]
    let route = round.count > 9 ? round.prefix(4) + ["…"] + round.suffix(4) : round
    return .error(
      "template.cycle", "the template '\(tag.name)' would hold itself",
      at: library.templates[template].place(of: tag),
      help: "the way round: " + route.joined(separator: " > "))
  }
}
