// An author's comments are the author's own: no file of the site holds them, raw HTML or not.

extension CMarkNode {
  /// Takes the comments out of HTML as it stands in a text.
  ///
  /// - Returns: Whether nothing else was there.
  func removeComments() -> Bool {
    guard let rest = Array(literal).withoutComments else { return false }
    setLiteral(rest)
    return rest.allSatisfy(\.isSpace)
  }

  /// Takes the comments out of a link's title, in which they are no HTML.
  func removeTitleComments() {
    if let rest = Array(title).withoutComments { setTitle(rest) }
  }
}

extension [UInt8] {
  /// HTML without its comments, one that is never closed up to the end; `nil` where it has none.
  var withoutComments: [UInt8]? {
    var (rest, position, isWhole) = ([UInt8](), 0, true)
    while let angle = firstIndex(of: UInt8(ascii: "<"), in: position..<count) {
      guard has("<!--", at: angle) else {
        rest += self[position...angle]
        position = angle + 1
        continue
      }
      rest += self[position..<angle]
      position = endOfComment(from: angle)
      isWhole = false
    }
    return isWhole ? nil : rest + self[position...]
  }

  /// `<!-->` and `<!--->` are whole comments, as browsers have it.
  private func endOfComment(from start: Int) -> Int {
    if has(">", at: start + 4) { return start + 5 }
    if has("->", at: start + 4) { return start + 6 }
    var position = start + 4
    while let hyphen = firstIndex(of: UInt8(ascii: "-"), in: position..<Swift.max(position, count))
    {
      if has("-->", at: hyphen) { return hyphen + 3 }
      position = hyphen + 1
    }
    return count
  }
}
