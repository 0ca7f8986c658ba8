import DossierSource
import Testing

@testable import DossierPreview

@Suite("What an edit brings to be said")
struct NewDiagnosticsTests {
  private func note(_ path: String, _ line: Int, _ message: String) -> Diagnostic {
    .note("text.any", message, at: Place(path: path, line: line, column: 1))
  }

  /// Files and messages, each with its line, before and after; and what of the latter is new.
  @Test(arguments: [
    ("a1x b1x", "a1x b1x", ""),
    ("a1x b1x", "a2x b1x", ""),
    ("a1x", "a1x a2y", "a2y"),
    ("a1x c1x", "a1x b1x c1x", "b1x"),
    ("a1x b1x", "b1x", ""),
    ("", "a1x b1y", "a1x b1y"),
    ("a1x", "b1x", "b1x"),
    ("a1x a5y", "a1y a2x a3z", "a3z"),
  ])
  func linesThatMovedAreNotNew(before: String, after: String, new: String) {
    let all = [before, after, new].map { text in
      text.split(separator: " ").map { word in
        let signs = word.map(String.init)
        return note(signs[0], Int(signs[1]) ?? 0, signs[2])
      }
    }
    #expect(all[1].new(after: all[0]) == all[2])
  }
}
