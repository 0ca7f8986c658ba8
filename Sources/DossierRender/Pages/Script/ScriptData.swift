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
      json.object("empty") { json in
        let (html, text) = CompareScript.empty(scope)
        json.add("html", html)
        json.add("text", text)
      }
      add(ScriptWords.compare, to: &json)
    }
  }

  /// The columns of an index, and the words of the script.
  func indexModel(_ kind: KindIndex, columns: [FieldIndex], part: Int) -> [UInt8] {
    let count = scope.site.recordsOfKind[kind].count
    let parts = ListParts.count(of: count, per: ListParts.rows)
    return .data(id: "_table-data") { json in
      json.array("columns") { json in
        for column in columns { add(scope.site.schema.kinds[kind].fields[column], to: &json) }
      }
      if count <= Self.searchedRecords, scope.routes.comparedKinds.contains(kind) {
        json.add("kind", scope.site.schema.kinds[kind].id)
        json.add("find", scope.pageAddress(.comparisonData(kind: kind)))
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

  /// The facts of more records than these are not loaded to find a word in them.
  private static let searchedRecords = 2000

  /// So many parts of a list are sorted as one; more rows than they hold make a browser slow.
  static let joinedParts = 10

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
      json.add("colon", scope.edition.strings.labelled("", ""))
    }
  }
}

/// The interface texts that scripts print; they have no words of their own.
enum ScriptWords {
  static let table = [
    "table-filter", "table-columns", "table-all", "table-shown", "table-reset", "table-sort",
    "table-sorted-up", "table-sorted-down", "table-part", "table-none",
  ]
  static let compare = [
    "compare-kind", "compare-records", "compare-fields", "compare-choose", "compare-differences",
    "compare-markdown", "compare-copy", "compare-copied", "download-csv", "compare-nothing",
    "compare-size", "compare-failed", "compare-all", "compare-none", "compare-choices",
    "compare-remove", "compare-scale", "compare-scroll", "mixed-counts", "bar-key", "sources",
    "record",
  ]
  static let search = [
    "search-none", "search-count", "search-more", "search-failed", "search-loading",
  ]
  static let all = table + ConditionScript.words + compare
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
