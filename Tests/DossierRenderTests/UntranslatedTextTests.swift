import Foundation
import Testing

@testable import DossierRender

/// A text that is not translated, on the page of another language.
@Suite struct UntranslatedTextTests {
  private static let files = [
    "content/site.yml": "title: T\nlanguages: [en, uk]\nformat: 1\n",
    "content/home.md": "---\ntitle: H\n---\nA.\n",
    "content/units.yml": "troops: {label: {en: troops, uk: військових}}\n",
    "content/missions/_kind.yml": """
    id: mission
    role: precedent
    label: {en: Mission, uk: Місія}
    fields:
      peak: {type: quantity, unit: troops, label: {en: Peak, uk: Пік}}
    """,
    "content/missions/one.md": """
    ---
    title: One
    peak: 12000
    ---
    ## With [](mission:one#peak)

    It had [](mission:one#peak), as [](mission:two) did.[^1]

    > [!NOTE]
    > It held.

    [^1]: Of [](mission:one#peak).
    """,
    "content/missions/two.md": "---\ntitle: Two\n---\nIt had [](mission:one#peak).\n",
    "content/missions/two.uk.md": "---\ntitle: Два\n---\nМала [](mission:one#peak).\n",
  ]

  private func page(_ route: String) throws -> String {
    let renderer = try HandoutSample(alone: Self.files).renderer()
    let page = try #require(renderer.pages().first { $0.route == route })
    return String(decoding: renderer.render(page), as: UTF8.self)
  }

  private static func link(behind words: String, in html: String) throws -> String {
    let rest = try #require(html.components(separatedBy: words).dropFirst().first)
    return rest.components(separatedBy: "</a>")[0]
  }

  @Test func itsSentencesAreOfOneLanguage() throws {
    let html = try page("uk/missions/one.html")
    for sentence in ["With <a", "It had <a", "Of <a"] {
      let link = try Self.link(behind: sentence, in: html)
      #expect(link.contains("12,000\u{A0}troops"), "\(sentence): \(link)")
    }
    #expect(html.contains(">Two</a> did"))
    // What the page itself says is in its own language.
    #expect(html.contains("12\u{A0}000\u{A0}військових"))
  }

  @Test func thatOfATranslationIsThePages() throws {
    let html = try page("uk/missions/two.html")
    #expect(try Self.link(behind: "Мала <a", in: html).contains("12\u{A0}000\u{A0}військових"))
  }
}
