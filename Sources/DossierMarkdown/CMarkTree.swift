import CCMark
import CMarkArena

/// The syntax tree that libcmark makes of a text, and the only owner of its memory.
///
/// Nodes are handed out inside ``withDocument(_:)`` only, so that none outlives the tree. All that
/// libcmark allocates for it lies in the thread's arena, which goes with the last tree in it: so a
/// tree stays on the thread that made it.
struct CMarkTree: ~Copyable {
  private let root: OpaquePointer?

  /// Parses CommonMark; what is not UTF-8 becomes U+FFFD where the text was not checked before.
  init(parsing text: [UInt8], isChecked: Bool = true) {
    let options = isChecked ? CMARK_OPT_DEFAULT : CMARK_OPT_VALIDATE_UTF8
    dossier_arena_open()
    let parser = cmark_parser_new_with_mem(options, dossier_arena())
    text.withUnsafeBytes { bytes in
      cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    root = cmark_parser_finish(parser)
    cmark_parser_free(parser)
  }

  deinit { dossier_arena_close() }

  /// Lends the document's node; `nil` where libcmark gave none.
  borrowing func withDocument<Result>(_ body: (CMarkNode?) -> Result) -> Result {
    body(root.map(CMarkNode.init))
  }

  /// libcmark's own version, as "0.30.2".
  static var libraryVersion: String { String(cString: cmark_version_string()) }
}

/// A node of a ``CMarkTree``: a borrowed pointer, valid while the tree is and until it is removed.
struct CMarkNode: Equatable {
  /// The node types of `cmark.h`, whose numbers are part of its ABI.
  enum Kind: UInt32 {
    case none, document, blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph
    case heading, thematicBreak, text, softBreak, lineBreak, code, htmlInline, customInline
    case emphasis, strong, link, image

    /// Whether blocks may stand in it.
    var holdsBlocks: Bool {
      self == .blockQuote || self == .list || self == .item || self == .document
    }
  }

  fileprivate let pointer: OpaquePointer

  /// Makes a node that stands in no tree yet, to be put into one that is there; `nil` where libcmark
  /// refuses.
  static func make(_ kind: Kind) -> CMarkNode? {
    cmark_node_new_with_mem(cmark_node_type(rawValue: kind.rawValue), dossier_arena())
      .map(CMarkNode.init)
  }

  /// Makes a custom node that writes bytes of HTML as they are.
  static func make(_ kind: Kind, writing html: [UInt8]) -> CMarkNode? {
    let node = make(kind)
    node?.setOutput(enter: html)
    return node
  }

  var kind: Kind { Kind(rawValue: cmark_node_get_type(pointer).rawValue) ?? .none }
  var firstChild: CMarkNode? { cmark_node_first_child(pointer).map(CMarkNode.init) }
  var lastChild: CMarkNode? { cmark_node_last_child(pointer).map(CMarkNode.init) }
  var previous: CMarkNode? { cmark_node_previous(pointer).map(CMarkNode.init) }
  var next: CMarkNode? { cmark_node_next(pointer).map(CMarkNode.init) }
  var parent: CMarkNode? { cmark_node_parent(pointer).map(CMarkNode.init) }

  /// Lines count from 1, columns count bytes from 1; good for blocks only.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  func setHeadingLevel(_ level: Int) { cmark_node_set_heading_level(pointer, Int32(level)) }

  /// The node after this one in document order, below `root`; children first where `descending`.
  func following(below root: CMarkNode, descending: Bool) -> CMarkNode? {
    if descending, let child = firstChild { return child }
    var node = self
    while node != root {
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
    }
    return nil
  }
}

// MARK: - Text

extension CMarkNode {
  /// The text of a leaf; empty for a node that has none.
  var literal: BorrowedBytes { borrowed(cmark_node_get_literal(pointer)) }
  /// The address of a link or an image, unescaped.
  var url: BorrowedBytes { borrowed(cmark_node_get_url(pointer)) }
  var title: BorrowedBytes { borrowed(cmark_node_get_title(pointer)) }
  /// What follows the fence of a code block, unescaped and trimmed.
  var fenceInfo: BorrowedBytes { borrowed(cmark_node_get_fence_info(pointer)) }

  func setLiteral(_ bytes: [UInt8]) {
    withTerminator(bytes) { cmark_node_set_literal(pointer, $0) }
  }

  func setURL(_ bytes: [UInt8]) {
    withTerminator(bytes) { cmark_node_set_url(pointer, $0) }
  }

  func setTitle(_ bytes: [UInt8]) {
    withTerminator(bytes) { cmark_node_set_title(pointer, $0) }
  }

  func removeFenceInfo() { cmark_node_set_fence_info(pointer, "") }
  func removeTitle() { cmark_node_set_title(pointer, nil) }

  /// What a custom node writes before its children, and after them; it is not escaped.
  func setOutput(enter: [UInt8], exit: [UInt8] = []) {
    withTerminator(enter) { cmark_node_set_on_enter(pointer, $0) }
    if !exit.isEmpty { withTerminator(exit) { cmark_node_set_on_exit(pointer, $0) } }
  }

  private func borrowed(_ text: UnsafePointer<CChar>?) -> BorrowedBytes {
    guard let text else { return BorrowedBytes(start: nil, count: 0) }
    return BorrowedBytes(terminated: text)
  }

  private func withTerminator(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>?) -> Int32) {
    let terminated = bytes + [0]
    _ = terminated.withUnsafeBytes { body($0.baseAddress?.assumingMemoryBound(to: CChar.self)) }
  }
}

// MARK: - Change

extension CMarkNode {
  /// Puts a node that stands in no tree before this one.
  func insertBefore(_ node: CMarkNode) { cmark_node_insert_before(pointer, node.pointer) }
  func insertAfter(_ node: CMarkNode) { cmark_node_insert_after(pointer, node.pointer) }
  func prepend(_ node: CMarkNode) { cmark_node_prepend_child(pointer, node.pointer) }
  func append(_ node: CMarkNode) { cmark_node_append_child(pointer, node.pointer) }

  /// Takes the node and all below it out of its tree.
  func remove() { cmark_node_unlink(pointer) }

  /// Puts bytes of HTML in the place of the node; the node is gone then.
  func replace(writing html: [UInt8], kind: Kind = .customInline) {
    if let replacement = CMarkNode.make(kind, writing: html) { insertBefore(replacement) }
    remove()
  }

  /// Takes over the children of another node, in their order.
  func adoptChildren(of other: CMarkNode) {
    while let child = other.firstChild {
      cmark_node_unlink(child.pointer)
      append(child)
    }
  }
}

// MARK: - Output

extension CMarkNode {
  /// Renders the node as HTML, and lends the bytes.
  func withHTML<Result>(allowsRawHTML: Bool, _ body: (BorrowedBytes) -> Result) -> Result {
    let options = allowsRawHTML ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT
    return body(borrowed(UnsafePointer(cmark_render_html(pointer, options))))
  }
}
