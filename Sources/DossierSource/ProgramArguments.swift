import CPlatform

/// What the program was started with.
public enum ProgramArguments {
  /// The words behind the program's name, also where `/proc`, from which Swift's library takes them, is
  /// missing.
  public static var words: [String] {
    var count: Int32 = 0
    guard let words = dossier_arguments(&count), count > 0 else {
      return Array(CommandLine.arguments.dropFirst())
    }
    return (1..<Int(count)).compactMap { words[$0].map { String(cString: $0) } }
  }
}
