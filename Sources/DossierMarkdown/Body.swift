public import DossierSource

/// A Markdown text, parsed: HTML with holes, and what stands in it.
///
/// Nothing of another file is needed to make one, and no syntax tree is kept in it.
public struct Body: Sendable, Equatable {
  /// The text itself, with a hole where a note is called.
  public var prose: Prose
  /// In the order of the text.
  public var headings: [Heading]
  /// The notes that `[^label]:` defines, in the order of their definitions.
  public var notes: [Note]

  /// Makes a body of its parts; an empty one without any.
  public init(prose: Prose = Prose(), headings: [Heading] = [], notes: [Note] = []) {
    self.prose = prose
    self.headings = headings
    self.notes = notes
  }
}

/// Rendered HTML in UTF-8, and the holes in it that only the whole site can fill.
///
/// Safe to be put in a page as it is: text is escaped, addresses have an allowed scheme, and raw
/// HTML is there only where the project asked for it.
public struct Prose: Sendable, Equatable {
  /// A fragment of blocks, or of inlines where the text was a short one.
  public var html: [UInt8]
  /// In the order of their offsets.
  public var holes: [Hole]

  /// Makes prose; the offsets of the holes are not checked against the HTML.
  public init(html: [UInt8] = [], holes: [Hole] = []) {
    self.html = html
    self.holes = holes
  }

  /// Whether there is nothing to be shown.
  public var isEmpty: Bool { html.isEmpty && holes.isEmpty }
}

/// A spot in a ``Prose`` that is filled when the site is linked.
public struct Hole: Sendable, Equatable {
  /// Where in the HTML it stands: what fills it goes before the byte at this offset.
  public var offset: Int
  /// What is to be put in, as the author asked for it.
  public var filling: Filling
  /// The author's token in the file; its first line where it goes over several.
  public var span: Span

  /// Makes a hole; the place is that of the author's token.
  public init(offset: Int, filling: Filling, span: Span) {
    self.offset = offset
    self.filling = filling
    self.span = span
  }

  /// What is to be put in.
  public enum Filling: Sendable, Equatable {
    case reference(Reference)
    /// A bracket: all that stands in it is in the works.
    case citation([Citation])
    /// A work of a bracket whose other words have markup and stand in the HTML around it.
    case work(Citation)
    /// What such a bracket is cut by.
    case bracket(BracketSign)
    /// `@id`, which names a work within a sentence where the id is a work's; else the author's text.
    case mention(Citation, text: String)
    /// The title of a callout.
    case callout(Callout)
    /// The call of a note, by its index in ``Body/notes``.
    case note(Int)
    case exhibit(ExhibitBlock)
    case image(Image)
  }
}

/// Where a citation's bracket begins and ends in the HTML, where its works are parted, and where the
/// place in a work stands that its author put in braces.
public enum BracketSign: Sendable, CaseIterable {
  case start, separator, end, placeStart, placeEnd

  /// What a text without looks says in its place.
  public var plainText: String {
    switch self {
    case .start: "("
    case .separator: "; "
    case .end: ")"
    case .placeStart, .placeEnd: ""
    }
  }
}

/// What a quotation is that begins with `[!NOTE]`.
public enum Callout: String, Sendable, CaseIterable {
  case note, tip, important, warning, caution
}

/// A link to a record, a fact, a heading of one, or another file of the content.
public struct Reference: Sendable, Equatable {
  /// What is linked to.
  public enum Target: Sendable, Equatable {
    /// `mission:kfor`: a kind's id and a record's id; neither is checked here.
    case record(kind: String, id: String)
    /// `../missions/kfor.md`, as the author wrote it, percent-decoded; empty for a link within the
    /// same text (`[](#id)`).
    case file(String)
  }
  /// What is linked to, not checked to be there.
  public var target: Target
  /// What follows `#`, percent-decoded: a field, a point of a series (`strength@2004`) or a heading.
  public var fragment: String?
  /// The author's words as HTML; `nil` for `<kind:id>` and `[](kind:id)`, where the site says them.
  public var label: [UInt8]?
  /// The author's title, as text.
  public var title: String?

  /// Makes a reference; without a label the site finds the words.
  public init(target: Target, fragment: String? = nil, label: [UInt8]? = nil, title: String? = nil)
  {
    self.target = target
    self.fragment = fragment
    self.label = label
    self.title = title
  }
}

/// One work of a bracket `[see @id, p. 3; -@other]`.
public struct Citation: Sendable, Equatable {
  /// The id of a source, well formed but not checked to be there.
  public var id: String
  /// The author's words before the key ("see "), as text, trimmed.
  public var prefix: String
  /// What follows the comma after the key, a page for example, as text, trimmed.
  public var locator: String
  /// `-@id`: the sentence names the author, so the year alone is printed.
  public var yearOnly: Bool
  /// The key with its `@` in the file.
  public var span: Span

  /// Makes a citation of one work.
  public init(
    id: String, prefix: String = "", locator: String = "", yearOnly: Bool = false, span: Span
  ) {
    self.id = id
    self.prefix = prefix
    self.locator = locator
    self.yearOnly = yearOnly
    self.span = span
  }
}

/// A fenced block whose info string begins with the name of an exhibit.
public struct ExhibitBlock: Sendable, Equatable {
  /// The first word of the info string.
  public var name: String
  /// `{#id}` of the info string.
  public var id: String?
  /// The block's text, YAML.
  public var text: String
  /// Where the text's first line stands in the file.
  public var firstLine: Int
  /// Bytes by which each line of the text is indented in the file.
  public var indentation: Int

  /// Makes an exhibit; its text is not read yet.
  public init(name: String, id: String?, text: String, firstLine: Int, indentation: Int = 0) {
    self.name = name
    self.id = id
    self.text = text
    self.firstLine = firstLine
    self.indentation = indentation
  }
}

/// An image that lies beside the text.
public struct Image: Sendable, Equatable {
  /// As the author wrote it, percent-decoded.
  public var path: String
  /// Plain text.
  public var alternative: String
  /// The credit line, as text.
  public var title: String?
  /// Whether it stands alone in its paragraph; the paragraph's tags are then left out.
  public var standsAlone: Bool

  /// Makes an image; whether the file is there is not checked.
  public init(path: String, alternative: String, title: String?, standsAlone: Bool) {
    self.path = path
    self.alternative = alternative
    self.title = title
    self.standsAlone = standsAlone
  }
}

/// A heading, whose `id` is already in the HTML.
public struct Heading: Sendable, Equatable {
  /// 1 to 6.
  public var level: Int
  /// Unique in its body: the author's own, else made from the text in any script.
  public var id: String
  /// Whether the author gave the id, by `{#id}`: it is then the same in all languages.
  public var isNamed: Bool
  /// Its content in ``Body/prose``: offsets into the HTML, between the tags.
  public var content: Range<Int>
  /// The heading's line in the file.
  public var span: Span

  /// Makes a heading whose tags are in the HTML already.
  public init(
    level: Int, id: String, isNamed: Bool = false, content: Range<Int>, span: Span
  ) {
    self.level = level
    self.id = id
    self.isNamed = isNamed
    self.content = content
    self.span = span
  }
}

/// A note in the author's own words.
public struct Note: Sendable, Equatable {
  /// What stands between `[^` and `]`; of a note that was written in place one that no author can write.
  public var label: String
  /// The label that the author wrote; `nil` for a note in place.
  var name: String? { RewriteMark.isNoteLabel(label) ? nil : label }
  /// Inline HTML, without a paragraph around it; blocks where it ``holdsBlocks``.
  public var content: Prose
  /// Whether it is more than one paragraph: it cannot be put into a sentence then.
  public var holdsBlocks: Bool
  /// The label with its brackets where the note is defined.
  public var span: Span
  /// How many calls of it stand in the prose.
  public var calls: Int

  /// Makes a note.
  public init(label: String, content: Prose, holdsBlocks: Bool = false, span: Span, calls: Int) {
    self.label = label
    self.content = content
    self.holdsBlocks = holdsBlocks
    self.span = span
    self.calls = calls
  }
}
