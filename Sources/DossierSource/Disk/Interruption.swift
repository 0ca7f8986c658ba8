import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What is put in order before a signal ends the process.
public enum Interruption {
  /// Work to be done then; it is forgotten with its holder.
  final class Cleanup: Sendable {
    private let number: Int

    /// Waits where a signal is ending the process: nothing is begun any more.
    ///
    /// Make it before what is to be put in order is begun: a signal that comes waits until the work is
    /// known, or the holder gone.
    init() {
      Interruption.waitForEnd()
      number = Interruption.registry.withLock { $0.next() }
    }

    /// - Parameter work: Called on a thread of its own, while all others go on.
    func set(_ work: @escaping @Sendable () -> Void) {
      Interruption.registry.withLock { registry in
        registry.works[number] = work
        registry.beginning.remove(number)
      }
    }

    deinit {
      let number = number
      Interruption.registry.withLock { registry in
        registry.works[number] = nil
        registry.beginning.remove(number)
      }
    }
  }

  private struct Registry {
    var works: [Int: @Sendable () -> Void] = [:]
    /// Those of which something is begun, and the work not known yet.
    var beginning: Set<Int> = []
    var count = 0
    var sources: [any DispatchSourceSignal] = []
    var isEnding = false

    mutating func next() -> Int {
      count += 1
      beginning.insert(count)
      return count
    }
  }

  private static let registry = Mutex(Registry())

  /// From now on `SIGINT`, `SIGTERM` and `SIGHUP` end the process only when what it has begun on the
  /// disk is cleared away; what whoever started it ignores stays ignored.
  public static func watch() {
    for signal in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(signal) {
      systemSignal(signal, SIG_IGN)
      registry.withLock { registry in
        let source = DispatchSource.makeSignalSource(
          signal: signal, queue: .global(qos: .userInitiated))
        source.setEventHandler { end(by: signal) }
        source.activate()
        registry.sources.append(source)
      }
    }
  }

  /// Waits for the end where a signal is ending the process: what then fails is no news.
  public static func waitForEnd() {
    while registry.withLock({ $0.isEnding }) { sleep(1) }
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #elseif canImport(Musl)
      let handler = action.__sa_handler.sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func end(by signal: Int32) {
    registry.withLock { $0.isEnding = true }
    // A folder that is made at this moment would stay; making it takes no time to speak of.
    for _ in 0..<1_000 where registry.withLock({ !$0.beginning.isEmpty }) { usleep(2_000) }
    let works = registry.withLock { registry in
      // The last begun first: a folder may hold what came later.
      return registry.works.sorted { $0.key > $1.key }.map(\.value)
    }
    for work in works { work() }
    // By the signal itself, so that a shell or a script sees why it ended.
    systemSignal(signal, SIG_DFL)
    // It may be blocked in every thread, this one too, and would then be waited for in vain.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, signal)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    kill(getpid(), signal)
    sleep(1)
    _exit(128 + signal)
  }
}

/// The call by another name, since parameters hide its own.
private func systemSignal(_ number: Int32, _ handler: sighandler) { signal(number, handler) }

#if canImport(Darwin)
  private typealias sighandler = sig_t?
#elseif canImport(Musl)
  private typealias sighandler = (@convention(c) (Int32) -> Void)?
#else
  private typealias sighandler = __sighandler_t?
#endif
