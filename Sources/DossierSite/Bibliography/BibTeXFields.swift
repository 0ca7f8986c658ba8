/// What BibTeX's and BibLaTeX's types and fields are in CSL, after the data model of BibLaTeX 3.20.
enum BibTeXFields {
  static let types = [
    "article": "article-journal", "book": "book", "mvbook": "book", "booklet": "pamphlet",
    "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter", "incollection": "chapter",
    "suppcollection": "chapter", "collection": "book", "mvcollection": "book", "manual": "book",
    "reference": "book", "mvreference": "book", "inreference": "entry-encyclopedia",
    "misc": "document", "online": "webpage", "electronic": "webpage", "www": "webpage",
    "patent": "patent", "periodical": "periodical", "suppperiodical": "article-journal",
    "proceedings": "book", "mvproceedings": "book", "inproceedings": "paper-conference",
    "conference": "paper-conference", "report": "report", "techreport": "report",
    "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis",
    "unpublished": "manuscript",
    "dataset": "dataset", "software": "software", "artwork": "graphic", "image": "graphic",
    "audio": "song", "music": "song", "video": "motion_picture", "movie": "motion_picture",
    "legislation": "legislation", "jurisdiction": "legal_case", "legal": "treaty",
    "letter": "personal_communication", "performance": "performance", "review": "review",
    "standard": "standard", "commentary": "document",
  ]

  /// Entries that are no works.
  static let noWorks: Set<String> = ["xdata", "set", "control", "bibnote"]

  /// What a thesis or a report is called where it does not say so itself.
  static let genres = [
    "phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis", "techreport": "Technical report",
  ]

  static let names = [
    "author": "author", "editor": "editor", "translator": "translator",
    "bookauthor": "container-author", "author-of-whole": "container-author",
    "commentator": "contributor", "annotator": "contributor", "introduction": "contributor",
    "foreword": "contributor", "afterword": "contributor",
    "editora": "contributor", "editorb": "contributor", "editorc": "contributor",
    "holder": "author",
    "origauthor": "original-author",
  ]

  static let dates = [
    "date": "issued", "urldate": "accessed", "eventdate": "event-date",
    "origdate": "original-date",
  ]

  static let texts = [
    "journal": "container-title", "journaltitle": "container-title",
    "booktitle": "container-title", "maintitle": "container-title",
    "shortjournal": "container-title-short", "shorttitle": "title-short",
    "series": "collection-title", "volume": "volume", "volumes": "number-of-volumes",
    "edition": "edition", "pagetotal": "number-of-pages", "chapter": "chapter-number",
    "publisher": "publisher", "institution": "publisher", "school": "publisher",
    "organization": "publisher", "location": "publisher-place", "address": "publisher-place",
    "howpublished": "medium", "note": "note", "addendum": "note", "annote": "annote",
    "annotation": "annote", "abstract": "abstract", "keywords": "keyword", "isbn": "ISBN",
    "issn": "ISSN", "type": "genre", "version": "version", "venue": "event-place",
    "eventtitle": "event-title", "origtitle": "original-title",
    "origpublisher": "original-publisher", "origlocation": "original-publisher-place",
    "library": "call-number", "pmid": "PMID", "pmcid": "PMCID", "pubstate": "status",
    "part": "part-number", "reviewedtitle": "reviewed-title",
  ]

  /// Fields of libraries and of typesetting, which say nothing of the work.
  static let passedOver: Set<String> = [
    "file", "timestamp", "date-added", "date-modified", "owner", "groups", "mendeley-tags",
    "crossref", "xref", "xdata", "options", "related", "relatedtype", "relatedstring", "sortkey",
    "sortname", "sorttitle", "sortyear", "sortshorthand", "presort", "shorthand", "label", "gender",
    "execute", "entryset", "indextitle", "indexsorttitle", "shortauthor", "shorteditor",
    "shortseries", "shorthandintro", "nameaddon", "authortype", "editortype", "editoratype",
    "editorbtype", "editorctype", "bookpagination", "pagination", "archiveprefix", "eprintclass",
    "primaryclass", "eprinttype", "creationdate", "modificationdate", "comment", "ranking", "read",
    "entrysubtype", "hyphenation", "langidopts", "day", "month", "year", "key", "ids", "doi", "url",
    "eprint", "title", "subtitle", "titleaddon", "booksubtitle", "booktitleaddon", "mainsubtitle",
    "maintitleaddon", "journalsubtitle", "journaltitleaddon", "issuetitle", "issuesubtitle",
    "number", "issue", "pages", "langid", "language", "origlanguage", "copyright", "rights", "urn",
    "lista", "listb", "usera", "userb", "userc", "verba", "verbb",
  ]

  /// What babel calls the language of a tag; `nil` where it has no name for it.
  static func language(_ tag: String) -> String? {
    let tag = tag.lowercased()
    return usualNames[tag] ?? usualNames[String(tag.prefix { $0 != "-" })]
  }

  /// By the tag in small letters: of several names of one language that which is usual.
  private static let usualNames: [String: String] = {
    let usual: Set<String> = ["english", "american", "british", "ngerman", "naustrian", "french"]
    let names = Dictionary(grouping: languages.keys.sorted()) {
      languages[$0, default: ""].lowercased()
    }
    return names.compactMapValues { $0.first(where: usual.contains) ?? $0.first }
  }()

  /// Whether a variable of CSL is a title, in which marks may stand.
  static func isTitle(_ variable: String) -> Bool {
    variable.hasSuffix("title") || variable.hasSuffix("title-short")
  }

  /// Whether a field is one of BibTeX's, BibLaTeX's or a library's.
  static func isKnown(_ name: String) -> Bool {
    names[name] != nil || dates[name] != nil || texts[name] != nil || passedOver.contains(name)
      || name.hasPrefix("bdsk-") || name.hasPrefix("editor") || name.hasPrefix("x-")
  }

  /// The tags of what babel and polyglossia call languages.
  static let languages = [
    "english": "en", "american": "en-US", "usenglish": "en-US", "usamerican": "en-US",
    "british": "en-GB", "ukenglish": "en-GB", "australian": "en-AU", "canadian": "en-CA",
    "ukrainian": "uk", "russian": "ru", "german": "de", "ngerman": "de", "naustrian": "de-AT",
    "austrian": "de-AT", "nswissgerman": "de-CH", "french": "fr", "francais": "fr",
    "canadien": "fr-CA", "polish": "pl", "spanish": "es", "italian": "it", "portuguese": "pt",
    "brazilian": "pt-BR", "dutch": "nl", "danish": "da", "norwegian": "no", "norsk": "nb",
    "nynorsk": "nn", "swedish": "sv", "finnish": "fi", "estonian": "et", "latvian": "lv",
    "lithuanian": "lt", "czech": "cs", "slovak": "sk", "slovene": "sl", "croatian": "hr",
    "serbian": "sr", "bosnian": "bs", "bulgarian": "bg", "macedonian": "mk", "romanian": "ro",
    "hungarian": "hu", "greek": "el", "turkish": "tr", "arabic": "ar", "hebrew": "he",
    "persian": "fa", "japanese": "ja", "chinese": "zh", "korean": "ko", "georgian": "ka",
    "armenian": "hy", "belarusian": "be", "latin": "la", "catalan": "ca", "icelandic": "is",
    "irish": "ga", "welsh": "cy", "vietnamese": "vi", "indonesian": "id",
  ]
}
