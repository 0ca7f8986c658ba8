public import DossierSource

/// A template in the Mustache language as its specification has it, without the strict checks.
///
/// A name that is not known prints nothing and is looked up in outer objects too; a partial that is
/// missing prints nothing; partials may call themselves. Lambdas and dynamic names are not supported.
public struct Template: Sendable {
  /// How many sections and partials may be open at once.
  private static let deepest = 1000

  private let program: Program

  /// Compiles a template and the partials it uses.
  ///
  /// - Parameter partials: The partials and parents by the names that tags give them; their
  ///   diagnostics have that name as path.
  /// - Returns: The template; a file with an error of syntax may print nothing.
  public static func lenient(
    _ file: SourceFile, partials: [String: String] = [:]
  ) -> Outcome<Template> {
    var sources = [(name: "", path: file.path, bytes: file.bytes)]
    for (name, text) in partials.sorted(by: { $0.key < $1.key }) {
      sources.append((name, name, Array(text.utf8)))
    }
    let parsed = sources.map { source in
      var parser = TemplateParser(name: source.name, path: source.path, bytes: source.bytes)
      return parser.parse()
    }
    var compiler = Compiler(Library(parsed.map(\.value)), names: nil)
    _ = compiler.routine(ofTemplate: 0, in: nil)
    let program = compiler.finish().value
    return Outcome(Template(program: program), parsed.flatMap(\.diagnostics))
  }

  /// Renders a value, which may be an object, a list or a text.
  ///
  /// - Throws: ``RenderError/tooDeep(limit:)`` for a partial that calls itself without end.
  public func render(_ value: Value) throws(RenderError) -> [UInt8] {
    var renderer = Renderer(program, value: value, deepest: Self.deepest)
    renderer.run(0)
    if renderer.isCutOff { throw .tooDeep(limit: Self.deepest) }
    return renderer.output
  }
}

/// Why a template could not be rendered to its end.
public enum RenderError: Error, Hashable {
  /// More sections and partials were open at once than the limit allows.
  case tooDeep(limit: Int)
}

extension RenderError: CustomStringConvertible {
  /// The reason in words, without a full stop.
  public var description: String {
    switch self {
    case .tooDeep(let limit): "more than \(limit) sections and partials are open at once"
    }
  }
}
