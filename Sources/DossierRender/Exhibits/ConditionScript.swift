import DossierDrawing
import DossierSite

/// What scripts set conditions by: how they stand today and in each scenario, and what follows.
struct ConditionScript {
  let scope: PageScope

  /// The interface texts that the scripts print.
  static let words = [
    "outcome-open", "outcome-held-up", "outcome-blocked", "outcome-not-known", "unmet-absent",
    "unmet-partly", "unmet-unknown", "own-state", "as-it-stands", "switches-title", "switches-help",
    "switches-preset", "switches-counts", "switches-changed", "switches-same", "option", "verdict",
    "table-reset",
  ]

  /// The conditions, what each option requires of them, and what each scenario makes of them.
  ///
  /// - Parameters:
  ///   - id: The element that the script looks for.
  ///   - words: The keys of the interface texts that it prints.
  func model(_ options: [RecordIndex], id: String, words: [String]) -> [UInt8] {
    .data(id: id) { json in
      json.array("conditions") { json in
        for condition in scope.edition.order.conditions { addNamed(condition, to: &json) }
      }
      json.array("scenarios") { json in
        addStatuses(of: nil, to: &json)
        for scenario in scope.edition.order.scenarios { addStatuses(of: scenario, to: &json) }
      }
      json.array("options") { json in
        for option in options { addOption(option, to: &json) }
      }
      json.object("statuses") { json in
        guard let model = scope.site.conditions.model else { return }
        let field = scope.site.schema.kinds[model.conditionKind].fields[model.statusField]
        for status in ConditionStatus.allCases {
          json.add(
            status.rawValue, FactWords(scope: scope).label(ofChoice: status.rawValue, in: field))
        }
      }
      json.object("signs") { json in
        for mark in DrawnMark.verdicts + DrawnMark.statuses { json.add(mark.rawValue, mark.path) }
      }
      json.object("words") { json in
        for key in words { json.add(key, scope.edition.strings[key]) }
        json.add("colon", scope.edition.strings.labelled("", ""))
      }
    }
  }

  private func addNamed(_ record: RecordIndex, to json: inout JSONWriter) {
    json.object { json in
      json.add("id", scope.site.records[record].key.id)
      json.add("label", scope.edition.name(of: record))
      json.add("address", scope.address(of: .record(record)))
    }
  }

  /// The statuses of a scenario in the order of the conditions; empty for what it leaves as it is
  /// today, so that an option's own state counts.
  private func addStatuses(of scenario: RecordIndex?, to json: inout JSONWriter) {
    json.object { json in
      json.add("id", scenario.map { scope.site.records[$0].key.id } ?? "")
      json.add(
        "label", scenario.map { scope.edition.name(of: $0) } ?? scope.edition.strings["today"])
      json.add(
        "statuses",
        strings: scope.edition.order.conditions.map { condition in
          let state = scope.site.conditions.state(of: condition, in: scenario)
          let isSaid = scenario == nil || state?.origin == .scenario
          return isSaid ? state?.status.rawValue ?? "" : ""
        })
    }
  }

  private func addOption(_ option: RecordIndex, to json: inout JSONWriter) {
    let needs = scope.site.conditions.needs(of: option)
    json.object { json in
      json.add("id", scope.site.records[option].key.id)
      json.add("label", scope.edition.name(of: option))
      json.add("address", scope.address(of: .record(option)))
      json.array("required") { json in
        for (number, condition) in scope.edition.order.conditions.enumerated()
        where needs[condition]?.isRequirement == true {
          json.literal(String(number))
        }
      }
      if let field = scope.site.conditions.model?.statesField {
        json.add("states", scope.address(of: .fact(record: option, field: field)))
      }
      json.object("own") { json in
        for (number, condition) in scope.edition.order.conditions.enumerated() {
          guard let state = scope.site.conditions.state(of: condition, for: option),
            state.origin == .option
          else {
            continue
          }
          json.add(String(number), state.status.rawValue)
        }
      }
    }
  }
}
