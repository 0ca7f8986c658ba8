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

  @Test func addressIsLeftOutWhereItIsNotKnown() {
    let page = MetadataSample(isPublished: false).text("briefings/first.html")
    #expect(page.contains("@techreport{briefings-first,"))
    #expect(!page.contains("UR  - "))
  }
}
