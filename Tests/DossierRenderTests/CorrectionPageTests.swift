import Testing

@testable import DossierRender

/// What a correction says of itself on the pages that it concerns.
@Suite struct CorrectionPageTests {
  private static func correction(_ wrong: String) -> String {
    """
    ---
    title: \(wrong)
    corrected: 2026-03-01
    concerns: The figure of <mission:kfor#peak> stands corrected.
    ---
    """
  }

  private static let sample = HandoutSample([
    "content/site.yml":
      "title: Dossier\nformat: 1\nbase-url: https://example.org/\nlanguages: [en, uk]\n",
    "content/corrections/_kind.yml": """
    id: correction
    role: correction
    fields:
      corrected: {type: date}
      concerns: {type: markdown}
    """,
    "content/corrections/one.md": correction("First"),
    "content/corrections/one.uk.md":
      "---\ntitle: Перше\nconcerns: Виправлено число <mission:kfor#peak>.\n---\n",
    "content/corrections/two.md": correction("Second"),
  ])

  @Test func itsSentenceIsInTheLanguageOfThePage() throws {
    let page = try Self.sample.page("uk/missions/kfor.html")
    #expect(page.contains("Виправлено число"))
    let original = try Self.sample.page("missions/kfor.html")
    #expect(original.contains("The figure of 50,000") && !original.contains("Виправлено число"))
  }

  @Test func aCorrectionIsNotConcernedByAnotherOfTheSameFact() throws {
    #expect(try Self.sample.page("missions/kfor.html").contains("corrections/two.html"))
    #expect(try !Self.sample.page("corrections/one.html").contains("two.html"))
  }
}
