extension RandomAccessCollection {
  /// The index of the first element of a second part, found by halves; `endIndex` where all are of the first.
  ///
  /// - Parameter isOfSecondPart: Holds of no element before one index, and of each from there on.
  @inlinable
  public func partitioningIndex(where isOfSecondPart: (Element) -> Bool) -> Index {
    var (start, length) = (startIndex, count)
    while length > 0 {
      let half = length / 2
      let middle = index(start, offsetBy: half)
      if isOfSecondPart(self[middle]) {
        length = half
      } else {
        start = index(after: middle)
        length -= half + 1
      }
    }
    return start
  }
}
