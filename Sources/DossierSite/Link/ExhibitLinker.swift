import DossierSource

/// Checks that an exhibit's records, kinds and fields are there and fit what is drawn, as the
/// declaration of its keys says.
struct ExhibitLinker {
  let site: SiteRegister
  let path: String
  private let values: ExhibitValues
  private var diagnostics: [Diagnostic] = []
  private var records: [RecordIndex] = []
  /// The kinds of the records that keys name, each once in the order of the records.
  private var kinds: [String: [NamedKind]] = [:]

  /// A kind, and where it or its first record is named.
  private struct NamedKind {
    var kind: Kind
    var span: Span
  }

  private init(site: SiteRegister, path: String, values: ExhibitValues) {
    self.site = site
    self.path = path
    self.values = values
  }

  /// Checks an exhibit of a file; one that could not be read has been told.
  ///
  /// - Returns: The records that the exhibit names.
  static func check(_ exhibit: Exhibit, in path: String, of site: SiteRegister) -> Outcome<
    [RecordIndex]
  > {
    guard let content = exhibit.content else { return Outcome([], []) }
    let declaration = type(of: content).declaration
    var linker = ExhibitLinker(site: site, path: path, values: exhibit.values)
    let keys = declaration.keys(ofForm: exhibit.values.text(ExhibitDeclaration.form))
    for key in keys { linker.checkRecords(of: key) }
    for key in keys { linker.checkFields(of: key) }
    linker.checkNames(of: keys, exhibit.values)
    linker.checkGroups(of: keys)
    return Outcome(linker.records, linker.diagnostics)
  }

  /// Checks the records and fields that mappings within name.
  private mutating func checkGroups(of keys: [ExhibitKey]) {
    for key in keys {
      guard case .groups(let inner) = key.sort else { continue }
      for group in values.groups(key.name) {
        var linker = ExhibitLinker(site: site, path: path, values: group)
        for key in inner { linker.checkRecords(of: key) }
        for key in inner { linker.checkFields(of: key) }
        records += linker.records
        diagnostics += linker.diagnostics
      }
    }
  }

  private mutating func checkRecords(of key: ExhibitKey) {
    switch key.sort {
    case .kind:
      // The kind of a selection is looked up with it.
      guard key.name != ExhibitKey.kind.name, let located = values.id(key.name) else { return }
      kinds[key.name] = named(located)
    case .selection(let ofSeveralKinds):
      let selection = values.selection(key.name)
      if let kind = selection.kind {
        kinds[key.name] = named(kind)
      } else {
        kinds[key.name] = kinds(of: selection.records, mayDiffer: ofSeveralKinds)
      }
    case .record(let role), .records(let role):
      let records = values.records(key.name)
      kinds[key.name] = kinds(of: records)
      if let role { check(role, of: records, kinds[key.name]?.first?.kind) }
    default: break
    }
  }

  private mutating func check(_ role: Role, of records: [LocatedKey], _ kind: Kind?) {
    guard let first = records.first, let kind, kind.role != role else { return }
    report(
      "exhibit.kind", "'\(first.key)' has not the role '\(role.rawValue)'", at: first.span,
      help: "name records of a kind with 'role: \(role.rawValue)'")
  }

  private mutating func checkFields(of key: ExhibitKey) {
    switch key.sort {
    case .field(let owner, let fit), .fields(let owner, let fit):
      for located in values.ids(key.name) { checkField(located, fit, of: kinds[owner] ?? []) }
    case .fieldOrFirst(let owner, let fit):
      let named = values.id(key.name)
      if let named { checkField(named, fit, of: kinds[owner] ?? []) }
      for owner in kinds[owner] ?? []
      where named.flatMap({ owner.kind.fieldIndex($0.id) }) == nil {
        checkHasField(owner, fit)
      }
    case .fieldOr(let words, let owner):
      for located in values.ids(key.name) where !words.contains(located.id) {
        checkField(located, .anything, of: kinds[owner] ?? [])
      }
    default: break
    }
  }

  /// Checks a field in each kind that has it; one that none has is a diagnostic.
  private mutating func checkField(_ located: Located, _ fit: ExhibitKey.Fit, of named: [NamedKind])
  {
    let kinds = named.map(\.kind)
    let owners = kinds.filter { $0.fieldIndex(located.id) != nil }
    for kind in owners.isEmpty ? Array(kinds.prefix(1)) : owners {
      if let field = field(located, of: kind) { check(field, located, fit, of: kind) }
    }
  }

  private mutating func checkHasField(_ owner: NamedKind, _ fit: ExhibitKey.Fit) {
    guard !owner.kind.fields.contains(where: fit.takes) else { return }
    report(
      "exhibit.field", "the kind '\(owner.kind.id)' has no field with \(fit.words)", at: owner.span,
      help: "declare one, or name records of a kind that has one")
  }

  private mutating func check(
    _ field: Field, _ located: Located, _ fit: ExhibitKey.Fit, of kind: Kind
  ) {
    checkIsSingle(field, fit, at: located)
    if !fit.takes(field) {
      report(
        "exhibit.field", "'\(field.id)' \(fit.complaint)", at: located.span,
        help: help(located.id, kind.fields.filter(fit.takes)))
    }
    if case .numberAlike(let other) = fit, let there = kinds[other]?.first?.kind {
      checkUnits(of: field, located, kind, there)
    }
  }

  /// Items of a list have no order by which one of them could stand for the record.
  private mutating func checkIsSingle(
    _ field: Field, _ fit: ExhibitKey.Fit, at located: Located
  ) {
    guard fit.isNumeric, field.type.isNumeric, field.isList else { return }
    report(
      "exhibit.field", "'\(field.id)' is a list and has no one number to draw", at: located.span,
      help: "name a field that holds one number for a record, or compare the records in a table")
  }

  /// Records that are set against each other are measured alike.
  private mutating func checkUnits(
    of here: Field, _ located: Located, _ kind: Kind, _ other: Kind
  ) {
    guard let there = field(located, of: other), there.unit != here.unit else { return }
    report(
      "exhibit.unit",
      "'\(located.id)' is in \(here.unit ?? "no unit") for the kind '\(kind.id)' and in "
        + "\(there.unit ?? "no unit") for '\(other.id)'", at: located.span)
  }
}

extension ExhibitLinker {
  /// Checks maps and works that keys name, those of mappings within as well.
  private mutating func checkNames(of keys: [ExhibitKey], _ values: ExhibitValues) {
    for key in keys {
      switch key.sort {
      case .map: for located in values.ids(key.name) { find(map: located) }
      case .source: for located in values.ids(key.name) { find(source: located) }
      case .groups(let inner):
        for group in values.groups(key.name) { checkNames(of: inner, group) }
      default: break
      }
    }
  }

  private mutating func find(map located: Located) {
    guard site.maps[located.id] == nil, !site.names.hasUnreadableMaps else {
      return
    }
    report(
      "map.unknown", "there is no map '\(located.id)'", at: located.span,
      help: site.maps.all.isEmpty
        ? "put its outlines into content/maps/\(located.id).geojson"
        : Suggestion.help(for: located.id, among: site.maps.all.map(\.id)))
  }

  private mutating func find(source located: Located) {
    do throws(BrokenReference) {
      _ = try site.names.find(source: located.id)
    } catch {
      report(error.code, error.message, at: located.span, help: error.help)
    }
  }

  private mutating func named(_ located: Located) -> [NamedKind] {
    do throws(BrokenReference) {
      let kind = site.schema.kinds[try site.names.find(kind: located.id)]
      return [NamedKind(kind: kind, span: located.span)]
    } catch {
      report(error.code, error.message, at: located.span, help: error.help)
      return []
    }
  }

  /// The kinds of records; records of two kinds are a diagnostic where they may not differ.
  private mutating func kinds(
    of records: [LocatedKey], mayDiffer: Bool = false
  ) -> [NamedKind] {
    var kinds: [NamedKind] = []
    for item in records {
      guard let index = find(item) else { continue }
      let kind = site.kind(of: index)
      if kinds.contains(where: { $0.kind.id == kind.id }) { continue }
      if let first = kinds.first?.kind, !mayDiffer {
        report(
          "exhibit.kind", "'\(item.key)' is no \(first.id) like the records before it",
          at: item.span, help: "name records of one kind; a timeline alone may show several")
      } else {
        kinds.append(NamedKind(kind: kind, span: item.span))
      }
    }
    return kinds
  }

  private mutating func find(_ item: LocatedKey) -> RecordIndex? {
    do throws(BrokenReference) {
      let index = try site.names.find(item.key)
      records.append(index)
      return index
    } catch {
      report(error.code, error.message, at: item.span, help: error.help)
      return nil
    }
  }

  private mutating func field(_ located: Located, of kind: Kind) -> Field? {
    if let index = kind.fieldIndex(located.id) { return kind.fields[index] }
    report(
      "field.unknown", "the kind '\(kind.id)' has no field '\(located.id)'", at: located.span,
      help: help(located.id, kind.fields))
    return nil
  }

  private func help(_ name: String, _ fields: some Collection<Field>) -> String? {
    Suggestion.help(for: name, among: fields.map(\.id))
  }

  private mutating func report(
    _ code: String, _ message: String, at span: Span, help: String? = nil
  ) {
    diagnostics.append(.error(code, message, at: Place(path: path, span: span), help: help))
  }
}

extension ExhibitKey.Fit {
  fileprivate var isNumeric: Bool {
    switch self {
    case .number, .numberAlike, .series: true
    case .anything, .time, .place, .choice, .reference: false
    }
  }

  fileprivate func takes(_ field: Field) -> Bool {
    switch self {
    case .anything: true
    case .number, .numberAlike: field.type.isNumeric
    case .series: field.type == .series
    case .time: field.type.isTime
    case .place: field.type == .place
    case .choice: if case .choice = field.type { true } else { false }
    case .reference: if case .reference = field.type { true } else { false }
    }
  }

  /// What is wrong with a field that does not fit.
  fileprivate var complaint: String {
    switch self {
    case .series: "is no series"
    case .choice: "has no choices"
    case .reference: "refers to no records"
    case .time, .place, .anything, .number, .numberAlike: "holds no " + words
    }
  }

  /// What a field that fits holds.
  fileprivate var words: String {
    switch self {
    case .series: "a series"
    case .time: "periods or dates"
    case .place: "places"
    case .choice: "choices"
    case .reference: "records"
    case .anything, .number, .numberAlike: "numbers"
    }
  }
}

extension FieldType {
  /// Whether its values can stand on an axis of time.
  public var isTime: Bool { self == .period || self == .date }
}
