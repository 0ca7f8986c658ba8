/// The names of what is not public, for a last look at the output.
public struct HiddenNames: Sendable {
  /// A name that must not be found, and the file of the record that has it.
  public struct Name: Hashable, Sendable {
    public var text: String
    public var path: String
    /// Whether a longer id that begins with it is another name.
    public var isID = false
  }

  public var names: [Name]

  /// Shorter titles are found in sentences that mean something else.
  private static let shortestTitle = 12

  /// Collects `kind:id`, the route and the titles of records that were taken out; titles that a
  /// public record shares are passed over.
  init(hidden: [Record], visible: [Record], schema: SiteSchema) {
    let publicTitles = hidden.isEmpty ? [] : Set(visible.flatMap(\.allTitles))
    names = hidden.flatMap { record -> [Name] in
      let folder = schema.kind(record.key.kind)?.folder ?? record.key.kind
      let titles = record.allTitles.filter {
        $0.count >= Self.shortestTitle && !publicTitles.contains($0)
      }
      let texts = ["\(folder)/\(record.key.id).html"] + titles
      return [Name(text: "\(record.key)", path: record.path, isID: true)]
        + texts.map { Name(text: $0, path: record.path) }
    }
  }
}

extension Record {
  fileprivate var allTitles: [String] { [title] + translations.compactMap(\.title) }
}
