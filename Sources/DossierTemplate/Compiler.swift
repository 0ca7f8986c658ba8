import DossierSource

/// Turns parsed templates into a program, each part once for each shape and overrides it is used with.
struct Compiler {
  /// A part of a template with all that decides what it compiles to.
  private struct Key: Hashable {
    var unit: Int
    /// `nil` in lenient templates.
    var scope: NameScope?
    /// The units that stand for the blocks of a name.
    var overrides: [String: Int]
  }

  private let library: Library
  private let names: StrictNames?
  private let circular: Set<ReferenceSurvey.Reference>
  private let keepsIndents: Bool
  private var program = Program()
  private var keys: [Key] = []
  private var routines: [Key: Int] = [:]
  /// By routine: those that it calls, and the one that called it first.
  private var calls: [[Int]] = []
  private var callers: [Int?] = []
  private var entries: [Int] = []
  private var isTooLarge = false
  private var diagnostics: [Diagnostic] = []
  private var unit: Library.Unit
  /// The routine that is being compiled.
  private var current: Int?
  private var overrides: [String: Int] = [:]

  /// - Parameters:
  ///   - names: Checks every name against shapes; `nil` leaves all names to rendering.
  ///   - circular: References that are not followed.
  ///   - keepsIndents: Whether lines keep the space before them.
  init(
    _ library: Library, names: StrictNames?,
    leavingOut circular: Set<ReferenceSurvey.Reference> = [], keepsIndents: Bool = true
  ) {
    self.library = library
    self.names = names
    self.circular = circular
    self.keepsIndents = keepsIndents
    unit = Library.Unit(template: 0, block: nil, dedent: 0)
  }

  /// The number of the routine that renders a template; it is compiled by ``finish()``.
  mutating func routine(ofTemplate template: Int, in scope: NameScope?) -> Int {
    let entry = routine(
      Key(unit: library.unit(ofTemplate: template), scope: scope, overrides: [:]))
    entries.append(entry)
    return entry
  }

  /// Compiles what was asked for and all that it calls: in a loop, since calls may be very deep.
  consuming func finish() -> Outcome<Program> {
    var next = 0
    while next < keys.count, !isTooLarge {
      let key = keys[next]
      unit = library.units[key.unit]
      overrides = key.overrides
      program.routines.append(program.instructions.count)
      current = next
      emit(library.nodes(of: unit), in: key.scope)
      program.instructions.append(.leave)
      next += 1
    }
    if !isTooLarge { checkBudget() }
    return Outcome(program, diagnostics)
  }

  private mutating func routine(_ key: Key) -> Int {
    let number = routines[key] ?? keys.count
    if let current { calls[current].append(number) }
    guard number == keys.count else { return number }
    routines[key] = number
    keys.append(key)
    calls.append([])
    callers.append(current)
    // Overrides can make as many parts of a few templates as there are ways through them.
    if keys.count == TemplateBudget.mostRoutines, names != nil { stop(at: number) }
    return number
  }

  private mutating func stop(at routine: Int) {
    isTooLarge = true
    let callers = callers
    reportSize(of: sequence(first: routine) { callers[$0] }.reversed())
  }

  /// Where names are not checked, templates may call themselves, and rendering sees to an end.
  private mutating func checkBudget() {
    guard names != nil else { return }
    var budget = TemplateBudget(calls)
    for entry in entries where budget.cost(of: entry) > TemplateBudget.mostCalls {
      reportSize(of: budget.heaviestWay(from: entry))
    }
  }

  private mutating func reportSize(of way: [Int]) {
    let templates = way.map { library.templates[library.units[keys[$0].unit].template] }
    guard let first = templates.first else { return }
    diagnostics.append(
      .error(
        "template.size",
        "the template '\(first.name)' comes to more than \(TemplateBudget.mostCalls) calls of others",
        at: Place(path: first.path, line: 1, column: 1),
        help: "let each call the next once: " + TemplateBudget.route(templates.map(\.name))))
  }

  private var template: ParsedTemplate { library.templates[unit.template] }

  /// Recursive, as deep as the parser lets tags stand in each other.
  private mutating func emit(_ nodes: [Node], in scope: NameScope?) {
    for node in nodes {
      switch node {
      case .text(let range): emitText(range)
      case .variable(let tag): emitVariable(tag, in: scope)
      case .section(let tag, let body): emitSection(tag, body, in: scope)
      case .partial(let tag, let indent):
        emitCall(tag, indent: indent, overrides: overrides, in: scope)
      case .parent(let tag, let indent, let blocks):
        emitCall(tag, indent: indent, overrides: overridden(by: blocks), in: scope)
      case .block(let block): emitBlock(block, in: scope)
      }
    }
  }
}

// MARK: - Text

extension Compiler {
  private mutating func emitText(_ range: Range<Int>) {
    let source = template.bytes
    var start = range.lowerBound
    let startsLine = start == 0 || source[start - 1] == UInt8(ascii: "\n")
    let first = program.bytes.count
    var isLineStart = startsLine
    while start < range.upperBound {
      let rest = source[start..<range.upperBound]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? range.upperBound
      let line = source[start..<end]
      let most = keepsIndents ? unit.dedent : line.count
      let lost = isLineStart ? line.prefix(most).prefix { $0 == 0x20 || $0 == 0x09 } : []
      program.bytes += line.dropFirst(lost.count)
      (start, isLineStart) = (end, true)
    }
    let text = first..<program.bytes.count
    if text.isEmpty, !startsLine { return }
    program.instructions.append(.text(text, startsLine: startsLine))
  }

  /// The part of an indent that is not taken off the whole unit.
  private mutating func addIndent(_ indent: Range<Int>?, dedent: Int) -> Range<Int> {
    let first = program.bytes.count
    if let indent, keepsIndents { program.bytes += template.bytes[indent.dropFirst(dedent)] }
    return first..<program.bytes.count
  }
}

// MARK: - Names

extension Compiler {
  private mutating func emitVariable(_ tag: Tag, in scope: NameScope?) {
    let isEscaped = tag.kind == .variable
    guard let scope, let names else {
      program.instructions.append(.print(lookUpLater(tag), isEscaped: isEscaped))
      return
    }
    guard let found = resolve(tag, in: scope) else { return }
    if let misuse = names.misuse(of: tag, as: found.shape, at: template.place(of: tag)) {
      diagnostics.append(misuse)
    }
    program.instructions.append(.print(found.lookup, isEscaped: isEscaped))
  }

  /// A section over a name that is not known is left out: nothing can be said of its inner names.
  private mutating func emitSection(_ tag: Tag, _ body: [Node], in scope: NameScope?) {
    var inner = scope
    let lookup: Lookup
    if let scope, names != nil {
      guard let found = resolve(tag, in: scope) else { return }
      lookup = found.lookup
      if tag.kind == .section { inner = scope.entering(found.shape) }
    } else {
      lookup = lookUpLater(tag)
    }
    let start = program.instructions.count
    program.instructions.append(.leave)
    emit(body, in: inner)
    if tag.kind == .section { program.instructions.append(.leave) }
    let end = program.instructions.count
    program.instructions[start] =
      tag.kind == .section ? .section(lookup, end: end) : .inverted(lookup, end: end)
  }

  private mutating func resolve(_ tag: Tag, in scope: NameScope) -> StrictNames.Found? {
    guard let names else { return nil }
    switch names.resolve(tag.name, in: scope, slots: &program.slots) {
    case .success(let found): return found
    case .failure(let unknown):
      diagnostics.append(unknown.diagnostic(at: template.place(of: tag)))
      return nil
    }
  }

  private mutating func lookUpLater(_ tag: Tag) -> Lookup {
    if tag.name == "." { return .item }
    let first = program.names.count
    program.names += tag.name.split(separator: ".", omittingEmptySubsequences: false).map(
      String.init)
    return .names(first..<program.names.count)
  }
}

// MARK: - Calls

extension Compiler {
  private mutating func emitCall(
    _ tag: Tag, indent: Range<Int>?, overrides: [String: Int], in scope: NameScope?
  ) {
    let reference = ReferenceSurvey.Reference(template: unit.template, offset: tag.range.lowerBound)
    guard let target = library.template(named: tag.name), !circular.contains(reference) else {
      return
    }
    let key = Key(unit: library.unit(ofTemplate: target), scope: scope, overrides: overrides)
    let space = addIndent(indent, dedent: unit.dedent)
    let place: CallPlace = indent == nil ? .withinLine : .ownLine
    program.instructions.append(.call(routine: routine(key), indent: space, place))
  }

  /// What a parent is called with: an override from further outside wins.
  private func overridden(by blocks: [Int]) -> [String: Int] {
    var result = overrides
    for block in blocks {
      let name = template.blocks[block].tag.name
      result[name] = result[name] ?? library.unit(ofBlock: block, in: unit.template)
    }
    return result
  }

  /// Within an override its own name means the default again, so that none calls itself.
  private mutating func emitBlock(_ number: Int, in scope: NameScope?) {
    let block = template.blocks[number]
    let own = library.unit(ofBlock: number, in: unit.template)
    var inner = overrides
    let target = inner.removeValue(forKey: block.tag.name) ?? own
    let space = addIndent(block.indent, dedent: unit.dedent)
    let place: CallPlace = block.isOnOwnLines ? .blockOnOwnLines : .blockWithinLine
    let key = Key(unit: target, scope: scope, overrides: inner)
    program.instructions.append(.call(routine: routine(key), indent: space, place))
  }
}
