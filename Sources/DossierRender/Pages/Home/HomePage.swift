import DossierSite

struct HomePage {
  let scope: PageScope

  /// How many of the newest articles the home page lists.
  private static let latestCount = 6

  func view() -> HomeView {
    let home = scope.site.home
    var view = HomeView(
      text: nil, title: scope.site.schema.configuration.title[scope.language], latest: latest(),
      ways: ways())
    if let home {
      var text = TextRenderer(scope, record: home)
      view.text = text.view()
      view.title = RecordLinks(scope: scope).heading(of: home).title
    }
    return view
  }

  private func latest() -> [TeaserView] {
    scope.edition.sortedWithinDates(scope.site.articles.all, atMost: Self.latestCount).prefix(
      Self.latestCount
    ).map(
      RecordLinks(scope: scope).teaser)
  }

  /// The lists of the kinds, with how much each holds.
  func ways() -> [WayView] {
    scope.edition.order.kinds.filter(scope.routes.isListed).map { number in
      let kind = scope.site.schema.kinds[number]
      return WayView(
        label: kind.plural[scope.language],
        address: scope.pageAddress(.index(kind: number, part: 0)),
        count: scope.edition.strings.count(
          "records", scope.site.recordsOfKind[number].count, scope.edition.rules),
        summary: kind.summary?[scope.language])
    }
  }
}
