import DossierSource
import Testing

@testable import DossierRender

/// Images of a text, with the size that keeps the page still while they come.
@Suite struct ImageTests {
  private static let drawing = "<svg viewBox=\"0 0 640 480\"></svg>"

  private static func sample(_ body: String) -> HandoutSample {
    HandoutSample([
      "content/missions/ifor.md": "---\ntitle: Implementation Force\n---\n" + body,
      "content/missions/one.svg": drawing, "content/missions/two.svg": drawing,
      "content/missions/broken.png": "no picture", "content/missions/old.bmp": "no picture",
    ])
  }

  @Test func theFirstImageIsLoadedAtOnceAndTheOthersWhenTheyAreNear() throws {
    let page = try Self.sample("![One](one.svg \"Photo: A & B\")\n\nText ![two](two.svg) on.")
      .page("missions/ifor.html")
    #expect(
      page.contains(
        """
        <figure class="image"><img src="../missions/one.svg" alt="One" width="640" height="480">\
        <figcaption>Photo: A &amp; B</figcaption></figure>
        """))
    #expect(page.contains("alt=\"two\" width=\"640\" height=\"480\" loading=\"lazy\"> on."))
  }

  @Test func aHandoutWaitsForNoImage() throws {
    let handout = try Self.sample("![One](one.svg)\n\n![Two](two.svg)")
      .page("handouts/missions/ifor.html")
    #expect(handout.contains("alt=\"Two\" width=\"640\" height=\"480\">"))
  }

  @Test func anImageWithoutASizeIsShownAndReported() throws {
    let sample = Self.sample("![One](broken.png)\n\n![Two](old.bmp)")
    let found = sample.linked().diagnostics.filter { $0.code.hasPrefix("image") }
    #expect(
      found.map { "\($0.severity) \($0.code) \($0.place.span.line)" } == ["warning image.size 4"])
    #expect(try sample.page("missions/ifor.html").contains("alt=\"One\">"))
  }
}
