import DossierDrawing
import DossierMarkdown
import DossierSite

// What a map is drawn on.
extension MapFigure {
  /// A part of the map that is drawn apart.
  struct Inset {
    var name: String
    var frame: GeoFrame
    /// Its outlines, those of the map where it names none.
    var ground: MapFile?
  }

  func insets() throws(ExhibitRefusal) -> [Inset] {
    var insets: [Inset] = []
    for inset in map.insets {
      let ground = inset.outlines.map { site.maps[$0] } ?? outlines
      insets.append(Inset(name: inset.name, frame: try Self.frame(inset.frame), ground: ground))
    }
    return insets
  }

  /// What the files of the outlines ask to be said of them, each once.
  func attribution(_ insets: [Inset]) -> String? {
    var seen: Set<String> = []
    let all = ([outlines] + insets.map(\.ground)).compactMap { $0?.attribution }
      .filter { seen.insert($0).inserted }
    return all.isEmpty ? nil : all.joined(separator: "; ")
  }

  func drawnOutlines(on ground: MapFile?) -> [MapOutline] {
    let coloured = Set(map.highlight).union(referredAreas)
    let land = (ground?.features ?? []).map { feature in
      let isColoured = feature.id.map(coloured.contains) ?? false
      return MapOutline(
        sort: isColoured ? .highlight : .land, rings: feature.rings.map { $0.map(\.point) })
    }
    let own = map.overlays.flatMap { overlay in
      (site.maps[overlay.map]?.features ?? []).flatMap { feature in
        [
          MapOutline(sort: .area, rings: feature.rings.map { $0.map(\.point) }),
          MapOutline(sort: .line, rings: feature.lines.map { $0.map(\.point) }),
        ].filter { !$0.rings.isEmpty }
      }
    }
    // One path for all plain land, since it weighs less.
    let plain = MapOutline(sort: .land, rings: land.filter { $0.sort == .land }.flatMap(\.rings))
    return [plain] + land.filter { $0.sort != .land } + own
  }

  /// The works behind what colours areas.
  var worksOfAreas: [Citation] {
    guard let areas = map.areas else { return [] }
    return scope.records(of: map.selection).flatMap { record -> [Citation] in
      guard let field = site.kind(of: record).fieldIndex(areas.id) else { return [] }
      return site.facts.statement(field, of: record).claims.flatMap(\.evidence.sources)
    }
  }

  /// The ids of outlines that the targets of a field name.
  private var referredAreas: Set<String> {
    guard let areas = map.areas, let by = map.by else { return [] }
    var ids: Set<String> = []
    for record in scope.records(of: map.selection) {
      guard let field = site.kind(of: record).fieldIndex(areas.id) else { continue }
      for target in site.facts.statement(field, of: record).records(in: site) {
        guard let name = site.kind(of: target).fieldIndex(by) else { continue }
        for claim in site.facts.statement(name, of: target).claims {
          if case .text(let id) = claim.value { ids.insert(id) }
        }
      }
    }
    return ids
  }
}
