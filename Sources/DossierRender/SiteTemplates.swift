public import DossierSite
public import DossierSource
import DossierTemplate

/// The templates and interface texts of a site, compiled for its kinds and languages.
///
/// They do not depend on the records, so they outlive a change of those.
public struct SiteTemplates: Sendable {
  let set: TemplateSet
  /// One for each language of the site, in their order.
  let strings: [InterfaceStrings]
  /// The bytes of ``handoutStylePath``.
  let handoutStyle: [UInt8]

  /// Where the style of handouts lies; it is no asset, since it goes into the handouts themselves.
  public static let handoutStylePath = "templates/handout.css"

  /// Compiles templates, and completes the interface texts of each language.
  ///
  /// - Parameters:
  ///   - templates: The HTML files below `templates/`.
  ///   - strings: The interface texts, of the languages of the site and of others.
  ///   - handoutStyle: The bytes of ``handoutStylePath``, which the templates of handouts need.
  /// - Returns: Templates to be used only where no diagnostic is an error.
  public static func compile(
    _ schema: SiteSchema, templates: [SourceFile], strings: [InterfaceStrings],
    handoutStyle: [UInt8] = []
  ) -> Outcome<SiteTemplates> {
    let entries = entries(schema, templates)
    let texts = CompleteTexts.of(
      schema.configuration.languages, strings, needed: neededTexts(of: entries))
    let diagnostics =
      texts.diagnostics
      + texts.value.flatMap {
        TextFindings.of($0, beside: strings, schema.rules(of: $0.language))
      }
    let known = texts.value.map { KindWords.named($0, by: schema) }
    let all = Set(known.flatMap(\.words.keys)).sorted()
    let outcome = TemplateSet.compile(
      templates, entries: entries,
      roots: [
        "page": PageView.shape.shape, "site": SiteView.shape.shape,
        "strings": ObjectShape(name: "strings", texts: all),
      ], keepsIndents: false)
    return Outcome(
      SiteTemplates(set: outcome.value, strings: known, handoutStyle: handoutStyle),
      diagnostics + outcome.diagnostics)
  }

  /// The names of the templates for pages that a project need not have, of those that it has.
  public var optionalPages: Set<String> {
    Set(OptionalPages.entries.map(\.template).filter(set.contains))
  }

  /// A template for each shape, and those that a publisher wrote for one kind.
  static func entries(
    _ schema: SiteSchema, _ files: [SourceFile]
  ) -> [String: ObjectShape] {
    var entries: [String: ObjectShape] = [
      "home": HomeView.shape.shape, "article": ArticleView.shape.shape,
      "record": RecordView.shape.shape, "index": IndexView.shape.shape,
      "sources": SourcesView.shape.shape, "source": SourceView.shape.shape,
      "topic": TopicView.shape.shape, "not-found": NotFoundView.shape.shape,
      "trust": TrustView.shape.shape, "data": DataView.shape.shape,
      "exhibits/compare": CompareView.shape.shape,
      "partials/compare-cell": CompareCellView.shape.shape,
      "exhibits/matrix": MatrixView.shape.shape, "compare": CompareIndexView.shape.shape,
      "comparison": ComparisonView.shape.shape,
    ]
    let names = Set(files.map(\.path))
    // Of comparisons and matrices there are pages; the others are needed by those who use them.
    for template in PlacedExhibit.rooms.map({ $0.template })
    where names.contains("templates/\(template.path).html") {
      entries[template.path] = template.shape
    }
    let hasHandouts = schema.kinds.contains { $0.hasHandouts }
    if hasHandouts || names.contains("templates/handout.html") {
      entries["handout"] = HandoutView.shape.shape
      entries["handout-part"] = HandoutPartView.shape.shape
    }
    for page in OptionalPages.entries where names.contains("templates/\(page.template).html") {
      entries[page.template] = page.shape
    }
    for kind in schema.kinds {
      for base in ["record", "article", "index"] {
        let name = "\(base)-\(kind.id)"
        if names.contains("templates/\(name).html") { entries[name] = entries[base] }
      }
    }
    return entries
  }

  /// The interface texts that the code needs, for what there are templates.
  private static func neededTexts(of entries: [String: ObjectShape]) -> [String] {
    var keys = InterfaceTexts.required + ScriptWords.all
    if entries["handout"] != nil { keys += InterfaceTexts.ofHandouts }
    for room in PlacedExhibit.rooms where entries[room.template.path] != nil { keys += room.words }
    for page in OptionalPages.entries where entries[page.template] != nil { keys += page.words }
    return keys
  }
}
