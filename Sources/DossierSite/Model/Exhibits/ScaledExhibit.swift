/// A precedent's density, applied to another ground.
public struct ScaledExhibit: ExhibitContent {
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
  public static let isDrawn = true

  public static let declaration = ExhibitDeclaration(
    name: "scaled", summary: "The density of precedents, applied to other ground.",
    keys: ExhibitKey.records("the precedents, a row each") + [
      ExhibitKey("ground", .record(nil), isRequired: true, "where their density is applied"),
      ExhibitKey(
        "strength", .field(of: "records", .number), isRequired: true,
        "the field with the number of persons"),
      ExhibitKey(
        "by", .fields(of: "records", .numberAlike(in: "ground")), isRequired: true,
        "the fields that precedents and ground have alike"),
      ExhibitKey("estimates-of", .kind, "the kind of records with published estimates"),
      ExhibitKey(
        "estimates", .field(of: "estimates-of", .anything), "their field, plotted beside"),
      .at(),
    ])

  public init?(_ values: ExhibitValues) {
    guard let ground = values.records("ground").first, let strength = values.id("strength") else {
      return nil
    }
    self.ground = ground
    self.strength = strength
    precedents = values.selection("records")
    measures = values.ids("by")
    estimates = values.id("estimates")
    estimateRecords = RecordSelection(records: [], kind: values.id("estimates-of"))
    at = values.date("at")
    if precedents.isEmpty || measures.isEmpty { return nil }
  }
}
