/// The words of a generated text, and which of them a diagnostic tells of.
public struct AuthoredWords {
  /// What a diagnostic says of a place.
  public struct Telling: Sendable {
    public var code: String
    public var isError: Bool
    /// From 1, as in the text.
    public var line: Int
    public var column: Int
    public var length: Int

    public init(code: String, isError: Bool, line: Int, column: Int, length: Int) {
      (self.code, self.isError) = (code, isError)
      (self.line, self.column, self.length) = (line, column, length)
    }
  }

  private let lines: [Substring]
  private let codes: Set<String>
  private let tellings: [Int: [Telling]]
  /// The words that are the author's own.
  private let own: Set<Substring>
  /// Lines of notes that nothing calls.
  private let unusedNotes: Set<Int>

  /// Reads a text as `TextGenerator` makes it.
  public init(_ text: String, told: [Telling]) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    codes = Set(told.map(\.code))
    own = Set(
      text.matches(of: /<!--[\s\S]*?-->|(?m:^x-.*$)/).flatMap {
        text[$0.range].matches(of: /c[0-9]+z/).map(\.output)
      })
    tellings = Dictionary(grouping: told) { $0.line - 1 }
    let labels = told.filter { $0.code.hasPrefix("note.") }.map { $0.line - 1 }
    unusedNotes = Self.extents(ofNotesAt: labels, in: lines)
  }

  /// The words that a shown text lacks and that nothing tells of.
  public func lost(in shown: String) -> [String] {
    let found = Set(shown.split { !$0.isLetter && !$0.isNumber })
    return lines.indices.flatMap { lost(on: $0, found) }
  }

  /// The words that are the author's own, and that HTML shows all the same; in code none is.
  public func secrets(in shown: String) -> [String] {
    shown.replacing(/<code[\s\S]*?<\/code>/, with: "").matches(of: /c[0-9]+z/).map(\.output).filter(
      own.contains
    ).map(String.init)
  }

  private func lost(on index: Int, _ found: Set<Substring>) -> [String] {
    let line = lines[index]
    return line.matches(of: /w[0-9]+z/).map(\.output)
      .filter { !found.contains($0) && !isName($0, on: line) && !isTold($0, on: index) }
      .map(String.init)
  }

  /// Whether a word is the name of something, which nobody reads: a note's label, a heading's id.
  private func isName(_ word: Substring, on line: Substring) -> Bool {
    line.contains("[^\(word)]") || line.contains("{#\(word)}")
  }

  private func isTold(_ word: Substring, on index: Int) -> Bool {
    if unusedNotes.contains(index) { return true }
    let line = lines[index]
    // A definition that is used in a note which nothing calls is told with that.
    if line.hasPrefix("[\(word)]:"), unusedNotes.contains(where: { lines[$0].contains(word) }) {
      return true
    }
    let column = line.utf8.distance(from: line.startIndex, to: word.startIndex) + 1
    let isMarked = tellings[index, default: []].contains {
      $0.isError || $0.length == 0 || ($0.column..<$0.column + $0.length).contains(column)
    }
    return isMarked || isToldWithOthers(word, on: line) || isToldWithLabel(on: index)
  }

  /// Whether the line is the address of a definition whose label is told, on the line before it.
  private func isToldWithLabel(on index: Int) -> Bool {
    tellings[index - 1, default: []].contains {
      ["link.unused", "link.duplicate"].contains($0.code) && lines[index - 1].hasSuffix("]:")
    }
  }

  /// What is told once for a text, at the first of its kind.
  private func isToldWithOthers(_ word: Substring, on line: Substring) -> Bool {
    codes.contains("table.cells") && line.contains("|")
      || codes.contains("markdown.code-info") && line.contains("```")
      || codes.contains("link.title") && line.contains("\"\(word)\")")
      || codes.contains("link.unused") && line.contains("[\(word)]:")
  }

  /// The lines of a note: that of its label, and those of its paragraphs behind it.
  private static func extents(ofNotesAt labels: [Int], in lines: [Substring]) -> Set<Int> {
    var extents: Set<Int> = []
    for label in labels where lines.indices.contains(label) {
      extents.insert(label)
      for index in lines.indices.dropFirst(label + 1) {
        // A line right below goes on with the paragraph, indented or not.
        let goesOn = !lines[index - 1].isEmpty || lines[index].hasPrefix("    ")
        guard lines[index].isEmpty || goesOn else { break }
        extents.insert(index)
      }
    }
    return extents
  }
}
