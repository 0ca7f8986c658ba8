import DossierSource
import Testing

@testable import DossierSite

/// What `menu:` and `without:` of `site.yml` say.
@Suite struct MenuTests {
  private static func sample(_ lines: String) -> SiteSample {
    SiteSample(["content/site.yml": "title: T\nlanguages: [en, uk]\nformat: 1\n" + lines])
  }

  private static func codes(_ lines: String) -> [String] {
    sample(lines).linked().diagnostics.filter { $0.severity > .note }.map(\.code)
  }

  /// The lines of a menu in short: what they name.
  private static func names(_ items: [MenuItem]?, in site: LinkedSite) -> [String]? {
    items?.map { item in
      switch item.target {
      case .kind(let kind): site.schema.kinds[kind].id
      case .record(let record): "\(site.records[record].key)"
      case .tool(let tool): tool.rawValue
      case .elsewhere(let address): address
      case .group(let inner):
        "\(item.label?[.english] ?? "")(\((names(inner, in: site) ?? []).joined(separator: " ")))"
      }
    }
  }

  @Test func theMenuNamesKindsPagesToolsAddressesAndGroups() {
    let outcome = Self.sample(
      """
      menu:
        - term
        - page:about
        - mission:kfor
        - sources
        - {label: {en: A, uk: Б}, to: "https://example.org/x?y=1#z"}
        - {label: Cases, to: actor}
        - label: More
          items: [a-z, {label: L, to: briefing}, trust]

      """
    ).with("content/pages/about.md", "---\ntitle: About\n---\n").linked()
    #expect(outcome.diagnostics.filter { $0.severity > .note } == [])
    let names = Self.names(outcome.value.menu, in: outcome.value)
    #expect(
      names == [
        "term", "page:about", "mission:kfor", "sources", "https://example.org/x?y=1#z", "actor",
        "More(a-z briefing trust)",
      ])
    #expect(outcome.value.menu?[4].label?[.ukrainian] == "Б")
    #expect(outcome.value.schema.kinds.map(\.id).prefix(3) == ["term", "actor", "briefing"])
  }

  @Test func withoutAMenuTheToolMakesOne() {
    #expect(Self.sample("").linked().value.menu == nil)
    #expect(Self.sample("menu: []\n").linked().value.menu?.count == 0)
  }

  @Test(arguments: [
    ("menu: [nothing]", "menu.unknown"), ("menu: [Sources]", "menu.unknown"),
    ("menu: [source]", "menu.unknown"), ("menu: [term, term]", "menu.twice"),
    ("menu: [sources, {label: S, to: sources}]", "menu.twice"),
    ("menu: [trust]\nwithout: [trust]", "menu.off"),
    ("menu: [{label: G, items: [a-z]}]\nwithout: a-z", "menu.off"),
    ("menu: ['https://example.org/']", "menu.label"),
    ("menu: ['ftp://example.org/']", "menu.target"),
    ("menu: ['javascript:alert(1)']", "menu.target"), ("menu: ['mission:']", "menu.target"),
    ("menu: ['a:b:c']", "menu.target"), ("menu: [mission:nobody]", "reference.unknown"),
    ("menu: [nobody:kfor]", "kind.unknown"),
    ("menu: [{label: G, items: [{label: H, items: [term]}]}]", "menu.group"),
    ("menu: [{items: [term]}]", "yaml.missing-key"), ("menu: [{label: G}]", "yaml.missing-key"),
    ("menu: [{label: G, items: term}]", "yaml.type"), ("menu: {a: b}", "yaml.type"),
    ("menu: [[term]]", "yaml.type"), ("menu: [{label: G, to: term, url: x}]", "yaml.unknown-key"),
    ("without: [search, tables]", "site.without"), ("without: {a: b}", "yaml.type"),
    ("menu: [secret:x]", "reference.hidden"),
  ])
  func whatIsNoMenuIsToldOf(_ lines: String, _ code: String) {
    let sample = Self.sample(lines + "\n")
      .with("content/secrets/_kind.yml", "id: secret\ndraft: true\n")
      .with("content/secrets/x.md", "---\ntitle: X\n---\n")
    let codes = sample.linked().diagnostics.filter { $0.severity > .note }.map(\.code)
    #expect(codes == [code])
  }

  @Test func aHiddenKindIsInNoMenu() {
    let sample = Self.sample("menu: [term, {label: Group, items: [secret]}]\n")
      .with("content/secrets/_kind.yml", "id: secret\ndraft: true\n")
    let outcome = sample.linked()
    #expect(outcome.diagnostics.filter { $0.severity > .note } == [])
    #expect(Self.names(outcome.value.menu, in: outcome.value) == ["term"])
  }
}

extension SiteSample {
  /// The sample with a file more.
  fileprivate func with(_ path: String, _ text: String) -> SiteSample {
    var sample = self
    sample.files[path] = Array(text.utf8)
    return sample
  }
}
