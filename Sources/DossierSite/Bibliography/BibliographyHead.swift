/// What an entry of the bibliography begins with, and what a citation names.
enum BibliographyHead: Equatable {
  /// At least one name.
  case people([Source.Name], areEditors: Bool)
  /// The body that published it, where no one signed it.
  case body(String)
  /// The work's own title, where nothing else is known.
  case title(String)
}

extension BibliographyFormat {
  /// The authors, else the editors of a whole work, else who published it, else the title.
  func head(of source: Source) -> BibliographyHead {
    let form = WorkForm(type: source.type)
    if !source.authors.isEmpty { return .people(source.authors, areEditors: false) }
    if form == .whole, !source.editors.isEmpty { return .people(source.editors, areEditors: true) }
    let bodies = [source.publisher.filled, source.containerTitle.filled]
    let body = form.isKnownByContainer ? bodies[1] ?? bodies[0] : bodies[0] ?? bodies[1]
    return body.map { .body($0) } ?? .title(source.title)
  }

  /// Names for an entry: "Gowan, Richard, Ann Smith, and Bo Li"; of more than ten the first seven.
  func names(_ names: [Source.Name]) -> String {
    let shown = names.prefix(names.count > 10 ? 7 : names.count)
    let rest = shown.dropFirst().map { labels.invertsAllNames ? inverted($0) : straight($0) }
    let texts = shown.prefix(1).map(inverted) + rest
    if names.count > 10 { return texts.joined(separator: ", ") + ", " + labels.others }
    guard !labels.invertsAllNames, let last = texts.last, texts.count > 1 else {
      return texts.joined(separator: ", ")
    }
    return texts.dropLast().joined(separator: ", ") + ", and " + last
  }

  /// Names within an entry: "Ann Smith and Bo Li".
  func namesInside(_ names: [Source.Name]) -> String {
    labels.invertsAllNames ? self.names(names) : rules.list(names.map(straight))
  }

  private func inverted(_ name: Source.Name) -> String {
    guard let given = name.given.filled, !name.isLiteral else { return name.family }
    return name.family + (labels.invertsAllNames ? " " : ", ") + given
  }

  private func straight(_ name: Source.Name) -> String {
    guard let given = name.given.filled, !name.isLiteral else { return name.family }
    return given + " " + name.family
  }
}

extension BibliographyHead {
  /// The head of an entry, without a full stop.
  func parts(in format: BibliographyFormat) -> [BibliographyPart] {
    switch self {
    case .people(let names, let areEditors):
      let role = names.count == 1 ? format.labels.editor : format.labels.editors
      return [.text(format.names(names) + (areEditors ? ", " + role : ""))]
    case .body(let name): return [.text(name)]
    case .title(let title): return [.text(title)]
    }
  }
}

extension String? {
  /// The text, unless it is empty.
  var filled: String? { self?.isEmpty == false ? self : nil }
}
