/// Compiled templates: flat lists of instructions, with all they refer to in shared tables.
struct Program: Sendable {
  var instructions: [Instruction] = []
  /// Where each routine (a template or a block, for one shape and one set of overrides) begins.
  var routines: [Int] = []
  /// The literal text of all templates, and the indents of calls.
  var bytes: [UInt8] = []
  var slots: [Int] = []
  /// The names that are looked up while rendering, in lenient templates only.
  var names: [String] = []
}

/// One step of rendering.
///
/// Ranges are indices of the program's tables.
enum Instruction: Sendable {
  /// `startsLine` says whether an indent belongs before the first line.
  case text(Range<Int>, startsLine: Bool)
  case print(Lookup, isEscaped: Bool)
  /// Renders what follows up to the matching `leave` for each item, then goes on at `end`.
  case section(Lookup, end: Int)
  case inverted(Lookup, end: Int)
  case call(routine: Int, indent: Range<Int>, CallPlace)
  /// The end of a section or of a routine.
  case leave
}

/// How what is called stands on its line, which decides where its lines are indented.
enum CallPlace: Sendable {
  /// A template on a line of its own: every line is indented.
  case ownLine
  /// A template within a line: no line is.
  case withinLine
  /// A block on lines of its own: every line is, whether or not its text began on a line.
  case blockOnOwnLines
  /// A block within a line: all lines but the first.
  case blockWithinLine
}

/// Where a value is found.
///
/// Ranges are indices of the program's slots or names.
enum Lookup: Sendable {
  /// In the innermost object, and in the objects that it gives.
  case innermost(Range<Int>)
  case root(Int, Range<Int>)
  /// What the innermost section is about: `{{.}}`.
  case item
  /// By name in all objects from the innermost outwards, as Mustache's specification has it.
  case names(Range<Int>)
}
