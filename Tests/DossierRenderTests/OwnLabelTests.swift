import DossierSource
import DossierStarter
import Foundation
import TestSupport
import Testing

@testable import DossierRender
@testable import DossierSite

/// A project whose kinds share no word with any other: what it is called stands everywhere, and what
/// the roles are called stands nowhere.
@Suite struct OwnLabelTests {
  /// The words of another publication, by which a reader would know for whom the tool was made.
  private static let foreign = [
    "options?", "precedents?", "missions?", "briefings?", "scenarios?", "conditions?", "formats?",
    "Optionen", "Präzedenzf[aä]lle?n?", "Szenari(?:o|en)", "Bedingung(?:en)?", "Analysen",
    "Missionen", "peace(?:keep(?:ing|ers?))?", "Ukraine",
  ]

  private static func project() throws -> HandoutSample {
    try HandoutSample.project("sanctions")
  }

  /// Where one of the words stands in a text that a reader may see.
  private static func finds(in text: String) throws -> [String] {
    let expression = try Regex("(?i)(.{0,30}\\b(?:\(foreign.joined(separator: "|")))\\b.{0,20})")
    return text.matches(of: expression).map { String($0.output[0].substring ?? "") }
  }

  /// A file of the site without what no reader sees: names of classes and elements, names of members.
  private static func shown(_ text: String, of route: String) -> String {
    var text = text
    if route.hasSuffix(".html") || route.hasSuffix(".svg") {
      text = text.replacing(#/\s(?:class|data-[a-z-]+)="[^"]*"/#, with: "")
        .replacing(/href="data:text\/css[^"]*"/, with: "")
        .replacing(/<\/?(?:option|optgroup)\b/, with: "<")
        .replacing(/<meta name="format-detection"[^>]*>/, with: "")
    }
    return text.replacing(/"[a-z@A-Z-]+":/, with: "")
  }

  @Test func noPageHandoutDrawingOrFileNamesWhatIsAnothers() throws {
    let renderer = try Self.project().renderer()
    var seen = 0
    for page in renderer.pages() where !page.route.hasSuffix(".xlsx") {
      let text = String(decoding: renderer.render(page), as: UTF8.self)
      #expect(try Self.finds(in: Self.shown(text, of: page.route)) == [], "\(page.route)")
      #expect(try Self.finds(in: page.route) == [], "\(page.route)")
      seen += 1
    }
    #expect(seen > 200)
  }

  @Test func theLabelsStandWhereTheRolesDid() throws {
    let sample = try Self.project()
    let note = try sample.page("notes/first.html")
    #expect(note.contains(">Maßnahme</th>"))
    let measure = try sample.page("en/measures/trade-ban.html")
    #expect(measure.contains("<h2>Sanctions regimes and what they teach</h2>"))
    #expect(measure.contains("compare/trade-ban-models.html"))
    let topic = try sample.page("topics/index.html")
    #expect(topic.contains("Vermerke: 2"))
  }

  @Test func noTextOfThePagesNamesARole() throws {
    for path in try HandoutSample.templatePaths() where path.hasSuffix(".yml") {
      let text = try String(contentsOf: Checkout.folder.appending(path: path), encoding: .utf8)
      let file = SourceFile(path: path, text: text)
      let language = try #require(InterfaceStrings.language(of: path))
      let words = InterfaceStrings.decode(file, language).value.words
      for (key, word) in words.sorted(by: { $0.key < $1.key }) where !key.hasPrefix("data-") {
        let text = word.other.replacing(/\{[a-z-]+\}/, with: "")
        #expect(try Self.finds(in: text) == [], "\(path): \(key)")
      }
    }
  }

  @Test func whatIsWrittenForANewRecordNamesTheProjectsOwnKinds() throws {
    let site = try Self.project().linked().value
    for kind in site.schema.kinds {
      let text = RecordDraft(of: kind, in: site.schema).text(title: nil)
      #expect(try Self.finds(in: text) == [], "\(kind.id)")
    }
  }

  /// Slips of every sort, each in a record of its own; keywords of a declaration may be named.
  @Test func noDiagnosticNamesWhatIsAnothers() throws {
    var sample = try Self.project()
    let slips = [
      "<measure:nothing>", "<regime:iraq#nothing>", "<measur:trade-ban>", "[@nothing]",
      "```matrix\noptions: [regime:iraq]\n```", "```matrix\noptions: [measure:none]\n```",
      "```distance\nscenario: outlook:none\n```", "```compare\nkind: nothing\nfields: [a]\n```",
      "```compare\nrecords: [iraq]\nfields: [yes]\n```",
      "```chart\nkind: regime\nfield: nothing\n```",
      "```scaled\nground: land:sample\nkind: regime\nstrength: none\nby: [border]\n```",
      "```distance\nscenarios: [measure:trade-ban]\n```", "## Stand {#verdict}",
    ]
    for (number, slip) in slips.enumerated() {
      sample.files["content/notes/slip-\(number).md"] =
        "---\ntitle: S\ndate: 2025-01-01\n---\n\(slip)\n"
    }
    sample.files["content/measures/odd.md"] =
      "---\ntitle: Odd\nneeds: {nobody: required, majority: maybe}\n---\n"
    let found = sample.linked().diagnostics.filter { $0.severity > .note }
    #expect(found.count >= slips.count)
    for diagnostic in found {
      let text = diagnostic.text(line: nil).replacing(
        /'?role: [a-z]+'?|the role '[a-z]+'/, with: ""
      )
      .replacing(/'(?:options|scenarios?|conditions)'/, with: "")
      .replacing(/known: .*/, with: "")
      #expect(try Self.finds(in: text) == [])
    }
  }
}

extension HandoutSample {
  /// A project of `Tests/Projects` in memory, with the publication's own templates.
  static func project(_ name: String) throws -> HandoutSample {
    let folder = Checkout.folder.appending(path: "Tests/Projects/\(name)")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    var files: [String: String] = [:]
    for path in paths where path.hasPrefix("content/") && !path.hasSuffix("/") {
      let file = folder.appending(path: path)
      guard !file.hasDirectoryPath, path.contains(".") else { continue }
      files[path] = try String(contentsOf: file, encoding: .utf8)
    }
    return HandoutSample(alone: files)
  }
}
