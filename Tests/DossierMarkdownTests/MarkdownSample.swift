import DossierMarkdown
import DossierSource
import Testing

/// A text parsed for a test, written out so that it can be compared.
struct MarkdownSample {
  let outcome: Outcome<Body>

  init(_ text: String, firstLine: Int = 1, allowsRawHTML: Bool = false) {
    let options = MarkdownParser.Options(
      exhibits: ["compare", "chart"], allowsRawHTML: allowsRawHTML)
    outcome = MarkdownParser(options: options)
      .parse(Array(text.utf8), path: "a.md", firstLine: firstLine)
  }

  /// The HTML with the index of each hole in braces.
  var html: String { Self.html(outcome.value.prose) }

  var holes: [Hole] { outcome.value.prose.holes }

  /// The codes of the diagnostics with their places: `note.unknown 1:4+7`.
  var problems: [String] {
    outcome.diagnostics.map { "\($0.code) \(Self.text($0.place.span))" }
  }

  /// The places of the holes: `1:4+7`.
  var places: [String] { holes.map { Self.text($0.span) } }

  static func text(_ span: Span) -> String { "\(span.line):\(span.column)+\(span.length)" }

  static func html(_ prose: Prose) -> String {
    var html: [UInt8] = []
    var copied = 0
    for (index, hole) in prose.holes.enumerated() {
      html += prose.html[copied..<hole.offset] + "{\(index)}".utf8
      copied = hole.offset
    }
    return String(decoding: html + prose.html[copied...], as: UTF8.self)
  }
}

extension Hole {
  var reference: Reference? {
    if case .reference(let reference) = filling { reference } else { nil }
  }

  var citations: [Citation]? {
    if case .citation(let citations) = filling { citations } else { nil }
  }

  var exhibit: ExhibitBlock? {
    if case .exhibit(let exhibit) = filling { exhibit } else { nil }
  }

  var image: Image? {
    if case .image(let image) = filling { image } else { nil }
  }
}
