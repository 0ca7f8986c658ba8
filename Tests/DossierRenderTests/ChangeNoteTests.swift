import Testing

@testable import DossierRender

/// What was changed in a briefing, and when.
@Suite struct ChangeNoteTests {
  private static func page(_ route: String, changes: String) throws -> String {
    try HandoutSample([
      "content/site.yml":
        "title: Dossier\nformat: 1\nlanguages: [en, uk]\nbase-url: https://example.org/\n",
      "content/briefings/_kind.yml": "id: briefing\nrole: article\n",
      "content/briefings/first.md":
        "---\ntitle: First\ndate: 1969-05-12\nupdated: 1969-07\n\(changes)---\nText.\n",
      "content/briefings/first.uk.md": "---\ntitle: Перша\n---\nТекст.\n",
    ]).page(route)
  }

  private static let two = """
    changes:
      - {date: 1969-06-01, text: "A figure & its source"}
      - {date: 1969-07, text: A table}

    """

  @Test func theNewestComesFirstAndTheDateAboveLeadsThere() throws {
    let page = try Self.page("briefings/first.html", changes: Self.two)
    #expect(page.contains("<dd><a href=\"#_changes\">July 1969</a></dd>"))
    let section = try #require(
      Markup.matches("<section class=\"changes\" id=\"_changes\">(.*?)</section>", in: page).first)
    #expect(
      Markup.words(section) == "Changes July 1969 A table 1 June 1969 A figure &amp; its source")
    #expect(section.contains("<time datetime=\"1969-06-01\">"))
    #expect(!section.contains("lang="))
  }

  @Test func aTranslationMarksThemWithTheirLanguage() throws {
    let page = try Self.page("uk/briefings/first.html", changes: Self.two)
    #expect(page.contains("<dd lang=\"en\">A table</dd>"))
  }

  @Test func withoutNotesTheDateStandsAlone() throws {
    let page = try Self.page("briefings/first.html", changes: "")
    #expect(page.contains("<dd>July 1969</dd>"))
    #expect(!page.contains("_changes"))
  }
}
