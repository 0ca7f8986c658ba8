import DossierBuild

/// Changes that were noticed and are held back until no more come, since one save is often several
/// of them, and a switch of branches thousands.
struct PendingChanges {
  private var written: Set<String> = []
  /// Taken away; another file often takes the place at once, when an editor saves by renaming.
  private var gone: Set<String> = []
  /// Not there before what is pending began, so that who did not see them need not know when they go
  /// again.
  private var made: Set<String> = []
  private var passing: Set<String> = []
  private(set) var needsListing = false
  private var first: ContinuousClock.Instant?
  private var last: ContinuousClock.Instant?
  /// When changes were taken last, and whether these here followed on their heels.
  private var taken: ContinuousClock.Instant?
  private var isBurst = false

  /// A new name, of which more is to come.
  mutating func make(_ path: String) {
    if !gone.contains(path) { made.insert(path) }
  }

  mutating func write(_ path: String, at now: ContinuousClock.Instant) {
    gone.remove(path)
    written.insert(path)
    touch(now)
  }

  mutating func remove(_ path: String, at now: ContinuousClock.Instant) {
    written.remove(path)
    if made.remove(path) == nil { gone.insert(path) } else { passing.insert(path) }
    touch(now)
  }

  /// Something happened that names alone do not tell: to a folder, or more than was kept.
  mutating func lose(at now: ContinuousClock.Instant) {
    needsListing = true
    touch(now)
  }

  private mutating func touch(_ now: ContinuousClock.Instant) {
    if first == nil {
      first = now
      isBurst = taken.map { now - $0 < Self.long } ?? false
    }
    last = now
  }

  /// How long to wait for more; zero when they are due, `nil` where there are none.
  func delay(at now: ContinuousClock.Instant) -> Duration? {
    guard let first, let last else { return nil }
    let due = min(last + quiet, first + Self.longest)
    return max(.zero, due - now)
  }

  /// Long enough for the rest of what belongs together.
  private var quiet: Duration {
    if isBurst || written.count + gone.count > 16 { return Self.long }
    return needsListing || !gone.isEmpty ? .milliseconds(40) : .milliseconds(2)
  }

  private static let long = Duration.milliseconds(100)
  private static let longest = Duration.seconds(2)

  /// The changes, which are pending no more.
  mutating func take(at now: ContinuousClock.Instant) -> SourceChanges {
    let made = made.subtracting(written)
    defer {
      self = PendingChanges()
      self.made = made
      taken = now
    }
    return SourceChanges(
      paths: written.union(gone), needsListing: needsListing || !gone.isEmpty, passing: passing)
  }
}
