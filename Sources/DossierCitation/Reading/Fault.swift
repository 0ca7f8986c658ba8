internal import DossierSource

/// Why a file cannot be read, on its way to who reports it.
struct Fault: Error {
  var diagnostic: Diagnostic

  static func error(
    _ code: String, _ message: String, at place: Place, help: String? = nil
  ) -> Fault {
    Fault(diagnostic: .error(code, message, at: place, help: help))
  }
}
