/// Records on a map.
public struct MapExhibit: ExhibitContent {
  /// West, south, east and north in degrees; `nil` for one that holds the records.
  public struct Frame: Sendable, Equatable {
    public var west: Double
    public var south: Double
    public var east: Double
    public var north: Double
  }

  /// A part that is drawn apart.
  public struct Inset: Sendable {
    public var name: String
    public var frame: Frame
    /// The id of its outlines; `nil` for those of the map.
    public var outlines: String?
  }

  /// Lines and areas of the project's own.
  public struct Overlay: Sendable {
    /// The id of the map that holds them.
    public var map: String
    public var label: String
    public var asOf: PartialDate?
    public var source: Located
  }

  public var selection: RecordSelection
  /// A field with places; `nil` for the first that the kind has.
  public var place: Located?
  /// The id of the outlines; `nil` for the widest map that there is.
  public var outlines: String?
  public var frame: Frame?
  /// `equal-earth` or `azimuthal`.
  public var projection: String
  /// A field whose choices give marks their forms.
  public var form: Located?
  /// A field whose numbers give marks their areas.
  public var area: Located?
  /// Which claims count for numbers.
  public var choice: ClaimChoice
  public var insets: [Inset]
  /// Ids of outlines that the map is about.
  public var highlight: [String]
  /// A field of the records whose targets name outlines in the field `by`.
  public var areas: Located?
  public var by: String?
  public var overlays: [Overlay]
  /// A field with lengths that are drawn at the scale of the map.
  public var lines: Located?
  /// Further records with such lengths.
  public var linesOf: [LocatedKey]
  public static let isDrawn = true

  public static let declaration = ExhibitDeclaration(
    name: "map", summary: "Records on a map.",
    keys: ExhibitKey.records("the records, a mark each") + placing + marking + drawing)

  private static let placing = [
    ExhibitKey(
      "place", .fieldOrFirst(of: "records", .place),
      "a field with places; the first of the kind, where left out"),
    ExhibitKey(
      "outlines", .map, "the outlines, a file of `content/maps`; the widest, where left out"),
    frameKey(
      "what is seen, as `[west, south, east, north]` in degrees; east less than west goes over the date line; what holds the records, where left out"
    ),
    ExhibitKey(
      "projection", .choice(["equal-earth", "azimuthal"]),
      "`equal-earth` for the world, where left out; `azimuthal` for a region, with a scale"),
  ]

  private static let marking = [
    ExhibitKey(
      "form", .field(of: "records", .choice), "a field whose choices give marks their forms"),
    ExhibitKey(
      "area", .field(of: "records", .number), "a field whose numbers give marks their areas"),
    ExhibitKey("of", .text, "only numbers that count this"),
    .at(),
  ]

  private static let drawing = [
    ExhibitKey(
      "insets",
      .groups([
        ExhibitKey("name", .text, isRequired: true, "what it is called"),
        frameKey("what it shows", isRequired: true),
        ExhibitKey("outlines", .map, "its outlines; those of the map, where left out"),
      ]), "parts that are drawn apart, each `{name: …, frame: […], outlines: …}`"),
    ExhibitKey("highlight", .texts, "ids of outlines that the map is about"),
    ExhibitKey(
      "areas", .field(of: "records", .reference),
      "a field whose records name outlines in the field `by`; these are coloured"),
    ExhibitKey("by", .text, "the field of those records with the id of an outline"),
    ExhibitKey(
      "overlays",
      .groups([
        ExhibitKey("map", .map, isRequired: true, "the file"),
        ExhibitKey("label", .text, isRequired: true, "what it shows"),
        ExhibitKey("as-of", .date, "the date that it is true of"),
        ExhibitKey("source", .source, isRequired: true, "the work that gives it"),
      ]),
      "lines and areas of your own, each `{map: …, label: …, as-of: …, source: …}`"),
    ExhibitKey(
      "lines", .field(of: "records", .number),
      "a field with lengths that are drawn at the scale of the map"),
    ExhibitKey("lines-of", .records(nil), "further records with such lengths"),
  ]

  private static func frameKey(_ meaning: String, isRequired: Bool = false) -> ExhibitKey {
    ExhibitKey("frame", .numbers(4), isRequired: isRequired, meaning)
  }

  public init?(_ values: ExhibitValues) {
    selection = values.selection("records")
    place = values.id("place")
    outlines = values.id("outlines")?.id
    frame = Frame(values.numbers("frame"))
    projection = values.text("projection") ?? "equal-earth"
    form = values.id("form")
    area = values.id("area")
    choice = ClaimChoice(of: values.text("of"), at: values.date("at"))
    insets = values.groups("insets").compactMap { group in
      guard let name = group.text("name"), let frame = Frame(group.numbers("frame")) else {
        return nil
      }
      return Inset(name: name, frame: frame, outlines: group.id("outlines")?.id)
    }
    highlight = values.texts("highlight").map(\.id)
    areas = values.id("areas")
    by = values.text("by")
    overlays = values.groups("overlays").compactMap { group in
      guard let map = group.id("map"), let label = group.text("label"),
        let source = group.id("source")
      else { return nil }
      return Overlay(map: map.id, label: label, asOf: group.date("as-of"), source: source)
    }
    lines = values.id("lines")
    linesOf = values.records("lines-of")
    if selection.isEmpty { return nil }
  }
}

extension MapExhibit.Frame {
  fileprivate init?(_ numbers: [Double]) {
    guard numbers.count == 4 else { return nil }
    self.init(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
  }
}
