import DossierSource

/// What is to be said of files, of each by itself, in the order of their paths: so that all of it is
/// put together without a sort, however many files there are.
struct FileFindings: Sendable {
  private var files: [(path: String, diagnostics: [Diagnostic])] = []
  /// All of it, where nothing came after it was put together last.
  private var joined: [Diagnostic]?

  /// Everything, file by file: the same list until something else is said.
  mutating func all() -> [Diagnostic] {
    let all = joined ?? files.flatMap(\.diagnostics)
    joined = all
    return all
  }

  /// Takes the place of what was said of a file before.
  mutating func set(_ diagnostics: [Diagnostic], of path: String) {
    let place = place(of: path)
    let isKnown = place < files.count && files[place].path == path
    guard diagnostics != (isKnown ? files[place].diagnostics : []) else { return }
    joined = nil
    switch (isKnown, diagnostics.isEmpty) {
    case (true, true): files.remove(at: place)
    case (true, false): files[place].diagnostics = diagnostics
    case (false, _): files.insert((path, diagnostics), at: place)
    }
  }

  /// Where a file stands, or would. Most come in their order, and stand last.
  private func place(of path: String) -> Int {
    if let last = files.last, last.path < path { return files.count }
    return files.partitioningIndex { $0.path >= path }
  }
}

/// All findings in their order, put together again only where a part of them is another: most edits
/// change nothing of what is to be said.
struct FindingList: Sendable {
  private var parts: [[Diagnostic]] = []
  private(set) var sorted: [Diagnostic] = []
  private(set) var hasErrors = false

  /// - Parameter parts: Each by its stage.
  mutating func update(_ parts: [[Diagnostic]]) {
    guard parts != self.parts else { return }
    self.parts = parts
    sorted = parts.flatMap(\.self).sorted()
    hasErrors = sorted.contains { $0.severity == .error }
  }
}
