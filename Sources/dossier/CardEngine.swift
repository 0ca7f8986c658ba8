import ArgumentParser
import DossierSource

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A program that makes pixels of a card.
enum CardEngine: String, ExpressibleByArgument, CaseIterable {
  case rsvg = "rsvg-convert"
  case chromium

  /// The names that it goes by.
  var programs: [String] {
    switch self {
    case .rsvg: ["rsvg-convert"]
    case .chromium: PrintEngine.chromium.programs
    }
  }

  /// The command that gets it.
  var cure: String {
    switch self {
    case .rsvg: "apt-get install librsvg2-bin"
    case .chromium: PrintEngine.chromium.cure
    }
  }

  /// The first of the engines that is on the `PATH`, with its path; the one that was asked for, where
  /// one was.
  static func find(_ wanted: CardEngine?) throws(ProgramFailure) -> (
    engine: CardEngine, program: String
  ) {
    let candidates = wanted.map { [$0] } ?? allCases
    for engine in candidates {
      for name in engine.programs {
        if let program = SearchPath.find(name) { return (engine, program) }
      }
    }
    throw ProgramFailure(
      message: "there is no \(candidates.map(\.rawValue).joined(separator: " or ")) on the PATH",
      help: "install one with " + candidates.map { "'\($0.cure)'" }.joined(separator: " or "))
  }

  /// The arguments that make it write 1200 by 630 pixels.
  private func arguments(input: String, output: String, folder: String) -> [String] {
    switch self {
    case .rsvg: return ["--width", "1200", "--height", "630", "--output", output, input]
    case .chromium:
      let arguments = [
        "--headless", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
        "--force-device-scale-factor=1", "--window-size=1200,630",
        "--user-data-dir=\(folder)/profile", "--screenshot=\(output)", "file://\(input)",
      ]
      // It refuses to run as root inside its sandbox.
      return geteuid() == 0 ? ["--no-sandbox"] + arguments : arguments
    }
  }

  /// Chromium chooses what it writes by the name of the file.
  private static let output = "picture.png"

  /// A card as PNG.
  ///
  /// - Parameters:
  ///   - program: The path of the engine.
  ///   - limit: What it may take.
  ///   - fonts: The file by which it finds the fonts of the project; `nil` for those of the system.
  func picture(
    of card: [UInt8], by program: String, fonts: String?, limit: Duration
  ) throws -> [UInt8] {
    let scratch = try ScratchFolder()
    let (input, output) = (scratch.path(of: "card" + ".svg"), scratch.path(of: Self.output))
    try DiskFile.write(card, to: input)
    var process = ChildProcess(
      program, arguments(input: input, output: output, folder: scratch.path))
    process.environment["FONTCONFIG_FILE"] = fonts
    let result = try process.run(timeLimit: limit)
    let png = (try? scratch.read(Self.output, limit: 64 << 20)) ?? []
    guard result.end == .code(0), png.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
      throw ProgramFailure(
        message: "\(program) made no picture",
        help: ProgramFailure.end(of: result.output))
    }
    return png
  }
}
