import DossierSite
import Testing

@testable import DossierRender

@Suite("Cite this page")
struct MetadataCitationTests {
  private let sample = MetadataSample()

  @Test func briefingIsAReport() {
    let page = sample.text("briefings/first.html")
    #expect(page.contains("@techreport{briefings-first,"))
    #expect(page.contains("author = {Smith Jones, Ann and {The team}}"))
    #expect(page.contains("institution = {A \\&amp; B Centre}"))
    #expect(page.contains("TY  - RPRT\nAU  - Smith Jones, Ann\nAU  - The team\n"))
    #expect(page.contains("UR  - https://example.org/p/briefings/first.html\n"))
    #expect(page.contains("&quot;date-parts&quot;:[[2025,5,12]]"))
  }

  @Test func recordIsAPageOfTheSite() {
    let page = sample.text("missions/alpha.html")
    #expect(page.contains("TY  - ELEC\nTI  - Alpha, the first\nT2  - Dossier\n"))
  }

  @Test func pageOfASourceCitesTheSource() {
    let page = sample.text("uk/sources/gowan-2018.html")
    #expect(page.contains("@techreport{gowan-2018,"))
    #expect(page.contains("PY  - 2018\n"))
  }

  @Test func translationHasAKeyOfItsOwn() {
    #expect(sample.text("uk/briefings/first.html").contains("@techreport{uk-briefings-first,"))
  }

  @Test func everyPageCanBeCitedByAKeyOfItsOwn() {
    var keys: Set<String> = []
    for page in sample.renderer.pages() where page.subject.isListed {
      if case .source = page.subject { continue }
      let text = sample.text(page.route)
      let entry = text.split(separator: "<pre>@").dropFirst().first ?? ""
      let key = entry.prefix { $0 != "," }
      #expect(keys.insert(String(key)).inserted, "\(page.route): \(key)")
    }
  }

  @Test func programsFindTheWorksOfAPage() throws {
    let sample = HandoutSample(alone: [
      "content/site.yml": "title: T\nformat: 1\nbase-url: https://example.org/\n",
      "content/briefings/_kind.yml":
        "id: briefing\nrole: article\nlabel: Briefing\nplural: Briefings\n",
      "content/briefings/one.md": "---\ntitle: One\ndate: 2020-01-01\n---\nA [@gowan].\n",
      "content/sources/a.yml":
        "- {id: gowan, type: report, title: A Report, author: Gowan, issued: 2018}\n",
    ])
    let context = "rft.btitle=A%20Report&amp;rft.au=Gowan&amp;rft.date=2018"
    for route in ["sources/gowan.html", "sources/index.html", "briefings/one.html"] {
      let page = try sample.page(route)
      #expect(page.contains("<span class=\"Z3988\" title=\"ctx_ver=Z39.88-2004"), "\(route)")
      #expect(page.contains(context), "\(route)")
    }
    #expect(try sample.page("sources/gowan.html").contains("<pre>@report{gowan,"))
    for file in ["sources.json", "sources.bib", "sources-biblatex.bib", "sources.ris"] {
      #expect(try sample.page("data/" + file).contains("gowan"), "\(file)")
    }
  }

  @Test func anArticleNamesThePDFBesideIt() throws {
    let files = [
      "content/site.yml": "title: T\nformat: 1\nbase-url: https://example.org/p/\n",
      "content/briefings/_kind.yml":
        "id: briefing\nrole: article\nlabel: Briefing\nplural: Briefings\n",
      "content/briefings/one.md":
        "---\ntitle: One\ndate: 2020-01-01\n---\n[PDF](one.pdf) [x](two.pdf)\n",
      "content/briefings/two.md": "---\ntitle: Two\ndate: 2020-01-01\n---\nNone.\n",
      "content/briefings/one.pdf": "x", "content/briefings/two.pdf": "x",
    ]
    let sample = HandoutSample(alone: files)
    #expect(
      try sample.page("briefings/one.html").contains(
        "name=\"citation_pdf_url\" content=\"https://example.org/p/briefings/one.pdf\""))
  }

  @Test func addressIsLeftOutWhereItIsNotKnown() {
    let page = MetadataSample(isPublished: false).text("briefings/first.html")
    #expect(page.contains("@techreport{briefings-first,"))
    #expect(!page.contains("UR  - "))
  }
}
