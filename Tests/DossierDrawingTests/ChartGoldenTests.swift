import DossierSite
import Foundation
import Testing

@testable import DossierDrawing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Compares drawings with those in `Fixtures/charts`.
///
/// `DOSSIER_RECORD_CHARTS=1` writes them anew; a test that records fails, so that no run passes
/// without a comparison.
@Suite struct ChartGoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/charts")
  static let isRecording = ProcessInfo.processInfo.environment["DOSSIER_RECORD_CHARTS"] == "1"

  @Test(arguments: GoldenSamples.all.map(\.name))
  func drawingIsAsRecorded(name: String) throws {
    let sample = try #require(GoldenSamples.all.first { $0.name == name })
    let svg = Data(try sample.draw())
    let file = Self.folder.appending(path: name + ".svg")
    if Self.isRecording {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try svg.write(to: file)
      Issue.record("recorded \(name).svg")
      return
    }
    #expect(svg == (try Data(contentsOf: file)))
  }

  @Test func drawingsAreWellFormedAndCarryNoStyleOrScript() throws {
    for sample in GoldenSamples.all {
      let svg = Data(try sample.draw())
      let parser = XMLParser(data: svg)
      #expect(parser.parse(), "\(sample.name)")
      let text = String(decoding: svg, as: UTF8.self)
      #expect(!text.contains("style"), "\(sample.name)")
      #expect(!text.contains("<script"), "\(sample.name)")
      let isHidden = sample.name.hasPrefix("mark-") || sample.name == "spark"
      #expect(text.contains(isHidden ? "aria-hidden=\"true\"" : "role=\"img\""))
    }
  }

  @Test func drawingIsTheSameEveryTime() throws {
    for sample in GoldenSamples.all {
      #expect(try sample.draw() == sample.draw(), "\(sample.name)")
    }
  }
}
