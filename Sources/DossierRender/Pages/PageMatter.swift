import DossierSite
import DossierTemplate

/// The matter of a page, within its frame.
struct PageMatter {
  let scope: PageScope

  /// The template of a page and the object that it is rendered with.
  func matter(of subject: Page.Subject) -> (template: String, object: Object) {
    switch subject {
    case .home: ("home", HomeView.shape.object(HomePage(scope: scope).view()))
    case .index(let kind, let part):
      (
        template("index", for: scope.site.schema.kinds[kind]),
        IndexView.shape.object(ListPage(scope: scope).view(ofKind: kind, part: part))
      )
    case .record(let record): matter(ofRecord: record)
    case .sources(let part):
      ("sources", SourcesView.shape.object(SourcePages(scope: scope).list(part: part)))
    case .source(let source):
      ("source", SourceView.shape.object(SourcePages(scope: scope).view(of: source)))
    case .topics: ("home", HomeView.shape.object(TopicPages(scope: scope).list()))
    case .topic(let topic):
      ("topic", TopicView.shape.object(TopicPages(scope: scope).view(of: topic)))
    case .trust: ("trust", TrustView.shape.object(TrustPage(scope: scope).view()))
    case .compare: ("compare", CompareIndexView.shape.object(ComparisonPage(scope: scope).index()))
    case .comparison(let comparison):
      ("comparison", ComparisonView.shape.object(ComparisonPage(scope: scope).view(of: comparison)))
    case .data: ("data", DataView.shape.object(DataPage(scope: scope).view()))
    case .alphabet(let part):
      ("a-z", AlphabetView.shape.object(AlphabetPage(scope: scope).view(part: part)))
    case .search: ("search", SearchView.shape.object(SearchPage(scope: scope).view()))
    case .redirect(let alias):
      ("redirect", RedirectView.shape.object(RedirectPage(scope: scope).view(of: alias)))
    case .exhibit(let record, let place):
      ("exhibit", ExhibitPageView.shape.object(ExhibitPage(scope: scope).view(record, place)))
    case .feed, .sitemap, .robots, .dataFile, .sourceData, .dataPackage, .exhibitData,
      .comparisonData, .handout, .collection, .exhibitDrawing, .card, .comparisonCard, .brand,
      .redirects,
      .notFound:
      ("not-found", NotFoundView.shape.object(NotFoundView(ways: HomePage(scope: scope).ways())))
    }
  }

  private func matter(ofRecord record: RecordIndex) -> (template: String, object: Object) {
    let kind = scope.site.kind(of: record)
    var text = TextRenderer(scope, record: record)
    if kind.role == .article {
      let object = ArticleView.shape.object(RecordPage(scope: scope).article(record, &text))
      return (template("article", for: kind), object)
    }
    return (
      template("record", for: kind),
      RecordView.shape.object(RecordPage(scope: scope).view(of: record, &text))
    )
  }

  /// The template of a kind's own, where the publisher wrote one.
  private func template(_ base: String, for kind: Kind) -> String {
    let own = "\(base)-\(kind.id)"
    return scope.templates.contains(own) ? own : base
  }
}
