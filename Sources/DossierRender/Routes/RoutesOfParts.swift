import DossierSite

extension Routes {
  /// Where a part of the alphabetical list lies; no kind may have the folder of the others.
  static func alphabet(part: Int) -> String { part == 0 ? "a-z.html" : "a-z/\(part + 1).html" }
}

extension Routes {
  static func sitemap(part: Int) -> String { part == 0 ? "sitemap.xml" : "sitemap-\(part).xml" }

  /// Where a record lay under a former name.
  func route(ofAlias alias: Int) -> String {
    let alias = site.aliases[alias]
    return switch alias.former {
    case .name(let key): site.kind(of: alias.record).folder + "/" + key.id + ".html"
    case .address(let address): address.route
    }
  }
}

extension Routes {
  /// The kinds whose records a reader may choose among, by their index: those that have facts.
  static func comparedKinds(of site: LinkedSite) -> [KindIndex] {
    listedKinds(of: site).filter { !site.schema.kinds[$0].comparedFields.isEmpty }
  }

  /// The page of a comparison, by its index; `nil` where the site does without them.
  func comparisonPage(_ index: Int) -> Page.Subject? { has(.compare) ? .comparison(index) : nil }

  /// The fields of a kind that a reader may choose among, by their index.
  func comparedFields(ofKind kind: KindIndex) -> [FieldIndex] {
    site.schema.kinds[kind].comparedFields
  }
}

extension Kind {
  /// All but long texts.
  fileprivate var comparedFields: [FieldIndex] {
    fields.indices.filter { fields[$0].type != .markdown }
  }
}

extension Routes {
  /// Where an exhibit lies, by its place in the text: a name without an ending.
  func route(ofExhibit place: Int, of record: RecordIndex) -> String {
    let folder = "exhibits/\(site.kind(of: record).folder)/\(site.records[record].key.id)/"
    let exhibits = site.records[record].text.exhibits
    let name = place < exhibits.count ? exhibits[place].name(place + 1) : "_\(place + 1)"
    return folder + name
  }
}

extension Exhibit {
  /// What the exhibit goes by in an address and in the name of its file: its id, else its number
  /// after a sign that no id has, so that `{#2}` and the second one are two.
  func name(_ number: Int) -> String { id ?? "_\(number)" }

  /// What its address ends with.
  func anchor(_ number: Int) -> String { "exhibit-" + name(number) }
}
