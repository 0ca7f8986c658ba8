import DossierSource
import Testing

@testable import DossierSite

/// What the declarations of a project come to: kinds, fields, the site, units.
@Suite struct DecodeDeclarationTests {
  private static func kind(_ yaml: String, language: String = "en") throws -> Kind {
    let sample = SiteSample(only: [
      "content/site.yml": "title: T\nlanguages: [en, uk]\nformat: 1\n",
      "content/treaties/_kind.yml": yaml,
      "content/units.yml": "persons: {}\nkm: {}\n",
    ])
    let outcome = sample.parsed()
    #expect(outcome.diagnostics.isEmpty)
    return try #require(outcome.value.schema.kinds.first)
  }

  private static func field(_ yaml: String) throws -> Field {
    let kind = try kind("id: treaty\ngroups: [size]\nfields:\n  a: {type: number}\n  b: \(yaml)\n")
    return try #require(kind.fields.last)
  }

  @Test func aKindIsReadWithAllItSays() throws {
    let kind = try Self.kind(
      """
      id: treaty
      role: precedent
      label: {en: Treaty, uk: Договір}
      plural: Treaties
      summary: {en: What was signed}
      handouts: true
      review-after: P1Y6M
      groups: {terms: {en: Terms}, outcome: Outcome}
      """)
    #expect(kind.id == "treaty")
    #expect(kind.folder == "treaties")
    #expect(kind.role == .precedent)
    #expect(kind.label[.ukrainian] == "Договір")
    #expect(kind.plural[.ukrainian] == "Treaties")
    #expect(kind.summary?[.ukrainian] == "What was signed")
    #expect(kind.hasHandouts)
    #expect(kind.reviewAfterMonths == 18)
    #expect(kind.groups.map(\.id) == ["terms", "outcome"])
    #expect(kind.groups.map { $0.label[.english] } == ["Terms", "Outcome"])
  }

  @Test func aKindNeedsNoMoreThanItsID() throws {
    let kind = try Self.kind("id: peace-treaty\n")
    #expect(kind.role == nil)
    #expect(kind.label[.english] == "peace-treaty")
    #expect(kind.plural[.english] == "peace-treaty")
    #expect(kind.fields.isEmpty)
    #expect(!kind.hasHandouts)
  }

  @Test(arguments: Role.allCases) func everyRoleIsKnown(role: Role) throws {
    let status = "fields: {status: {type: choice, choices: [met, partly, absent, unknown]}}\n"
    #expect(try Self.kind("id: treaty\nrole: \(role.rawValue)\n\(status)").role == role)
  }

  @Test(arguments: [
    ("{type: text}", FieldType.text), ("{type: markdown}", .markdown), ("{type: number}", .number),
    ("{type: quantity, unit: km}", .quantity), ("{type: date}", .date), ("{type: period}", .period),
    ("{type: flag}", .flag), ("{type: series, unit: km}", .series),
    ("{type: reference, to: treaty}", .reference(kind: "treaty")),
    (
      "{type: choice, choices: [met, not-met]}",
      .choice([
        Choice(id: "met", label: Localized("Met")),
        Choice(id: "not-met", label: Localized("Not met")),
      ])
    ),
    (
      "{type: ratings, of: treaty, choices: {met: Yes}}",
      .ratings(kind: "treaty", choices: [Choice(id: "met", label: Localized("Yes"))])
    ),
    (
      "{type: derived, formula: a * 2, decimals: 3, same-year: true}",
      .derived(
        Derivation(
          formula: .operation(.times, .field("a"), .number(Quantity(2))), sameYear: true,
          withinMonths: nil, takesUndated: false, decimals: 3))
    ),
    (
      "{type: derived, formula: a}",
      .derived(
        Derivation(
          formula: .field("a"), sameYear: false, withinMonths: nil, takesUndated: false, decimals: 1
        ))
    ),
    (
      "{type: derived, formula: a, within: P1Y6M, undated: true}",
      .derived(
        Derivation(
          formula: .field("a"), sameYear: false, withinMonths: 18, takesUndated: true, decimals: 1))
    ),
  ])
  func aFieldHasAType(yaml: String, type: FieldType) throws {
    #expect(try Self.field(yaml).type == type)
  }

  @Test func aFieldIsReadWithAllItSays() throws {
    let field = try Self.field(
      """
      {type: quantity, unit: persons, of: [troops, all], label: {en: Peak, uk: Пік}, help: At most,
        group: size, list: true, required: true, compare: true, sourced: required,
        review-after: P2Y}
      """)
    #expect(field.id == "b")
    #expect(field.unit == "persons")
    #expect(field.of == ["troops", "all"])
    #expect(field.label[.ukrainian] == "Пік")
    #expect(field.help?[.english] == "At most")
    #expect(field.group == "size")
    #expect(field.isList && field.isRequired && field.isCompared && field.mustBeSourced)
    #expect(field.reviewAfterMonths == 24)
  }

  @Test func aFieldIsModestByDefault() throws {
    let field = try Self.field("{type: text}")
    #expect(!field.isList && !field.isRequired && !field.isCompared && !field.mustBeSourced)
    #expect(field.label[.english] == "B")
    #expect(field.group == nil && field.unit == nil && field.reviewAfterMonths == nil)
  }

  @Test func aChoiceMayBeCalledLikeAWordOfYAML() throws {
    let field = try Self.field("{type: choice, choices: {null: None, true: Yes}}")
    #expect(field.type.choices.map(\.id) == ["null", "true"])
  }

  @Test func theSiteIsReadWithAllItSays() {
    let sample = SiteSample(only: [
      "content/site.yml": """
      title: {en: Dossier, uk: Досьє}
      subtitle: {en: On peace}
      base-url: https://example.org/a
      languages: [uk, en]
      publisher: The Institute
      menu: [page]
      raw-html: true
      format: 1
      """
    ])
    let outcome = sample.parsed()
    let site = outcome.value.schema.configuration
    #expect(outcome.diagnostics.isEmpty)
    #expect(site.title[.ukrainian] == "Досьє")
    #expect(site.subtitle?[.ukrainian] == "On peace")
    #expect(site.baseAddress == "https://example.org/a/")
    #expect(site.languages == [.ukrainian, .english])
    #expect(site.original == .ukrainian)
    #expect(site.publisher?[.english] == "The Institute")
    #expect(site.menu?.names == ["page"])
    #expect(site.allowsRawHTML)
  }

  @Test func aSiteIsEnglishAndWithoutRawHTMLByDefault() {
    let site = SiteSample(only: ["content/site.yml": "title: T\nformat: 1"]).parsed().value
    #expect(site.schema.configuration.languages == [.english])
    #expect(!site.schema.configuration.allowsRawHTML)
    #expect(site.schema.configuration.baseAddress == nil)
    #expect(site.schema.kinds.map(\.id) == ["page"])
  }

  @Test func aProjectWithoutItsConfigurationIsToldSo() {
    #expect(
      SiteSample(only: [:]).report() == """
        content/site.yml:1:1: error: the project has no content/site.yml [site.missing]
        help: write one with at least 'title: …'
        """)
  }

  @Test func aProjectFromBeforeIsToldWhatIsDifferent() {
    let told = SiteSample(only: ["content/site.yml": "title: T\n"]).parsed().diagnostics
    #expect(
      told.map { $0.text(line: nil) } == [
        """
        content/site.yml:1:1: note: the project does not say its format, as those from before \
        version 0.2: since then keys that are not known are errors, and templates print more \
        [format.missing]
        help: mend what is reported, take new templates from 'dossier init', then write \
        'format: 1' (docs/upgrading.md)
        """
      ])
    for format in ["1", "\"1\""] {
      let site = SiteSample(only: ["content/site.yml": "title: T\nformat: \(format)\n"])
      #expect(site.parsed().diagnostics.isEmpty)
    }
  }

  @Test func theMenuOrdersTheKinds() {
    let site = SiteSample([
      "content/site.yml": "title: T\nlanguages: [en, uk]\nmenu: [term, mission]\nformat: 1"
    ])
    #expect(
      site.parsed().value.schema.kinds.map(\.id)
        == ["term", "mission", "actor", "author", "briefing", "page"])
  }

  @Test func unitsHaveAWordInEachPluralForm() throws {
    let sample = SiteSample([
      "content/units.yml": """
      mi:
        dimension: length
        factor: 1.609344
        label: {en: {one: mile, other: miles}, uk: {one: миля, few: милі, many: миль, other: милі}}
      km: {dimension: length, label: km}
      troops:
      """
    ])
    let schema = sample.parsed().value.schema
    let mile = schema.unit("mi")
    #expect(mile.dimension == "length")
    #expect(mile.factor == 1.609344)
    #expect(mile.label?[.english] == PluralWord(one: "mile", other: "miles"))
    #expect(
      mile.label?[.ukrainian] == PluralWord(one: "миля", few: "милі", many: "миль", other: "милі"))
    #expect(schema.unit("km").factor == 1)
    #expect(schema.unit("km").label?[.ukrainian] == PluralWord(other: "km"))
    #expect(schema.unit("brigades").label == nil)
    #expect(schema.unit("brigades").dimension == nil)
  }
}
