public import DossierSource

/// Turns Markdown into HTML with holes: CommonMark by libcmark, and the tool's own syntax on top.
///
/// It knows of no other file: references, citations, exhibits and images are left as holes, for the
/// site to fill.
public struct MarkdownParser: Sendable {
  /// What a project decides about its Markdown.
  public struct Options: Sendable {
    /// The words that make a fenced block an exhibit when its info string begins with one.
    public var exhibits: Set<String>
    /// Whether raw HTML goes to the page as it is; else it is shown as text, with a warning.
    public var allowsRawHTML: Bool
    /// Which spaces do not break; `nil` where all stay as the author wrote them.
    public var typography: Typography?

    /// Makes options; without arguments no block is an exhibit, and raw HTML is off.
    public init(exhibits: Set<String> = [], allowsRawHTML: Bool = false) {
      self.exhibits = exhibits
      self.allowsRawHTML = allowsRawHTML
    }
  }

  /// They hold for every text that this parser reads.
  public var options: Options

  /// Makes a parser; it keeps nothing between two texts.
  public init(options: Options = Options()) {
    self.options = options
  }

  /// Parses the Markdown of a file.
  ///
  /// - Parameters:
  ///   - bytes: Text as ``SourceFile`` makes it: UTF-8, line feeds, neither NUL nor U+FDD0. Other
  ///     bytes do no harm, but what comes of them is not said.
  ///   - path: The file, for diagnostics.
  ///   - firstLine: The line of the file at which the text begins, after front matter.
  /// - Returns: The body, and its diagnostics in the order of their places.
  public func parse(
    _ bytes: some Collection<UInt8>, path: String, firstLine: Int = 1
  ) -> Outcome<Body> {
    let source = SourceText(path: path, bytes: Array(bytes), firstLine: firstLine)
    var reader = BodyReader(source: source, options: options)
    var body = reader.readBody()
    if let typography = options.typography { body.typeset(by: typography) }
    return Outcome(body, reader.diagnostics)
  }

  /// Parses a short text: a summary, a caption, a note to a claim.
  ///
  /// - Parameters:
  ///   - text: Inline markup only; anything else is read as if it were one line, with the warning
  ///     `markdown.block`.
  ///   - place: Where the text begins in its file. A place on a further line of the text is this
  ///     one, since how a YAML scalar goes over lines is not known here.
  /// - Returns: Inline HTML without a paragraph around it.
  public func parseInline(_ text: String, at place: Place) -> Outcome<Prose> {
    let source = SourceText(bytes: Array(text.utf8), at: place)
    var reader = BodyReader(source: source, options: options)
    var prose = reader.readInlineText()
    if let typography = options.typography { _ = prose.typeset(by: typography) }
    return Outcome(prose, reader.diagnostics)
  }

  /// Renders CommonMark without any extension, by libcmark alone.
  ///
  /// - Returns: HTML; without `allowsRawHTML` libcmark leaves raw HTML and unsafe addresses out.
  public static func plain(_ text: [UInt8], allowsRawHTML: Bool) -> [UInt8] {
    let tree = CMarkTree(parsing: text, isChecked: false)
    return tree.withDocument { document in
      document?.withHTML(allowsRawHTML: allowsRawHTML) { Array($0) } ?? []
    }
  }

  /// libcmark's version, as "0.30.2"; equal bytes are promised per version.
  public static var libraryVersion: String { CMarkTree.libraryVersion }
}
