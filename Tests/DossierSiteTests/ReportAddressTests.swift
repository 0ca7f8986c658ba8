import Testing

@testable import DossierSite

@Suite struct ReportAddressTests {
  @Test(arguments: ["desk@example.org", "mailto:desk@example.org", "MAILTO:desk@example.org"])
  func aMailboxIsReadWithAndWithoutItsScheme(text: String) {
    #expect(ReportAddress(text) == .mail("desk@example.org"))
  }

  @Test func aFormMayHaveAQueryOfItsOwn() {
    let address = ReportAddress("https://example.org/form?of=dossier")?.address(
      page: "https://example.org/a.html#fact-size", fact: "Size & ground", version: nil,
      subject: "S")
    #expect(
      address == "https://example.org/form?of=dossier"
        + "&page=https%3A%2F%2Fexample.org%2Fa.html%23fact-size&fact=Size%20%26%20ground")
  }

  @Test func aMailSaysPageFactAndVersion() {
    let address = ReportAddress("a.b+c@example.org")?.address(
      page: "https://example.org/ї", fact: nil, version: "2026-02-27", subject: "An error in: Ї")
    #expect(
      address == "mailto:a.b+c@example.org?subject=An%20error%20in%3A%20%D0%87"
        + "&body=https%3A%2F%2Fexample.org%2F%D1%97%0D%0A2026-02-27%0D%0A%0D%0A")
  }

  @Test(arguments: [
    "", "@", "a@", "@example.org", "a b@example.org", "a@b@example.org", "a@host", "a@example..org",
    "a@-example.org", "a@example.org?cc=b@example.org", "a@example.org,b@example.org",
    ".a@example.org",
    "mailto:", "https://", "javascript:alert(1)", "https://example.org/#a", "ftp://example.org/a",
    "a\"@example.org", "a@example.org\nb",
  ])
  func whatIsNeitherIsRefused(text: String) {
    #expect(ReportAddress(text) == nil)
  }
}
