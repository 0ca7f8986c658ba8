/// How far each option is from what it requires.
public struct DistanceExhibit: ExhibitContent {
  /// Records of the role `option`; all of them where the selection is empty.
  public var options: RecordSelection
  /// A record of the role `scenario`; `nil` for the state of affairs today.
  public var scenario: LocatedKey?
  /// Scenarios whose verdicts stand side by side; empty for one state in full.
  public var scenarios: [LocatedKey]

  public static let declaration = ExhibitDeclaration(
    name: "distance",
    summary: "How far each option is: a mark for each condition that it requires.",
    keys: [
      ExhibitKey("options", .records(.option), "the options; all, where left out"),
      ExhibitKey(
        "scenario", .record(.scenario),
        "the scenario whose states count, with what it changes marked; today, where left out"),
      ExhibitKey(
        "scenarios", .records(.scenario),
        "scenarios whose verdicts stand side by side, in the order of time where they say which "
          + "they follow"),
    ], mayBeEmpty: true)

  public init?(_ values: ExhibitValues) {
    options = RecordSelection(records: values.records("options"), kind: nil)
    scenario = values.records("scenario").first
    scenarios = values.records("scenarios")
  }
}
