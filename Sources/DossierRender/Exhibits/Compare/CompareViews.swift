import DossierTemplate

/// Records as columns, fields as rows: `exhibits/compare.html`.
struct CompareView {
  /// The anchor: `exhibit-degrees`.
  var id: String
  /// "Exhibit 1"; absent where the comparison is a page of its own.
  var number: String?
  var caption: String?
  /// One, or several where there are too many columns for one.
  var parts: [ComparePartView]
  /// The rows in which all records say the same, where they stand apart.
  var sameParts: [ComparePartView]
  /// How many rows those are, in words.
  var sameLabel: String?
  /// Whether a cell has a bar, so that bars need a word of explanation.
  var hasBars: Bool
  /// Whether paper has room for it only across.
  var isWide: Bool
  /// The page of the comparison's own.
  var page: LinkView?
  /// The works behind each row, where the rows themselves do not have them: on paper, where nothing
  /// unfolds.
  var works: [CompareWorksView]
  /// The figures as a CSV file.
  var data: String?

  static let shape = ViewShape<CompareView>(
    "compare",
    [
      .text("id") { $0.id },
      .text("number") { $0.number },
      .text("caption") { $0.caption },
      .list("parts", of: ComparePartView.shape) { $0.parts },
      .list("same-parts", of: ComparePartView.shape) { $0.sameParts },
      .text("same-label") { $0.sameLabel },
      .flag("bars") { $0.hasBars },
      .flag("wide") { $0.isWide },
      .object("page", LinkView.shape) { $0.page },
      .list("works", of: CompareWorksView.shape) { $0.works },
      .address("data") { $0.data },
    ])
}

/// A table of a comparison: all rows for some of the records.
struct ComparePartView {
  var columns: [CompareColumnView]
  var groups: [CompareGroupView]
  /// Whether there are more columns than a narrow window has room for.
  var isMany: Bool { columns.count > 5 }

  static let shape = ViewShape<ComparePartView>(
    "compare-part",
    [
      .list("columns", of: CompareColumnView.shape) { $0.columns },
      .flag("many") { $0.isMany },
      .list("groups", of: CompareGroupView.shape) { $0.groups },
    ])
}

/// Rows under the heading of a group of fields.
struct CompareGroupView {
  var label: String?
  /// How many columns the heading goes over.
  var span: String
  var rows: [CompareRowView]

  static let shape = ViewShape<CompareGroupView>(
    "compare-group",
    [
      .text("label") { $0.label },
      .text("span") { $0.span },
      .list("rows", of: CompareRowView.shape) { $0.rows },
    ])
}

/// A record in a comparison.
struct CompareColumnView {
  var label: String
  var address: String
  /// The full title, where the label is a shorter one.
  var title: String?
  /// The language of the title, where it is not the page's own.
  var language: String?

  static let shape = ViewShape<CompareColumnView>(
    "compare-column",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("title") { $0.title },
      .text("language") { $0.language },
    ])
}

/// A field in a comparison.
struct CompareRowView {
  var label: String
  var cells: [CompareCellView]
  /// Whether the figures do not all count the same: troops here, observers there.
  var isMixed = false
  /// "0 to 55,000": the scale that the bars of the row share.
  var scale: String?
  /// The works behind the row, where it has them itself.
  var works: CompareWorksView?

  static let shape = ViewShape<CompareRowView>(
    "compare-row",
    [
      .text("label") { $0.label },
      .list("cells", of: CompareCellView.shape) { $0.cells },
      .flag("mixed") { $0.isMixed },
      .text("scale") { $0.scale },
      .object("works", CompareWorksView.shape) { $0.works },
    ])
}
