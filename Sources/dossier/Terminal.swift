import DossierSource

/// What the commands print: results to standard output, all else to standard error.
enum Terminal {
  static func write(_ text: String, toErrors: Bool) {
    let stream: StandardStream = toErrors ? .error : .output
    // A reader that went away is no reason to fail: what was asked for has been done.
    try? stream.write(Array(text.utf8))
  }

  static func line(_ text: String) { write(text + "\n", toErrors: false) }
  static func errorLine(_ text: String) { write(text + "\n", toErrors: true) }
}
