import DossierDrawing

/// Why an exhibit cannot be published, for its author.
struct ExhibitRefusal: Error, Hashable {
  var code: String
  var message: String
  var help: String?

  /// There is nothing in it.
  static func empty(_ message: String, help: String? = nil) -> Self {
    Self(code: "exhibit.empty", message: message, help: help)
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
}
