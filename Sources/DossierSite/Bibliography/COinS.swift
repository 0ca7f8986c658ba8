import DossierCitation
import DossierSource

/// Works as ContextObjects in Spans, which programs for references find in pages.
public enum COinS {
  /// The work in key-encoded values of OpenURL (ANSI/NISO Z39.88-2004): what stands in the title of a
  /// span of the class `Z3988`.
  public static func context(of source: Source) -> String {
    let work = source.citable
    let form = Form(work)
    var pairs = [
      ("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", "info:ofi/fmt:kev:mtx:" + form.format),
    ]
    func add(_ key: String, _ value: String?) {
      if let value = value.filled { pairs.append(("rft." + key, value)) }
    }
    if let doi = work.texts["DOI"].filled { pairs.append(("rft_id", "info:doi/" + DOI(doi).name)) }
    if let url = work.texts["URL"] ?? source.url { pairs.append(("rft_id", url)) }
    add(form.format == "dc" ? "type" : "genre", form.genre)
    let title = work.plainTitle ?? source.title
    add(form.title, title)
    add(form.container, work.texts["container-title"])
    for name in work.names["author"] ?? [] {
      add(form.format == "dc" ? "creator" : "au", inverted(name))
    }
    if form.format != "dc", let first = work.names["author"]?.first, first.literal == nil {
      add("aulast", [first.nonDroppingParticle, first.family].joinedWords())
      add("aufirst", first.given)
    }
    add("date", work.dates["issued"]?.start.map(day))
    for (variable, key) in form.texts { add(key, work.texts[variable]) }
    add(form.format == "dc" ? "publisher" : "pub", work.texts["publisher"] ?? source.publisher)
    return pairs.map { $0.0 + "=" + encoded($0.1) }.joined(separator: "&")
  }

  /// What a work is in OpenURL, and how its fields are called there.
  private struct Form {
    var format = "dc"
    var genre = "document"
    var title = "title"
    var container = "source"
    var texts = [("language", "language")]

    init(_ work: Work) {
      switch work.type {
      case "article-journal", "article-magazine", "article-newspaper", "article", "review":
        (format, genre, title, container) = ("journal", "article", "atitle", "jtitle")
        texts = [("volume", "volume"), ("issue", "issue"), ("page", "pages"), ("ISSN", "issn")]
      case "chapter", "entry", "entry-encyclopedia", "entry-dictionary":
        (format, genre, title, container) = ("book", "bookitem", "atitle", "btitle")
        texts = [("page", "pages"), ("ISBN", "isbn"), ("publisher-place", "place")]
      case "paper-conference":
        (format, genre, title, container) = ("book", "proceeding", "atitle", "btitle")
        texts = [("page", "pages"), ("ISBN", "isbn"), ("publisher-place", "place")]
      case "book", "report", "pamphlet":
        format = "book"
        genre = work.type == "report" ? "report" : "book"
        (title, container) = ("btitle", "series")
        texts = [("edition", "edition"), ("ISBN", "isbn"), ("publisher-place", "place")]
      case "webpage", "post", "post-weblog": genre = "webpage"
      default: genre = work.type
      }
    }
  }

  private static func inverted(_ name: WorkName) -> String {
    if let literal = name.literal { return literal }
    let family = [name.nonDroppingParticle, name.family].joinedWords()
    return name.given.isEmpty ? family : family + ", " + name.given
  }

  private static func day(_ date: WorkDate.Point) -> String {
    guard (0...9999).contains(date.year) else { return String(date.year) }
    let day = date.month == nil ? nil : date.day
    return PartialDate(year: date.year, month: date.month, day: day).description
  }

  private static func encoded(_ text: String) -> String {
    PercentEncoding.encode(text) { PercentEncoding.isAlphanumeric($0) || "-._~".utf8.contains($0) }
  }
}
