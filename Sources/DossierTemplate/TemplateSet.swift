public import DossierSource

/// The templates of a site, checked against the shapes of what they are rendered with.
///
/// The language is Mustache with inheritance, and strict: a name is looked up in the innermost
/// object only, else among the roots (`{{page.title}}`), and must be declared there.
public struct TemplateSet: Sendable {
  private struct Entry {
    var routine: Int
    var shape: ObjectShape
  }

  private let program: Program
  private let entries: [String: Entry]
  private let rootNames: [String]
  private let rootShapes: [ObjectShape]

  /// Compiles templates and checks all their branches, those never taken included.
  ///
  /// - Parameters:
  ///   - files: A template is called by its path below `templates/` without `.html`; other files
  ///     are passed over. Those that no entry uses are checked for syntax only.
  ///   - entries: The shape that each template is rendered with, by the template's name.
  ///   - roots: The shapes of the names that can be used anywhere: `page`, `strings`.
  ///   - keepsIndents: Whether the lines of templates keep the space before them, which browsers
  ///     do not show; what values hold is printed as it is in any case.
  /// - Returns: The templates, to be rendered only where no diagnostic is an error; all mistakes,
  ///   sorted, with codes that begin with `template.`.
  public static func compile(
    _ files: [SourceFile], entries: [String: ObjectShape], roots: [String: ObjectShape],
    keepsIndents: Bool = true
  ) -> Outcome<TemplateSet> {
    let parsed = files.compactMap(parse)
    let library = Library(parsed.map(\.value))
    let names = StrictNames(roots: roots.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    var diagnostics = parsed.flatMap(\.diagnostics)

    var found: [(name: String, template: Int, shape: ObjectShape)] = []
    for (name, shape) in entries.sorted(by: { $0.key < $1.key }) {
      if let template = library.template(named: name) {
        found.append((name, template, shape))
      } else {
        diagnostics.append(missingEntry(name, shape, unused: library.names))
      }
    }
    let survey = ReferenceSurvey(of: library, from: found.map(\.template))
    diagnostics += survey.diagnostics + strays(in: survey.reached.map { library.templates[$0] })

    var compiler = Compiler(
      library, names: names, leavingOut: survey.circular, keepsIndents: keepsIndents)
    var compiled: [String: Entry] = [:]
    for (name, template, shape) in found {
      let routine = compiler.routine(ofTemplate: template, in: NameScope(shape))
      compiled[name] = Entry(routine: routine, shape: shape)
    }
    let program = compiler.finish()
    diagnostics += program.diagnostics
    let set = TemplateSet(
      program: program.value, entries: compiled, rootNames: names.roots.map(\.name),
      rootShapes: names.roots.map(\.shape))
    return Outcome(set, Set(diagnostics).sorted())
  }

  /// Whether the name is that of an entry whose template is there.
  public func contains(_ name: String) -> Bool {
    entries[name] != nil
  }

  /// Prepares root objects, to be kept for all pages that share them.
  ///
  /// - Parameter objects: A root without an object has all its names absent; an object that is no
  ///   root is left out.
  public func roots(_ objects: [String: Object]) -> Roots {
    let values = zip(rootNames, rootShapes).map { name, shape in
      objects[name]?.fitted(to: shape) ?? Object(shape, [:])
    }
    return Roots(names: rootNames, objects: values)
  }

  /// What stands at the end of an entry that would have taken too long: U+FDD0, which no text holds.
  public static let cutOffMark: [UInt8] = [0xEF, 0xB7, 0x90]

  /// Renders an entry, and appends the bytes to the output.
  ///
  /// An entry ends with ``cutOffMark`` after 1,000,000 calls and rounds of lists: a list that is walked
  /// within itself, and again within that, would else be without end.
  ///
  /// - Parameters:
  ///   - name: A name that the set contains; any other prints nothing.
  ///   - object: An object of the entry's shape; one of another shape is taken by its names.
  ///   - roots: What ``roots(_:)`` of this set made.
  public func render(
    _ name: String, _ object: Object, roots: Roots, into output: inout [UInt8]
  ) {
    guard let entry = entries[name], roots.objects.count == rootNames.count else { return }
    let value = Value.object(object.fitted(to: entry.shape))
    // The bytes are moved out and back, so that they are appended to in place and not copied.
    var bytes: [UInt8] = []
    swap(&bytes, &output)
    var renderer = Renderer(
      program, value: value, roots: roots.objects, most: TemplateBudget.mostSteps,
      output: consume bytes)
    renderer.run(entry.routine)
    output = renderer.output
    if renderer.isCutOff { output += Self.cutOffMark }
  }
}

/// The objects that templates reach from anywhere, prepared by ``TemplateSet/roots(_:)``.
public struct Roots: Sendable {
  fileprivate let names: [String]
  fileprivate private(set) var objects: [Object]

  /// The same roots with one changed, as `page` is on every page; a name that is no root changes
  /// nothing.
  public func setting(_ name: String, to object: Object) -> Roots {
    guard let index = names.firstIndex(of: name) else { return self }
    var result = self
    result.objects[index] = object.fitted(to: objects[index].shape)
    return result
  }
}

extension TemplateSet {
  private static func parse(_ file: SourceFile) -> Outcome<ParsedTemplate>? {
    let (folder, ending) = ("templates/", ".html")
    guard file.path.hasPrefix(folder), file.path.hasSuffix(ending) else { return nil }
    let name = String(file.path.dropFirst(folder.count).dropLast(ending.count))
    var parser = TemplateParser(name: name, path: file.path, bytes: file.bytes)
    return parser.parse()
  }

  private static func missingEntry(
    _ name: String, _ shape: ObjectShape, unused: [String]
  ) -> Diagnostic {
    .error(
      "template.missing", "there is no template '\(name)' for '\(shape.name)'",
      at: Place(path: "templates/\(name).html", line: 1, column: 1),
      help: Suggestion.nearest(to: name, among: unused).map { "is 'templates/\($0).html' meant?" })
  }

  /// Mustache passes over all but blocks in a parent tag; that is never what the author meant.
  private static func strays(in templates: [ParsedTemplate]) -> [Diagnostic] {
    templates.flatMap { template in
      template.strays.map { tag in
        .error(
          "template.syntax",
          "only blocks may stand directly in a parent: '\(tag.name)' would be lost",
          at: template.place(of: tag), help: "put it into a block: {{$name}}…{{/name}}")
      }
    }
  }
}
