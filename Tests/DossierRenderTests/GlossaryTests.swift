import Foundation
import Testing

@testable import DossierRender

/// Terms that are explained where a text first mentions them.
@Suite struct GlossaryTests {
  private static let terms = [
    "content/terms/_kind.yml": """
    id: term
    role: term
    fields:
      also-called: {type: text, list: true}
      definition: {type: text}
    """,
    "content/terms/veto.md": "---\ntitle: Veto\ndefinition: A vote that blocks\n---\nA veto.\n",
    "content/terms/zone.md":
      "---\ntitle: Buffer zone\nsummary: A strip <empty>\ndefinition: Not this\n---\n",
    "content/terms/zone-wall.md": "---\ntitle: Buffer zone wall\ndefinition: A wall\n---\n",
    "content/terms/dmz.md":
      "---\ntitle: Demilitarised zone\nshort: DMZ\nalso-called: [Empty]\ndefinition: No troops\n---\n",
    "content/terms/charter.md":
      "---\ntitle: Chapter VII (UN Charter)\ndefinition: A part of it\n---\n",
    "content/terms/qa.md": "---\ntitle: Q&A\ndefinition: Questions\n---\n",
    "content/terms/mute.md": "---\ntitle: Mute\n---\n",
    "content/terms/rule-a.md": "---\ntitle: Rule (law)\ndefinition: One\n---\n",
    "content/terms/rule-b.md": "---\ntitle: Rule (game)\ndefinition: Another\n---\n",
  ]

  /// The page of a record with a text.
  private static func page(_ body: String, _ more: [String: String] = [:]) throws -> String {
    var files = terms.merging(more) { $1 }
    files["content/missions/ifor.md"] = "---\ntitle: Implementation Force\n---\n" + body
    return try HandoutSample(files).page("missions/ifor.html")
  }

  /// The words that lead to a term which is explained behind them, with the term's id.
  private static func mentions(_ body: String) throws -> [String] {
    let pattern =
      #/<a href="[^"]*">([^<]*)</a><button[^>]*popovertarget="_gloss-term_([a-z-]*)"/#
    return try page(body).matches(of: pattern).map { "\($0.output.1) > \($0.output.2)" }
  }

  @Test(arguments: [
    ("Russia has a veto here.", ["veto > veto"]),
    ("Veto at the beginning.", ["Veto > veto"]),
    ("A veto, and a veto again.", ["veto > veto"]),
    ("Russia’s veto’s end, not a veto-holder or vetoes, nor non-veto, re_veto.", []),
    ("A veto’s end. (veto) follows.", ["veto > veto"]),
    ("The “veto”: that.", ["veto > veto"]),
    ("A buffer zone.", ["buffer zone > zone"]),
    ("A buffer zone wall.", ["buffer zone wall > zone-wall"]),
    ("A buffer zone walled in.", ["buffer zone > zone"]),
    ("A buffer\nzone over two lines.", ["buffer\nzone > zone"]),
    ("A *buffer* zone.", []),
    ("A **veto** and *vetoed*.", ["veto > veto"]),
    ("The DMZ, no dmz.", ["DMZ > dmz"]),
    ("The demilitarised zone.", ["demilitarised zone > dmz"]),
    ("Under Chapter VII it is.", ["Chapter VII > charter"]),
    ("Under Chapter VII (UN Charter) it is.", ["Chapter VII (UN Charter) > charter"]),
    ("A Q&A first.", ["Q&amp;A > qa"]),
    ("Empty, mute and a rule.", []),
    ("- A veto\n- Or a DMZ", ["veto > veto", "DMZ > dmz"]),
    ("> A veto", ["veto > veto"]),
    ("Ендветоveto veto", ["veto > veto"]),
    ("A ve\u{AD}to and a DMZ.", ["ve\u{AD}to > veto", "DMZ > dmz"]),
    ("A veto\u{AD}ing, a veto\u{301}, a \u{200B}ve\u{2060}to.", ["ve\u{2060}to > veto"]),
    ("A buffer\u{A0}zone.", ["buffer\u{A0}zone > zone"]),
  ])
  func aNameIsFoundAsAWholeWordAndOnce(body: String, expected: [String]) throws {
    #expect(try Self.mentions(body) == expected, "\(body)")
  }

  @Test(arguments: [
    "обʼєктний йод", "об'єктний йод", "об’єктний йод", "об’єктний и\u{306}од",
    "об\u{AD}ʼєктний йод",
  ])
  func aNameIsFoundInEverySpelling(words: String) throws {
    for title in ["Обʼєктний йод", "Об'єктний и\u{306}од", "Об’єктний йод"] {
      let term = "---\ntitle: \(title)\ndefinition: One\n---\n"
      let page = try Self.page("Тут \(words).", ["content/terms/iodine.md": term])
      #expect(page.contains("popovertarget=\"_gloss-term_iodine\""), "\(words), \(title)")
    }
  }

  @Test(arguments: [
    "## The veto", "`veto`", "    veto", "[the veto](https://example.org/)",
    "[a veto](mission:kfor)", "| A |\n|---|\n| veto |", "```\nveto\n```",
  ])
  func headingsLinksTablesAndCodeArePassedOver(body: String) throws {
    #expect(try Self.mentions(body + "\n\nThen comes a veto.") == ["veto > veto"])
    #expect(try Self.page(body).contains("class=\"gloss\"") == false)
  }

  @Test(arguments: [
    ("[It](term:veto) is a veto.", ["It > veto"]),
    ("A veto is <term:veto>.", ["veto > veto"]),
    ("<term:veto> it is.", ["Veto > veto"]),
    ("See <term:veto#definition>, a veto.", ["veto > veto"]),
    ("## On <term:veto>\n\nAs in <term:veto>.", ["Veto > veto"]),
    ("A DMZ <term:veto>, <mission:kfor> [x](term:zone)", ["DMZ > dmz", "Veto > veto", "x > zone"]),
    ("<term:mute> says nothing of itself.", []),
  ])
  func aReferenceIsAMentionToo(body: String, expected: [String]) throws {
    #expect(try Self.mentions(body) == expected, "\(body)")
  }

  @Test func theRestOfTheTextStaysAsItIs() throws {
    let page = try Self.page("One <mission:kfor> veto[^n] and <mission:smm>.\n\n[^n]: A veto.")
    let text = try #require(Markup.matches("<div class=\"text\">(.*?)</div>", in: page).first)
    #expect(Markup.words(text) == "One KFOR veto Veto A vote that blocks 1 and SMM .")
  }

  @Test func aTermSaysWhatItMeansByItsSummaryOrElseItsFirstText() throws {
    let page = try Self.page("A buffer zone, a DMZ.")
    #expect(page.contains("<strong>Buffer zone</strong> A strip &lt;empty&gt;</span>"))
    #expect(page.contains("<strong>Demilitarised zone</strong> No troops</span>"))
    #expect(page.contains("aria-label=\"What “Buffer zone” means\""))
  }

  @Test func aTermDoesNotExplainItself() throws {
    let page = try HandoutSample(Self.terms).page("terms/veto.html")
    #expect(page.contains("<p>A veto.</p>"))
  }

  @Test func aTranslationIsReadInItsOwnLanguage() throws {
    let more = [
      "content/site.yml":
        "title: Dossier\nlanguages: [en, uk]\nbase-url: https://example.org/\nformat: 1\n",
      "content/terms/veto.uk.md": "---\ntitle: Вето\ndefinition: Голос проти\n---\n",
      "content/missions/ifor.uk.md":
        "---\ntitle: Сили\n---\nРосія має вето, veto і [зону](term:zone).\n",
      "content/missions/ifor.md": "---\ntitle: Force\n---\nA veto and [a zone](term:zone).\n",
      "content/missions/unmil.md": "---\ntitle: Watch\n---\nA veto, [no](term:veto).\n",
    ]
    let sample = HandoutSample(Self.terms.merging(more) { $1 })
    let own = try sample.page("uk/missions/ifor.html")
    #expect(own.contains("popover><strong>Вето</strong> Голос проти</span>, veto"))
    #expect(own.contains("lang=\"en\" popover><strong>Buffer zone</strong>"))
    let fallback = try sample.page("uk/missions/unmil.html")
    #expect(fallback.contains("A veto, "), "an English text knows no Ukrainian names")
    #expect(fallback.contains("lang=\"uk\" popover><strong>Вето</strong>"))
  }

  @Test func handoutsExplainTermsInTheirGlossaryAlone() throws {
    let handout = try HandoutSample(Self.terms).page("handouts/missions/kfor.html")
    #expect(!handout.contains("popover"))
    #expect(handout.components(separatedBy: "A vote that blocks").count == 2)
  }

  @Test(arguments: ["<b", "<b title=\"", "</", "<!-- it's -->", "<p>x</h2></h2>veto", "<em", "a<"])
  func rawHTMLDoesNoHarm(raw: String) throws {
    let site = [
      "content/site.yml": "title: D\nraw-html: true\nbase-url: https://example.org/\nformat: 1\n"
    ]
    #expect(try Self.page("<div>\n" + raw, site).contains("Implementation Force"))
  }
}
