import DossierSite
import Testing

@testable import DossierRender

/// What handouts say of options: the verdicts on all of them, and the matrix.
@Suite struct HandoutOptionTests {
  private static let files = [
    "content/conditions/_kind.yml": """
    id: condition
    role: condition
    label: {en: Condition}
    fields: {status: {type: choice, choices: {met: Met, partly: In part, absent: Absent, unknown: Not known}}}
    """,
    "content/conditions/truce.md":
      "---\ntitle: Truce\nstatus: {value: absent, source: gowan}\n---\n",
    "content/conditions/money.md": "---\ntitle: Money\nstatus: {value: met, source: smith}\n---\n",
    "content/plans/_kind.yml": """
    id: plan
    role: option
    label: {en: Plan}
    plural: {en: Plans}
    handouts: true
    fields: {needs: {type: ratings, of: condition, choices: {required: Required, helpful: Helpful}}}
    """,
    "content/plans/watch.md": "---\ntitle: Watch\nneeds: {truce: required}\n---\n",
    "content/plans/train.md": "---\ntitle: Train\nneeds: {money: required}\n---\n",
  ]

  private func collection(_ text: String) throws -> String {
    var sample = HandoutSample(Self.files)
    sample.now = 1_800_000_000
    sample.files["content/handouts/x.yml"] = text
    return try sample.page("handouts/x.html")
  }

  @Test func aReportHasTheVerdictsOnItsCover() throws {
    let html = try collection(
      """
      title: X
      date: 2026-02-27
      key-points: [One & one., {en: Two.}]
      parts: [plan:watch]
      """)
    let cover = try #require(try Markup.matches("<header(.*?)</header>", in: html).first)
    let words = Markup.words(cover)
    #expect(words.contains("Edition of 27 February 2026"))
    #expect(words.contains("One &amp; one. Two."))
    #expect(words.contains("Plans, Today"))
    #expect(cover.contains("verdict-open") && cover.contains("verdict-blocked"))
    #expect(words.contains("1 Train") && words.contains("1 Watch"))
    #expect(!words.contains("Version"))
    #expect(html.contains("<p class=\"version\">Version "))
  }

  @Test func aHandoutWithoutOptionsHasNone() throws {
    let html = try collection("title: X\nparts: [mission:kfor]\n")
    #expect(!html.contains("class=\"standing\"") && !html.contains("class=\"in-short\""))
  }

  @Test func theVerdictsAreAPartOfTheirOwn() throws {
    let html = try collection("title: X\nparts: [verdicts, mission:kfor]\n")
    let rows = try Markup.matches("data-option=\"([a-z]+)\"", in: html)
    #expect(rows == ["train", "watch"])
    #expect(html.contains("href=\"#part-1\">Where things stand</a>"))
    // The works behind the states are among the works cited, and the brief has no room for them.
    #expect(html.contains("class=\"exhibit-works\""))
    let brief = try collection("title: X\nform: brief\nparts: [verdicts]\n")
    #expect(!brief.contains("class=\"exhibit-works\""))
    #expect(try Markup.matches("data-option=\"([a-z]+)\"", in: brief) == ["train", "watch"])
  }

  @Test(arguments: [(16, false), (17, true)])
  func aMatrixThatFitsStaysUpright(options: Int, isAcross: Bool) throws {
    var files = Self.files
    for number in 3...options {
      files["content/plans/p\(number).md"] =
        "---\ntitle: P\(number)\nneeds: {truce: required}\n---\n"
    }
    files["content/missions/ifor.md"] = "---\ntitle: IFOR\n---\n```matrix\ncaption: All\n```\n"
    let html = try HandoutSample(files).page("handouts/missions/ifor.html")
    #expect(html.contains("class=\"exhibit matrix\""))
    #expect(html.contains("<div class=\"wide\">") == isAcross)
  }
}
