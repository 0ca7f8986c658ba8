/// A person or body in a rendered cite, for the steps by which cites are told apart.
struct RenderedPerson {
  var name: WorkName
  var list: Int
  var index: Int
}

/// Renders an element of names: its lists, or what stands in for them.
struct NamesSetter {
  let renderer: Renderer

  func names(_ written: Shared<NamesElement>) -> Piece {
    let shared =
      renderer.outerNames.last.map { inherited(written.value, from: $0.value) } ?? written
    let element = shared.value
    let lists = nameLists(of: element)
    guard !lists.isEmpty else { return substitute(for: shared) }
    let options = Shared(options(of: element))
    if options.value.form == "count" { return count(lists, element, options.value) }
    let texts = lists.map { list(of: $0.names, role: $0.role, shared, options) }
    if let outer = renderer.outerNames.last, outer.value.variables != element.variables {
      renderer.suppressed.formUnion(element.variables)
    }
    renderer.printed.formUnion(element.variables)
    let delimiter = RichText(element.delimiter ?? renderer.layout.names.namesDelimiter ?? "")
    return finished(.joined(texts, by: delimiter), element)
  }

  /// The whole of a names element; hidden where the cite before has the same names.
  private func finished(_ text: RichText, _ element: NamesElement) -> Piece {
    var text = element.formatting.apply(to: text, language: renderer.locale.language)
    if renderer.outerNames.isEmpty {
      text = text.marked(.part(.names))
      if renderer.rendering.hidesNames, !renderer.hasHiddenNames {
        renderer.hasHiddenNames = true
        text = RichText()
      }
    }
    return Piece(text: text, calls: true, fills: true)
  }

  /// A names element without children takes those of the one that it stands in for.
  private func inherited(
    _ element: NamesElement, from outer: NamesElement
  ) -> Shared<NamesElement> {
    var element = element
    if element.name == nil, element.etAl == nil, element.label == nil {
      element.name = outer.name
      element.etAl = outer.etAl
      element.label = outer.label
      element.labelStandsFirst = outer.labelStandsFirst
    }
    element.options = element.options.inheriting(outer.options)
    element.delimiter = element.delimiter ?? outer.delimiter
    return Shared(element)
  }

  func options(of element: NamesElement) -> NameOptions {
    var options = element.options.inheriting(renderer.layout.names)
    if renderer.rendering.purpose == .sortKey {
      options = renderer.rendering.nameOptions?.value.inheriting(options) ?? options
      options.nameAsSortOrder = "all"
      options.sortSeparator = " "
    }
    return options
  }

  private func nameLists(of element: NamesElement) -> [(names: [WorkName], role: String)] {
    let lists = element.variables.compactMap { variable -> (names: [WorkName], role: String)? in
      guard !renderer.suppressed.contains(variable), let names = renderer.work.names[variable],
        !names.isEmpty
      else {
        return nil
      }
      return (names, variable)
    }
    let roles = Set(lists.map(\.role))
    if lists.count == 2, roles == ["editor", "translator"], lists[0].names == lists[1].names,
      renderer.locale.term("editortranslator")?.isEmpty == false
    {
      return [(lists[0].names, "editortranslator")]
    }
    return lists
  }

  private func substitute(for shared: Shared<NamesElement>) -> Piece {
    let element = shared.value
    var calls = true
    for substitute in element.substitute {
      let before = renderer.printed
      renderer.printed = []
      renderer.outerNames.append(shared)
      let pieces = renderer.pieces(of: [substitute])
      renderer.outerNames.removeLast()
      let new = renderer.printed
      renderer.printed = before.union(new)
      var text = RichText.joined(pieces.map(\.text))
      if !text.contains(.people) { text = text.marked(.part(.people)) }
      calls = calls || pieces.contains(where: \.calls)
      if isEmptyTerm(substitute) { return Piece() }
      guard !text.isEmpty else { continue }
      renderer.suppressed.formUnion(new)
      return finished(text, element)
    }
    return Piece(calls: calls)
  }

  /// Whether a language has chosen to print nothing for a term, which ends the search.
  private func isEmptyTerm(_ element: Element) -> Bool {
    guard case .text(let text) = element, case .term(let name, let form, _) = text.value.source
    else {
      return false
    }
    return renderer.locale.term(name, form: form) == ""
  }

  private func count(
    _ lists: [(names: [WorkName], role: String)], _ element: NamesElement, _ options: NameOptions
  ) -> Piece {
    let total = lists.reduce(0) { sum, list in
      sum
        + NameCut(list.names.count, options, position: renderer.rendering.position, hint: nil).shown
    }
    let text = element.formatting.apply(
      to: RichText("\(total)"), language: renderer.locale.language)
    return Piece(text: text, calls: true, fills: true)
  }

  /// One list of names with its label.
  private func list(
    of names: [WorkName], role: String, _ shared: Shared<NamesElement>,
    _ options: Shared<NameOptions>
  ) -> RichText {
    let element = shared.value
    let list = renderer.listLengths.count
    let cut = NameCut(
      names.count, options.value, position: renderer.rendering.position,
      hint: renderer.rendering.hints.shown[list])
    renderer.listLengths.append((cut.shown, names.count))
    for (index, name) in names.enumerated() where renderer.rendering.isReading {
      renderer.people.append(RenderedPerson(name: name, list: list, index: index))
    }
    let joiner = NameJoiner(
      renderer: renderer, sharedElement: shared, sharedOptions: options)
    var text = joiner.join(names, cut: cut, list: list)
    text = element.name?.formatting.apply(to: text, language: renderer.locale.language) ?? text
    text = text.marked(.part(.people))
    guard renderer.rendering.purpose != .sortKey else { return text }
    guard let label = element.label else { return text }
    let labelText = nameLabel(label, role: role, isSeveral: names.count > 1)
    return .joined(element.labelStandsFirst ? [labelText, text] : [text, labelText])
  }

  private func nameLabel(_ label: LabelElement, role: String, isSeveral: Bool) -> RichText {
    let isPlural: Bool =
      switch label.plural {
      case .always: true
      case .never: false
      case .contextual: isSeveral
      }
    let term = renderer.locale.term(role, form: label.form, isPlural: isPlural) ?? ""
    return label.formatting.apply(to: MarkupParser.parse(term), language: renderer.locale.language)
  }
}

/// How many names of a list are shown.
struct NameCut {
  var shown: Int
  var isCut: Bool
  /// Whether the last name stands after an ellipsis.
  var showsLast: Bool

  init(_ count: Int, _ options: NameOptions, position: Position?, hint: Int?) {
    let isLater = position.map { $0 >= .subsequent } ?? false
    let least = (isLater ? options.etAlSubsequentMin : nil) ?? options.etAlMin ?? 0
    let first = (isLater ? options.etAlSubsequentUseFirst : nil) ?? options.etAlUseFirst ?? 0
    let isAsked = options.etAlUseFirst != nil || first > 0
    isCut = least > 0 && isAsked && first >= 0 && count >= least && first < count
    shown = isCut ? max(first, hint ?? 0) : count
    if shown >= count {
      shown = count
      isCut = false
    }
    showsLast = isCut && options.etAlUseLast == true && count >= shown + 2
  }
}

/// Puts names one after the other.
struct NameJoiner {
  let renderer: Renderer
  let sharedElement: Shared<NamesElement>
  let sharedOptions: Shared<NameOptions>

  private var element: NamesElement { sharedElement.value }
  private var options: NameOptions { sharedOptions.value }
  private var delimiter: String { options.delimiter ?? ", " }

  func join(_ names: [WorkName], cut: NameCut, list: Int) -> RichText {
    guard cut.shown > 0 else { return RichText() }
    let setter = PersonSetter(
      renderer: renderer, sharedElement: sharedElement, sharedOptions: sharedOptions)
    let shown = names.prefix(cut.shown).enumerated().map { index, name in
      setter.person(name, list: list, index: index).marked(.part(.name))
    }
    if cut.showsLast, let last = names.last {
      var text = RichText.joined(shown, by: RichText(delimiter))
      text.append(delimiter)
      text.append("… ")
      text.append(setter.person(last, list: list, index: names.count - 1).marked(.part(.name)))
      return text
    }
    if renderer.rendering.purpose == .sortKey { return .joined(shown, by: RichText(" \u{2} ")) }
    if cut.isCut { return withOthers(shown, isInverted: isInverted(cut.shown - 1, names)) }
    return whole(shown, isInverted: isInverted(cut.shown - 2, names))
  }

  private func isInverted(_ index: Int, _ names: [WorkName]) -> Bool {
    guard names.indices.contains(index), names[index].literal == nil, !names[index].isStatic else {
      return false
    }
    return options.nameAsSortOrder == "all" || options.nameAsSortOrder == "first" && index == 0
  }

  private func precedes(
    _ rule: NameOptions.Precedes?, count: Int, isInverted: Bool
  ) -> Bool {
    switch rule ?? .contextual {
    case .always: true
    case .never: false
    case .contextual: count >= 2
    case .afterInvertedName: isInverted
    }
  }

  private func whole(_ names: [RichText], isInverted: Bool) -> RichText {
    guard names.count > 1, let last = names.last, let and = and else {
      return .joined(names, by: RichText(delimiter))
    }
    let before = Array(names.dropLast())
    var text = RichText.joined(before, by: RichText(delimiter))
    let isDelimited = precedes(
      options.delimiterPrecedesLast, count: before.count, isInverted: isInverted)
    text.append(isDelimited ? delimiter : " ")
    // A prefix: "ו־" is written together with the name.
    text.append(and.hasSuffix("\u{5BE}") ? and : and + " ")
    text.append(last)
    return text
  }

  private var and: String? {
    switch options.and {
    case "text": renderer.locale.term("and") ?? "and"
    case "symbol": renderer.locale.term("and", form: .symbol) ?? "&"
    default: nil
    }
  }

  private func withOthers(_ names: [RichText], isInverted: Bool) -> RichText {
    let text = RichText.joined(names, by: RichText(delimiter))
    let term = element.etAl?.term ?? "et-al"
    let words = MarkupParser.parse(renderer.locale.term(term) ?? "")
    let others = element.etAl?.formatting.apply(to: words, language: renderer.locale.language)
    guard let others = others ?? words as RichText?, !others.isEmpty else { return text }
    let isDelimited = precedes(
      options.delimiterPrecedesEtAl, count: names.count, isInverted: isInverted)
    var result = text
    result.append(isDelimited ? delimiter : " ")
    result.append(others)
    return result
  }
}
