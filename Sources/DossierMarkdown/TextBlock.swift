/// A block that holds inlines, and where it stands in the source.
struct TextBlock {
  enum Role: Equatable {
    case paragraph, cell, inlineText
    case heading(Int)
  }
  var node: CMarkNode
  var source: Range<Int>
  var role: Role
  /// The note in which it stands.
  var note: Int?
}
