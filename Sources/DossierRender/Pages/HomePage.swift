import DossierSite

extension PageScope {
  /// How many of the newest articles the home page lists.
  private static let latestCount = 6

  func home() -> HomeView {
    let home = site.home
    var view = HomeView(
      text: nil, title: site.schema.configuration.title[language], latest: latest(), ways: ways())
    if let home {
      var text = TextRenderer(self, record: home)
      view.text = text.view()
      view.title = edition.title(of: home, in: site)
    }
    return view
  }

  private func latest() -> [TeaserView] {
    edition.sortedWithinDates(site.articles, of: site).prefix(Self.latestCount).map(teaser)
  }

  /// The lists of the kinds, with how much each holds.
  func ways() -> [WayView] {
    edition.order.kinds.filter(routes.isListed).map { number in
      let kind = site.schema.kinds[number]
      return WayView(
        label: kind.plural[language], address: pageAddress(.index(kind: number, part: 0)),
        count: edition.strings.count("records", site.recordsOfKind[number].count, edition.rules),
        summary: kind.summary?[language])
    }
  }
}
