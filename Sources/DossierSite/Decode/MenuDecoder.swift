import DossierSource

/// Reads `menu:` of `site.yml`.
struct MenuDecoder {
  let languages: [Language]

  /// A list of names, addresses with labels, and groups of these.
  func menu(_ node: YAMLNode, _ findings: inout Findings) -> Menu {
    if node.text != nil { return Menu(entries: entries([node], isInner: false, &findings)) }
    guard let items = node.items else {
      findings.expected("a list", for: "menu", at: node)
      return Menu(entries: [])
    }
    return Menu(entries: entries(items, isInner: false, &findings))
  }

  private func entries(
    _ nodes: [YAMLNode], isInner: Bool, _ findings: inout Findings
  ) -> [Menu.Entry] {
    nodes.compactMap { entry($0, isInner: isInner, &findings) }
  }

  private func entry(
    _ node: YAMLNode, isInner: Bool, _ findings: inout Findings
  ) -> Menu.Entry? {
    if let text = node.text {
      return target(text, at: node.span, &findings).flatMap {
        labelled(Menu.Entry(target: $0, span: node.span), &findings)
      }
    }
    guard var reader = MappingReader(node, as: "menu", &findings) else { return nil }
    defer { reader.finish(&findings) }
    let label = reader.take("label").flatMap {
      Localized.decode($0, key: "label", languages: languages, &findings)
    }
    if let items = reader.take("items") {
      return group(items, label, reader, isInner: isInner, &findings)
    }
    guard let to = reader.take("to"), let text = to.text else {
      reader.missing("to", &findings)
      return nil
    }
    return target(text, at: to.span, &findings).flatMap {
      labelled(Menu.Entry(label: label, target: $0, span: to.span), &findings)
    }
  }

  /// An address elsewhere has no name but the one that it is given.
  private func labelled(_ entry: Menu.Entry, _ findings: inout Findings) -> Menu.Entry? {
    guard case .elsewhere(let address) = entry.target, entry.label == nil else { return entry }
    findings.error(
      "menu.label", "the menu does not say what '\(address)' is called", at: entry.span,
      help: "write {label: …, to: \"\(address)\"}")
    return nil
  }

  private func group(
    _ items: YAMLNode, _ label: Localized<String>?, _ reader: MappingReader, isInner: Bool,
    _ findings: inout Findings
  ) -> Menu.Entry? {
    guard !isInner else {
      findings.error(
        "menu.group", "a group of the menu holds another", at: items.span,
        help: "take its lines out of it")
      return nil
    }
    guard let label else {
      reader.missing("label", &findings)
      return nil
    }
    guard let nodes = items.items else {
      findings.expected("a list", for: "items", at: items)
      return nil
    }
    return Menu.Entry(
      label: label, target: .group(entries(nodes, isInner: true, &findings)), span: items.span)
  }

  private func target(
    _ text: String, at span: Span, _ findings: inout Findings
  ) -> Menu.Target? {
    if WebAddress.isValid(text) { return .elsewhere(text) }
    guard text.contains(":") else { return .name(text) }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, parts.allSatisfy(Identifier.isValid) {
      return .record(RecordKey(kind: parts[0], id: parts[1]))
    }
    findings.error(
      "menu.target", "'\(text)' is nothing that a menu can name", at: span,
      help: "write the id of a kind, kind:id, a page of the tool, or {label: …, to: https://…}")
    return nil
  }
}

extension ToolPage {
  /// Reads `without:` of `site.yml`: the pages that the site does without.
  static func decodeOff(_ reader: inout MappingReader, _ findings: inout Findings) -> Set<ToolPage>
  {
    Set(
      reader.ids("without", &findings).compactMap { item in
        if let page = ToolPage(rawValue: item.id) { return page }
        let names = allCases.map(\.rawValue)
        findings.error(
          "site.without", "'\(item.id)' is no page of the tool", at: item.span,
          help: Suggestion.help(for: item.id, among: names)
            ?? "known: " + names.joined(separator: ", "))
        return nil
      })
  }
}
