import DossierSite
import DossierTemplate

/// Shows exhibits of one sort: on a page, as a table of figures, and why not.
///
/// A sort is added by a folder with its room, a line in ``PlacedExhibit/rooms``, a template and its words;
/// what it may say is declared by its content.
protocol ExhibitRoom: SendableMetatype {
  /// What it is asked for.
  associatedtype Content: ExhibitContent

  /// The template that shows it.
  static var template: ExhibitTemplate { get }

  /// The keys of the interface texts that the room itself and its script need.
  static var words: [String] { get }

  init(_ content: Content, at place: PlacedExhibit)

  /// Throws where it has nothing to show; what it names that is not there has been told.
  func check() throws(ExhibitRefusal)

  /// Appends it to a page, or throws why it cannot be drawn.
  mutating func append(to html: inout [UInt8]) throws(ExhibitRefusal)

  /// The ids of the works behind it, complete once it has been appended.
  var sources: [String] { get }

  /// Its drawings as SVG, in the order in which they stand, complete once it has been appended; none
  /// where it is a table.
  var drawings: [[UInt8]] { get }

  /// Adds what it shows to its file of figures.
  func addFigures(to table: inout ExhibitTable)
}

/// A template below `templates/exhibits`, with what it is given.
struct ExhibitTemplate {
  var name: String
  var shape: ObjectShape

  /// Its path among the templates, without the suffix.
  var path: String { "exhibits/" + name }
}

extension ExhibitRoom {
  static var words: [String] { [] }
  var drawings: [[UInt8]] { [] }

  /// The room of an exhibit; `nil` for one of another sort.
  static func room(at place: PlacedExhibit) -> (any ExhibitRoom)? {
    (place.exhibit.content as? Content).map { Self($0, at: place) }
  }
}
