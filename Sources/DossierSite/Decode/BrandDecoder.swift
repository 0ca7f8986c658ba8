import DossierSource

/// Reads `brand:` of `site.yml`.
struct BrandDecoder {
  let languages: [Language]

  func brand(_ site: inout MappingReader, _ findings: inout Findings) -> Brand {
    guard let node = site.take("brand"),
      var reader = MappingReader(node, as: "brand", &findings)
    else { return Brand() }
    var (brand, spans) = (Brand(), [Brand.Scheme: [Brand.Paint: Span]]())
    for scheme in Brand.Scheme.allCases {
      guard let node = reader.take(scheme.rawValue) else { continue }
      for (paint, colour, span) in colours(node, of: scheme, &findings) {
        brand.chosen[scheme, default: [:]][paint] = colour
        spans[scheme, default: [:]][paint] = span
      }
    }
    if let node = reader.take("fonts") { brand.fonts = fonts(node, &findings) }
    if let node = reader.take("logo") {
      brand.logo = findings.line(node, for: "logo").map {
        Brand.Logo(path: "content/" + $0, span: node.span)
      }
    }
    brand.footer = reader.take("footer").flatMap {
      Localized.decode($0, key: "footer", languages: languages, &findings)
    }
    reader.finish(&findings)
    checkContrast(of: brand, at: spans, &findings)
    return brand
  }

  private func colours(
    _ node: YAMLNode, of scheme: Brand.Scheme, _ findings: inout Findings
  ) -> [(Brand.Paint, Colour, Span)] {
    guard var reader = MappingReader(node, as: scheme.rawValue, &findings) else { return [] }
    defer { reader.finish(&findings) }
    return Brand.Paint.named.compactMap { paint in
      if let value = reader.take(paint.rawValue) {
        return colour(value, &findings).map { (paint, $0, value.span) }
      }
      // What stands behind a sign of number is a comment to YAML.
      if let blank = reader.blankSpan(paint.rawValue) {
        findings.error(
          "brand.colour", "'\(paint.rawValue)' has no colour", at: blank,
          help: "write it in quotation marks, '\(paint.rawValue): \"#0b5763\"'")
      }
      return nil
    }
  }

  private func colour(_ node: YAMLNode, _ findings: inout Findings) -> Colour? {
    if let colour = node.text.flatMap(Colour.init) { return colour }
    let lacksSign = node.text.map { Colour("#" + $0) != nil } ?? false
    findings.error(
      "brand.colour", "\(node.sort) is no colour", at: node.span,
      help: lacksSign
        ? "write \"#\(node.text ?? "")\""
        : "write three or six digits from 0 to f behind the sign of number, as \"#0b5763\"")
    return nil
  }

  /// A colour that was chosen, and cannot be told from the paper.
  private func checkContrast(
    of brand: Brand, at spans: [Brand.Scheme: [Brand.Paint: Span]], _ findings: inout Findings
  ) {
    for scheme in Brand.Scheme.allCases {
      let palette = Palette(brand, scheme)
      let hasPaper = spans[scheme]?[.paper] != nil
      for paint in Brand.Paint.named {
        // A paper of one's own is chosen with what stands on it, be that the tool's.
        guard let least = paint.contrast,
          let span = spans[scheme]?[paint] ?? (hasPaper ? spans[scheme]?[.paper] : nil)
        else { continue }
        let onPaper = palette[paint].contrast(to: palette[.paper])
        let (ratio, ground) =
          onPaper < least ? (onPaper, palette[.paper]) : palette.contrast(of: paint)
        guard ratio < least else { continue }
        let nearest = palette.nearest(to: palette[paint], for: paint)
        let name = ground == palette[.paper] ? "the paper" : "the ground of notes and rows"
        findings.warning(
          "brand.contrast",
          "'\(paint.rawValue)' \(palette[paint].text) has a contrast of \(Self.text(ratio)) to "
            + "\(name) \(ground.text), and needs \(Self.text(least))", at: span,
          help: "the nearest colour that has it is \(paint.rawValue): \"\(nearest.text)\"")
      }
    }
  }

  /// A ratio with one digit behind the point, never rounded up to what it does not reach.
  private static func text(_ ratio: Double) -> String {
    let tenths = Int(min(ratio, 21) * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func fonts(
    _ node: YAMLNode, _ findings: inout Findings
  ) -> [Brand.FontUse: FontStack] {
    guard var reader = MappingReader(node, as: "fonts", &findings) else { return [:] }
    defer { reader.finish(&findings) }
    var fonts: [Brand.FontUse: FontStack] = [:]
    for use in Brand.FontUse.allCases {
      let nodes = reader.texts(use.rawValue, &findings)
      guard !nodes.isEmpty else { continue }
      fonts[use] = stack(nodes, for: use, &findings)
    }
    return fonts
  }

  private func stack(
    _ nodes: [YAMLNode], for use: Brand.FontUse, _ findings: inout Findings
  ) -> FontStack? {
    var names: [String] = []
    var generic = use == .sans ? "sans-serif" : "serif"
    for node in nodes {
      for part in (node.text ?? "").split(separator: ",") {
        let name = Self.bare(part)
        if ["serif", "sans-serif"].contains(name) {
          generic = name
        } else if Self.isFont(name) {
          names.append(name)
        } else {
          findings.error(
            "brand.font", "'\(name)' is no name of a font", at: node.span,
            help: "write names of fonts, as [Georgia, \"Noto Serif\"]")
        }
      }
    }
    return FontStack(names: names, generic: generic)
  }

  /// A name without the space and the marks around it.
  private static func bare(_ name: Substring) -> String {
    let marks: Set<Character> = [" ", "\"", "'"]
    var bare = name.drop { marks.contains($0) }
    while let last = bare.last, marks.contains(last) { bare.removeLast() }
    return String(bare)
  }

  /// Letters, digits, spaces, hyphens and points: nothing that could end a name in a style sheet.
  private static func isFont(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 64
      && name.allSatisfy { $0.isLetter || $0.isNumber || " -_.".contains($0) }
  }
}
