import DossierSource

/// Checks that an exhibit's records, kinds and fields are there and fit what is drawn.
struct ExhibitLinker {
  let site: SiteRegister
  let path: String
  private var diagnostics: [Diagnostic] = []
  private var records: [RecordIndex] = []

  private init(site: SiteRegister, path: String) {
    self.site = site
    self.path = path
  }

  /// Checks an exhibit of a file.
  ///
  /// - Returns: The records that the exhibit names.
  static func check(
    _ content: Exhibit.Content, in path: String, of site: SiteRegister
  ) -> Outcome<[RecordIndex]> {
    var linker = ExhibitLinker(site: site, path: path)
    linker.check(content)
    return Outcome(linker.records, linker.diagnostics)
  }

  private mutating func check(_ content: Exhibit.Content) {
    switch content {
    case .compare(let compare):
      guard let kind = kind(of: compare.selection) else { return }
      for field in compare.fields { _ = self.field(field, of: kind) }
    case .matrix(let matrix): check(matrix)
    case .timeline(let timeline): check(timeline)
    case .chart(let chart): check(chart)
    case .scaled(let scaled): check(scaled)
    case .broken: break
    }
  }

  private mutating func check(_ matrix: MatrixExhibit) {
    for (selection, role) in [(matrix.options, Role.option), (matrix.conditions, .condition)] {
      if let kind = kind(of: selection), kind.role != role, let first = selection.records.first {
        report(
          "exhibit.kind", "'\(first.key)' has not the role '\(role.rawValue)'", at: first.span,
          help: "name records of a kind with 'role: \(role.rawValue)'")
      }
    }
    if let scenario = matrix.scenario, let index = find(scenario),
      site.kind(of: index).role != .scenario
    {
      report("exhibit.kind", "'\(scenario.key)' is no scenario", at: scenario.span)
    }
  }

  private mutating func check(_ timeline: TimelineExhibit) {
    guard let kind = kind(of: timeline.selection) else { return }
    if let located = timeline.field, let field = field(located, of: kind), !field.type.isTime {
      report(
        "exhibit.field", "'\(field.id)' holds no periods or dates", at: located.span,
        help: help(located.id, kind.fields.filter(\.type.isTime)))
    }
    if let group = timeline.group { _ = field(group, of: kind) }
  }

  private mutating func check(_ chart: ChartExhibit) {
    guard let kind = kind(of: chart.selection) else { return }
    for located in [chart.field, chart.other].compactMap(\.self) {
      guard let field = field(located, of: kind) else { continue }
      checkIsSingle(field, at: located)
      let isFit = chart.form == .line ? field.type == .series : field.type.isNumeric
      guard !isFit else { continue }
      report(
        "exhibit.field",
        chart.form == .line
          ? "'\(field.id)' is no series" : "'\(field.id)' holds no numbers", at: located.span,
        help: help(
          located.id,
          kind.fields.filter { chart.form == .line ? $0.type == .series : $0.type.isNumeric }))
    }
  }

  /// Items of a list have no order by which one of them could stand for the record.
  private mutating func checkIsSingle(_ field: Field, at located: Located) {
    guard field.type.isNumeric, field.isList else { return }
    report(
      "exhibit.field", "'\(field.id)' is a list and has no one number to draw", at: located.span,
      help: "name a field that holds one number for a record, or compare the records in a table")
  }

  private mutating func check(_ scaled: ScaledExhibit) {
    guard let kind = kind(of: scaled.precedents) else { return }
    for located in [scaled.strength] + scaled.measures {
      guard let field = field(located, of: kind) else { continue }
      checkIsSingle(field, at: located)
      if !field.type.isNumeric {
        report("exhibit.field", "'\(field.id)' holds no numbers", at: located.span)
      }
    }
    guard let ground = find(scaled.ground) else { return }
    for located in scaled.measures { checkUnits(of: located, kind, site.kind(of: ground)) }
    if let located = scaled.estimates, let kind = self.kind(of: scaled.estimateRecords) {
      _ = field(located, of: kind)
    }
  }

  /// The ground and the precedents are measured alike.
  private mutating func checkUnits(of located: Located, _ kind: Kind, _ ground: Kind) {
    guard let here = kind.fieldIndex(located.id).map({ kind.fields[$0] }),
      let there = field(located, of: ground), there.unit != here.unit
    else { return }
    report(
      "exhibit.unit",
      "'\(located.id)' is in \(here.unit ?? "no unit") for the kind '\(kind.id)' and in "
        + "\(there.unit ?? "no unit") for '\(ground.id)'", at: located.span)
  }
}

extension ExhibitLinker {
  /// The kind of the records of a selection; records of two kinds are a diagnostic.
  private mutating func kind(of selection: RecordSelection) -> Kind? {
    if let located = selection.kind {
      do throws(BrokenReference) {
        return site.schema.kinds[try site.names.find(kind: located.id)]
      } catch {
        report(error.code, error.message, at: located.span, help: error.help)
        return nil
      }
    }
    var first: Kind?
    for item in selection.records {
      guard let index = find(item) else { continue }
      let kind = site.kind(of: index)
      if let first, first.id != kind.id {
        report(
          "exhibit.kind", "'\(item.key)' is no \(first.id) like the records before it",
          at: item.span, help: "an exhibit shows records of one kind")
      }
      first = first ?? kind
    }
    return first
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

extension FieldType {
  /// Whether its values can stand on an axis of time.
  public var isTime: Bool { self == .period || self == .date }
}
