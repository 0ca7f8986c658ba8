#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Another program, run to its end.
///
/// It gets a process group of its own, so that with it ends whatever it has started.
public struct ChildProcess: Sendable {
  /// How a program ended.
  public enum End: Hashable, Sendable {
    case code(Int32)
    /// Somebody killed it.
    case signal(Int32)
    /// It took longer than it was given, and we killed it.
    case timedOut
  }

  /// How it ended, and the beginning of what it said on both streams.
  public struct Result: Sendable {
    public var end: End
    public var output: String
  }

  /// The absolute path of the program.
  public var program: String
  public var arguments: [String]
  /// Variables of the environment that it has beside ours, or in their place.
  public var environment: [String: String] = [:]

  public init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// The path of a program that can be run, in the first folder of a `PATH` that has one.
  public static func find(_ name: String, in path: String) -> String? {
    path.split(separator: ":").lazy.map { $0 + "/" + name }.first { candidate in
      var status = stat()
      return stat(candidate, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        && access(candidate, X_OK) == 0
    }
  }

  /// Runs the program with an empty standard input, and waits for it.
  ///
  /// - Throws: A ``FileError`` where it could not be started.
  public func run(timeLimit: Duration) throws(FileError) -> Result {
    let scratch = try ScratchFolder()
    let deadline = ContinuousClock.now + timeLimit
    let interruption = Interruption.Cleanup()
    let process: pid_t
    do throws(Errno) {
      process = try start(outputPath: scratch.path(of: Self.outputName))
    } catch {
      throw error.unreadable(program)
    }
    interruption.set { kill(-process, SIGKILL) }
    let end = withExtendedLifetime(interruption) { Self.wait(for: process, until: deadline) }
    // What the program left behind would hold on to its files.
    kill(-process, SIGKILL)
    let output = (try? scratch.read(Self.outputName, limit: Self.outputLimit)) ?? []
    return Result(end: end, output: String(decoding: output, as: UTF8.self))
  }

  private static let outputName = "output"
  /// A program that says more says nothing to be printed.
  private static let outputLimit = 1 << 20

  private func start(outputPath: String) throws(Errno) -> pid_t {
    #if canImport(Darwin)
      var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?) = (nil, nil)
    #else
      var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, 1, outputPath, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // Signals that whoever started us ignores are none of the program's concern.
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    posix_spawnattr_setpgroup(&attributes, 0)
    var process = pid_t()
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = self.variables.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    let error = posix_spawn(&process, program, &actions, &attributes, &words, &variables)
    guard error == 0 else { throw Errno(error) }
    return process
  }

  /// `NAME=value` for each variable that the program has.
  private var variables: [String] {
    var variables = environment.map { $0 + "=" + $1 }.sorted()
    var next = environ
    while let line = next.pointee {
      let variable = String(cString: line)
      if environment[String(variable.prefix { $0 != "=" })] == nil { variables.append(variable) }
      next += 1
    }
    return variables
  }

  private static func wait(for process: pid_t, until deadline: ContinuousClock.Instant) -> End {
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return end(status) }
      if ended < 0, errno != EINTR { return .code(-1) }
      if ContinuousClock.now >= deadline {
        kill(-process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return .timedOut
      }
      usleep(20_000)
    }
  }

  /// The number of `waitpid` taken apart: a signal in the low seven bits, else a code above them.
  private static func end(_ status: Int32) -> End {
    status & 0x7F == 0 ? .code(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }
}
