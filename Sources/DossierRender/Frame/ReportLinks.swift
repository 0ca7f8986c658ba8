import DossierSite

/// Where readers report a mistake, with the page, what it says of what, and its state.
struct ReportLinks {
  let scope: PageScope

  /// For a page; `nil` where the publisher has not said where, and for a page that no reader is on.
  func address(of page: PageDescription) -> String? {
    address(
      page: page.address, fact: nil, title: page.title, version: version(of: page.record))
  }

  /// For what a record says for a field; `nil` as above, and on paper.
  func address(ofField field: FieldIndex, of record: RecordIndex) -> String? {
    guard scope.handout == nil, scope.site.schema.configuration.report != nil else { return nil }
    let anchor = scope.edition.anchor(ofField: field, of: record)
    let title = scope.edition.title(of: record)
    let label = scope.site.kind(of: record).fields[field].label[scope.language]
    return address(
      page: scope.publishedAddress(.record(record)) + "#" + anchor, fact: label,
      title: scope.edition.strings.labelled(title, label), version: version(of: record))
  }

  private func address(page: String, fact: String?, title: String, version: String?) -> String? {
    scope.site.schema.configuration.report?.address(
      page: page, fact: fact, version: version,
      subject: scope.edition.strings.text("report-subject", ["name": title]))
  }

  /// When the record was last changed, and a digest of its texts where there is one.
  private func version(of record: RecordIndex?) -> String? {
    guard let record else { return nil }
    let entry = scope.site.records[record]
    let day = (entry.updated ?? entry.article.date ?? entry.reviewed)?.description
    let digest = entry.textDigest == 0 ? nil : String(entry.textDigest, radix: 16)
    let parts = [day, digest].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
