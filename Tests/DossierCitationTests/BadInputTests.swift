import DossierCitation
import DossierSource
import Testing

/// What is no style, no locale and no list of works, and what is too much of one.
@Suite struct BadInputTests {
  private static func codes(_ text: String) -> [String] {
    let outcome = Style.read(SourceFile(path: "a.csl", text: text))
    #expect(outcome.value == nil || outcome.diagnostics.isEmpty)
    return outcome.diagnostics.map(\.code)
  }

  private static func style(_ inside: String) -> String {
    """
    <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
    \(inside)
    </style>
    """
  }

  private static let layout = "<citation><layout><text variable=\"title\"/></layout></citation>"

  @Test(arguments: [
    ("", "xml.syntax"), ("no XML at all", "xml.syntax"), ("<style>", "xml.syntax"),
    ("<a></b>", "xml.syntax"), ("<style>&nbsp;</style>", "xml.syntax"),
    ("<!DOCTYPE style><style/>", "xml.doctype"),
    ("<!DOCTYPE s [<!ENTITY a 'b'>]><style>&a;</style>", "xml.doctype"),
    ("<!DOCTYPE s SYSTEM 'file:///etc/passwd'><style/>", "xml.doctype"),
    ("<html/>", "style.root"), ("<locale/>", "style.root"),
    (style(""), "style.layout"), (style("<citation/>"), "style.layout"),
  ])
  func whatIsNoStyleIsRefused(text: String, code: String) {
    #expect(Self.codes(text) == [code])
  }

  @Test func entitiesThatGrowAreNeverRead() {
    let entities = (1...9).map {
      "<!ENTITY e\($0) '\(String(repeating: "&e\($0 - 1);", count: 10))'>"
    }
    let text = "<!DOCTYPE s [<!ENTITY e0 'ha'>\(entities.joined())]><style>&e9;</style>"
    #expect(Self.codes(text) == ["xml.doctype"])
  }

  @Test func aDependentStyleNamesTheOneThatIsWanted() throws {
    let link = "<link rel=\"independent-parent\" href=\"http://example.org/styles/the-wanted\"/>"
    let outcome = Style.read(
      SourceFile(path: "a.csl", text: Self.style("<info>\(link)</info>")))
    let diagnostic = try #require(outcome.diagnostics.first)
    #expect(diagnostic.code == "style.dependent")
    #expect(diagnostic.help?.contains("the-wanted.csl") == true)
    #expect(diagnostic.place.span.line == 2)
  }

  @Test func anAddressWithoutEndIsCutShort() throws {
    let link = "<link rel=\"independent-parent\" href=\"\(String(repeating: "x", count: 9_000))\"/>"
    let outcome = Style.read(SourceFile(path: "a.csl", text: Self.style("<info>\(link)</info>")))
    let diagnostic = try #require(outcome.diagnostics.first)
    #expect(diagnostic.code == "style.dependent" && diagnostic.message.count < 400)
  }

  @Test(arguments: [
    ["a", "a"], ["a", "b", "a"], ["a", "b", "c", "d", "e", "a"],
  ])
  func macrosInARingAreRefused(ring: [String]) {
    let macros = zip(ring, ring.dropFirst()).map {
      "<macro name=\"\($0)\"><group><text macro=\"\($1)\"/></group></macro>"
    }
    #expect(Self.codes(Self.style(macros.joined() + Self.layout)) == ["style.ring"])
  }

  @Test func aMacroThatIsNotThereIsNamed() throws {
    let text = Self.style("<macro name=\"author\"/>")  // one that is nearly meant
      .replacing(
        "</style>", with: "<citation><layout><text macro=\"auhtor\"/></layout></citation></style>")
    let diagnostic = try #require(
      Style.read(SourceFile(path: "a.csl", text: text)).diagnostics.first)
    #expect(diagnostic.code == "style.macro" && diagnostic.help == "did you mean 'author'?")
  }

  @Test func tenThousandMacrosAreRead() {
    let macros = (0..<10_000).map { "<macro name=\"m\($0)\"><text value=\"x\"/></macro>" }
    #expect(Self.codes(Self.style(macros.joined() + Self.layout)) == [])
  }

  @Test func macrosThatCallOneAnotherWithoutEndAreRefused() {
    let chain = (0..<10_000).map {
      "<macro name=\"m\($0)\"><text \($0 < 9_999 ? "macro=\"m\($0 + 1)\"" : "value=\"x\"")/></macro>"
    }
    #expect(Self.codes(Self.style(chain.joined() + Self.layout)) == ["style.size"])
    let doubling = (0..<60).map {
      let call = $0 < 59 ? "macro=\"m\($0 + 1)\"" : "value=\"x\""
      return "<macro name=\"m\($0)\"><text \(call)/><text \(call)/></macro>"
    }
    #expect(Self.codes(Self.style(doubling.joined() + Self.layout)) == ["style.size"])
  }

  @Test func elementsTooDeepAreRefused() {
    let open = String(repeating: "<group>", count: 5_000)
    let close = String(repeating: "</group>", count: 5_000)
    let text = "<citation><layout>\(open)\(close)</layout></citation>"
    #expect(Self.codes(Self.style(text)) == ["xml.depth"])
  }

  @Test(arguments: [
    ("", "json.syntax"), ("[", "json.syntax"), ("[{\"id\":}]", "json.syntax"),
    ("[1,]", "json.syntax"), ("{\"a\" 1}", "json.syntax"), ("[\"\\x\"]", "json.syntax"),
    ("[] []", "json.syntax"), ("truth", "json.syntax"), ("[\"a\nb\"]", "json.syntax"),
    ("{}", "work.form"), ("3", "work.form"),
    (String(repeating: "[", count: 100_000), "json.syntax"),
  ])
  func whatIsNoListOfWorksIsRefused(text: String, code: String) {
    let outcome = WorkReader.works(in: SourceFile(path: "a.json", text: text))
    #expect(outcome.value.isEmpty && outcome.diagnostics.map(\.code) == [code])
  }

  @Test func aMistakeIsFoundOnItsLine() throws {
    let text = "[\n  {\"id\": \"a\"},\n  {\"id\": }\n]"
    let place = try #require(
      WorkReader.works(in: SourceFile(path: "a", text: text)).diagnostics.first
    ).place
    #expect(place.span.line == 3 && place.span.column == 10)
  }

  @Test(arguments: [
    "{\"id\": 1, \"issued\": {\"date-parts\": [[-9223372036854775808, 99, 99]]}}",
    "{\"id\": 1, \"issued\": {\"date-parts\": [[\"x\", null], []]}}",
    "{\"id\": 1, \"issued\": {\"season\": -9223372036854775808}}",
    "{\"id\": 1, \"issued\": \"99999999999999999999-01\"}",
    "{\"id\": 1, \"author\": [null, 3, {\"family\": \"\"}, {\"given\": \", \"}]}",
    "{\"id\": 1, \"title\": \"<i><b><i>\\\"''‘‘</b></b>\"}",
    "{\"id\": 1, \"page\": \"99999999999999999999999-3, -, --, &\"}",
    "{\"id\": 1, \"edition\": \"99999999999999999999999\", \"volume\": \"-\"}",
    "{\"id\": 1, \"note\": \"{:{:{:}}}\\n:\\n{:a\"}",
  ])
  func whatIsOddIsSetAllTheSame(work: String) throws {
    for own in OwnStyle.allCases {
      let style = try #require(own.style)
      let works = WorkReader.works(in: SourceFile(path: "a", text: "[\(work)]")).value
      #expect(works.count == 1)
      let report = CiteReport(
        Processor(style: style, locale: LocaleLibrary.own.locale("en")), format: .html)
      #expect(!report.citations(nil, works: works).isEmpty)
      #expect(report.bibliography(nil, works: works).hasPrefix("<div class=\"csl-bib-body\">"))
    }
  }

  @Test func aNameOfTenThousandLettersIsSet() throws {
    let name = String(repeating: "Ab-’ ", count: 2_000)
    let works = "[{\"id\": \"a\", \"author\": [{\"family\": \"\(name)\", \"given\": \"\(name)\"}]}]"
    let report = CiteReport(
      Processor(
        style: try #require(OwnStyle.numbered.style), locale: LocaleLibrary.own.locale("en")),
      format: .text)
    let read = WorkReader.works(in: SourceFile(path: "a", text: works)).value
    #expect(report.bibliography(nil, works: read).count > 4_000)
  }

  @Test func aLocaleThatIsNoneIsRefused() {
    var library = LocaleLibrary()
    #expect(library.add(SourceFile(path: "a", text: "<style/>")).map(\.code) == ["style.locale"])
    #expect(library.add(SourceFile(path: "a", text: "<")).map(\.code) == ["xml.syntax"])
  }
}
