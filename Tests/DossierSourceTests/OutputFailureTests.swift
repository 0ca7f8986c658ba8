import Foundation
import Testing

@testable import DossierSource

/// What a build leaves behind when it is cut off.
@Suite struct OutputFailureTests {
  private let folder: TemporaryFolder
  private var path: String { "\(folder.path)/site" }

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Where in a build it is killed, from 0 at its beginning to 1 at its end, by a fixed rule.
  private static let moments: [Double] = (1...10).map { index in
    // Multiples of the golden ratio leave no gap.
    (Double(index) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
  }

  @Test(.serialized, arguments: moments, [false, true])
  func aKilledBuildLeavesTheOldSiteOrTheNewOne(
    moment: Double, isPublishing: Bool
  ) async throws {
    try folder.build(Self.site(0))
    try folder.write("theirs", to: "site/search/x")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, moment = moment as Double, isPublishing = isPublishing as Bool] in
      signal(SIGALRM) { _ in kill(getpid(), SIGKILL) }
      var usual = Duration.zero
      for generation in 1... {
        let start = ContinuousClock.now
        let output = try OutputFolder(at: path)
        // The first build only shows how long one takes.
        if generation > 1, !isPublishing { killSelf(after: usual * moment) }
        for (name, text) in OutputFailureTests.site(generation) {
          _ = try output.write(name, Array(text.utf8))
        }
        let written = ContinuousClock.now
        if generation > 1, isPublishing { killSelf(after: usual * moment) }
        _ = try output.publish()
        usual = ContinuousClock.now - (isPublishing ? written : start)
      }
    }
    var tree = try folder.tree()
    #expect(tree.removeValue(forKey: "search/x") == "theirs")
    let generation = try #require(tree["page-0.html"].flatMap(Int.init))
    #expect(tree == Self.site(generation))
    let report = try folder.build(["index.html": "next"])
    #expect(report.carried == 1)
    #expect(try folder.tree() == ["index.html": "next", "search/x": "theirs"])
    #expect(try folder.names() == ["site"])
  }

  /// Pages that all differ between generations, an asset that never does, and one of each its own.
  static func site(_ generation: Int) -> [String: String] {
    var site = ["assets/style.css": "same", "only/\(generation).html": "x"]
    for page in 0..<50 { site["page-\(page).html"] = "\(generation)" }
    return site
  }

  @Test(.enabled(if: Mounts.areAllowed, "only the superuser may mount"))
  func aFullDiskLeavesTheOldSite() throws {
    try folder.makeFolder("disk")
    let mount = try #require(Mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", "\(folder.path)/disk"))
    defer { mount.end() }
    let old = ["a.html": String(repeating: "a", count: 300_000), "b.html": "b"]
    try folder.build(old, at: "disk/site")
    let error = FileError.unwritable(
      path: "\(folder.path)/disk/site/c.bin", reason: "No space left on device")
    #expect(throws: error) {
      try folder.build(
        ["c.bin": String(repeating: "c", count: 1_500_000)], at: "disk/site")
    }
    #expect(try folder.tree("disk/site") == old)
    #expect(try folder.names(in: "disk") == ["site"])
  }

  #if canImport(Glibc)
    @Test func aFileBeyondTheLimitLeavesTheOldSite() async throws {
      try folder.build(["a.html": "old"])
      await #expect(processExitsWith: .success) { [path = path as String] in
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: 10_000, rlim_max: 10_000)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        let output = try OutputFolder(at: path)
        let error = FileError.unwritable(path: "\(path)/a.html", reason: "File too large")
        #expect(throws: error) { try output.write("a.html", .init(repeating: 1, count: 20_000)) }
      }
      #expect(try folder.tree() == ["a.html": "old"])
      #expect(try folder.names() == ["site"])
    }
  #endif
}

/// Rings the alarm whose handler kills the process, whatever the process is doing then.
private func killSelf(after duration: Duration) {
  let microseconds = duration / .microseconds(1)
  ualarm(UInt32(max(1, min(microseconds, 900_000))), 0)
}
