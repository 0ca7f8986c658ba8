import Testing

@testable import DossierSource

@Suite struct SourceFileTests {
  @Test(arguments: [
    ("a\nb\n", "a\nb\n"), ("a\r\nb\r\n", "a\nb\n"), ("a\rb\r", "a\nb\n"),
    ("a\r\r\nb", "a\n\nb"), ("\u{FEFF}a", "a"), ("", ""), ("\r", "\n"),
  ])
  func lineEndsAreLineFeedsAndTheByteOrderMarkGoes(text: String, expected: String) {
    let outcome = SourceFile.decode(path: "a.md", bytes: Array(text.utf8))
    #expect(outcome.value.text == expected)
    #expect(outcome.diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      [0x41, 0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
      [0xED, 0x9F, 0xBF], [0xEF, 0xB7, 0x91],
    ] as [[UInt8]])
  func wellFormedSequencesPass(bytes: [UInt8]) {
    let outcome = SourceFile.decode(path: "a.md", bytes: bytes)
    #expect(outcome.value.bytes == bytes)
    #expect(outcome.diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], 1, 2), ([0x0A, 0x61, 0xC3], 2, 2), ([0xC0, 0x80], 1, 1),
      ([0xE0, 0x80, 0x80], 1, 1), ([0xED, 0xA0, 0x80], 1, 1), ([0xF4, 0x90, 0x80, 0x80], 1, 1),
      ([0xC3, 0xA9, 0x80], 1, 3), ([0xE2, 0x82], 1, 1), ([0xF0, 0x9F, 0x98, 0x41], 1, 1),
      ([0x0D, 0x0A, 0x0D, 0xFE], 3, 1),
    ] as [([UInt8], Int, Int)])
  func malformedBytesAreReportedAtTheirPlace(bytes: [UInt8], line: Int, column: Int) {
    let outcome = SourceFile.decode(path: "a.md", bytes: bytes)
    #expect(outcome.value.bytes.isEmpty)
    #expect(outcome.diagnostics.map(\.code) == ["text.encoding"])
    #expect(outcome.diagnostics.map(\.place) == [Place(path: "a.md", line: line, column: column)])
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0x62, 0x00], 2, 2), ([0xC3, 0xA9, 0xEF, 0xB7, 0x90], 1, 3),
    ] as [([UInt8], Int, Int)])
  func forbiddenCharactersAreReportedAtTheirPlace(bytes: [UInt8], line: Int, column: Int) {
    let outcome = SourceFile.decode(path: "a.md", bytes: bytes)
    #expect(outcome.diagnostics.map(\.code) == ["text.character"])
    #expect(outcome.diagnostics.map(\.place) == [Place(path: "a.md", line: line, column: column)])
  }

  @Test(
    arguments: [
      (0, nil), (-1, nil), (1, "a"), (2, ""), (3, "c"), (4, ""), (5, nil), (Int.max, nil),
    ] as [(Int, String?)])
  func linesCountFromOne(number: Int, expected: String?) {
    #expect(SourceLines(Array("a\n\nc\n".utf8))[number] == expected)
  }

  @Test func memoryFolderListsByBytesAndSaysWhatIsMissing() throws {
    let folder = MemoryFolder(["b.md": "2", "a/x.md": "3", "a-b.md": "1"])
    #expect(folder.list().value.map(\.path) == ["a-b.md", "a/x.md", "b.md"])
    #expect(try folder.read("b.md") == Array("2".utf8))
    #expect(throws: FileError.vanished(path: "c")) {
      try folder.read("c")
    }
  }
}
