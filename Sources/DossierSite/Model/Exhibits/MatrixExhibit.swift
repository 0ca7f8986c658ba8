/// Options and conditions against each other, and a verdict for each option.
public struct MatrixExhibit: ExhibitContent {
  /// Records of the role `option`; all of them where the selection is empty.
  public var options: RecordSelection
  /// Records of the role `condition`; all of them where it is empty.
  public var conditions: RecordSelection
  /// A record of the role `scenario`; `nil` for the state of affairs today.
  public var scenario: LocatedKey?

  public static let declaration = ExhibitDeclaration(
    name: "matrix", summary: "What each option needs, and what stands in its way.",
    keys: [
      ExhibitKey("options", .records(.option), "the options; all, where left out"),
      ExhibitKey("conditions", .records(.condition), "the conditions; all, where left out"),
      ExhibitKey(
        "scenario", .record(.scenario), "the scenario whose states count; today, where left out"),
    ], mayBeEmpty: true)

  public init?(_ values: ExhibitValues) {
    options = RecordSelection(records: values.records("options"), kind: nil)
    conditions = RecordSelection(records: values.records("conditions"), kind: nil)
    scenario = values.records("scenario").first
  }
}
