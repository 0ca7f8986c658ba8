import DossierSource

extension Renderer {
  func text(_ element: TextElement) -> Piece {
    var piece: Piece
    var language = locale.language
    switch element.source {
    case .value(let value): piece = Piece(text: value)
    case .term(let name, let form, let isPlural):
      piece = term(name, form: form, isPlural: isPlural)
    case .variable(let name, let isShort):
      piece = variable(name, isShort: isShort)
      language = workLanguage
    }
    piece.text = element.formatting.apply(to: piece.text, language: language)
    if case .variable(let name, _) = element.source, let address = address(of: name) {
      piece.text = piece.text.marked(.link(address))
    }
    if case .term = element.source { piece.text = piece.text.marked(.part(.term)) }
    return piece
  }

  /// Where a variable leads that is an address.
  private func address(of name: String) -> String? {
    switch name {
    case "URL": work.texts["URL"]
    case "DOI": work.texts["DOI"].map { "https://doi.org/" + Self.encoded($0) }
    default: nil
    }
  }

  /// A name as an address may hold it.
  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let isPlain = byte > 0x20 && byte < 0x7F && !"<>\"{}|\\^`%#?".utf8.contains(byte)
      let hex = String(byte, radix: 16, uppercase: true)
      result += isPlain ? String(UnicodeScalar(byte)) : "%" + (hex.count < 2 ? "0" : "") + hex
    }
    return result
  }

  private func term(_ name: String, form: Locale.Form, isPlural: Bool) -> Piece {
    let text = locale.term(name, form: form, isPlural: isPlural) ?? ""
    return Piece(text: MarkupParser.parse(text))
  }

  private func variable(_ name: String, isShort: Bool) -> Piece {
    guard !suppressed.contains(name) else { return Piece(calls: true) }
    var text = value(of: name)
    if isShort, let short = value(of: "\(name)-short") { text = short }
    if text == nil, name.hasSuffix("-short") { text = value(of: String(name.dropLast(6))) }
    guard let text, !text.isEmpty else { return Piece(calls: name != "year-suffix") }
    remember(name)
    return Piece(text: set(text, of: name), calls: true, fills: true)
  }

  /// A variable's text as it is printed: ranges of pages by the style, addresses as links.
  private func set(_ text: String, of name: String) -> RichText {
    switch name {
    case "citation-number": return RichText(text).marked(.part(.citationNumber))
    case "year-suffix":
      hasYearSuffix = true
      return RichText(text).marked(.part(.yearSuffix))
    case "page", "locator":
      let isPages = name == "page" || locatorLabel == "page"
      let set = pageRanges.format(text.trimmed, isPages: isPages)
      let rich = MarkupParser.parse(set)
      return name == "locator" ? rich.marked(.part(.locator)) : rich
    case "title", "container-title", "collection-title": return title(text, of: name)
    case "citation-label": return citationLabel(text)
    case "URL", "DOI": return RichText(text)
    case "issue", "volume", "edition", "number", "collection-number", "chapter-number":
      return MarkupParser.parse(NumberParser.withDashes(text))
    default: return MarkupParser.parse(text)
    }
  }

  private func title(_ text: String, of name: String) -> RichText {
    let title = MarkupParser.parse(text).marked(.part(.title))
    guard name == "title", let address = rendering.titleAddress else { return title }
    return title.marked(.link(address))
  }

  private func citationLabel(_ text: String) -> RichText {
    var label = RichText(text)
    if let suffix = rendering.yearSuffix, !style.printsYearSuffix {
      label.tokens += RichText(suffix).marked(.part(.yearSuffix)).tokens
      hasYearSuffix = true
    }
    return label
  }

  var pageRanges: PageRanges {
    PageRanges(
      format: style.options.pageRangeFormat,
      delimiter: locale.term("page-range-delimiter") ?? "–")
  }

  private var and: String { locale.term("and") ?? "and" }

  func label(_ element: LabelElement) -> Piece {
    guard let value = value(of: element.variable), !value.isEmpty,
      !suppressed.contains(element.variable)
    else { return Piece() }
    let name = element.variable == "locator" ? locatorLabel : element.variable
    let isPlural: Bool =
      switch element.plural {
      case .always: true
      case .never: false
      case .contextual:
        element.variable.hasPrefix("number-of-")
          ? NumberParser.leadingNumber(value) != 1
          : NumberParser.isSeveral(value) || value.range(ofText: " \(and) ") != nil
      }
    let term =
      locale.term(name, form: element.form, isPlural: isPlural)
      ?? locale.term(Self.termName(ofLabel: name), form: element.form, isPlural: isPlural)
      ?? locale.term(name.replacingHyphens, form: element.form, isPlural: isPlural) ?? ""
    let text = element.formatting.apply(
      to: MarkupParser.parse(term), language: locale.language)
    return Piece(text: text)
  }
}

extension String {
  fileprivate var replacingHyphens: String { String(map { $0 == "-" ? " " : $0 }) }
}
