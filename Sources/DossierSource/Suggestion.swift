/// The cure for a mistyped name: the nearest of the known ones.
public enum Suggestion {
  /// The known name nearest to `name`, where it is near enough to be meant.
  ///
  /// Nearness is the optimal string alignment distance (insertions, deletions, substitutions and
  /// swaps of neighbours), at most a third of the longer name, at least 1, and less than all of it;
  /// a name that differs in case alone is the nearest, and among equals the first in `known` wins. The cost is the number of names times the square of their length.
  ///
  /// - Parameter most: A distance beyond which no name is near.
  public static func nearest<Names: Sequence>(
    to name: String, among known: Names, within most: Int = .max
  ) -> String? where Names.Element == String {
    let wanted = Array(name.utf8)
    guard wanted.count <= 64 else { return nil }
    let small = name.lowercased()
    var best: (name: String, distance: Int)?
    for candidate in known where candidate != name {
      if candidate.lowercased() == small { return candidate }
      let bytes = Array(candidate.utf8)
      let longer = max(wanted.count, bytes.count)
      let limit = min(max(1, longer / 3), longer - 1, most)
      guard abs(bytes.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, bytes)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// "did you mean 'x'?" for the nearest known name, else the list of a few, else `nil`.
  public static func help<Names: Collection>(for name: String, among known: Names) -> String?
  where Names.Element == String {
    if let nearest = nearest(to: name, among: known) { return "did you mean '\(nearest)'?" }
    let names = Set(known).sorted()
    return names.isEmpty || names.count > 12 ? nil : "known: " + names.joined(separator: ", ")
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in 0..<b.count {
        row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
