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
      case filling(CMarkNode, role: TextBlock.Role)
      case note(Int)
    }
    /// The line of the sheet at which it begins, from 1.
    var line: Int
    var use: Use
    var source: Range<Int>
    /// The note that it is a part of.
    var note: Int?
  }

  private(set) var text: [UInt8] = []
  private(set) var fragments: [Fragment] = []
  private(set) var lines: [ParsedText.Line] = []
  /// The note whose parts are being added.
  var note: Int?

  /// Adds a paragraph by what stands on its lines.
  mutating func add(paragraph: ArraySlice<Range<Int>>, of bytes: [UInt8], use: Fragment.Use) {
    begin(use, paragraph)
    for line in paragraph { append(bytes[line], from: line) }
    end()
  }

  /// Adds the blocks of a note, as a quotation: nothing in it reaches beyond its end.
  mutating func add(note: [Range<Int>], of bytes: [UInt8], index: Int) {
    begin(.note(index), note[...])
    for line in note { append("> ".utf8 + bytes[line], from: line, indentation: 2) }
    end()
  }

  /// Adds a cell, as the text of a heading: the one block of a single line that holds only inlines.
  mutating func add(cell: [UInt8], use: Fragment.Use, source: Range<Int>) {
    begin(use, [source])
    append(Array("# ".utf8) + cell + " #".utf8, from: source, indentation: 2)
    end()
  }

  private mutating func begin(_ use: Fragment.Use, _ lines: ArraySlice<Range<Int>>) {
    let start = lines.first?.lowerBound ?? 0
    let source = start..<max(start, lines.last?.upperBound ?? 0)
    fragments.append(
      Fragment(line: self.lines.count + 1, use: use, source: source, note: note))
  }

  private mutating func append(
    _ line: some Collection<UInt8>, from source: Range<Int>, indentation: Int = 0
  ) {
    text += line
    text.append(UInt8(ascii: "\n"))
    lines.append(ParsedText.Line(source: source, indentation: indentation))
  }

  private mutating func end() {
    let source = lines.last?.source.upperBound ?? 0
    append([], from: source..<source)
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

extension BlockReader {
  /// Puts tables in the tree, and their cells, the notes and the left-over texts on a sheet.
  mutating func makeSheet() -> FragmentSheet {
    var sheet = FragmentSheet()
    for paragraph in splitParagraphs {
      sheet.note = paragraph.note
      for part in paragraph.parts {
        switch part {
        case .text(let lines): addText(paragraph.lines[lines], before: paragraph.node, to: &sheet)
        case .note(let label, let lines):
          var note = paragraph.lines[lines]
          if part == paragraph.parts.last { note += paragraph.noteRest }
          addNote(label, note, to: &sheet)
        case .table(let lines):
          addTable(paragraph.lines[lines], before: paragraph.node, to: &sheet)
        }
      }
      paragraph.node.remove()
    }
    splitParagraphs = []
    sheet.addDefinitions(of: reading.source.bytes)
    return sheet
  }

  private func addText(
    _ lines: ArraySlice<Range<Int>>, before node: CMarkNode, to sheet: inout FragmentSheet
  ) {
    guard let paragraph = CMarkNode.make(.paragraph) else { return }
    node.insertBefore(paragraph)
    sheet.add(
      paragraph: lines, of: reading.source.bytes, use: .filling(paragraph, role: .paragraph))
  }

  private mutating func addNote(
    _ label: Range<Int>, _ lines: ArraySlice<Range<Int>>, to sheet: inout FragmentSheet
  ) {
    let name = reading.source.bytes[(label.lowerBound + 2)..<(label.upperBound - 1)].text
    guard reading.noteIndexes[name] == nil else {
      reading.fail("note.duplicate", "the note '\(name)' is defined twice", at: label)
      return
    }
    reading.noteIndexes[name] = reading.notes.count
    reading.notes.append(
      Note(label: name, content: Prose(), span: reading.source.span(of: label), calls: 0))
    let indented = Margin(quotations: 0, column: 4)
    var content = lines.map { indented.content(of: $0, in: reading.source.bytes) }
    if let first = lines.first {
      var start = min(label.upperBound + 1, first.upperBound)
      while start < first.upperBound, reading.source.bytes[start].isBlank { start += 1 }
      content[0] = start..<first.upperBound
    }
    sheet.add(note: content, of: reading.source.bytes, index: reading.notes.count - 1)
  }

  /// Fills what stands on the sheet into the tree, and lists its blocks for the inlines to be read.
  mutating func place(_ sheet: FragmentSheet, from document: CMarkNode) {
    let text = ParsedText(lines: sheet.lines)
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
          blocks.append(
            TextBlock(node: target, source: fragment.source, role: role, note: fragment.note))
        }
      case .note(let index):
        guard let found else { continue }
        noteBlocks[index] = found
        collectBlocks(of: found, in: text, note: index)
      }
    }
  }
}

// MARK: - Tables

extension BlockReader {
  private mutating func addTable(
    _ lines: ArraySlice<Range<Int>>, before node: CMarkNode, to sheet: inout FragmentSheet
  ) {
    let table = PipeTable(lines: lines, in: reading.source.bytes)
    guard let block = CMarkNode.make(.customBlock) else { return }
    let hasBody = table.rows.count > 1
    block.setOutput(
      enter: Array("<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n<thead>".utf8),
      exit: Array("\(hasBody ? "</tbody>\n" : "")</table>\n</div>".utf8))
    node.insertBefore(block)
    for (index, row) in table.rows.enumerated() {
      var tags = RowTags(isHeader: index == 0, isFirstOfBody: index == 1)
      let width = index == 0 ? row.count : paddedWidth(of: row, in: table)
      if row.count > width, let first = row.dropFirst(width).first {
        reading.tell(.surplusCells, at: first.lowerBound..<row[row.count - 1].upperBound)
      }
      for column in 0..<width {
        tags.isLastCell = column + 1 == width
        let isEmpty = column >= row.count || row[column].isEmpty
        let (enter, exit) = tags.next(table.alignments[column], isEmpty: isEmpty)
        guard let cell = CMarkNode.make(.customInline) else { return }
        cell.setOutput(enter: enter, exit: exit)
        block.append(cell)
        if isEmpty { continue }
        sheet.add(
          cell: PipeTable.text(of: row[column], in: reading.source.bytes),
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

/// The tags around the cells of one row; those of the row go with its first and last cell. A head of
/// nothing, as in a corner, is none: a screen reader would announce it with each cell below.
private struct RowTags {
  let isHeader: Bool
  let isFirstOfBody: Bool
  var isLastCell = false
  private var isFirstCell = true

  init(isHeader: Bool, isFirstOfBody: Bool) {
    self.isHeader = isHeader
    self.isFirstOfBody = isFirstOfBody
  }

  mutating func next(
    _ alignment: PipeTable.Alignment, isEmpty: Bool
  ) -> (enter: [UInt8], exit: [UInt8]) {
    let isHead = isHeader && !isEmpty
    var enter = ""
    if isFirstCell { enter += isFirstOfBody ? "<tbody>\n<tr>\n" : "<tr>\n" }
    isFirstCell = false
    enter += isHead ? "<th scope=\"col\"" : "<td"
    enter += alignment.attribute + ">"
    var exit = isHead ? "</th>\n" : "</td>\n"
    if isLastCell { exit += isHeader ? "</tr>\n</thead>\n" : "</tr>\n" }
    return (Array(enter.utf8), Array(exit.utf8))
  }
}
