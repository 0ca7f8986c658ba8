/// A face in one file, with all letters that there are: engines of print take several files of one face
/// for the same, and show the signs of another.
public struct WholeFont: Sendable {
  private let family: FontStyle.Family
  private let weight: String
  private let isItalic: Bool
  private let bytes: [UInt8]

  /// - Parameter name: That of a file which `dossier fonts` makes: `text-bold.ttf`; of another there is
  ///   no font.
  public init?(name: String, bytes: [UInt8]) {
    let parts = name.split(separator: ".").first?.split(separator: "-") ?? []
    guard let family = parts.first.flatMap({ FontStyle.Family(rawValue: String($0)) }) else {
      return nil
    }
    self.family = family
    weight = parts.contains("bold") ? "600 700" : "400"
    isItalic = parts.contains("italic")
    self.bytes = bytes
  }

  /// What stands before the font in a style sheet, without which a second of it would be another.
  var face: String {
    "@font-face{font-family:\"\(family.name)\";font-weight:\(weight)"
      + (isItalic ? ";font-style:italic" : "")
  }

  fileprivate var rule: String {
    face + ";src:url(\(DataAddress.make(bytes, type: "font/ttf"))) format(\"truetype\")}\n"
  }
}

/// The style sheet that `dossier fonts` makes, and what stands in its place in a page that is printed.
public enum FontStyle {
  /// The families that the command makes.
  public enum Family: String, CaseIterable, Sendable {
    case text, sans

    /// As style sheets and the files themselves have it.
    public var name: String { self == .text ? "Dossier Text" : "Dossier Sans" }
  }

  private static let mark = Array("/* Made by 'dossier fonts'. */".utf8)
  private static let end = Array("</head>".utf8)

  /// Whether a style sheet is one that the command made.
  public static func isMade(_ style: [UInt8]) -> Bool { style.starts(with: mark) }

  /// A page with fonts in itself, for an engine that prints it and may ask for no other file.
  ///
  /// - Parameter html: The page; as it is where its head has no end, or there are no fonts.
  public static func embedded(_ fonts: [WholeFont], in html: [UInt8]) -> [UInt8] {
    guard !fonts.isEmpty, let head = place(of: end, in: html) else { return html }
    let families = Family.allCases.map { "--made-\($0.rawValue):\"\($0.name)\"" }
    let css = fonts.map(\.rule).joined() + ":root{\(families.joined(separator: ";"))}"
    let drawn = Array(html[head...]).replacing(Array(first.utf8), with: Array(ours.utf8))
    return html[..<head] + Array("<style>\(css)</style>\n".utf8) + drawn
  }

  /// How the fonts of a drawing begin where no brand has others, which no style of the page reaches, and
  /// how they do with ours.
  private static let first = "font-family=\"Liberation Sans, "
  private static let ours = "font-family=\"\(Family.sans.name), Liberation Sans, "

  private static func place(of word: [UInt8], in bytes: [UInt8]) -> Int? {
    bytes.indices.first { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }
}
