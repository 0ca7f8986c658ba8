import DossierSite

extension Paper {
  /// The name of the size in CSS.
  fileprivate var name: String {
    switch self {
    case .a4: "A4"
    case .letter: "letter"
    case .a5: "A5"
    }
  }

  /// The width of a sheet on the screen.
  fileprivate var width: String {
    switch self {
    case .a4: "210mm"
    case .letter: "216mm"
    case .a5: "148mm"
    }
  }

  /// The height of a sheet, which a cover fills.
  fileprivate var height: String {
    switch self {
    case .a4: "297mm"
    case .letter: "279mm"
    case .a5: "210mm"
    }
  }
}

/// What stands in the margins of every page of a handout.
struct RunningHeads {
  var publication: String
  var title: String
  /// Why it must not be passed on.
  var mark: String?
  var publisher: String?
  /// Of the published site: `example.org`.
  var host: String?
  /// With `{n}` and `{m}` for the page and the number of pages.
  var page: String
  /// Titles of the parts by the class of their pages; empty where parts have no pages of their own.
  var sheets: [(name: String, title: String)]
}

/// The style of a handout: the publisher's own, and what only the handout knows.
///
/// Running heads are one named page for each part, since Chromium knows no `string()`.
struct HandoutStyle {
  let paper: Paper
  let heads: RunningHeads
  /// Addresses that begin with it are not printed beside their words.
  let base: String
  /// Whether its language is, so that heads and page numbers stand on the other side.
  var isRightToLeft = false

  /// The style as a `data:` address, so that the file asks for nothing.
  ///
  /// - Parameter style: The bytes of `templates/handout.css`.
  func address(after style: [UInt8]) -> String {
    DataAddress.make(style + Array(rules.utf8), type: "text/css")
  }

  private var rules: String {
    var rules = ":root{--sheet:\(paper.width);--sheet-height:\(paper.height)}"
    let (start, end) = isRightToLeft ? ("right", "left") : ("left", "right")
    rules += "@page{size:\(paper.name);" + box("top-" + start, Self.string(heads.publication))
    rules += box("top-" + end, Self.string(heads.title))
    if let mark = heads.mark { rules += Self.thirds + box("top-center", Self.string(mark)) }
    let foot = [heads.publisher, heads.host].compactMap(\.self).joined(separator: " · ")
    rules += box("bottom-" + start, Self.string(foot)) + box("bottom-" + end, counters) + "}"
    if isRightToLeft { rules += Self.mirroredHeads }
    for page in [":first", "brief:first", "cover"] {
      rules += "@page \(page){" + box("top-" + start, Self.string(heads.publication))
      rules += box("top-center", "\"\"")
      rules += box("top-" + end, Self.string(heads.publisher ?? "")) + "}"
      if isRightToLeft { rules += "@page \(page){\(Self.mirroredBand)}" }
    }
    if paper == .a5 { rules += Self.small }
    rules += "@page wide{size:\(paper.name) landscape}"
    for sheet in heads.sheets {
      rules += "@page \(sheet.name){" + box("top-" + end, Self.string(sheet.title)) + "}"
      rules += ".\(sheet.name){page:\(sheet.name)}"
    }
    rules += "@media print{.text a[href^=\"http\"]:not([href^=\(Self.string(base))])"
    rules += ":not(.\(BareAddress.className))::after"
    return rules + "{content:\" (\" attr(href) \")\"}}\n"
  }

  /// The widths of the heads where a mark stands between them.
  private static let thirds =
    "@top-left{width:30%}@top-center{width:40%}@top-right{width:30%}"

  /// Each head looks as that of the other side does in `handout.css`.
  private static let mirroredHeads = """
    @page{@top-right{width:40%}@top-left{width:60%}@bottom-right{color:var(--ink-soft)}\
    @bottom-left{color:var(--ink)}}
    """
  private static let mirroredBand = """
    @top-right{width:50%;font-family:var(--font-text);font-size:12pt;font-weight:700}\
    @top-left{width:50%;font-family:var(--font-sans);font-size:8pt;font-weight:400}
    """

  /// Half of a sheet has narrower margins, and no column beside the text but
  /// that for the names of facts.
  private static let small = """
    @page{margin:16mm 12mm 14mm}@page :first{margin-top:18mm}@page brief{margin:15mm 10mm 13mm}\
    @page brief:first{margin-top:16mm}@page cover{margin:20mm 12mm 12mm}
    :root{--edge:12mm;--gutter:0mm;--labels:34mm;--cover-edges:34mm}
    """

  private func box(_ name: String, _ content: String) -> String {
    "@\(name){content:\(content)}"
  }

  /// "Page 3 of 12" with counters for the numbers.
  private var counters: String {
    var content = ""
    var rest = heads.page[...]
    while let brace = rest.firstIndex(of: "{") {
      let name = rest[brace...].prefix(3)
      guard name == "{n}" || name == "{m}" else { break }
      content += Self.string(rest[..<brace])
      content += name == "{n}" ? " counter(page) " : " counter(pages) "
      rest = rest[brace...].dropFirst(3)
    }
    return content + Self.string(rest)
  }

  /// A text as a string of CSS: whatever could end it or begin something else is escaped.
  static func string(_ text: some StringProtocol) -> String {
    var css = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "\u{0}"..."\u{1F}", "\u{7F}":
        css += "\\" + String(scalar.value == 0 ? 0xFFFD : scalar.value, radix: 16) + " "
      default: css.unicodeScalars.append(scalar)
      }
    }
    return css + "\""
  }
}
