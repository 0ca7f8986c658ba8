import DossierMarkdown
import DossierSite
import DossierSource

/// A text in which the first mention of each term is a reference.
struct ExplainedProse {
  var prose: Prose
  /// By the index of a hole: the term that is to be explained behind it.
  var terms: [Int: RecordIndex] = [:]
}

struct TermFinder {
  let edition: Edition

  /// Finds where the text of a record first mentions each term of the glossary, be it by a reference
  /// or by the term's name in running words.
  ///
  /// Headings, tables, links and code are passed over. The cost is that of the text; where there is
  /// no glossary, none.
  func explained(_ prose: Prose, of record: RecordIndex) -> ExplainedProse {
    guard !edition.glossary.entries.isEmpty else { return ExplainedProse(prose: prose) }
    let isOwnLanguage =
      edition.prefix.isEmpty || edition.translation(of: edition.site.records[record]) != nil
    var mentions = TermMentions(edition, prose, of: record, readsNames: isOwnLanguage)
    mentions.find()
    return mentions.explained()
  }
}

/// A walk over the HTML of a text, which it takes to be well formed.
private struct TermMentions {
  let edition: Edition
  let prose: Prose
  let readsNames: Bool
  private var seen: Set<RecordIndex>
  /// By the index of the hole: the term that a reference mentions first.
  private var referred: [Int: RecordIndex] = [:]
  /// Names that are mentioned first in running words, in the order of the text.
  private var named: [(range: Range<Int>, term: RecordIndex)] = []
  private var position = 0
  private var nextHole = 0
  /// How many elements are open in which no term is explained.
  private var closedDepth = 0

  /// Elements of running text. Within any other, be it raw HTML, nothing is put.
  private static let open: Set<String> = [
    "p", "em", "strong", "ul", "ol", "li", "blockquote", "div", "section",
  ]
  private static let void: Set<String> = ["br", "hr", "img", "wbr", "input", "source", "col"]

  /// - Parameter record: Whose text it is; a term does not explain itself.
  init(_ edition: Edition, _ prose: Prose, of record: RecordIndex, readsNames: Bool) {
    self.edition = edition
    self.prose = prose
    self.readsNames = readsNames
    seen = [record]
  }

  mutating func find() {
    let html = prose.html
    while position < html.count {
      takeHoles()
      if html[position] == UInt8(ascii: "<") {
        passTag()
      } else if html.widthOfLetter(at: position) > 0 {
        takeWord()
      } else {
        position += 1
      }
    }
    takeHoles()
  }

  /// References that stand before the position.
  private mutating func takeHoles() {
    while nextHole < prose.holes.count, prose.holes[nextHole].offset <= position {
      defer { nextHole += 1 }
      // Within a citation nothing is explained.
      switch prose.holes[nextHole].filling {
      case .bracket(.start): closedDepth += 1
      case .bracket(.end): closedDepth = max(0, closedDepth - 1)
      default: break
      }
      guard closedDepth == 0, let term = term(of: prose.holes[nextHole]) else { continue }
      if seen.insert(term).inserted { referred[nextHole] = term }
    }
  }

  private func term(of hole: Hole) -> RecordIndex? {
    guard case .reference(let reference) = hole.filling, reference.fragment == nil,
      case .record(let kind, let id) = reference.target,
      let term = edition.site.record(RecordKey(kind: kind, id: id)),
      edition.glossary.entries[term] != nil
    else { return nil }
    return term
  }

  private mutating func takeWord() {
    let html = prose.html
    if readsNames, closedDepth == 0,
      let match = edition.glossary.names.match(in: html, at: position),
      nextHole == prose.holes.count || prose.holes[nextHole].offset >= match.end,
      seen.insert(match.term).inserted
    {
      named.append((position..<match.end, match.term))
      position = match.end
      return
    }
    while case let width = html.widthOfWordUnit(at: position), width > 0 { position += width }
  }
}

// Tags.
extension TermMentions {
  private mutating func passTag() {
    let html = prose.html
    let isEnd = position + 1 < html.count && html[position + 1] == UInt8(ascii: "/")
    let start = position + (isEnd ? 2 : 1)
    var end = start
    while html.widthOfLetter(at: end) > 0 { end += html.widthOfLetter(at: end) }
    let name = String(decoding: html[start..<end], as: UTF8.self).lowercased()
    position = end
    passRest(ofTag: !name.isEmpty)
    let closesItself = position > 1 && html[position - 2] == UInt8(ascii: "/")
    if name.isEmpty || Self.open.contains(name) || Self.void.contains(name) { return }
    if isEnd { closedDepth = max(0, closedDepth - 1) } else if !closesItself { closedDepth += 1 }
  }

  /// Goes behind the next `>`; in a tag, behind the one that stands in no quotation marks.
  private mutating func passRest(ofTag hasAttributes: Bool) {
    var quote: UInt8?
    while position < prose.html.count {
      let byte = prose.html[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if hasAttributes, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return
      }
    }
  }
}

// What comes of it.
extension TermMentions {
  /// The text with references in the place of the names.
  func explained() -> ExplainedProse {
    guard !named.isEmpty else { return ExplainedProse(prose: prose, terms: referred) }
    var result = ExplainedProse(prose: Prose())
    var copied = 0
    var hole = 0
    for name in named {
      copy(upTo: name.range.lowerBound, from: &copied, &hole, to: &result)
      result.terms[result.prose.holes.count] = name.term
      result.prose.holes.append(reference(to: name.term, name.range, at: result.prose.html.count))
      copied = name.range.upperBound
    }
    copy(upTo: prose.html.count, from: &copied, &hole, to: &result)
    return result
  }

  private func copy(
    upTo end: Int, from start: inout Int, _ hole: inout Int, to result: inout ExplainedProse
  ) {
    while hole < prose.holes.count, prose.holes[hole].offset <= end {
      var copy = prose.holes[hole]
      copy.offset += result.prose.html.count - start
      result.terms[result.prose.holes.count] = referred[hole]
      result.prose.holes.append(copy)
      hole += 1
    }
    result.prose.html += prose.html[start..<end]
    start = end
  }

  private func reference(to term: RecordIndex, _ range: Range<Int>, at offset: Int) -> Hole {
    let key = edition.site.records[term].key
    let reference = Reference(
      target: .record(kind: key.kind, id: key.id), label: Array(prose.html[range]))
    // Nobody wrote the reference, so it has no place.
    return Hole(offset: offset, filling: .reference(reference), span: Span(line: 1, column: 1))
  }
}
