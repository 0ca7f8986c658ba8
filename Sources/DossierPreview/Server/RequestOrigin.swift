import NIOHTTP1

/// Where a request comes from, as far as a browser says.
struct RequestOrigin {
  /// Whether it comes from a page of the preview, or from no page at all.
  ///
  /// A foreign page may ask without naming itself, but no browser of today lets it leave out what
  /// it says of the site.
  let isOwn: Bool

  init(_ headers: HTTPHeaders) {
    let own = headers["Host"].map { "http://\($0)" }
    let isOwnOrigin = headers["Origin"].allSatisfy { origin in
      own.contains { $0.lowercased() == origin.lowercased() }
    }
    let isOwnSite = headers["Sec-Fetch-Site"].allSatisfy { $0 == "same-origin" || $0 == "none" }
    isOwn = isOwnOrigin && isOwnSite
  }
}
