import DossierSite
import DossierSource
import Testing

extension LinkedSite {
  /// What is public of a sample at a moment, linked; a sample's declarations are sound.
  static func published(
    _ site: ParsedSite, at now: Int = 0, showsAll: Bool = false
  ) -> Outcome<LinkedSite> {
    if let site = PublicSite.publish(site, at: now, showsAll: showsAll) { return link(site) }
    Issue.record("the declarations of the sample are in error")
    let file = SourceFile(path: "content/site.yml", text: "title: Nothing\nformat: 1\n")
    return published(ParsedSite.assemble(SiteSchema.decode([file]).value, [], assets: []).value)
  }
}
