import DossierSource

/// Makes one bibliography of what its files hold: an entry for each id, with what others add to it,
/// and an address of its own for each.
struct SourceJoiner {
  private(set) var sources: [Source] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter isWhole: Whether every file of the bibliography could be read.
  init(_ all: [Source], isWhole: Bool) {
    for source in all.sorted(by: Self.isBefore) {
      guard let last = sources.last, last.id == source.id else {
        sources.append(source)
        continue
      }
      if source.addition == .toAnother, last.addition == .none {
        sources[sources.count - 1].add(source)
      } else {
        diagnostics.append(
          .error(
            "source.duplicate", "two sources have the id '\(source.id)'", at: source.place,
            help: "the other is at \(last.place.path):\(last.place.span.line)"))
      }
    }
    for source in sources where source.addition == .toAnother && isWhole {
      diagnostics.append(
        .error(
          "source.lone", "there is no work '\(source.id)' to which this adds", at: source.place,
          help: "export it, or give it 'type' and 'title' here"))
    }
    sources.removeAll { $0.addition == .toAnother }
    name()
  }

  private static func isBefore(_ left: Source, _ right: Source) -> Bool {
    let (isAddition, isOther) = (left.addition == .toAnother, right.addition == .toAnother)
    return (left.id, isAddition ? 1 : 0, left.place) < (right.id, isOther ? 1 : 0, right.place)
  }

  /// Gives each work its part of an address: ids of ours as they are, before all others.
  private mutating func name() {
    var taken: Set<String> = []
    for index in sources.indices where Identifier.isAddress(sources[index].id) {
      taken.insert(sources[index].id)
    }
    for index in sources.indices where !Identifier.isAddress(sources[index].id) {
      let id = sources[index].id
      var slug = Self.slug(id)
      if slug != id || !taken.insert(slug.lowercased()).inserted {
        var digest = TextDigest()
        digest.add(Array(id.utf8))
        slug += "-" + String(digest.value, radix: 16)
        taken.insert(slug.lowercased())
      }
      sources[index].slug = slug
    }
  }

  /// The letters and digits of ASCII in an id, with `-`, `.` and `_` between them.
  private static func slug(_ id: String) -> String {
    var slug: [UInt8] = []
    for byte in id.utf8.prefix(120) {
      if PercentEncoding.isAlphanumeric(byte) {
        slug.append(byte)
      } else if let last = slug.last, PercentEncoding.isAlphanumeric(last) {
        slug.append("._".utf8.contains(byte) ? byte : UInt8(ascii: "-"))
      }
    }
    while let last = slug.last, !PercentEncoding.isAlphanumeric(last) { slug.removeLast() }
    let text = String(decoding: slug, as: UTF8.self)
    return text.isEmpty || text.lowercased() == "index" ? "work" : text
  }
}

extension Identifier {
  /// Whether an id is a part of an address as it stands.
  fileprivate static func isAddress(_ id: String) -> Bool { isValid(id) && id != "index" }
}

extension Source {
  /// Puts in what another entry says in keys of ours.
  fileprivate mutating func add(_ addition: Source) {
    self.addition = .from(addition.place)
    note = addition.note ?? note
    archived = addition.archived ?? archived
    grade = addition.grade ?? grade
    if !addition.consulted.isEmpty { consulted = addition.consulted }
    if !addition.relays.isEmpty { relays = addition.relays }
    partOf = addition.partOf ?? partOf
    aliases += addition.aliases
    // Whichever hides longer.
    schedule.isDraft = schedule.isDraft || addition.schedule.isDraft
    schedule.embargo = [schedule.embargo, addition.schedule.embargo].compactMap(\.self).max()
  }

  /// The file whose keys of ours hold: what names other works stands there.
  var ownPath: String {
    if case .from(let place) = addition { place.path } else { place.path }
  }
}
