/// Outlines and marks on a part of the earth.
///
/// Areas of marks are to one scale; a mark whose size is not known is hollow and dashed. Marks at one
/// place are set apart. A name that finds no room where it would cover nothing is left to the list
/// below; two never lie on one another.
public struct MapChart: Sendable {
  public var text: ChartText
  public var frame: GeoFrame
  public var projection: MapProjection
  public var outlines: [MapOutline]
  public var spots: [MapSpot]
  /// The value that the largest mark of all maps of the exhibit stands for; `nil` where no mark has one.
  public var largest: Double?
  /// Parts that are drawn apart, with their letters.
  public var insets: [MapInset]
  public var rulers: [MapRuler]
  /// The words for a number of kilometres at the scale bar.
  public var kilometres: @Sendable (Double) -> String

  /// - Parameters:
  ///   - outlines: In the order in which they are drawn.
  ///   - kilometres: The words for a number of kilometres at the scale bar.
  public init(
    text: ChartText, frame: GeoFrame, projection: MapProjection, outlines: [MapOutline],
    spots: [MapSpot], largest: Double?, kilometres: @escaping @Sendable (Double) -> String
  ) {
    self.text = text
    self.frame = frame
    self.projection = projection
    self.outlines = outlines
    self.spots = spots
    self.largest = largest
    self.kilometres = kilometres
    insets = []
    rulers = []
  }

  /// Draws the map as wide as it is to be shown.
  ///
  /// - Parameters:
  ///   - width: In pixels, at least 200.
  ///   - ratio: How high it may be at the most, as a part of its width.
  ///   - idPrefix: Begins the ids in the drawing.
  public func drawing(
    width: Double, ratio: Double = 0.8, idPrefix: String
  ) throws(MapRefusal) -> MapDrawing {
    for spot in spots where !frame.contains(spot.place) { throw .outside(label: spot.label) }
    let layout = try MapLayout(self, width: max(width, 200), ratio: ratio)
    return layout.drawing(idPrefix: idPrefix)
  }
}

extension MapChart {
  private static let shapes: [Marker.Shape] = [
    .circle, .square, .triangle, .diamond, .plus, .turnedTriangle,
  ]

  /// How many groups have a form of their own.
  public static let forms = shapes.count

  static func shape(_ group: Int) -> Marker.Shape { shapes[max(group, 0) % shapes.count] }

  /// The sign of a group for a key.
  ///
  /// - Parameters:
  ///   - isKnown: Whether the size of what it stands for is known.
  ///   - title: The word beside it; an engine that makes PDFs wants it for every drawing.
  public static func symbol(of group: Int, isKnown: Bool = true, title: String) -> [UInt8] {
    var svg = SVGWriter(.map)
    svg.element(
      "svg", ["class": "map-symbol", "viewBox": "0 0 16 16", "aria-hidden": "true"],
      ["width": 16.0, "height": 16.0, "fill": "currentColor"]
    ) { svg in
      svg.note(title)
      svg.series(SeriesStyle(group)) { svg in
        svg.element(
          "g", ["class": .text(isKnown ? "spot" : "spot unknown")],
          isKnown ? [:] : ["stroke": "currentColor", "stroke-dasharray": "2.2 1.6"]
        ) { svg in
          Marker(shape: shape(group), isHollow: !isKnown, radius: 5.5)
            .draw(at: Point(x: 8, y: 8), to: &svg)
        }
      }
    }
    return svg.bytes
  }
}

extension MapOutline.Sort {
  /// Its sign for a key.
  ///
  /// - Parameter title: The word beside it; an engine that makes PDFs wants it for every drawing.
  public func symbol(title: String) -> [UInt8] {
    var svg = SVGWriter(.map)
    svg.element(
      "svg", ["class": "map-symbol", "viewBox": "0 0 16 16", "aria-hidden": "true"],
      ["width": 16.0, "height": 16.0]
    ) { svg in
      svg.note(title)
      svg.element(
        "rect", ["class": .text(rawValue), "x": 1.0, "y": 3.0, "width": 14.0, "height": 10.0],
        ["fill": .text(fill), "stroke": "currentColor"])
    }
    return svg.bytes
  }
}

/// A line around an area, or along something.
public struct MapOutline: Sendable {
  /// What it is drawn as.
  public enum Sort: String, Sendable {
    case land
    /// Land that the map is about.
    case highlight
    /// An area or a line of the project's own.
    case area, line
  }

  public var sort: Sort
  /// Closed lines, of which the inner ones are holes; for a line open ones.
  public var rings: [[GeoPoint]]

  public init(sort: Sort, rings: [[GeoPoint]]) {
    self.sort = sort
    self.rings = rings
  }
}

/// Something at a place.
public struct MapSpot: Sendable {
  public var label: String
  public var place: GeoPoint
  /// The place of its group in the list of groups, which gives it its form.
  public var group: Int
  /// What its area stands for; `nil` where nobody knows.
  public var size: Double?
  /// The spot in words, shown on pointing at it; empty for none.
  public var note: String

  public init(
    label: String, place: GeoPoint, group: Int = 0, size: Double? = nil, note: String = ""
  ) {
    self.label = label
    self.place = place
    self.group = group
    self.size = size
    self.note = note
  }
}

/// A part of a map that is drawn apart.
public struct MapInset: Sendable {
  public var letter: String
  public var frame: GeoFrame

  public init(letter: String, frame: GeoFrame) {
    self.letter = letter
    self.frame = frame
  }
}

/// A length that is drawn beside a map at its scale.
public struct MapRuler: Sendable {
  public var label: String
  /// In kilometres.
  public var length: Extent
  public var isApproximate: Bool
  /// The length as the reader sees it.
  public var text: String

  public init(label: String, length: Extent, isApproximate: Bool = false, text: String) {
    self.label = label
    self.length = length
    self.isApproximate = isApproximate
    self.text = text
  }
}

/// A drawn map, and what has to be said beside it.
public struct MapDrawing: Sendable {
  /// An `svg` element that can stand in HTML and as a file of its own.
  public var svg: [UInt8]
  /// Every mark that was drawn, in the order of the drawing.
  public var marks: [DrawnSpot]
  /// Every name that found room, with the part of the drawing that it takes up.
  public var labels: [DrawnName]
  /// Whether marks were set apart from one another.
  public var isSetApart: Bool
  /// Pixels for a kilometre in the middle.
  public var scale: Double
}

/// A mark as it was drawn.
public struct DrawnSpot: Hashable, Sendable {
  public var label: String
  public var centre: Point
  public var radius: Double
}

/// A name as it was drawn: its left, upper, right and lower edge.
public struct DrawnName: Hashable, Sendable {
  public var label: String
  public var left: Double
  public var top: Double
  public var right: Double
  public var bottom: Double
}

/// Why a map cannot be drawn; the label is that of what stands in the way.
public enum MapRefusal: Error, Hashable {
  /// A mark lies outside the frame.
  case outside(label: String)
  /// A length is no number above zero, or is longer than the map is wide.
  case length(label: String)
  /// A size is below zero or no number.
  case size(label: String)

  /// A fact, in a sentence.
  public var message: String {
    switch self {
    case .outside(let label): "'\(label)' lies outside the frame of the map"
    case .length(let label): "the length of '\(label)' cannot be drawn at the scale of the map"
    case .size(let label): "the size of '\(label)' is no number from zero on"
    }
  }

  /// The cure.
  public var help: String {
    switch self {
    case .outside: "widen 'frame', or leave the record out"
    case .length: "widen 'frame', or leave the record out"
    case .size: "mend the figure, or leave the record out"
    }
  }
}
