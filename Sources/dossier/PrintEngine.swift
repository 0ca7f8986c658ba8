import ArgumentParser
import DossierSource

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A program that prints HTML as PDF.
enum PrintEngine: String, ExpressibleByArgument, CaseIterable {
  case weasyprint
  case chromium

  /// The names that it goes by.
  var programs: [String] {
    switch self {
    case .weasyprint: ["weasyprint"]
    case .chromium:
      ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
    }
  }

  /// Its own name.
  var title: String {
    switch self {
    case .weasyprint: "WeasyPrint"
    case .chromium: "Chromium"
    }
  }

  /// The command that gets it.
  var cure: String {
    switch self {
    case .weasyprint: "pipx install weasyprint"
    case .chromium: "apt-get install chromium"
    }
  }

  /// The first of the engines that is on the `PATH`; the one that was asked for, where one was.
  static func find(_ wanted: PrintEngine?) throws(ProgramFailure) -> InstalledEngine {
    let candidates = wanted.map { [$0] } ?? allCases
    for engine in candidates {
      for name in engine.programs {
        if let program = SearchPath.find(name) {
          return InstalledEngine(engine: engine, program: program)
        }
      }
    }
    let names = candidates.map(\.title).joined(separator: " or ")
    throw ProgramFailure(
      message: "there is no \(names) on the PATH",
      help: "install one with " + candidates.map { "'\($0.cure)'" }.joined(separator: " or "))
  }

  /// The arguments that make it write a tagged PDF.
  ///
  /// - Parameters:
  ///   - input: The path of the HTML.
  ///   - output: The path of the PDF.
  ///   - folder: A folder for whatever it wants to keep meanwhile.
  ///   - attachments: Paths of files for the PDF to hold; Chromium has no way to.
  fileprivate func arguments(
    input: String, output: String, folder: String, attachments: [String]
  ) -> [String] {
    switch self {
    case .weasyprint:
      return ["--quiet", "--pdf-variant", "pdf/ua-1"]
        + attachments.flatMap { ["--attachment", $0] } + [input, output]
    case .chromium:
      let arguments = [
        "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer",
        "--generate-pdf-document-outline", "--user-data-dir=\(folder)/profile",
        "--print-to-pdf=\(output)", "file://\(input)",
      ]
      // It refuses to run as root inside its sandbox.
      return geteuid() == 0 ? ["--no-sandbox"] + arguments : arguments
    }
  }
}

/// What an engine prints.
struct PrintMatter {
  var html: [UInt8]
  /// When the print says that it was made.
  var moment: PrintMoment
  /// Files for the PDF to hold, by their names.
  var attachments: [(name: String, bytes: [UInt8])]
}

/// An engine that was found on this machine.
struct InstalledEngine {
  let engine: PrintEngine
  let program: String

  /// "WeasyPrint version 70.0", in its own words; its path where it does not say.
  func version() -> String {
    let result = try? ChildProcess(program, ["--version"]).run(timeLimit: .seconds(30))
    let lines = result?.output.split(separator: "\n") ?? []
    // A shell script around the program may have something to say before it.
    return lines.first { $0.contains("WeasyPrint") || $0.contains("Chrom") }.map(String.init)
      ?? program
  }

  /// A handout as PDF.
  ///
  /// - Throws: A ``ProgramFailure`` for whatever comes between.
  func print(_ matter: PrintMatter, timeLimit: Duration) throws -> [UInt8] {
    let scratch = try ScratchFolder()
    let (input, output) = (scratch.path(of: "handout.html"), scratch.path(of: "print"))
    try DiskFile.write(matter.html, to: input)
    for file in matter.attachments {
      try DiskFile.write(file.bytes, to: scratch.path(of: file.name))
    }
    let arguments = engine.arguments(
      input: input, output: output, folder: scratch.path,
      attachments: matter.attachments.map { scratch.path(of: $0.name) })
    let result = try ChildProcess(program, arguments).run(timeLimit: timeLimit)
    guard result.end == .code(0) else {
      throw ProgramFailure(program: program, result, timeLimit)
    }
    let pdf = (try? scratch.read("print", limit: 1 << 30)) ?? []
    guard pdf.starts(with: Array("%PDF-".utf8)) else {
      throw ProgramFailure(
        message: "\(program) wrote no PDF", help: ProgramFailure.end(of: result.output))
    }
    return matter.moment.stamped(pdf)
  }
}
