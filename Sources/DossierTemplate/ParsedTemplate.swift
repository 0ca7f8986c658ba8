import DossierSource

/// A template as its file says it: no name is looked up yet, and nothing of another file is known.
struct ParsedTemplate: Sendable {
  /// What partial and parent tags call it: `partials/head`.
  var name: String
  var path: String
  var bytes: [UInt8]
  var nodes: [Node] = []
  /// In the order of their opening tags, so that an outer one comes before an inner one.
  var blocks: [Block] = []
  /// The partial and parent tags, in order.
  var references: [Tag] = []
  /// Tags that stand directly in a parent tag, where Mustache ignores all but blocks.
  var strays: [Tag] = []

  func place(of tag: Tag) -> Place {
    Place(path: path, span: tag.span)
  }
}

/// A piece of a template.
///
/// Ranges are offsets in the file.
enum Node: Sendable {
  /// An empty range marks that the next tag begins its line.
  case text(Range<Int>)
  case variable(Tag)
  case section(Tag, [Node])
  /// `indent` is the space before a tag that stands alone on its line, else `nil`.
  case partial(Tag, indent: Range<Int>?)
  /// `blocks` are indices of the blocks that override the parent's.
  case parent(Tag, indent: Range<Int>?, blocks: [Int])
  case block(Int)
}

/// A part of a template that another may override, or the part that overrides it.
struct Block: Sendable {
  var tag: Tag
  var nodes: [Node] = []
  /// The block that this one stands in.
  var outer: Int?
  /// Whether the text begins on the line after the opening tag.
  var isOnOwnLines: Bool
  /// The space at the beginning of all its lines; `nil` for a block within a line.
  var indent: Range<Int>?
}
