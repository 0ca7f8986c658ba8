import DossierMarkdown
import DossierSite

/// The letters by which cells of an exhibit name the sources that are listed under it.
struct SourceMarks {
  private let scope: PageScope
  /// What the exhibit is called by its address.
  private let anchor: String
  /// Ids of the sources, each once, in the order of their marks.
  private(set) var sources: [String] = []
  private var labels: [String] = []
  private var numbers: [String: Int] = [:]

  init(_ scope: PageScope, anchor: String) {
    self.scope = scope
    self.anchor = anchor
  }

  /// The letter of a source; `nil` for one that is not there.
  mutating func mark(_ citation: Citation) -> CitedView? {
    guard scope.site.source(citation.id) != nil else { return nil }
    let index = numbers[citation.id] ?? sources.count
    if index == sources.count {
      numbers[citation.id] = index
      sources.append(citation.id)
      labels.append(scope.label(Citation(id: citation.id, span: citation.span)))
    }
    return CitedView(label: Self.letters(index), address: "#\(anchor)-\(Self.letters(index))")
  }

  /// The list under the exhibit.
  func views() -> [MarkedSourceView] {
    zip(sources, labels).enumerated().map { index, source in
      MarkedSourceView(
        id: "\(anchor)-\(Self.letters(index))", mark: Self.letters(index), label: source.1,
        address: "#cite-" + source.0)
    }
  }

  /// a to z, then aa, ab and so on.
  static func letters(_ index: Int) -> String {
    var (rest, letters) = (index, "")
    repeat {
      letters = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
