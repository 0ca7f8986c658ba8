import DossierDrawing
import DossierSite

/// Why an exhibit cannot be published, for its author.
struct ExhibitRefusal: Error, Hashable {
  var code: String
  var message: String
  var help: String?

  /// There is nothing in it.
  static func empty(_ message: String, help: String? = nil) -> Self {
    Self(code: "exhibit.empty", message: message, help: help)
  }

  /// The project has no template for it.
  static func withoutTemplate(_ template: ExhibitTemplate) -> Self {
    Self(
      code: "template.missing", message: "there is no template '\(template.path)' for the exhibit",
      help: "take templates/\(template.path).html from a new project")
  }

  /// What it sets against each other is not measured alike.
  static func units(_ message: String, help: String? = nil) -> Self {
    Self(code: "exhibit.unit", message: message, help: help)
  }

  /// A field does not hold what the exhibit makes of it.
  static func unfit(_ message: String, help: String? = nil) -> Self {
    Self(code: "exhibit.field", message: message, help: help)
  }

  private init(code: String, message: String, help: String?) {
    self.code = code
    self.message = message
    self.help = help
  }

  /// There are figures, but they cannot be drawn.
  init(_ refusal: ChartRefusal) {
    self.init(
      code: refusal == .empty ? "exhibit.empty" : "chart.refused", message: refusal.message,
      help: refusal.help)
  }

  /// There are places, but they cannot be drawn.
  init(_ refusal: MapRefusal) {
    self.init(code: "map.refused", message: refusal.message, help: refusal.help)
  }

  /// A role that it needs has no public record.
  static func noRecords(of role: Role, in schema: SiteSchema) -> Self {
    let kind = schema.kinds(role).first
    return .empty(
      kind.map { "there is no public record of the kind '\($0.id)'" }
        ?? "there is no kind with 'role: \(role.rawValue)'",
      help: kind == nil
        ? "declare one, or take the exhibit out"
        : "write or publish one, or take the exhibit out")
  }

  /// The id of the kind of a role, as a message has it.
  static func kind(of role: Role, in schema: SiteSchema) -> String {
    "'\(schema.kinds(role).first?.id ?? role.rawValue)'"
  }

  /// "at 2004", for what asks for a time.
  static func time(_ date: String?) -> String { date.map { " at \($0)" } ?? "" }

  /// Some ids behind what is said of them; `nil` for none.
  static func help(_ words: String, _ ids: [String]) -> String? {
    let shown = ids.prefix(8).joined(separator: ", ")
    return ids.isEmpty ? nil : words + shown + (ids.count > 8 ? ", …" : "")
  }
}
