import DossierSource

/// A part of the site that the tool makes for every project, beside those of its kinds.
public enum ToolPage: String, CaseIterable, Sendable {
  case sources, compare, data, search
  case alphabet = "a-z"
  case trust, topics
}

/// The menu as `site.yml` declares it; what is named there is looked up when the site is linked.
public struct Menu: Sendable {
  var entries: [Entry]

  /// A line of the menu.
  struct Entry: Sendable {
    /// What it is called, where that is not what it names.
    var label: Localized<String>?
    var target: Target
    /// Where the file names it.
    var span: Span
  }

  enum Target: Sendable {
    /// The id of a kind, else the name of one of the tool's pages.
    case name(String)
    case record(RecordKey)
    /// An address with http or https.
    case elsewhere(String)
    case group([Entry])
  }

  /// The entries that name something, those of groups in the place of these.
  var flat: [Entry] {
    entries.flatMap { entry in
      if case .group(let inner) = entry.target { inner } else { [entry] }
    }
  }

  /// The ids and names in the order of the menu.
  public var names: [String] {
    flat.compactMap { entry in
      if case .name(let name) = entry.target { name } else { nil }
    }
  }

  /// The menu without what names some kinds, and without groups that are empty then.
  func without(kinds hidden: Set<String>) -> Menu { Menu(entries: Self.kept(entries, hidden)) }

  private static func kept(_ entries: [Entry], _ hidden: Set<String>) -> [Entry] {
    entries.compactMap { entry in
      switch entry.target {
      case .name(let name): return hidden.contains(name) ? nil : entry
      case .record, .elsewhere: return entry
      case .group(let inner):
        let rest = kept(inner, hidden)
        var kept = entry
        kept.target = .group(rest)
        return rest.isEmpty ? nil : kept
      }
    }
  }
}

/// A line of the menu of a linked site: what it names is there.
public struct MenuItem: Sendable {
  /// What it is called, where that is not what its target is called.
  public var label: Localized<String>?
  public var target: Target

  public init(label: Localized<String>? = nil, target: Target) {
    (self.label, self.target) = (label, target)
  }

  /// Where it leads.
  public enum Target: Sendable {
    case kind(KindIndex)
    case record(RecordIndex)
    case tool(ToolPage)
    /// An address with http or https.
    case elsewhere(String)
    /// Lines under a name of their own; none of them is a group.
    case group([MenuItem])
  }
}
