import DossierSource
import Foundation
import TestSupport
import Testing

@testable import DossierRender
@testable import DossierSite

/// The blocks that `docs/exhibits.md` shows are built, each in a text of the publication.
@Suite struct ExhibitGalleryTests {
  private static func blocks() throws -> [(name: String, text: String)] {
    let file = Checkout.folder.appending(path: "docs/exhibits.md")
    let document = try String(contentsOf: file, encoding: .utf8)
    let names = Exhibit.names.sorted().joined(separator: "|")
    let block = try Regex(
      "(?ms)^```(\(names))\\b[^\\n]*\\n.*?^```$", as: (Substring, Substring).self)
    return document.matches(of: block).map { (String($0.output.1), String($0.output.0)) }
  }

  @Test func everySortHasOne() throws {
    #expect(Set(try Self.blocks().map(\.name)) == Exhibit.names)
  }

  @Test func everyOneIsDrawn() throws {
    var sample = try SameValueTests.publication()
    let blocks = try Self.blocks()
    for (place, block) in blocks.enumerated() {
      sample.files["content/pages/gallery-\(place).md"] =
        "---\ntitle: Gallery number \(place)\n---\n\(block.text)\n"
    }
    let renderer = try sample.renderer()
    let gallery = renderer.exhibitTexts().filter { text in
      renderer.site.records[text.record].key.id.hasPrefix("gallery-") && text.language == .english
    }
    #expect(gallery.count == blocks.count)
    for text in gallery {
      #expect(renderer.refusedExhibits(in: text).map(\.message) == [])
      #expect(renderer.site.records[text.record].text.exhibits.allSatisfy { $0.content != nil })
    }
  }
}
