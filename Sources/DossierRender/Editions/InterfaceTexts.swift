import DossierMarkdown
import DossierSite
import DossierTemplate

/// The interface texts that the code itself needs; the templates name theirs.
enum InterfaceTexts {
  /// Keys with the values that take the place of `{…}` in them.
  static let required: [String] =
    [
      "exhibit", "unknown", "not-applicable", "no-claim", "yes", "no", "records", "sources-count",
      "articles-count", "places-count", "pages-of", "sources", "topics", "home", "refused-missing",
      "refused-unknown", "refused-not-applicable", "refused-zero", "refused-bounds",
      "refused-size", "refused-digits", "refused-dates", "refused-undated",
      "page-not-found", "trust", "no-grade", "not-stated", "own-state", "state-own",
      "blocks-count", "alone-count", "today",
      "same-rows", "matrix", "needed-by", "count-of-all", "further-works", "comparison-page",
      "compare", "compare-or", "compare-scale", "comparison", "derived", "disputed",
      "precedents-of",
      "comparison-in",
      "compare-precedents", "what-term-means",
      "required-by-of", "values-count", "reading-time", "report-subject", "type", "grade",
      "language-of-work",
      "locale", "authors", "published", "updated", "reviewed", "data",
      "data-summary-of-page", "data-table", "data-json", "data-schema", "data-claims",
      "data-series", "data-workbook", "data-locator", "data-reading", "data-explains-table",
      "data-explains-evidence", "data-explains-absence", "data-explains-lists", "sheet-records",
      "sheet-claims", "sheet-series", "sheet-sources", "sheet-notes",
      "data-id", "data-title", "data-short", "data-summary", "data-url", "data-field", "data-item",
      "data-value", "data-low", "data-high", "data-unit", "data-of", "data-approximate",
      "data-as-of", "data-source", "data-basis", "data-note",
      "consulted-at", "known-through", "part-of", "read-on",
    ] + ofCases

  /// Keys for each of what there is a closed list of.
  private static var ofCases: [String] {
    var keys = Verdict.Outcome.allCases.flatMap {
      ["outcome-" + $0.rawValue, "in-text-" + $0.rawValue, "means-" + $0.rawValue]
    }
    keys += ConditionStatus.unmet.map { "unmet-" + $0.rawValue }
    keys += Callout.allCases.map { "callout-" + $0.rawValue }
    keys += Source.Reading.allCases.map { "reading-" + $0.rawValue }
    return keys
  }

  /// Keys that a site with handouts needs beside these.
  static let ofHandouts = [
    "glossary", "timeline", "version", "page-of", "embargoed-until", "draft", "distance",
    "where-things-stand", "edition-of",
  ]

  /// By the key: the names in braces for which the code or a script puts a value.
  static let placeholders: [String: [String]] = [
    "required-by-of": ["n", "all"], "values-count": ["n"], "reading-time": ["n"],
    "report-subject": ["name"], "exhibit": ["n"], "records": ["n"], "sources-count": ["n"],
    "articles-count": ["n"],
    "places-count": ["n"], "pages-of": ["n"], "refused-missing": ["name"],
    "refused-unknown": ["name"], "refused-not-applicable": ["name"], "search-none": ["query"],
    "search-count": ["n", "shown"], "what-term-means": ["name"], "state-own": ["status"],
    "blocks-count": ["n"], "alone-count": ["n"], "comparison-in": ["name"],
    "precedents-of": ["name"], "compare-or": ["value"], "compare-scale": ["from", "to"],
    "same-rows": ["n"], "compare-size": ["records", "fields"],
    "compare-remove": ["name"],
    "table-shown": ["n", "all"], "switches-counts": ["open", "held-up", "blocked", "not-known"],
    "switches-changed": ["changes"], "as-it-stands": ["status"], "page-of": ["n", "m"],
    "needed-by": ["n"], "count-of-all": ["n", "all"], "count-absent": ["n"],
    "count-unmet": ["n"], "script-absent": ["n"], "script-unmet": ["n"],
    "state-today": ["status"], "distance-change": ["before", "after"],
    "distance-moved": ["name", "before", "after"], "further-works": ["n"],
    "map-description": ["names"], "map-scale": ["n"], "map-area": ["name"],
    "embargoed-until": ["date"], "edition-of": ["date"], "consulted-at": ["where"],
    "known-through": ["where"], "part-of": ["where"], "read-on": ["date"],
    "refused-dates": ["from", "to"], "refused-undated": ["name"],
    "mark-gap": ["n"], "chart-second": ["counted", "unit", "field", "record", "value"],
    "chart-lines-words": ["axis", "lines"],
    "chart-line-words": [
      "name", "first", "from", "last", "to", "high", "high-when", "low", "low-when",
    ],
    "chart-slope-words": ["name", "first", "from", "last", "to"],
    "chart-ranking-words": ["axis", "n", "high", "high-value", "low", "low-value"],
    "chart-scatter-words": [
      "n", "across", "across-low", "across-high", "up", "up-low", "up-high",
    ],
    "chart-parts-words": ["parts", "ranking"],
    "chart-timeline-words": ["n", "from", "first", "to", "last", "going"],
  ]

  /// The shape of `strings.`: whatever keys the file has.
  static func shape(of strings: InterfaceStrings) -> ObjectShape {
    ObjectShape(name: "strings", texts: strings.words.keys.sorted())
  }
}
