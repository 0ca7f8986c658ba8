public import DossierSource

/// A table, matrix, timeline or chart that a fenced block asks for.
public struct Exhibit: Sendable {
  /// What is drawn.
  public enum Content: Sendable {
    case compare(CompareExhibit)
    case matrix(MatrixExhibit)
    case timeline(TimelineExhibit)
    case chart(ChartExhibit)
    case scaled(ScaledExhibit)
    /// The block could not be read; a diagnostic says why.
    case broken
  }

  /// The author's id, unique in its text.
  public var id: String?
  public var caption: String?
  public var content: Content
  /// The line of the fence.
  public var span: Span

  /// The first words of an info string that make a fenced block an exhibit.
  public static let names: Set<String> = ["compare", "matrix", "timeline", "chart", "scaled"]
}

/// Which records an exhibit is about: those named, or all of a kind.
public struct RecordSelection: Sendable {
  /// In the author's order; empty where a kind is given.
  public var records: [LocatedKey]
  public var kind: Located?
}

/// Records as columns, their fields as rows.
public struct CompareExhibit: Sendable {
  public var selection: RecordSelection
  public var fields: [Located]
  /// Whether rows in which all records say the same are folded away.
  public var showsDifferences: Bool
  /// The time whose claims are compared; `nil` for the state of affairs.
  public var at: PartialDate?
}

/// Options as rows, conditions as columns, and a verdict for each option.
public struct MatrixExhibit: Sendable {
  /// Records of the role `option`; all of them where the selection is empty.
  public var options: RecordSelection
  /// Records of the role `condition`; all of them where it is empty.
  public var conditions: RecordSelection
  /// A record of the role `scenario`; `nil` for the state of affairs today.
  public var scenario: LocatedKey?
}

/// Periods on one axis.
public struct TimelineExhibit: Sendable {
  public var selection: RecordSelection
  /// A field with periods or dates; `nil` for the first that the kind has.
  public var field: Located?
  /// A field with choices or references by which the periods are grouped.
  public var group: Located?
  public var from: PartialDate?
  public var to: PartialDate?
  /// A day that is marked, as that on which something came into force.
  public var mark: PartialDate?
  public var markLabel: String?
}

/// Figures of records, drawn.
public struct ChartExhibit: Sendable {
  /// How they are drawn.
  public enum Form: String, CaseIterable, Sendable {
    /// A series over time, a line for each record.
    case line
    case bars
    /// A quantity across records, sorted, with the median.
    case dots
    /// Two quantities.
    case scatter
  }

  public var form: Form
  public var selection: RecordSelection
  /// The field; for a scatter that of the horizontal axis.
  public var field: Located
  /// For a scatter the field of the vertical axis.
  public var other: Located?
  /// Which claims are drawn: for a line all that count the same, at any time.
  public var choice: ClaimChoice
  public var isLogarithmic: Bool
}

/// A precedent's density, applied to another ground.
public struct ScaledExhibit: Sendable {
  /// The ground: a record with the fields that the precedents' densities are by.
  public var ground: LocatedKey
  public var precedents: RecordSelection
  /// The field with the number of persons.
  public var strength: Located
  /// The fields by which densities are taken; records and ground have them alike.
  public var measures: [Located]
  /// A field of other records with published estimates, plotted beside.
  public var estimates: Located?
  public var estimateRecords: RecordSelection
  /// The time whose claims enter; `nil` for the state of affairs.
  public var at: PartialDate?
}

/// A record's key with its place in the file.
public struct LocatedKey: Sendable, Equatable {
  public var key: RecordKey
  public var span: Span
}
