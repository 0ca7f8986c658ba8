public import DossierSite

/// A file of the site to be written: a page for readers, or one that machines read.
public struct Page: Hashable, Sendable {
  /// What it is about.
  public enum Subject: Hashable, Sendable {
    case home
    /// A part of the list of a kind's records, by the index of the kind.
    case index(kind: KindIndex, part: Int)
    case record(RecordIndex)
    /// A part of the bibliography.
    case sources(part: Int)
    case source(SourceIndex)
    case topics
    /// The articles on a topic, by its index.
    case topic(Int)
    /// How far to trust the records, by kind and field.
    case trust
    /// Where a reader chooses what to compare.
    case compare
    /// A comparison on a page of its own, by its index.
    case comparison(Int)
    /// What the script of the comparisons loads for a kind, by its index.
    case comparisonData(kind: KindIndex)
    /// What the open data is, and where.
    case data
    /// A record on one sheet for print.
    case handout(RecordIndex)
    /// A handout that gathers parts, by the index of its declaration.
    case collection(Int)
    /// A part of all records by the letters of their titles.
    case alphabet(part: Int)
    case search
    /// The address that a record had before, by the index of the alias.
    case redirect(Int)
    case notFound
    case feed(Feed, FeedFormat)
    /// The sitemap: 0 for the whole or the index of its parts, else a part.
    case sitemap(part: Int)
    case robots
    /// A file on the records of a kind, by the index of the kind.
    case dataFile(kind: KindIndex, DataFormat)
    /// The bibliography in a form that programs for references read.
    case sourceData(BibliographyFormat)
    /// The description of all tables.
    case dataPackage
    /// The figures of an exhibit, by the index of the record and the place in its text.
    case exhibitData(record: RecordIndex, place: Int)
    /// An exhibit on a page of its own, by the index of the record and the place in its text.
    case exhibit(record: RecordIndex, place: Int)
    /// The drawing of such an exhibit as a file.
    case exhibitDrawing(record: RecordIndex, place: Int)
    /// The picture that stands for a record in previews.
    case card(RecordIndex)
    /// The picture that stands for a comparison, by its index.
    case comparisonCard(Int)
    /// The former addresses with those that they lead to, for hosts that redirect by themselves.
    case redirects(RedirectFormat)
    /// The publisher's colours and fonts as a style sheet.
    case brand
  }

  public var subject: Subject
  public var language: Language
  /// Where it lies in the site: `missions/kfor.html`.
  public var route: String
}

extension Page.Subject {
  /// Whether search engines are told of it.
  var isListed: Bool {
    switch self {
    case .home, .index, .record, .sources, .source, .topics, .topic, .trust, .data,
      .compare, .comparison, .alphabet, .exhibit:
      true
    default: false
    }
  }
}

/// The forms in which the bibliography is published.
public enum BibliographyFormat: String, Sendable, CaseIterable {
  case cslJSON = "sources.json"
  case bibTeX = "sources.bib"
  case bibLaTeX = "sources-biblatex.bib"
  case ris = "sources.ris"

  /// The works as a file.
  func document(of sources: some Sequence<Source>) -> String {
    switch self {
    case .cslJSON: CSLJSON.document(of: sources)
    case .bibTeX: BibTeX.document(of: sources, .bibTeX)
    case .bibLaTeX: BibTeX.document(of: sources, .bibLaTeX)
    case .ris: RIS.document(of: sources)
    }
  }
}
