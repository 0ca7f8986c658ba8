import Foundation
import Synchronization
import TestSupport
import Testing

/// The built program, serving a project until it is ended.
final class ServingProcess: Sendable {
  private let process: Mutex<Process>
  private let output = Mutex("")
  let port: Int
  let identifier: Int32

  init(_ project: TemporaryProject, _ arguments: [String] = ["--port", "0"]) async throws {
    let started = Process()
    started.executableURL = URL(filePath: Checkout.program)
    started.arguments = ["serve", project.path] + arguments
    let pipe = Pipe()
    started.standardOutput = pipe
    started.standardError = pipe
    try started.run()
    identifier = started.processIdentifier
    let lines = Self.lines(of: pipe.fileHandleForReading.fileDescriptor)
    process = Mutex(started)
    var found: Int?
    for await line in lines {
      output.withLock { $0 += line + "\n" }
      if let match = line.firstMatch(of: /serving http:\/\/localhost:(\d+)\//) {
        found = Int(match.1)
        break
      }
    }
    port = try #require(found, "it did not begin to serve")
    Task { [weak self] in
      for await line in lines { self?.output.withLock { $0 += line + "\n" } }
    }
  }

  deinit {
    process.withLock { if $0.isRunning { $0.terminate() } }
  }

  /// What it said at the terminal so far.
  var said: String { output.withLock { $0 } }

  var isRunning: Bool { process.withLock { $0.isRunning } }

  /// Sends a signal and waits for the end.
  func end(by number: Int32) async throws -> (code: Int32, isSignal: Bool, Duration) {
    let start = ContinuousClock.now
    kill(identifier, number)
    while isRunning, ContinuousClock.now - start < .seconds(10) {
      try await Task.sleep(for: .milliseconds(5))
    }
    let duration = ContinuousClock.now - start
    return process.withLock {
      ($0.terminationStatus, $0.terminationReason == .uncaughtSignal, duration)
    }
  }

  private static func lines(of descriptor: Int32) -> AsyncStream<String> {
    let (stream, continuation) = AsyncStream<String>.makeStream()
    let copy = dup(descriptor)
    Thread.detachNewThread {
      var rest: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while case let count = read(copy, &buffer, buffer.count), count > 0 {
        rest += buffer[..<count]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
          continuation.yield(String(decoding: rest[..<end], as: UTF8.self))
          rest.removeFirst(end + 1)
        }
      }
      close(copy)
      continuation.finish()
    }
    return stream
  }
}

/// An answer, taken apart no further than the tests need.
struct Answer: Sendable {
  var status: Int
  var headers: [String: String]
  var body: String
}

extension ServingProcess {
  /// Asks for a page as a browser on this machine does.
  func get(_ target: String) async throws -> Answer {
    try await send("GET \(target) HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n")
  }

  /// Sends the bytes of a request as they are, and reads to the end of the answer.
  func send(_ request: String) async throws -> Answer {
    let port = port
    let bytes = await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: exchange(request, port: port)) }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    let head = parts[0].split(separator: "\r\n")
    let status = head.first.map { $0.split(separator: " ") } ?? []
    var headers: [String: String] = [:]
    for line in head.dropFirst() {
      let pair = line.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { continue }
      headers[pair[0].lowercased()] = pair[1].trimmingCharacters(in: .whitespaces)
    }
    return Answer(
      status: status.count > 1 ? Int(status[1]) ?? 0 : 0, headers: headers,
      body: parts.count > 1 ? String(parts[1]) : "")
  }

  /// Asks again and again until the page holds a text, or holds it no longer.
  func waits(for text: String, in target: String, isThere: Bool = true) async throws -> Bool {
    let start = ContinuousClock.now
    var isLast = false
    // Where much else runs, one sleep may last longer than all are to: it is looked once more then.
    while try await get(target).body.contains(text) != isThere {
      if isLast { return false }
      try await Task.sleep(for: .milliseconds(25))
      isLast = ContinuousClock.now - start > .seconds(60)
    }
    return true
  }
}

/// One request and its answer over a connection of its own, whole or up to thirty seconds of silence.
private func exchange(_ request: String, port: Int) -> [UInt8] {
  let file = openConnection(port: port, address: "127.0.0.1")
  guard file >= 0 else { return [] }
  defer { close(file) }
  var patience = timeval(tv_sec: 30, tv_usec: 0)
  setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  _ = request.utf8.withContiguousStorageIfAvailable { send(file, $0.baseAddress, $0.count, 0) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while case let count = recv(file, &buffer, buffer.count, 0), count > 0 {
    bytes += buffer[..<count]
    if isWhole(bytes, isHead: request.hasPrefix("HEAD")) { break }
  }
  return bytes
}

/// Whether the body is as long as the head says; the server leaves the closing to its client.
private func isWhole(_ bytes: [UInt8], isHead: Bool) -> Bool {
  let text = String(decoding: bytes, as: UTF8.self)
  guard let end = text.range(of: "\r\n\r\n") else { return false }
  guard let match = text[..<end.lowerBound].firstMatch(of: /Content-Length: (\d+)/) else {
    return false
  }
  return isHead || text[end.upperBound...].utf8.count >= Int(match.1) ?? 0
}

/// A connected socket, or a negative number.
func openConnection(port: Int, address: String) -> Int32 {
  let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  guard file >= 0 else { return file }
  // Not by fields of `sockaddr_in`, which belongs to whichever module of C was read first.
  var found: UnsafeMutablePointer<addrinfo>?
  guard getaddrinfo(address, "\(port)", nil, &found) == 0, let found else { return -1 }
  defer { freeaddrinfo(found) }
  let result = connect(file, found.pointee.ai_addr, found.pointee.ai_addrlen)
  if result == 0 { return file }
  close(file)
  return -1
}
