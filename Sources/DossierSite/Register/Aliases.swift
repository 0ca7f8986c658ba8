import DossierSource

/// What a record was called or where it lay before, and where readers may still look for it.
public struct Alias: Hashable, Sendable {
  /// What it was.
  public enum Former: Hashable, Sendable {
    /// A name that no record has now.
    case name(RecordKey)
    case address(FormerAddress)
  }

  public var former: Former
  /// The index of the record that had it.
  public var record: RecordIndex
}

/// The former names of all records, each once.
struct AliasTable: Sendable {
  /// In the order of the records, then as they are written.
  let all: [Alias]
  private let records: [RecordKey: RecordKey]

  /// - Parameter isTaken: Whether a name is that of a record now.
  init(_ site: PublicSite, isTaken: (RecordKey) -> Bool) {
    var all: [Alias] = []
    var records: [RecordKey: RecordKey] = [:]
    var addresses: Set<String> = []
    for (index, record) in site.records.indexed {
      for alias in record.aliases {
        if let address = FormerAddress(alias.id) {
          guard addresses.insert(address.route.lowercased()).inserted else { continue }
          all.append(Alias(former: .address(address), record: index))
          continue
        }
        let key = RecordKey(kind: record.key.kind, id: alias.id)
        guard !isTaken(key), records[key] == nil else { continue }
        records[key] = record.key
        all.append(Alias(former: .name(key), record: index))
      }
    }
    self.all = all
    self.records = records
  }

  /// The name now of the record that had a name before.
  func record(_ key: RecordKey) -> RecordKey? { records[key] }
}

extension Located {
  /// What is said of an alias that another record has.
  fileprivate func isAlias(of first: Place, at place: Place) -> Diagnostic {
    .error(
      "record.alias", "'\(id)' is an alias already", at: place,
      help: "the other is at \(first.path):\(first.span.line)")
  }
}

extension SiteRegister {
  /// Former names that are the name of a record now, or the former name of another too.
  func aliasCollisions() -> [Diagnostic] {
    var (seen, addresses): ([RecordKey: Place], [String: Place]) = ([:], [:])
    var diagnostics: [Diagnostic] = []
    for record in records {
      for alias in record.aliases {
        let key = RecordKey(kind: record.key.kind, id: alias.id)
        let place = Place(path: record.path, span: alias.span)
        if let address = FormerAddress(alias.id) {
          let route = address.route.lowercased()
          if let first = addresses[route] {
            diagnostics.append(alias.isAlias(of: first, at: place))
          }
          addresses[route] = addresses[route] ?? place
          continue
        }
        if let taken = taken(key, at: place) {
          diagnostics.append(taken)
        } else if let first = seen[key] {
          diagnostics.append(alias.isAlias(of: first, at: place))
        }
        seen[key] = seen[key] ?? place
      }
    }
    return diagnostics
  }

  private func taken(_ key: RecordKey, at place: Place) -> Diagnostic? {
    let owner = names.record(key).map { "the record is \(records[$0].path)" }
    guard let help = owner ?? (names.isHidden(key) ? "the record is not public yet" : nil) else {
      return nil
    }
    return .error(
      "record.alias", "'\(key.id)' is the id of a record, and cannot be an alias", at: place,
      help: help)
  }
}
