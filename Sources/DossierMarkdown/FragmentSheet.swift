import DossierSource

/// The texts that are parsed apart: cells, notes, and what is left of their paragraphs.
///
/// All of a body stand on one sheet, so that libcmark is called once more and not once for each
/// cell. Behind them comes the whole text again where it defines links, since a link in a cell may
/// need any of them; what libcmark makes of that is thrown away.
struct FragmentSheet {
  /// What a fragment is for, and where it stands in the source.
  struct Fragment {
    enum Use {
      /// Its inlines go into this node.
      case filling(CMarkNode, role: BodyReader.TextBlock.Role)
      case note(Int)
    }
    /// The line of the sheet at which it begins, from 1.
    var line: Int
    var use: Use
    var source: Range<Int>
  }

  private(set) var text: [UInt8] = []
  private(set) var fragments: [Fragment] = []
  private var line = 1

  /// Adds a paragraph as it stands in the source.
  mutating func add(
    paragraph: ArraySlice<UInt8>, use: Fragment.Use, source: Range<Int>
  ) {
    append(paragraph, use: use, source: source)
  }

  /// Adds a cell, as the text of a heading: the one block of a single line that holds only inlines.
  mutating func add(cell: [UInt8], use: Fragment.Use, source: Range<Int>) {
    append(Array("# ".utf8) + cell + " #".utf8, use: use, source: source)
  }

  private mutating func append(
    _ block: some Collection<UInt8>, use: Fragment.Use, source: Range<Int>
  ) {
    fragments.append(Fragment(line: line, use: use, source: source))
    text += block
    text += "\n\n".utf8
    line += block.count { $0 == UInt8(ascii: "\n") } + 2
  }

  /// Adds the text whose link definitions the fragments may use.
  mutating func addDefinitions(of whole: [UInt8]) {
    var offset = 0
    while let bracket = whole.firstIndex(of: UInt8(ascii: "]"), in: offset..<whole.count) {
      offset = bracket + 1
      if whole.has(":", at: offset) {
        text += whole
        return
      }
    }
  }
}

extension BodyReader {
  /// Puts tables in the tree, and their cells, the notes and the left-over texts on a sheet.
  mutating func makeSheet() -> FragmentSheet {
    var sheet = FragmentSheet()
    for paragraph in splitParagraphs {
      for part in paragraph.parts {
        switch part {
        case .text(let lines): addText(lines, before: paragraph.node, to: &sheet)
        case .note(let label, let lines): addNote(label, lines: lines, to: &sheet)
        case .table(let lines): addTable(lines, before: paragraph.node, to: &sheet)
        }
      }
      paragraph.node.remove()
    }
    sheet.addDefinitions(of: source.bytes)
    return sheet
  }

  private func addText(
    _ lines: Range<Int>, before node: CMarkNode, to sheet: inout FragmentSheet
  ) {
    guard let paragraph = CMarkNode.make(.paragraph) else { return }
    node.insertBefore(paragraph)
    let range = source.bytes(ofLines: lines)
    sheet.add(
      paragraph: source.bytes[range], use: .filling(paragraph, role: .paragraph), source: range)
  }

  private mutating func addNote(
    _ label: Range<Int>, lines: Range<Int>, to sheet: inout FragmentSheet
  ) {
    let name = source.bytes[(label.lowerBound + 2)..<(label.upperBound - 1)].text
    guard noteIndexes[name] == nil else {
      fail("note.duplicate", "the note '\(name)' is defined twice", at: label)
      return
    }
    noteIndexes[name] = notes.count
    notes.append(Note(label: name, content: Prose(), span: source.span(of: label), calls: 0))
    let range = source.bytes(ofLines: lines)
    sheet.add(
      paragraph: source.bytes[range], use: .note(notes.count - 1),
      source: min(label.upperBound + 1, range.upperBound)..<range.upperBound)
  }

  /// Fills what stands on the sheet into the tree, and lists its blocks for the inlines to be read.
  mutating func place(_ sheet: FragmentSheet, from document: CMarkNode) {
    var node = document.firstChild
    for fragment in sheet.fragments {
      while let current = node, current.startLine < fragment.line { node = current.next }
      let found = node.flatMap { $0.startLine == fragment.line ? $0 : nil }
      switch fragment.use {
      case .filling(let target, let role):
        if let found { target.adoptChildren(of: found) }
        if role == .paragraph, target.firstChild == nil {
          target.remove()
        } else {
          blocks.append(TextBlock(node: target, source: fragment.source, role: role))
        }
      case .note(let index):
        guard let found else { continue }
        removeLabel(of: found)
        blocks.append(TextBlock(node: found, source: fragment.source, role: .note(index)))
      }
    }
  }

  /// Takes `[^label]:` off a note's text; libcmark leaves it alone because of the mark in it.
  private func removeLabel(of paragraph: CMarkNode) {
    guard let first = paragraph.firstChild, first.kind == .text else { return }
    let text = first.literal
    guard let mark = SourceMark.next(in: text, from: 0) else { return }
    let rest = text[(mark + SourceMark.width)...].dropFirst().drop(while: \.isSpace)
    first.setLiteral(Array(rest))
    if rest.isEmpty, let following = first.next, following.kind == .softBreak { following.remove() }
  }
}

// MARK: - Tables

extension BodyReader {
  private mutating func addTable(
    _ lines: Range<Int>, before node: CMarkNode, to sheet: inout FragmentSheet
  ) {
    let table = PipeTable(lines: lines, in: source)
    guard let block = CMarkNode.make(.customBlock) else { return }
    let hasBody = table.rows.count > 1
    block.setOutput(
      enter: Array("<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n<thead>".utf8),
      exit: Array("\(hasBody ? "</tbody>\n" : "")</table>\n</div>".utf8))
    node.insertBefore(block)
    for (index, row) in table.rows.enumerated() {
      var tags = RowTags(isHeader: index == 0, isFirstOfBody: index == 1)
      let width = index == 0 ? row.count : paddedWidth(of: row, in: table)
      for column in 0..<width {
        tags.isLastCell = column + 1 == width
        let (enter, exit) = tags.next(table.alignments[column])
        guard let cell = CMarkNode.make(.customInline) else { return }
        cell.setOutput(enter: enter, exit: exit)
        block.append(cell)
        guard column < row.count, !row[column].isEmpty else { continue }
        sheet.add(
          cell: PipeTable.text(of: row[column], in: source.bytes),
          use: .filling(cell, role: .cell), source: row[column])
      }
    }
  }

  /// The header's width; less for a short row where too many cells would have to be made up, since
  /// a wide header with many short rows would grow with the square of the text.
  private mutating func paddedWidth(of row: [Range<Int>], in table: PipeTable) -> Int {
    let width = table.alignments.count
    let missing = max(0, width - row.count)
    guard missing <= spareCells else { return min(width, row.count) }
    spareCells -= missing
    return width
  }
}

/// The tags around the cells of one row; those of the row go with its first and last cell.
private struct RowTags {
  let isHeader: Bool
  let isFirstOfBody: Bool
  var isLastCell = false
  private var isFirstCell = true

  init(isHeader: Bool, isFirstOfBody: Bool) {
    self.isHeader = isHeader
    self.isFirstOfBody = isFirstOfBody
  }

  mutating func next(_ alignment: PipeTable.Alignment) -> (enter: [UInt8], exit: [UInt8]) {
    var enter = ""
    if isFirstCell { enter += isFirstOfBody ? "<tbody>\n<tr>\n" : "<tr>\n" }
    isFirstCell = false
    enter += isHeader ? "<th scope=\"col\"" : "<td"
    enter += alignment.attribute + ">"
    var exit = isHeader ? "</th>\n" : "</td>\n"
    if isLastCell { exit += isHeader ? "</tr>\n</thead>\n" : "</tr>\n" }
    return (Array(enter.utf8), Array(exit.utf8))
  }
}
