/// A text that libcmark parsed, and where its lines stand in the source: the body, or a sheet.
struct ParsedText {
  /// A line of a sheet.
  struct Line {
    /// What of the source stands on it.
    var source: Range<Int>
    /// Bytes that the sheet puts before it.
    var indentation = 0
  }

  /// By the lines of the sheet; `nil` for the body, whose lines are the source's own.
  var lines: [Line]?
  /// Whether the text is that of notes.
  var isNotes: Bool { lines != nil }

  /// The lines of a block, counted from 0.
  func lines(of node: CMarkNode) -> Range<Int> {
    let start = max(0, node.startLine - 1)
    return start..<max(start + 1, node.endLine)
  }

  /// What of the source stands on a line.
  func line(_ index: Int, in source: SourceText) -> Range<Int> {
    guard let lines else { return source.line(index) }
    let end = source.bytes.count
    return lines.indices.contains(index) ? lines[index].source : end..<end
  }

  /// The bytes of the source from the beginning of a block to the end of its last line.
  func bytes(of node: CMarkNode, in source: SourceText) -> Range<Int> {
    let lines = lines(of: node)
    let first = line(lines.lowerBound, in: source)
    let last = line(lines.upperBound - 1, in: source)
    let start = min(first.lowerBound + column(of: node), first.upperBound)
    return start..<max(start, last.upperBound)
  }

  /// How far from the beginning of its line in the source a block begins.
  func column(of node: CMarkNode) -> Int {
    let line = node.startLine - 1
    let indentation = lines.flatMap { $0.indices.contains(line) ? $0[line].indentation : nil } ?? 0
    return max(0, node.startColumn - 1 - indentation)
  }

  /// The lines of a block without what begins them because of the lists and quotations around it.
  ///
  /// A line that goes on lazily has less before it than those around it call for.
  func contentLines(of node: CMarkNode, in source: SourceText) -> [Range<Int>] {
    let lines = lines(of: node)
    let margin = Margin(quotations: quotations(around: node), column: column(of: node))
    return lines.map { index in
      let line = line(index, in: source)
      guard index == lines.lowerBound else { return margin.content(of: line, in: source.bytes) }
      return min(line.lowerBound + margin.column, line.upperBound)..<line.upperBound
    }
  }

  /// How many quotations a block stands in, callouts among them.
  func quotations(around node: CMarkNode) -> Int {
    var count = isNotes ? -1 : 0
    var parent = node.parent
    while let current = parent {
      if current.kind == .blockQuote || current.kind == .customBlock { count += 1 }
      parent = current.parent
    }
    return max(0, count)
  }
}

/// What stands before the content on each line of a block but its first.
struct Margin {
  var quotations: Int
  /// The column, in bytes from 0, up to which blanks are passed over.
  var column: Int

  func content(of line: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = line.lowerBound
    for _ in 0..<quotations {
      var mark = start
      while mark < line.upperBound, mark - start < 4, bytes[mark].isBlank { mark += 1 }
      guard mark < line.upperBound, bytes[mark] == UInt8(ascii: ">") else { break }
      start = mark + 1
    }
    while start < line.upperBound, start - line.lowerBound < column, bytes[start].isBlank {
      start += 1
    }
    return start..<line.upperBound
  }
}
