import DossierSite

// What scripts read: elements with JSON in the page, and files that a page loads when it needs them.
struct ScriptData {
  let scope: PageScope

  /// The kinds that can be compared, where their data lie, and the words of the script.
  func compareModel() -> [UInt8] {
    .data(id: "_compare-data") { json in
      json.array("kinds") { json in
        for kind in scope.edition.order.kinds where scope.routes.comparedKinds.contains(kind) {
          json.object { json in
            json.add("id", scope.site.schema.kinds[kind].id)
            json.add("label", scope.site.schema.kinds[kind].plural[scope.language])
            json.add("data", scope.pageAddress(.comparisonData(kind: kind)))
          }
        }
      }
      add(ScriptWords.compare, to: &json)
    }
  }

  /// The columns of an index, and the words of the script.
  func indexModel(_ kind: KindIndex, columns: [FieldIndex], part: Int) -> [UInt8] {
    let count = scope.site.recordsOfKind[kind].count
    let parts = Routes.parts(of: count, per: Routes.rowsPerPart)
    return .data(id: "_table-data") { json in
      json.array("columns") { json in
        for column in columns { add(scope.site.schema.kinds[kind].fields[column], to: &json) }
      }
      json.name("count")
      json.literal(String(count))
      if (2...Self.joinedParts).contains(parts) {
        let all = (0..<parts).map { scope.pageAddress(.index(kind: kind, part: $0)) }
        json.add("parts", strings: all.enumerated().map { $0 == part ? "" : $1 })
      }
      add(ScriptWords.table, to: &json)
    }
  }

  /// So many parts of a list are sorted as one; more rows than they hold make a browser slow.
  private static let joinedParts = 10

  private func add(_ field: Field, to json: inout JSONWriter) {
    json.object { json in
      json.add("id", field.id)
      json.add("label", field.label[scope.language])
      json.add("numeric", flag: field.type.isNumeric)
      guard case .choice(let choices) = field.type else { return }
      json.array("choices") { json in
        for choice in choices {
          json.object { json in
            json.add("id", choice.id)
            json.add("label", choice.label[scope.language])
          }
        }
      }
    }
  }

  func add(_ words: [String], to json: inout JSONWriter) {
    json.object("words") { json in
      for key in words { json.add(key, scope.edition.strings[key]) }
    }
  }
}

/// The interface texts that scripts print; they have no words of their own.
enum ScriptWords {
  static let table = [
    "table-filter", "table-columns", "table-all", "table-shown", "table-reset", "table-sort",
    "table-sorted-up", "table-sorted-down", "table-part",
  ]
  static let compare = [
    "compare-kind", "compare-records", "compare-fields", "compare-choose", "compare-differences",
    "compare-markdown", "compare-copy", "compare-copied", "download-csv", "compare-nothing",
    "compare-size", "compare-failed", "unknown", "not-applicable", "no-claim", "disputed",
    "compare-all", "compare-none", "record",
  ]
  static let search = [
    "search-none", "search-count", "search-more", "search-failed",
  ]
  static let all = table + ConditionScript.words + compare
}

extension ScriptData {
  /// The facts of a kind's records in the language of the page, as a classic script: a page that is
  /// opened from disk may load nothing else.
  func comparisonData(ofKind index: KindIndex) -> [UInt8] {
    let kind = scope.site.schema.kinds[index]
    let fields = scope.routes.comparedFields(ofKind: index)
    var json = JSONWriter(capacity: 65_536)
    json.object { json in
      json.array("fields") { json in
        for field in fields { addField(kind.fields[field], kind, to: &json) }
      }
      json.array("records") { json in
        for record in scope.edition.sorted(scope.site.recordsOfKind[index], by: .name) {
          json.lineBreak()
          addRecord(record, fields, to: &json)
        }
      }
    }
    return Array("(window.DossierData = window.DossierData || {})[\"\(kind.id)\"] = ".utf8)
      + json.bytes + Array(";\n".utf8)
  }

  private func addField(_ field: Field, _ kind: Kind, to json: inout JSONWriter) {
    json.object { json in
      json.add("id", field.id)
      json.add("label", field.label[scope.language])
      json.add("group", kind.groups.first { $0.id == field.group }?.label[scope.language])
      if field.isCompared { json.add("compare", flag: true) }
    }
  }

  private func addRecord(_ record: RecordIndex, _ fields: [FieldIndex], to json: inout JSONWriter) {
    json.object { json in
      json.add("id", scope.site.records[record].key.id)
      json.add("label", scope.edition.name(of: record))
      json.add("title", scope.edition.title(of: record))
      // Relative to the page that loads the file, which lies at the root of its language.
      json.add("address", scope.routes.route(ofRecord: record))
      json.array("cells") { json in
        for field in fields { addCell(field, record, to: &json) }
      }
    }
  }

  private func addCell(_ field: FieldIndex, _ record: RecordIndex, to json: inout JSONWriter) {
    let statement = scope.site.facts.statement(field, of: record)
    switch statement.matter {
    case .missing: json.literal("0")
    case .derived(let derived): addDerived(derived, statement, to: &json)
    case .unknown: json.object { $0.add("unknown", flag: true) }
    case .notApplicable: json.object { $0.add("inapplicable", flag: true) }
    case .value, .items, .series, .ratings: json.object { addClaims(statement, to: &$0) }
    }
  }

  private func addDerived(
    _ derived: DerivedValue, _ statement: Statement, to json: inout JSONWriter
  ) {
    guard derived.isWorthShowing else { return json.literal("0") }
    let (kind, words) = (scope.site.kind(of: statement.record), FactWords(scope: scope))
    json.object { json in
      if let refusal = words.refusal(of: derived, kind) {
        json.add("refusal", refusal)
      } else {
        json.add("value", words.text(of: derived, statement.declaration, kind))
      }
    }
  }

  private func addClaims(_ statement: Statement, to json: inout JSONWriter) {
    let shown = statement.shown
    let texts = shown.map {
      FactWords(scope: scope).text(
        of: $0.1, $0.0, field: statement.field, of: statement.record)
    }
    var seen: Set<String> = []
    let sources = shown.flatMap(\.1.evidence.sources).map(WorkWords(scope: scope).label).filter {
      seen.insert($0).inserted
    }
    json.add("value", texts.joined(separator: "; "))
    if shown.count == 1 {
      json.add("date", shown.first?.1.evidence.asOf.map(scope.edition.rules.shortDate))
    }
    json.add("sources", strings: sources)
    let disputed = statement.disputed
    if shown.contains(where: { disputed.contains($0.number) }) { json.add("disputed", flag: true) }
  }
}

extension [UInt8] {
  /// An element that holds data for a script; `JSONWriter` escapes what could end it.
  static func data(
    id: String, _ members: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object(members)
    return Array("<script type=\"application/json\" id=\"\(id)\">".utf8) + json.bytes
      + Array("</script>".utf8)
  }
}
