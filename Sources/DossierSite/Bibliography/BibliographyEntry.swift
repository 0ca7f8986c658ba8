extension BibliographyFormat {
  /// An entry of the bibliography, which ends with the work's address, the day it was read and
  /// its archived copy.
  ///
  /// - Parameter isBrief: Whether the title is the link, without the address and the day in words.
  public func entry(
    _ source: Source, suffix: String = "", isBrief: Bool = false
  ) -> [BibliographyPart] {
    let head = head(of: source)
    let form = WorkForm(type: source.type)
    var entry = Sentences()
    let title = isBrief ? linked(title(of: source, form), source) : title(of: source, form)
    if case .title = head {
      entry.append(title)
      entry.append(year(of: source, suffix: suffix))
    } else {
      entry.append(head.parts(in: self))
      entry.append(year(of: source, suffix: suffix))
      entry.append(title)
    }
    entry.append(origin(of: source, form, besides: isBrief ? head : nil))
    if form != .part, !source.editors.isEmpty, !head.isEditors {
      entry.append(capitalised(editors(of: source)))
    }
    entry.append(description(of: source))
    entry.append(publication(of: source, besides: head))
    if !isDatedInOrigin(source, form) {
      entry.append(capitalised(dateText(of: source, form) ?? ""))
    }
    entry.append(location(of: source, isBrief: isBrief))
    return entry.parts
  }

  private func title(of source: Source, _ form: WorkForm) -> [BibliographyPart] {
    if form == .whole { return [.title(source.title)] }
    let isClosed = source.title.last.map { ".?!…".contains($0) } ?? true
    let stop = labels.stopsInsideQuotes && !isClosed ? "." : ""
    return [.quoted(labels.quoted(source.title + stop))]
  }

  /// The title as a link to the work, where it has an address.
  private func linked(_ title: [BibliographyPart], _ source: Source) -> [BibliographyPart] {
    guard case .link(_, let address)? = link(of: source) else { return title }
    return [.work(title: BibliographyPart.plainText(title), address: address)]
  }

  /// What the work appeared in, unless that has been named already, with the volume, the day and the
  /// pages there.
  private func origin(
    of source: Source, _ form: WorkForm, besides head: BibliographyHead?
  ) -> [BibliographyPart] {
    guard let container = source.containerTitle.filled else {
      return [.text(capitalised(place(in: source, dated: nil).joined(separator: ", ")))]
    }
    if isNumberedArticle(source, form) {
      return [.title(container), .text(journalPlace(of: source))]
    }
    var details = place(
      in: source, dated: isDatedInOrigin(source, form) ? dateText(of: source, form) : nil)
    guard form == .part else {
      if head == .body(container) { return [.text(capitalised(details.joined(separator: ", ")))] }
      return [.title(container), .text(following(details))]
    }
    if !source.editors.isEmpty { details.insert(editors(of: source), at: 0) }
    return [.text(labels.within + " "), .title(container), .text(following(details))]
  }

  private func following(_ details: [String]) -> String {
    details.map { ", " + $0 }.joined()
  }

  private func isNumberedArticle(_ source: Source, _ form: WorkForm) -> Bool {
    form == .journalArticle && (source.volume.filled ?? source.issue.filled) != nil
  }

  private func isDatedInOrigin(_ source: Source, _ form: WorkForm) -> Bool {
    source.containerTitle.filled != nil && form != .part && !isNumberedArticle(source, form)
  }

  /// " 12 (3): 4–6", as journals are quoted in every language.
  private func journalPlace(of source: Source) -> String {
    var text = source.volume.filled.map { " " + $0 } ?? ""
    if let issue = source.issue.filled {
      text += text.isEmpty ? ", \(labels.number) \(issue)" : " (\(issue))"
    }
    return text + (source.page.filled.map { ": " + Self.withDashes($0) } ?? "")
  }

  /// Volume, issue, day and pages with their labels, as far as they are known.
  private func place(in source: Source, dated date: String?) -> [String] {
    let pages = source.page.filled.map { page in
      let text = Self.withDashes(page)
      let isOne = text.allSatisfy { $0.isLetter || $0.isNumber }
      return (isOne ? labels.page : labels.pages) + " " + text
    }
    return [
      source.volume.filled.map { labels.volume + " " + $0 },
      source.issue.filled.map { labels.number + " " + $0 }, date, pages,
    ].compactMap(\.self)
  }

  private func editors(of source: Source) -> String {
    labels.editor + " " + namesInside(source.editors)
  }

  /// The day or month for works that are known by it; the year alone stands behind the author.
  private func dateText(of source: Source, _ form: WorkForm) -> String? {
    guard let issued = source.issued, issued.month != nil,
      form != .part, source.type != "book", source.type != "thesis",
      !isNumberedArticle(source, form)
    else { return nil }
    return rules.date(issued)
  }

  /// The genre with its number, and the event at which the work was given.
  private func description(of source: Source) -> String {
    var kind = source.genre.filled ?? ""
    if let number = source.number.filled {
      let isPlain = number.utf8.first.map { (48...57).contains($0) } == true
      let label = kind.isEmpty && isPlain ? labels.number : kind
      kind = label.isEmpty ? number : label + " " + number
    }
    let parts = [kind, source.eventTitle ?? ""].filter { !$0.isEmpty }
    return capitalised(parts.joined(separator: ", "))
  }

  /// "Place: Publisher", unless the publisher has been named already.
  private func publication(of source: Source, besides head: BibliographyHead) -> String {
    guard let publisher = source.publisher.filled else { return source.publisherPlace ?? "" }
    if head == .body(publisher) || source.containerTitle == publisher { return "" }
    return source.publisherPlace.filled.map { "\($0): \(publisher)" } ?? publisher
  }

  private func location(of source: Source, isBrief: Bool) -> [BibliographyPart] {
    var items: [[BibliographyPart]] = []
    if let link = link(of: source), !isBrief {
      items.append([link])
      if let day = source.accessed { items.append([.text(labels.accessed + rules.date(day))]) }
    }
    if let address = source.archived.filled {
      let words = items.isEmpty ? capitalised(labels.archived) : labels.archived
      items.append([.link(text: words, address: address)])
    }
    return Array(items.joined(separator: [.text(", ")]))
  }

  private func link(of source: Source) -> BibliographyPart? {
    doiLink(of: source) ?? source.url.filled.map { .link(text: $0, address: $0) }
  }

  private func doiLink(of source: Source) -> BibliographyPart? {
    guard let doi = source.doi.filled.map(DOI.init) else { return nil }
    return .link(text: doi.text, address: doi.address)
  }

  private func capitalised(_ text: String) -> String {
    guard let first = text.utf8.first, first >= 0x80 || (0x61...0x7A).contains(first) else {
      return text
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension BibliographyHead {
  fileprivate var isEditors: Bool {
    if case .people(_, areEditors: true) = self { true } else { false }
  }
}

/// Sentences in the making, each closed by one full stop.
private struct Sentences {
  private(set) var parts: [BibliographyPart] = []

  mutating func append(_ text: String) {
    append([.text(text)])
  }

  mutating func append(_ sentence: [BibliographyPart]) {
    guard let last = sentence.last(where: { !$0.words.isEmpty }) else { return }
    if !parts.isEmpty { add(.text(" ")) }
    for part in sentence { add(part) }
    if !isClosed(last.words) || sentence.last?.isAddress == true { add(.text(".")) }
  }

  /// Whether a text ends in a stop, perhaps within English quotation marks.
  private func isClosed(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    let last = scalars.last == "”" ? scalars.dropLast().last : scalars.last
    return last.map { ".?!…".unicodeScalars.contains($0) } ?? true
  }

  /// Adds a part; texts that meet become one, and an empty one is left out.
  private mutating func add(_ part: BibliographyPart) {
    guard case .text(let text) = part else { return parts.append(part) }
    if text.isEmpty { return }
    if case .text(let before)? = parts.last {
      parts[parts.count - 1] = .text(before + text)
    } else {
      parts.append(part)
    }
  }
}

extension BibliographyPart {
  fileprivate var words: String {
    switch self {
    case .text(let text), .title(let text), .quoted(let text): text
    case .work(let text, _), .link(let text, _): text
    }
  }

  /// Whether an address stands in words, whose own stop is no end of a sentence.
  fileprivate var isAddress: Bool {
    if case .link(let text, _) = self { text.hasPrefix("http") } else { false }
  }
}
