import Foundation
import Synchronization

/// Ends the process where a project takes too long, or where the process has grown too large.
///
/// It counts what the whole process uses, and so is for runs in which nothing else is tried.
final class ProjectWatch: Sendable {
  struct Bounds: Sendable {
    /// Seconds of all processors together for one project, and by the clock, where it only waits.
    var processor = 5.0
    var clock = 60.0
    /// MiB of the process at its largest.
    var memory = 512
  }

  /// What the process ends with.
  static let status: Int32 = 70

  private struct Running {
    var processor: Double
    var clock: Double
  }

  private let running = Mutex<Running?>(nil)

  init(_ bounds: Bounds) {
    Thread.detachNewThread { [weak self] in
      while let watch = self {
        if let reason = watch.running.withLock({ $0.flatMap { Self.excess($0, bounds) } }) {
          FileHandle.standardError.write(Data("the project in hand takes \(reason)\n".utf8))
          _exit(Self.status)
        }
        usleep(50_000)
      }
    }
  }

  func begin() {
    running.withLock {
      $0 = Running(
        processor: Self.seconds(CLOCK_PROCESS_CPUTIME_ID), clock: Self.seconds(CLOCK_MONOTONIC))
    }
  }

  func end() { running.withLock { $0 = nil } }

  private static func excess(_ start: Running, _ bounds: Bounds) -> String? {
    if seconds(CLOCK_PROCESS_CPUTIME_ID) - start.processor > bounds.processor {
      return "more than \(bounds.processor) s of the processor"
    }
    if seconds(CLOCK_MONOTONIC) - start.clock > bounds.clock {
      return "more than \(bounds.clock) s"
    }
    return peak > bounds.memory ? "more than \(bounds.memory) MiB" : nil
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// MiB of the process when it was largest.
  static var peak: Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss >> 20
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss >> 10
    #endif
  }
}
