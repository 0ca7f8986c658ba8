import ArgumentParser
import DossierSource

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `dossier doctor`: what is on this machine of what the tool can make use of.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say which helpful programs and fonts are on this machine.",
    discussion: "A site is built without any of them. What is missing is named with its cure.")

  func run() async throws {
    Terminal.line(Dossier.version)
    let path = SearchPath.current
    for helper in Helper.all { Terminal.line(helper.report(path)) }
    Terminal.line(FontReport.line(path))
  }
}

/// A program that some command or script makes use of.
private struct Helper {
  var title: String
  /// The command lines that it goes by, without what asks for its version.
  var commands: [[String]]
  var purpose: String
  /// The command that gets it.
  var cure: String

  static let all: [Helper] = [
    Helper(.weasyprint, purpose: "PDFs by 'handout --pdf'"),
    Helper(
      .chromium,
      purpose: "PDFs by 'handout --pdf', share images by 'cards', and the tests in a browser"),
    Helper(
      title: "Pagefind",
      commands: IndexEngine.commands, purpose: "the index of the search, by 'index'",
      cure: IndexEngine.cure),
    Helper(
      title: "rsvg-convert", commands: [["rsvg-convert"]], purpose: "share images by 'cards'",
      cure: CardEngine.rsvg.cure),
    Helper(
      title: "Pandoc", commands: [["pandoc"]], purpose: "documents of Word by 'handout --docx'",
      cure: DocumentMaker.cure),
    Helper(
      title: "Git", commands: [["git"]], purpose: "the history of a project",
      cure: "apt-get install git"),
  ]

  init(title: String, commands: [[String]], purpose: String, cure: String) {
    (self.title, self.commands, self.purpose, self.cure) = (title, commands, purpose, cure)
  }

  init(_ engine: PrintEngine, purpose: String) {
    self.init(
      title: engine.title, commands: engine.programs.map { [$0] }, purpose: purpose,
      cure: engine.cure)
  }

  func report(_ path: String) -> String {
    commands.lazy.compactMap { report(on: $0, in: path) }.first
      ?? "\(title): not there; for \(purpose): \(cure)"
  }

  /// What there is to say of one of its command lines; `nil` where that does not lead to it.
  private func report(on command: [String], in path: String) -> String? {
    guard let program = ChildProcess.find(command[0], in: path) else { return nil }
    let arguments = command.dropFirst() + ["--version"]
    let result = try? ChildProcess(program, Array(arguments)).run(timeLimit: .seconds(20))
    let place = ([program] + command.dropFirst()).joined(separator: " ")
    guard let result, result.end == .code(0) else {
      // An interpreter without the module is another program.
      return command.count > 1
        ? nil : "\(title): \(place), which does not run; for \(purpose): \(cure)"
    }
    let version = result.output.firstMatch(of: /\d+(?:\.\d+)+/)
    return "\(title): \(version.map { "\($0.output), " } ?? "")\(place)"
  }
}

/// Which of the families are there that `handout.css` names.
private enum FontReport {
  private static let families = [
    "Liberation Serif", "Liberation Sans", "DejaVu Serif", "DejaVu Sans",
  ]
  private static let cure = "apt-get install fonts-liberation fonts-dejavu-core"

  static func line(_ path: String) -> String {
    guard let program = ChildProcess.find("fc-list", in: path) else {
      return "Fonts: not known without 'fc-list'; for print: apt-get install fontconfig"
    }
    let result = try? ChildProcess(program, [":", "family"]).run(timeLimit: .seconds(20))
    let known = Set((result?.output ?? "").split { $0 == "\n" || $0 == "," }.map(String.init))
    let (found, missing) = (
      families.filter(known.contains), families.filter { !known.contains($0) }
    )
    if missing.isEmpty { return "Fonts: \(found.joined(separator: ", "))" }
    let there = found.isEmpty ? "" : found.joined(separator: ", ") + "; "
    return "Fonts: \(there)not there: \(missing.joined(separator: ", ")); for print: \(cure)"
  }
}
