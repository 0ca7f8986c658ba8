import DossierSite

/// Which pages have a picture of their own that stands for them where they are shared, and where it lies.
struct CardRoutes {
  let routes: Routes

  private var site: LinkedSite { routes.site }

  /// Whether previews of pages show pictures of their own.
  var areMade: Bool { site.schema.configuration.hasShareImages }

  /// The picture that stands for a page; `nil` for a page that has none of its own.
  func card(of subject: Page.Subject) -> Page.Subject? {
    guard areMade else { return nil }
    switch subject {
    case .record(let record) where stands(for: record): return .card(record)
    case .comparison(let comparison): return .comparisonCard(comparison)
    default: return nil
    }
  }

  func stands(for record: RecordIndex) -> Bool {
    guard record != routes.site.home else { return false }
    return switch site.kind(of: record).role {
    case .article, .option, .scenario, .precedent: true
    default: false
    }
  }

  /// What a card is called: `missions/kfor`; `nil` for what is none.
  func name(_ subject: Page.Subject) -> String? {
    switch subject {
    case .card(let record): "\(site.kind(of: record).folder)/\(site.records[record].key.id)"
    case .comparisonCard(let comparison): "compare/\(site.comparisons.all[comparison].id)"
    default: nil
    }
  }

  /// Where a card lies as pixels, which the command `cards` makes of it.
  func pixels(_ subject: Page.Subject, in language: Language) -> String {
    Self.pixelFolder + routes.prefix(language) + (name(subject) ?? "") + ".png"
  }

  /// The folder of what `dossier cards` makes, in which a build writes nothing.
  static let pixelFolder = "share/"
}
