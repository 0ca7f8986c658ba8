import DossierCitation
import DossierDrawing
import DossierMarkdown
import DossierSite

/// Puts records on a map.
struct MapFigure {
  let scope: PageScope
  let map: MapExhibit
  private let place: PlacedExhibit
  private(set) var works: WorksBehind
  private var omissions: [OmissionView] = []

  init(_ map: MapExhibit, at place: PlacedExhibit) {
    self.map = map
    self.place = place
    scope = place.scope
    works = WorksBehind(place.scope)
  }

  var site: LinkedSite { scope.site }
  private var strings: InterfaceStrings { scope.edition.strings }

  /// A record that has a place.
  struct Member {
    var record: RecordIndex
    var field: FieldIndex
    var point: GeoPoint
    var placeText: String
    /// The index of its form; 0 where there are none.
    var form: Int
    var figure: StatedFigure?
    var value: String?
  }

  /// Paper shows what a text does, in small.
  private var wide: Double { max(place.width, 800) }
  private static let insetWidth = 352.0

  /// The view; afterwards ``works`` is complete.
  mutating func view() throws(ExhibitRefusal) -> MapView {
    let members = try placed()
    let forms = try self.forms(members)
    let frame = try frame(around: members)
    let insets = try self.insets()
    // What an inset shows is marked there alone.
    func home(_ member: Member) -> Int? { insets.firstIndex { $0.frame.contains(member.point) } }
    let largest = map.area == nil ? nil : members.compactMap(\.size).max()
    let spots = members.map { (inset: home($0), spot: spot($0)) }
    var chart = chart(
      frame, MapProjection(rawValue: map.projection) ?? .equalEarth,
      spots.filter { $0.inset == nil }.map(\.spot), largest, on: outlines)
    chart.insets = insets.enumerated().map {
      MapInset(letter: Self.letter($0), frame: $1.frame)
    }
    chart.rulers = try rulers(members)
    let drawings = try draw(chart)
    let apart = try insets.enumerated().map { index, inset throws(ExhibitRefusal) in
      let part = self.chart(
        inset.frame, .azimuthal, spots.filter { $0.inset == index }.map(\.spot), largest,
        on: inset.ground)
      return try draw(part, width: Self.insetWidth, ratio: 0.8, "i\(index)")
    }
    var view = MapView(
      id: place.anchor, number: place.label, caption: place.exhibit.caption,
      wide: drawings[0].svg, narrow: drawings[1].svg, insets: [],
      legend: legend(forms, members), isSetApart: (drawings + apart).contains { $0.isSetApart },
      groups: groups(forms, members), overlays: overlays(), omissions: omissions)
    view.insets = zip(insets, apart).enumerated().map { index, part in
      MapInsetView(letter: Self.letter(index), name: part.0.name, drawing: part.1.svg)
    }
    view.areaLabel = map.area.flatMap(areaLabel)
    works.add(worksOfAreas)
    view.works = works.view()
    view.attribution = attribution(insets)
    view.data = place.data
    return view
  }

  /// The unit of the scale of every map.
  private static let kilometre = "km"

  private static func letter(_ index: Int) -> String {
    Processor.letters(index).uppercased()
  }

  private func draw(_ chart: MapChart) throws(ExhibitRefusal) -> [MapDrawing] {
    [
      try draw(chart, width: wide, ratio: 0.62, "w"),
      try draw(chart, width: DrawnChart.narrow, ratio: 1.25, "n"),
    ]
  }

  private func draw(
    _ chart: MapChart, width: Double, ratio: Double, _ name: String
  ) throws(ExhibitRefusal) -> MapDrawing {
    do {
      return try chart.drawing(width: width, ratio: ratio, idPrefix: "_\(place.number)\(name)")
    } catch {
      throw ExhibitRefusal(error)
    }
  }

  private func chart(
    _ frame: GeoFrame, _ projection: MapProjection, _ spots: [MapSpot], _ largest: Double?,
    on ground: MapFile?
  ) -> MapChart {
    let rules = scope.edition.rules
    let strings = strings
    return MapChart(
      text: ChartText(
        title: place.figure.title,
        description: strings.text(
          "map-description", ["names": rules.list(spots.isEmpty ? [""] : spots.map(\.label))])),
      frame: frame, projection: projection, outlines: drawnOutlines(on: ground), spots: spots,
      largest: largest,
      kilometres: { strings.text("map-scale", ["n": rules.number($0, decimals: 0)]) })
  }
}

// Records.
extension MapFigure {
  private mutating func placed() throws(ExhibitRefusal) -> [Member] {
    var members: [Member] = []
    for record in scope.records(of: map.selection) {
      guard let field = map.placeField(in: site.kind(of: record)) else { continue }
      let statement = site.facts.statement(field, of: record)
      guard let claim = statement.shown.first?.claim, case .place(let place) = claim.value else {
        omissions.append(
          OmissionView(
            label: scope.edition.name(of: record), address: scope.address(of: .record(record)),
            reason: strings[statement.isUnknown ? "unknown" : "no-claim"]))
        continue
      }
      works.add(claim.evidence.sources)
      var member = Member(
        record: record, field: field,
        point: GeoPoint(longitude: place.longitude, latitude: place.latitude),
        placeText: FactWords(scope: scope).text(of: place), form: 0)
      addFigure(to: &member)
      members.append(member)
    }
    guard !members.isEmpty else {
      throw .empty("no record of the map has a place", help: "name records that state one")
    }
    return members
  }

  private mutating func addFigure(to member: inout Member) {
    guard let located = map.area,
      let field = site.kind(of: member.record).fieldIndex(located.id)
    else { return }
    let statement = site.facts.statement(field, of: member.record, map.choice)
    member.figure = statement.figure
    member.value = FactWords(scope: scope).text(ofFact: field, of: member.record)
    works.add(statement.figure?.claim?.claim.evidence.sources ?? [])
  }

  /// The choices that occur, in the order of their declaration; none where no form is asked for.
  private func forms(_ members: [Member]) throws(ExhibitRefusal) -> [Choice] {
    guard let located = map.form, let record = members.first?.record,
      let field = site.kind(of: record).fieldIndex(located.id)
    else { return [] }
    let choices = site.kind(of: record).fields[field].type.choices
    let used = Set(members.compactMap { choice(of: $0.record) })
    let found = choices.filter { used.contains($0.id) }
    guard found.count <= MapChart.forms else {
      throw .empty(
        "'\(located.id)' has \(found.count) choices here, and \(MapChart.forms) forms can be told apart",
        help: "name a field with fewer choices, or fewer records")
    }
    return found
  }

  private func choice(of record: RecordIndex) -> String? {
    guard let located = map.form, let field = site.kind(of: record).fieldIndex(located.id),
      case .choice(let id)? = site.facts.statement(field, of: record).claims.first?.value
    else { return nil }
    return id
  }

  private func formIndex(of record: RecordIndex) -> Int {
    guard let located = map.form, let id = choice(of: record),
      let field = site.kind(of: record).fieldIndex(located.id)
    else { return 0 }
    let choices = site.kind(of: record).fields[field].type.choices
    return choices.firstIndex { $0.id == id } ?? 0
  }

  private func spot(_ member: Member) -> MapSpot {
    let name = scope.edition.name(of: member.record)
    return MapSpot(
      label: name, place: member.point, group: formIndex(of: member.record), size: member.size,
      note: [name, member.placeText, member.value].compactMap(\.self).joined(separator: "; "))
  }

  /// Lengths at the scale of the map: of its records, then of the others that are named.
  private mutating func rulers(_ members: [Member]) throws(ExhibitRefusal) -> [MapRuler] {
    guard let located = map.lines else { return [] }
    let records = members.map(\.record) + map.linesOf.compactMap { site.record($0.key) }
    var rulers: [MapRuler] = []
    for record in records {
      guard let field = site.kind(of: record).fieldIndex(located.id) else { continue }
      let statement = site.facts.statement(field, of: record, map.choice)
      guard let figure = statement.figure, let unit = statement.declaration.unit,
        let factor = site.schema.configuration.units.factor(from: unit, to: Self.kilometre)
      else { continue }
      let length = Extent(figure.quantity).times(factor)
      works.add(figure.claim?.claim.evidence.sources ?? [])
      let date = figure.claim?.claim.evidence.asOf.map(scope.edition.rules.shortDate)
      let text = FactWords(scope: scope).text(ofFact: field, of: record)
      rulers.append(
        MapRuler(
          label: scope.edition.name(of: record), length: length,
          isApproximate: figure.isApproximate,
          text: text + (date.map { ", " + $0 } ?? "")))
    }
    guard !rulers.isEmpty else {
      throw .empty(
        "no record has a length for '\(located.id)'",
        help: "name records that state one in a unit of length under 'lines-of'")
    }
    return rulers
  }
}

extension MapFigure.Member {
  /// What its area stands for.
  fileprivate var size: Double? { figure.map { Extent($0.quantity).trailingEnd } }
}

extension Extent {
  fileprivate func times(_ factor: Double) -> Extent {
    Extent(low: low * factor, high: high * factor)
  }
}

// What lies below the marks.
extension MapFigure {
  /// The map that gives the outlines.
  var outlines: MapFile? {
    map.outlines.map { site.maps[$0] } ?? site.maps.widest
  }

  private func frame(around members: [Member]) throws(ExhibitRefusal) -> GeoFrame {
    guard let frame = map.frame else {
      guard let frame = GeoFrame(around: members.map(\.point)) else {
        throw .empty("the map is empty")
      }
      return frame
    }
    return try Self.frame(frame)
  }

  static func frame(_ frame: MapExhibit.Frame) throws(ExhibitRefusal) -> GeoFrame {
    let (west, south) = (frame.west, frame.south)
    guard let found = GeoFrame(west: west, south: south, east: frame.east, north: frame.north)
    else {
      throw .empty(
        "the frame [\(west), \(south), \(frame.east), \(frame.north)] holds nothing of the earth",
        help: "write [west, south, east, north] in degrees, south below north")
    }
    return found
  }

  private mutating func overlays() -> [MapOverlayView] {
    map.overlays.map { overlay in
      works.add([Citation(id: overlay.source.id, span: overlay.source.span)])
      return MapOverlayView(
        label: overlay.label, asOf: overlay.asOf.map(scope.edition.rules.shortDate))
    }
  }
}

// What stands beside the drawing.
extension MapFigure {
  private func legend(_ forms: [Choice], _ members: [Member]) -> [FigureKeyView] {
    var keys = forms.map { form in
      let label = form.label[scope.language]
      return FigureKeyView(label: label, symbol: symbol(of: form.id, label))
    }
    if map.area != nil, members.contains(where: { $0.figure == nil }) {
      let label = strings["map-size-unknown"]
      keys.append(
        FigureKeyView(
          label: label, symbol: MapChart.symbol(of: 0, isKnown: false, title: label)))
    }
    return keys + [areaKey].compactMap(\.self)
  }

  /// What areas are coloured by, "Contributors"; `nil` where none are.
  private var areaKey: FigureKeyView? {
    guard let areas = map.areas, let record = scope.records(of: map.selection).first,
      let field = site.kind(of: record).fieldIndex(areas.id)
    else { return nil }
    let label = site.kind(of: record).fields[field].label[scope.language]
    return FigureKeyView(label: label, symbol: MapOutline.Sort.highlight.symbol(title: label))
  }

  private func symbol(of form: String, _ label: String) -> [UInt8] {
    let record = scope.records(of: map.selection).first { choice(of: $0) == form }
    return MapChart.symbol(of: record.map(formIndex) ?? 0, title: label)
  }

  /// "Peak strength: the area of a mark"
  private func areaLabel(_ located: Located) -> String? {
    guard let record = scope.records(of: map.selection).first,
      let field = site.kind(of: record).fieldIndex(located.id)
    else { return nil }
    return strings.text(
      "map-area", ["name": site.kind(of: record).fields[field].label[scope.language]])
  }

  /// By form, in each the largest first.
  private func groups(_ forms: [Choice], _ members: [Member]) -> [MapGroupView] {
    let sorted = members.enumerated().sorted {
      ($1.element.size ?? -1, $0.offset) < ($0.element.size ?? -1, $1.offset)
    }.map(\.element)
    let others = sorted.filter { choice(of: $0.record) == nil }
    let known = forms.map { form in
      let label = form.label[scope.language]
      return MapGroupView(
        label: label, symbol: symbol(of: form.id, label),
        rows: sorted.filter { choice(of: $0.record) == form.id }.map(row))
    }
    guard !others.isEmpty else { return known }
    let rest = MapGroupView(
      label: forms.isEmpty ? nil : strings["no-claim"], symbol: MapChart.symbol(of: 0, title: ""),
      rows: others.map(row))
    return known + [rest]
  }

  private func row(_ member: Member) -> MapRowView {
    let area = map.area.flatMap { site.kind(of: member.record).fieldIndex($0.id) }
    return MapRowView(
      label: scope.edition.name(of: member.record),
      address: scope.address(of: .fact(record: member.record, field: member.field)),
      place: member.placeText, value: member.value,
      valueAddress: area.flatMap { field in
        let statement = site.facts.statement(field, of: member.record)
        guard statement.isStated, statement.derived?.isWorthShowing != false else { return nil }
        return scope.address(of: .fact(record: member.record, field: field))
      })
  }
}

extension MapExhibit {
  /// The field with places, by its index; `nil` where the kind has none.
  func placeField(in kind: Kind) -> FieldIndex? {
    if let named = place.flatMap({ kind.fieldIndex($0.id) }) { return named }
    return kind.fields.firstIndex { $0.type == .place }
  }
}

extension MapFile.Position {
  var point: GeoPoint { GeoPoint(longitude: longitude, latitude: latitude) }
}

extension Statement {
  fileprivate var isUnknown: Bool {
    if case .unknown = matter { true } else { false }
  }
}
