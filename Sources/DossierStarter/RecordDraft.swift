public import DossierSite

/// A record that is still to be written: a file with every key that its kind knows, explained.
///
/// What must be there stands without a value, which `check` reports until there is one. All else is
/// an example behind a `#`, each on one line, so that a key is put to use by removing that one sign.
public struct RecordDraft: Sendable {
  private let kind: Kind
  private let schema: SiteSchema

  public init(of kind: Kind, in schema: SiteSchema) {
    self.kind = kind
    self.schema = schema
  }

  /// The whole file.
  ///
  /// - Parameter title: One line; without it the title is left to be written, too.
  public func text(title: String?) -> String {
    let sections = [opening, naming(title), article] + fieldSections + [housekeeping]
    let lines = sections.filter { !$0.isEmpty }.joined(separator: [""])
    return "---\n" + lines.joined(separator: "\n") + "\n---\n"
  }

  private var opening: [String] {
    let lines = [
      "# A line that begins with # and a space explains. One without the space is a key that may be",
      "# left out, with an example: remove its # to use it, and write what is true. Below the second",
      "# line --- stands the text, in Markdown.",
    ]
    guard kind.fields.contains(where: { !$0.type.isDerived }) else { return lines }
    return lines + [
      "#",
      "# A fact is a value, or a value with its evidence, or a list of these, the preferred one first:",
      "#   {value: …, as-of: 2024-05, source: \"source-id, p. 3\", note: …, basis: analysis}",
      "# Write unknown where nobody knows, and not-applicable where the question makes no sense.",
    ]
  }

  private func naming(_ title: String?) -> [String] {
    [
      "# The whole name. Required.", "title:" + (title.map { " " + JSONText.string($0) } ?? ""),
      "# A shorter one, for links and tables.", "#short: A short name",
      "# One or two sentences for lists, search engines and links.",
      "#summary: \"What it is, and why it matters.\"",
    ]
  }

  private var article: [String] {
    guard kind.role == .article else { return [] }
    let topics = schema.configuration.topics.keys.sorted()
    let known = topics.isEmpty ? "" : ", such as " + topics.prefix(12).joined(separator: ", ")
    let author = schema.kinds(.author).first?.id ?? "author"
    return [
      "# The day of publication, such as 2026-05-31; in the future, it hides the article until then.",
      "# Required.", "date:",
      "# The authors, by their ids.", "#authors: [\(author)-id]",
      "# Words by which articles are found together\(Comment.line(known)).",
      "#topics: [\(YAMLWord.quoted(topics.first ?? "topic"))]",
      "# What a reader in haste should take away.", "#key-points: [\"A sentence.\", \"Another.\"]",
    ]
  }

  /// The fields under the headings of their groups, those without one first.
  private var fieldSections: [[String]] {
    let language = schema.configuration.original
    let ungrouped = section(of: nil)
    return [ungrouped]
      + kind.groups.map { group in
        let lines = section(of: group.id)
        let heading = "# " + Comment.line(group.label[language]).uppercased()
        return lines.isEmpty ? [] : [heading] + lines
      }
  }

  private func section(of group: String?) -> [String] {
    kind.fields.filter { $0.group == group }
      .flatMap { FieldDraft(field: $0, language: schema.configuration.original).lines }
  }

  private var housekeeping: [String] {
    [
      "# Keeps it off the published site; the preview shows it.", "#draft: true",
      "# Keeps it off the site until then.", "#embargo: 2030-06-01T06:00:00Z",
      "# When it was last held against its sources.", "#reviewed: 2026-05-31",
      "# What was changed when, for readers; the newest date counts as that of the last change.",
      "#changes: [{date: 2026-05-31, text: What was changed.}]",
      "# Ids that it had before; their addresses lead here.", "#aliases: [former-id]",
    ]
  }
}
