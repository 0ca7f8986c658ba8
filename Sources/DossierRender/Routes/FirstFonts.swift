import DossierSite

/// The fonts that a page asks for before its style says so: those of the words that it begins with.
///
/// Others come when a page has a letter of them; until then a face of the same measures stands in.
struct FirstFonts: Sendable {
  private let routes: Set<String>

  /// - Parameter files: What is published beside pages; the fonts that `dossier fonts` made count where
  ///   the style speaks of them.
  init(_ files: [PublishedFile]) {
    routes = files.contains(where: \.beginsWithFonts) ? Set(files.map(\.route)) : []
  }

  /// The routes of the fonts of a page's text, titles and labels in the letters of a language.
  func routes(for strings: InterfaceStrings, _ brand: Brand) -> [String] {
    guard !routes.isEmpty else { return [] }
    let uses: [(face: String, use: Brand.FontUse)] = [
      ("text", .text), ("text-bold", .title), ("sans", .sans),
    ]
    let faces = uses.filter { face, use in
      let own = use == .title ? brand.fonts[.title] ?? brand.fonts[.text] : brand.fonts[use]
      return own == nil
    }
    return faces.flatMap { face, _ in
      Self.scripts(of: strings).map { "assets/fonts/\(face)-\($0).woff2" }
    }.filter(routes.contains)
  }

  /// The parts of a font in which a language has its letters; figures and signs are among the Latin.
  private static func scripts(of strings: InterfaceStrings) -> [String] {
    var found: Set<String> = []
    for word in strings.words.values {
      for scalar in word.other.unicodeScalars {
        switch scalar.value {
        case 0xC0...0xFF where scalar != "×" && scalar != "÷": found.insert("western")
        case 0x100...0x17F: found.insert("extended")
        case 0x400...0x4FF: found.insert("cyrillic")
        default: continue
        }
      }
    }
    return ["latin"] + ["western", "extended", "cyrillic"].filter(found.contains)
  }
}
