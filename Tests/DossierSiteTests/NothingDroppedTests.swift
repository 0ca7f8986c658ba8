import DossierMarkdown
import DossierSource
import Testing

@testable import DossierSite

/// What an author writes or lays down and nobody would see is told.
@Suite struct NothingDroppedTests {
  private static let kfor = "content/missions/kfor.md"

  private static func codes(_ more: [String: String]) -> [String] {
    SiteSample(more).linked().diagnostics.filter { $0.severity > .note }.sorted().map {
      "\($0.code) \($0.place.path.dropFirst(8)):\($0.place.span.line)"
    }
  }

  private static func record(_ front: String) -> [String: String] {
    [kfor: "---\n\(front)\n---\n"]
  }

  // MARK: - Files

  @Test(arguments: [
    "missions/data.csv", "missions/data.pdf", "missions/map.png", "missions/README", "notes.text",
    "missions/old/kfor.md.bak", "sources/library.ris", "data.json", "missions/kfor.mdwn",
  ])
  func aFileThatNothingReadsIsTold(path: String) {
    #expect(Self.codes(["content/" + path: "x"]) == ["file.unread \(path):1"])
  }

  @Test(arguments: [
    "missions/Kfor.MD", "missions/kfor.markdown", "_kind.yml", "missions/old/_kind.yml",
    "missions/_kind.yaml", "units.yaml", "missions/kind.yml",
  ])
  func aFileOfAMisspeltNameIsAnError(path: String) {
    #expect(Self.codes(["content/" + path: "id: x\n"]) == ["file.unknown \(path):1"])
  }

  @Test func aFileThatIsLinkedOrShownIsNot() {
    let text = "---\ntitle: K\n---\n[data](data.csv) ![a map](map.png)\n"
    let files = [
      "content/missions/data.csv": "x", "content/missions/map.png": "x", Self.kfor: text,
    ]
    #expect(Self.codes(files) == [])
  }

  @Test func aTextOverTwoMegabytesIsRefusedWithItsSize() {
    let text = "---\ntitle: K\n---\n" + String(repeating: "word ", count: 450_000)
    let told = SiteSample([Self.kfor: text]).report()
    #expect(
      told.contains("\(Self.kfor):1:1: error: the text has 2.3 MB, and may have 2 [file.size]"))
    let fitting = "---\ntitle: K\n---\n" + String(repeating: "word ", count: 390_000)
    #expect(SiteSample([Self.kfor: fitting]).report() == "")
  }

  // MARK: - Front matter

  @Test(arguments: [
    "title: !Attention all", "title: &more than this", "title: K\nmandate: !x y",
    "title: K\nmandate: &a", "title: K\naliases: &list [a]", "title: K\nx-own: {a: &b c}",
    "title: !!x K", "title: ! K",
  ])
  func aWordThatYAMLTakesForAMarkIsAnError(front: String) {
    #expect(SiteSample(Self.record(front)).report().contains("[yaml.mark]"))
  }

  @Test(arguments: [
    "title: &t K\nshort: *t", "title: !!str 2014", "title: K & L!", "title: '!K'", "title: K !x &y",
  ])
  func aMarkThatYAMLKnowsIsNone(front: String) {
    #expect(SiteSample(Self.record(front)).report() == "")
  }

  @Test(
    arguments: [
      ("title: A *hard* one", "text.markup missions/kfor.md:2"),
      ("title: K\nshort: '`K`'", "text.markup missions/kfor.md:3"),
      ("title: K\nsummary: see [x](actor:nato)", "text.markup missions/kfor.md:3"),
      ("title: K\nmandate: as ~~then~~ now", "text.markup missions/kfor.md:3"),
      (
        "title: K\nmandate: {value: x, note: 'as [@gowan-2018] says'}",
        "text.markup missions/kfor.md:3"
      ),
      (
        "title: K\nchanges: [{date: 2020-01-01, text: '**new**'}]", "text.markup missions/kfor.md:3"
      ),
      ("title: K\nlesson: ~~no~~ longer", "markdown.foreign missions/kfor.md:3"),
      ("title: K\nlesson: see [*@a*]", "citation.syntax missions/kfor.md:3"),
      ("title: K\nlesson: 'see <!-- x'", "comment.open missions/kfor.md:3"),
      ("title: K\nlesson: a *good* one", nil), ("title: K_a_b 2 * 3\nsummary: a < b, R&D", nil),
    ] as [(String, String?)])
  func markupInAPlainTextIsTold(front: String, problem: String?) {
    #expect(Self.codes(Self.record(front)) == (problem.map { [$0] } ?? []))
  }

  @Test func markupInACaptionAndATranslationIsTold() {
    let text = "---\ntitle: K\n---\n```compare\nrecords: [mission:kfor]\nfields: [mandate]\n"
    let files = [
      Self.kfor: text + "caption: The **two**\n```\n",
      "content/missions/kfor.uk.md": "---\ntitle: К *о*\nmandate: '`a`'\n---\n",
    ]
    #expect(
      Self.codes(files).filter { $0.hasPrefix("text.") } == [
        "text.markup missions/kfor.md:7", "text.markup missions/kfor.uk.md:2",
        "text.markup missions/kfor.uk.md:3",
      ])
  }
}

/// Ids of headings in translations: those of an author's own are one for all languages.
@Suite struct TranslatedHeadingTests {
  private static func files(
    _ english: String, _ ukrainian: String, from: String, in language: String = "uk"
  ) -> [String: String] {
    let suffix = language == "en" ? "" : ".uk"
    var files = [
      "content/missions/kfor.md": "---\ntitle: K\n---\n## \(english)\n",
      "content/missions/kfor.uk.md": "---\ntitle: К\n---\n## \(ukrainian)\n",
      "content/actors/nato.uk.md": "---\ntitle: НАТО\n---\n",
      "content/actors/nato.md": "---\ntitle: NATO\n---\n",
    ]
    files["content/actors/nato\(suffix).md", default: ""] += "[x](mission:kfor#\(from))\n"
    return files
  }

  private static func codes(_ files: [String: String]) -> [String] {
    SiteSample(files).linked().diagnostics.filter { $0.severity > .note }.sorted().map(\.code)
  }

  @Test(arguments: [
    ("Lessons {#l}", "Уроки {#l}", "l", "uk", []),
    ("Lessons {#l}", "Уроки {#l}", "l", "en", []),
    // The translation leads to the translated page, whose headings have ids of their own.
    ("Lessons", "Уроки", "уроки", "uk", []),
    ("Lessons", "Уроки", "lessons", "en", []),
    ("Lessons", "Уроки", "lessons", "uk", ["reference.heading"]),
    ("Lessons", "Уроки", "уроки", "en", ["reference.fragment"]),
    ("Lessons", "Уроки {#l}", "l", "uk", ["translation.heading"]),
    ("Lessons", "Уроки {#l}", "l", "en", ["reference.fragment", "translation.heading"]),
    ("Lessons {#l}", "Уроки", "l", "uk", ["translation.heading"]),
    ("Lessons", "Уроки", "nothing", "uk", ["reference.fragment"]),
  ])
  func aLinkLeadsToTheHeadingOfItsLanguage(
    english: String, ukrainian: String, id: String, language: String, codes: [String]
  ) {
    #expect(
      Self.codes(Self.files(english, ukrainian, from: id, in: language)) == codes,
      "\(english), \(ukrainian), \(id) from \(language)")
  }

  @Test func theHelpNamesTheTranslationThatHasIt() {
    let report = SiteSample(Self.files("Lessons", "Уроки {#l}", from: "l", in: "en")).report()
    #expect(report.contains("help: it stands in content/missions/kfor.uk.md alone; write {#l}"))
  }

  @Test func aLinkWithoutATranslationLeadsToTheOriginal() {
    var files = Self.files("Lessons", "", from: "lessons")
    files["content/missions/kfor.uk.md"] = nil
    #expect(Self.codes(files) == [])
  }
}
