import CPlatform

/// Whether the system lets this process have the threads that it works with.
///
/// Asked before the work begins: the language's own pool has no way to say that there are none, and
/// would stop the process or wait for ever.
public enum ThreadSupply {
  /// Begins so many threads at once, and ends them again.
  ///
  /// - Throws: Where the system gives fewer.
  public static func check(_ count: Int) throws(ThreadShortage) {
    let given = Int(dossier_threads(Int32(clamping: count)))
    if given < count { throw ThreadShortage(wanted: count, given: given) }
  }
}

/// The system gives fewer threads than are wanted.
public struct ThreadShortage: Error, CustomStringConvertible {
  var wanted: Int
  var given: Int

  /// One line for the user, without a full stop.
  public var description: String {
    "the system gives this program \(given) threads, and it needs \(wanted)"
  }
}
