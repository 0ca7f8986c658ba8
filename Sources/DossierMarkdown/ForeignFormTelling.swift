import DossierSource

extension TextReading {
  /// Finds what other programs would read in the blocks, and what is shown as it is here.
  mutating func tellForeignForms(in blocks: [TextBlock], besides definitions: [LinkDefinition]) {
    let labels = Set(definitions.map(\.label))
    for block in blocks where ForeignFormFinder.mayStand(in: block.source, of: source.bytes) {
      var finder = ForeignFormFinder(source.bytes, in: block.source, labels: labels)
      let isParagraph = block.role == .paragraph
      let parent = block.node.parent
      finder.find(
        isParagraph: isParagraph,
        beginsItem: isParagraph && parent?.kind == .item && parent?.firstChild == block.node,
        isCell: block.role == .cell)
      for (form, range) in finder.found { tell(form, at: range, in: block) }
    }
  }

  private mutating func tell(_ form: ForeignForm, at range: Range<Int>, in block: TextBlock) {
    if form == .attributes, case .heading = block.role, source.bytes.has("{#", at: range.lowerBound)
    {
      return
    }
    guard form == .openNote else { return tell(.foreign(form), at: range) }
    if block.note != nil {
      fail("note.nested", "a note cannot hold a note", at: range)
    } else if block.role == .inlineText {
      fail("note.place", "a short text holds no notes", at: range, help: "put it into the text")
    } else {
      tell(.foreign(form), at: range)
    }
  }
}
