import Synchronization

/// Pages of one state of the site that were asked for already, so that it costs little to ask again.
final class RenderedPages: Sendable {
  /// The most bytes that are kept: 32 MiB; where more come, all go.
  private static let most = 32 << 20

  private struct Kept {
    var pages: [String: [UInt8]] = [:]
    var count = 0
  }

  private let kept = Mutex(Kept())

  /// The page at a route, made where it was not asked for yet.
  func page(at route: String, _ make: () -> [UInt8]?) -> [UInt8]? {
    if let page = kept.withLock({ $0.pages[route] }) { return page }
    guard let page = make() else { return nil }
    kept.withLock { kept in
      if kept.count + page.count > Self.most { kept = Kept() }
      if kept.pages.updateValue(page, forKey: route) == nil { kept.count += page.count }
    }
    return page
  }
}
