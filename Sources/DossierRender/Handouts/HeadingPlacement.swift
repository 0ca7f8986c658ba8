import DossierMarkdown

/// How the headings of a text change where it stands on a page with others.
struct HeadingPlacement {
  /// What goes before their ids.
  var prefix: String
  /// How many levels deeper they are.
  var deeper: Int
  /// What goes before the words of headings of the second level, `1.` and a count; `nil` for nothing.
  var number: String?
}

extension Body {
  /// The text with its headings placed; the holes are moved along.
  ///
  /// - Parameter placement: A heading whose tags are not as the parser makes them stays as it is.
  func placed(_ placement: HeadingPlacement) -> Prose {
    var html = prose.html
    var insertions: [(offset: Int, bytes: [UInt8])] = []
    var count = 0
    for heading in headings {
      let end = Array("\(heading.id)\">".utf8)
      let idStart = heading.content.lowerBound - end.count
      guard idStart >= 8, html[idStart..<heading.content.lowerBound].elementsEqual(end),
        heading.content.upperBound + 4 < html.count
      else { continue }
      let level = UInt8(ascii: "0") + UInt8(min(6, max(1, heading.level + placement.deeper)))
      // `<h2 id="` before the id, and `</h2>` after the words.
      html[idStart - 6] = level
      html[heading.content.upperBound + 3] = level
      insertions.append((idStart, Array(placement.prefix.utf8)))
      guard heading.level == 2, let number = placement.number else { continue }
      count += 1
      let words = "<span class=\"number\">\(number).\(count)</span> "
      insertions.append((heading.content.lowerBound, Array(words.utf8)))
    }
    return Prose(html: html, holes: prose.holes).inserting(insertions)
  }
}

extension Prose {
  /// - Parameter insertions: In the order of their offsets.
  fileprivate func inserting(_ insertions: [(offset: Int, bytes: [UInt8])]) -> Prose {
    var result = Prose()
    result.html.reserveCapacity(html.count + insertions.count * 32)
    var (start, hole) = (0, 0)
    for insertion in insertions {
      while hole < holes.count, holes[hole].offset < insertion.offset {
        result.append(holes[hole], movedBy: result.html.count - start)
        hole += 1
      }
      result.html.append(contentsOf: html[start..<insertion.offset])
      result.html.append(contentsOf: insertion.bytes)
      start = insertion.offset
    }
    for rest in holes[hole...] { result.append(rest, movedBy: result.html.count - start) }
    result.html.append(contentsOf: html[start...])
    return result
  }

  private mutating func append(_ hole: Hole, movedBy distance: Int) {
    var hole = hole
    hole.offset += distance
    holes.append(hole)
  }
}
