import DossierMarkdown
import DossierSite

/// The records of a kind with all their claims: `data/missions.json`.
struct RecordJSON {
  private let scope: PageScope
  private let kindIndex: KindIndex
  private let kind: Kind

  init(_ scope: PageScope, kind index: KindIndex) {
    self.scope = scope
    kindIndex = index
    kind = scope.site.schema.kinds[index]
  }

  func document() -> [UInt8] {
    var json = JSONWriter(capacity: 65_536)
    json.object { json in
      json.add("kind", kind.id)
      json.add("schema", kind.folder + DataFormat.schema.ending)
      json.object("label", { words(kind.label, &$0) })
      // Frictionless takes a file with the member "fields" for a schema of its own.
      json.object("field-types", { for field in kind.fields { add(field, &$0) } })
      json.array("records") { json in
        for record in scope.site.recordsOfKind[kindIndex] {
          json.lineBreak()
          json.object { add(record, &$0) }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func add(_ field: Field, _ json: inout JSONWriter) {
    json.object(field.id) { json in
      json.add("type", field.type.name)
      json.add("unit", field.unit)
      json.object("label", { words(field.label, &$0) })
    }
  }

  /// A text by language; those that are the same in all stand under the original's.
  private func words(_ text: Localized<String>, _ json: inout JSONWriter) {
    let languages = scope.site.schema.configuration.languages
    for language in languages where language == languages[0] || text[language] != text[languages[0]]
    {
      json.add(language.code, text[language])
    }
  }

  private func add(_ record: RecordIndex, _ json: inout JSONWriter) {
    let entry = scope.site.records[record]
    json.add("id", entry.key.id)
    json.add("url", scope.publishedAddress(.record(record)))
    json.object("title") { json in
      json.add(scope.language.code, entry.title)
      for translation in entry.translations {
        json.add(translation.language.code, translation.title)
      }
    }
    json.add("short", entry.short)
    json.add("summary", entry.summary)
    if kind.role == .article {
      json.add("date", entry.article.date)
      json.add("as-of", entry.article.asOf)
      json.add("authors", strings: entry.article.authors.map(\.id))
      json.add("topics", strings: entry.article.topics.map(\.id))
    }
    json.add("updated", entry.updated)
    json.add("reviewed", entry.reviewed)
    json.add("reviewed-by", entry.reviewer)
    json.object("facts") { json in
      for field in kind.fields.indices { add(field, of: record, &json) }
    }
  }

  private func add(_ index: FieldIndex, of record: RecordIndex, _ json: inout JSONWriter) {
    let field = kind.fields[index]
    switch scope.site.facts.statement(index, of: record).matter {
    case .missing: return
    case .derived(let derived):
      guard let data = DataValues(scope: scope).dataValue(derived, kind) else { return }
      json.object(field.id) { addDerived(data, &$0) }
    case .unknown(let evidence):
      json.object(field.id) { json in
        json.add("state", DataValue.unknown)
        add(evidence, &json)
      }
    case .notApplicable(let evidence):
      json.object(field.id) { json in
        json.add("state", DataValue.notApplicable)
        add(evidence, &json)
      }
    case .value(let claims), .items(let claims), .series(let claims), .ratings(let claims):
      json.object(field.id) { json in
        json.array(field.isItemised ? "items" : "claims") { json in
          for claim in claims { json.object { add(claim, field, of: record, &$0) } }
        }
      }
    }
  }

  private func addDerived(_ data: DataValue, _ json: inout JSONWriter) {
    json.add("basis", data.basis)
    if !data.isNumber {
      json.add("state", data.value.isEmpty ? "refused" : data.value)
      json.add("note", data.note)
    } else {
      addNumber(data, &json)
    }
    json.add("source", data.source)
  }

  private func add(_ claim: Claim, _ field: Field, of record: RecordIndex, _ json: inout JSONWriter)
  {
    let data = DataValues(scope: scope).dataValue(claim, in: field, of: record)
    switch claim.value {
    case .quantity: addNumber(data, &json)
    case .flag(let flag): json.add("value", flag: flag)
    case .place(let place): json.object("value") { add(place, &$0) }
    case .rating(let key, let choice):
      json.add("record", key.id)
      json.add("value", choice)
    default: json.add("value", data.value)
    }
    json.add("of", claim.of)
    json.add("written-in", claim.unit)
    add(claim.evidence, &json)
  }

  private func add(_ place: Coordinates, _ json: inout JSONWriter) {
    json.name("latitude")
    json.literal(DataValue.number(place.latitude))
    json.name("longitude")
    json.literal(DataValue.number(place.longitude))
    json.add("name", place.name?[scope.site.schema.configuration.original])
  }

  /// A number in the unit of its field: one value, or the ends that are known.
  private func addNumber(_ data: DataValue, _ json: inout JSONWriter) {
    func add(_ name: String, _ number: String, _ json: inout JSONWriter) {
      guard !number.isEmpty else { return }
      json.name(name)
      json.literal(number)
    }
    if data.low == data.high {
      add("value", data.low, &json)
    } else {
      add("low", data.low, &json)
      add("high", data.high, &json)
    }
    if data.isApproximate { json.add("approximate", flag: true) }
  }

  private func add(_ evidence: Evidence, _ json: inout JSONWriter) {
    json.add("as-of", evidence.asOf)
    if !evidence.sources.isEmpty {
      json.array("sources") { json in
        for citation in evidence.sources {
          json.object { json in
            json.add("id", citation.id)
            json.add("locator", citation.locator)
          }
        }
      }
    }
    json.add("basis", evidence.statedBasis)
    json.add("note", evidence.note)
  }
}
