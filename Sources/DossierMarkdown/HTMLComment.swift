// An author's comments are the author's own: no file of the site holds them, raw HTML or not.

/// What is left of HTML without its comments.
enum CommentRemoval {
  case none
  /// - Parameter isOpen: Whether the last comment is never closed, and so takes all that follows.
  case some(rest: [UInt8], isOpen: Bool)

  /// Whether there was nothing but comments.
  var leavesNothing: Bool {
    if case .some(let rest, _) = self { rest.allSatisfy(\.isSpace) } else { false }
  }
}

extension CMarkNode {
  /// Takes the comments out of HTML as it stands in a text.
  func removeComments() -> CommentRemoval {
    let removal = Array(literal).withoutComments
    if case .some(let rest, _) = removal { setLiteral(rest) }
    return removal
  }

  /// Takes the comments out of a link's title, in which they are no HTML.
  func removeTitleComments() {
    if case .some(let rest, _) = Array(title).withoutComments { setTitle(rest) }
  }
}

extension [UInt8] {
  /// HTML without its comments, one that is never closed up to the end.
  var withoutComments: CommentRemoval {
    var (rest, position, isWhole, isOpen) = ([UInt8](), 0, true, false)
    while let angle = firstIndex(of: UInt8(ascii: "<"), in: position..<count) {
      guard has("<!--", at: angle) else {
        rest += self[position...angle]
        position = angle + 1
        continue
      }
      rest += self[position..<angle]
      let close = endOfComment(from: angle, to: count)
      isOpen = close == nil
      position = close ?? count
      isWhole = false
    }
    return isWhole ? .none : .some(rest: rest + self[position...], isOpen: isOpen)
  }

  /// Where the comment ends that begins at an offset; `nil` where nothing closes it.
  ///
  /// `<!-->` and `<!--->` are whole comments, and `--` may stand in one, as browsers have it.
  func endOfComment(from start: Int, to end: Int) -> Int? {
    if start + 5 <= end, has(">", at: start + 4) { return start + 5 }
    if start + 6 <= end, has("->", at: start + 4) { return start + 6 }
    var position = start + 4
    while let hyphen = firstIndex(of: UInt8(ascii: "-"), in: position..<Swift.max(position, end)) {
      if hyphen + 3 <= end, has("-->", at: hyphen) { return hyphen + 3 }
      position = hyphen + 1
    }
    return nil
  }
}
