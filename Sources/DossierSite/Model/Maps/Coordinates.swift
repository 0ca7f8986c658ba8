/// Where something is on the earth.
public struct Coordinates: Sendable, Equatable {
  /// In degrees, from −90 to 90; north is positive.
  public var latitude: Double
  /// In degrees, from −180 to 180; east is positive.
  public var longitude: Double
  /// What the place is called.
  public var name: Localized<String>?
  /// The numbers as the file has them: "42.66, 21.16".
  public var written: String
}
