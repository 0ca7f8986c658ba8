import DossierSite
import DossierTemplate

/// What a record says first: one of the fields that its kind names.
struct LeadView {
  var label: String
  var value: CellView
  /// Whether it is a sentence rather than a figure or a word.
  var isSentence: Bool

  static let shape = ViewShape<LeadView>(
    "lead",
    [
      .text("label") { $0.label },
      .object("value", CellView.shape) { $0.value },
      .flag("sentence") { $0.isSentence },
    ])
}

/// The pages of one kind on which a record is used.
struct UseGroupView {
  /// What the kind is called, in the plural.
  var label: String
  var uses: [UseView]

  static let shape = ViewShape<UseGroupView>(
    "use-group",
    [
      .text("label") { $0.label },
      .list("uses", of: UseView.shape) { $0.uses },
    ])
}

/// What stands at the head of a record's page.
struct RecordLead {
  let scope: PageScope
  let record: RecordIndex

  /// The fields that the kind names, those left out of which the record says nothing.
  func views() -> [LeadView] {
    let kind = scope.site.kind(of: record)
    return kind.leadFields.compactMap { index in
      let cell = CellBuilder(scope: scope).cell(index, of: record) { _ in nil }
      guard !cell.isEmpty, cell.refusal == nil else { return nil }
      let field = kind.fields[index]
      return LeadView(
        label: field.label[scope.language], value: cell,
        isSentence: field.type == .text || field.type == .markdown)
    }
  }

  /// Uses by the kinds of the pages, in the order of the menu.
  static func grouped(_ uses: [UseView], in scope: PageScope) -> [UseGroupView] {
    var groups: [KindIndex: [UseView]] = [:]
    for use in uses {
      if let kind = use.kindIndex { groups[kind, default: []].append(use) }
    }
    return scope.edition.order.kinds.compactMap { kind in
      groups[kind].map {
        UseGroupView(label: scope.site.schema.kinds[kind].plural[scope.language], uses: $0)
      }
    }
  }
}
