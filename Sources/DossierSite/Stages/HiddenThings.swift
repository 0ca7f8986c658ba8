/// What was taken out of a site, by its names.
struct HiddenThings: Sendable {
  /// Records by their names, works as `source:id`, collections as `handout:id`.
  var keys: Set<RecordKey> = []
  /// Kinds that are hidden themselves, or have no records but hidden ones.
  var kinds: Set<String> = []
  /// The hidden kinds by their folders.
  var folders: Set<String> = []
  /// Topics that hidden articles alone have.
  var topics: Set<String> = []

  var isEmpty: Bool { keys.isEmpty && kinds.isEmpty }
}
