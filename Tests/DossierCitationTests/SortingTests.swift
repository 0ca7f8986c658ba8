import DossierCitation
import DossierSource
import Testing

/// Costs and the order of very many works.
@Suite struct SortingTests {
  @Test func lettersAfterYearsGoOnAfterZ() throws {
    let works = (1...60).map {
      "{\"id\": \"w\($0)\", \"title\": \"T\(100 + $0)\", \"author\": [{\"family\": \"Doe\"}], \"issued\": \"2000\", \"type\": \"book\"}"
    }
    let read = WorkReader.works(
      in: SourceFile(path: "a", text: "[\(works.joined(separator: ","))]")
    ).value
    let processor = Processor(
      style: try #require(OwnStyle.authorDate.style), locale: LocaleLibrary.own.locale("en"))
    let formatted = processor.format([Citation([Cite(id: "w27")])], works: read)
    #expect(formatted.yearSuffixes["w1"] == "a" && formatted.yearSuffixes["w26"] == "z")
    #expect(formatted.yearSuffixes["w27"] == "aa" && formatted.yearSuffixes["w60"] == "bh")
    #expect(formatted.citations.map { $0.plainText(processor.locale) } == ["(Doe 2000aa)"])
  }

  @Test func aKeyOfTheCallersOwnDecidesTheOrder() throws {
    let works = "[{\"id\": \"a\", \"title\": \"Aa\"}, {\"id\": \"b\", \"title\": \"Bb\"}]"
    let read = WorkReader.works(in: SourceFile(path: "a", text: works)).value
    let processor = Processor(
      style: try #require(OwnStyle.authorDate.style), locale: LocaleLibrary.own.locale("en")
    ) { $0.lowercased().unicodeScalars.map { UInt16(truncatingIfNeeded: 0xFFFF - $0.value) } }
    #expect(processor.format([], works: read).entries.map(\.id) == ["b", "a"])
  }
}
