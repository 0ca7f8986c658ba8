import ArgumentParser
import DossierBuild
import DossierPreview
import DossierSource

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `dossier serve`: the site in the browser, while it is written.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show a project in the browser while you edit it.",
    discussion: "Pages are rendered when they are asked for; nothing is written to the disk.")

  @Argument(help: "The folder with content/ and templates/.")
  var project = "."

  @Option(help: "Where to listen on this machine; the next free port if it is taken.")
  var port = 8000

  @Flag(name: .customLong("no-drafts"), help: "Leave out what a build leaves out.")
  var noDrafts = false

  @Flag(help: "Open the first page in the browser.")
  var open = false

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535, not \(port)")
    }
  }

  func run() async throws {
    var arguments = ProjectArguments()
    arguments.project = project
    _ = try arguments.opened()
    _ = try ProjectArguments.now()
    endAtOnceOnSignals()
    guard let folder = realpath(project, nil) else {
      Terminal.errorLine("error: '\(project)' cannot be read: \(String(cString: strerror(errno)))")
      throw ExitStatus.machine.code
    }
    let path = String(cString: folder)
    free(folder)
    let now = { @Sendable in (try? ProjectArguments.now()) ?? time(nil) }
    var options = BuildOptions(jobs: ProjectArguments.processors, now: now())
    options.showsAll = !noDrafts
    let printer = PreviewPrinter(
      project: Project(folder: path), wantedPort: port, opensBrowser: open)
    do {
      try await Preview(folder: path, options: options, now: now)
        .run(port: port, report: printer.print)
    } catch {
      Terminal.errorLine("error: \(error)")
      throw ExitStatus.machine.code
    }
  }

  /// The preview has nothing on the disk to put in order, so it ends where it stands.
  private func endAtOnceOnSignals() {
    for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(0) } }
    signal(SIGPIPE, SIG_IGN)
  }
}

/// Says at the terminal what the preview does.
private struct PreviewPrinter: Sendable {
  let project: Project
  let wantedPort: Int
  let opensBrowser: Bool

  @Sendable func print(_ event: PreviewEvent) {
    switch event {
    case .listening(let port):
      if wantedPort != 0, port != wantedPort {
        Terminal.errorLine("note: port \(wantedPort) is taken; the next free one is \(port)")
      }
      let address = "http://localhost:\(port)/"
      Terminal.line("serving \(address) (all pages and diagnostics: \(address)_dossier/)")
      if opensBrowser { Browser.open(address) }
    case .updated(let files, let new, let errors, let warnings, let duration):
      DiagnosticReport(diagnostics: new, project: project, cure: "dossier check --all").print()
      let what = files.count == 1 ? files[0] : DiagnosticReport.count(files.count, "file")
      let summary =
        DiagnosticReport.count(errors, "error") + ", " + DiagnosticReport.count(warnings, "warning")
      Terminal.line(
        "\(files.isEmpty ? "read" : what): \(summary), \(Self.milliseconds(duration)) ms")
    case .notice(let text): Terminal.errorLine("note: \(text)")
    }
  }

  private static func milliseconds(_ duration: Duration) -> Int64 {
    duration.components.seconds &* 1000 &+ duration.components.attoseconds / 1_000_000_000_000_000
  }
}

/// The browser that the system opens an address with.
private enum Browser {
  #if canImport(Darwin)
    private static let program = "open"
  #else
    private static let program = "xdg-open"
  #endif

  static func open(_ address: String) {
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    if posix_spawnp(&process, program, nil, nil, &arguments, environ) != 0 {
      Terminal.errorLine("note: '\(program)' is not there to open the browser; go to \(address)")
    }
  }
}
