import DossierSource

/// The keys of a claim that stand in the cells of a row.
struct ClaimCells {
  /// In the order of the columns.
  private(set) var cells: [(key: String, cell: CellReader.Cell)] = []

  var isEmpty: Bool { cells.isEmpty }

  /// The value's cell, or the first that says something.
  var leading: CellReader.Cell? {
    (cells.first { $0.key == "value" } ?? cells.first)?.cell
  }

  /// Whether there is anything that the rest could stand beside.
  var hasValue: Bool { holds("value") || holds("low") || holds("high") }

  func holds(_ key: String) -> Bool { cells.contains { $0.key == key } }

  mutating func add(_ key: String, _ cell: CellReader.Cell) { cells.append((key, cell)) }

  func cell(_ key: String) -> CellReader.Cell? { cells.first { $0.key == key }?.cell }

  mutating func remove(_ key: String) { cells.removeAll { $0.key == key } }

  /// The claim of each item of a list, where bars separate them in every cell that has several.
  ///
  /// - Returns: `nil`, with a diagnostic, where cells hold different numbers of items.
  func items(_ findings: inout Findings) -> [ClaimCells]? {
    let parts = cells.map { (key: $0.key, items: CellReader.items(of: $0.cell)) }
    let count = parts.map(\.items.count).max() ?? 0
    guard count > 1 else { return [self] }
    var lists = [ClaimCells](repeating: ClaimCells(), count: count)
    for (key, items) in parts {
      guard items.count == count || items.count == 1 && key != "value" else {
        findings.error(
          "table.items",
          "the items of the cell (\(items.count)) are not as many as those of another (\(count))",
          at: items[0].span, help: "write one for each, and nothing between two bars for none")
        return nil
      }
      for index in 0..<count {
        let item = items.count == 1 ? items[0] : items[index]
        if !item.text.isEmpty { lists[index].add(key, item) }
      }
    }
    return lists
  }
}

extension CellReader {
  /// A claim as an editor would write it: a value alone, or a mapping; `nil` for cells without a value.
  func claim(_ claim: ClaimCells, of field: Field, _ findings: inout Findings) -> YAMLNode? {
    var claim = claim
    dropRepeatedEnds(&claim, &findings)
    guard claim.hasValue else {
      tellMissing(claim, &findings)
      return nil
    }
    if claim.cells.count == 1, let only = claim.cells.first, only.key == "value" {
      return node(only.cell, as: Sort(of: field, key: "value"))
    }
    let source = source(&claim, &findings)
    var entries = claim.cells.map { key, cell in
      (key: key, node: node(cell, as: Sort(of: field, key: key)))
    }
    if let source { entries.append((key: "source", node: source)) }
    let span = claim.leading?.span ?? source?.span ?? Span(line: 1, column: 1)
    return YAMLNode(
      content: .mapping(
        entries.map { key, node in
          (key: YAMLNode(content: .scalar(key, isPlain: true), span: node.span), value: node)
        }), span: span)
  }

  /// The files of open data repeat an exact number as both its ends, and say of another that it is an
  /// interval.
  private func dropRepeatedEnds(_ claim: inout ClaimCells, _ findings: inout Findings) {
    guard claim.holds("low") || claim.holds("high"), let value = claim.cell("value") else { return }
    if value.text == "interval" {
      claim.remove("value")
    } else if value.text == claim.cell("low")?.text, value.text == claim.cell("high")?.text {
      claim.remove("low")
      claim.remove("high")
    } else {
      findings.error(
        "table.ends", "the cell gives a value, and others of its row the ends of one",
        at: value.span,
        help: "keep the value, or 'low' and 'high'")
      claim.remove("value")
    }
  }

  private func tellMissing(_ claim: ClaimCells, _ findings: inout Findings) {
    guard let cell = claim.leading else { return }
    findings.error(
      "table.value", "the cell stands beside a value that is not there", at: cell.span,
      help: "write the value, or 'unknown' where nobody knows; or empty the cell")
  }

  /// The sources of a claim with their locators, which bars separate alike.
  private func source(_ claim: inout ClaimCells, _ findings: inout Findings) -> YAMLNode? {
    guard let cell = claim.cell("source") else { return nil }
    let sources = Self.items(of: cell)
    let locators = claim.cell("locator").map(Self.items) ?? []
    if !locators.isEmpty, locators.count != sources.count {
      findings.error(
        "table.items",
        "the locators (\(locators.count)) are not as many as the sources (\(sources.count))",
        at: locators[0].span, help: "write one for each, and nothing between two bars for none")
    }
    let items = sources.enumerated().map { index, source in
      var item = source
      let locator = locators.indices.contains(index) ? locators[index].text : ""
      if !locator.isEmpty { item.text += ", " + locator }
      return node(item, as: .text)
    }
    claim.remove("source")
    claim.remove("locator")
    guard items.count > 1 else { return items.first }
    return YAMLNode(content: .sequence(items), span: cell.span)
  }
}
