import DossierSite

/// An author, as catalogues name one.
struct AuthorName {
  /// As the page prints it.
  var name: String
  /// For a person whose family name is known.
  var family: String?
  var given: String?
  /// Whether it is a body rather than a person.
  var isBody: Bool
  /// The index of the record; `nil` for the publisher.
  var record: RecordIndex?

  /// "Gowan, Richard", or the name as it is.
  var inverted: String {
    guard let family, let given else { return name }
    return family + ", " + given
  }

  /// The name in a bibliography.
  var bibliographic: Source.Name {
    guard let family else { return Source.Name(family: name, isLiteral: true) }
    return Source.Name(family: family, given: given)
  }
}

/// Authors as catalogues, feeds and handouts name them.
struct Authors {
  let scope: PageScope

  /// The field of an author's kind that tells the family name apart.
  ///
  /// A name alone does not say which of its words is the family's, nor whether a person or a body
  /// bears it. Where the kind declares a text field of this id, an author without one is a body;
  /// where it does not, all are persons whose names are left as they are.
  private static let familyField = "family"

  /// The authors of an article; the publisher where it names none.
  func authorNames(of record: RecordIndex) -> [AuthorName] {
    let authors = scope.site.records[record].article.authors
    guard let kind = scope.site.schema.kinds(.author).first, !authors.isEmpty else {
      return publisherAsAuthor
    }
    return authors.compactMap { author in
      scope.site.record(RecordKey(kind: kind.id, id: author.id)).map { authorName($0, kind) }
    }
  }

  func authorName(_ record: RecordIndex, _ kind: Kind) -> AuthorName {
    let name = scope.edition.title(of: record)
    guard let field = kind.fieldIndex(Self.familyField), kind.fields[field].type == .text else {
      return AuthorName(name: name, isBody: false, record: record)
    }
    let claims = scope.site.facts.statement(field, of: record).claims
    guard case .text(let text)? = claims.first?.value else {
      return AuthorName(name: name, isBody: true, record: record)
    }
    let family = FactWords(scope: scope).written(text, 0, field, record).text
    var author = AuthorName(name: name, family: family, isBody: false, record: record)
    if name.hasSuffix(" " + family) {
      author.given = String(name.dropLast(family.count + 1))
    } else if name.hasPrefix(family + " ") {
      author.given = String(name.dropFirst(family.count + 1))
    }
    return author
  }

  var publisherAsAuthor: [AuthorName] {
    guard let publisher = scope.site.schema.configuration.publisher?[scope.language] else {
      return []
    }
    return [AuthorName(name: publisher, isBody: true)]
  }

  /// The names of authors, by the ids of their records.
  func names(of authors: [Located]) -> [String] {
    guard let kind = scope.site.schema.kinds(.author).first else { return [] }
    return authors.compactMap { author in
      scope.site.record(RecordKey(kind: kind.id, id: author.id)).map { scope.edition.title(of: $0) }
    }
  }
}
