/// A path as the bytes that the system knows it by, ended by a NUL.
///
/// Not a `String`: two strings of different bytes can be equal in Swift, and a stranger's name
/// need not be UTF-8 at all. Paths order by their bytes, so a folder comes before what it holds.
struct BytePath: Hashable, Sendable {
  private let terminated: [UInt8]

  init(_ text: String) {
    self.init(text.utf8)
  }

  /// - Parameter bytes: Without a NUL; the system would read a path with one only up to it.
  init(_ bytes: some Collection<UInt8>) {
    var terminated: [UInt8] = []
    terminated.reserveCapacity(bytes.count + 1)
    terminated.append(contentsOf: bytes)
    terminated.append(0)
    self.terminated = terminated
  }

  var bytes: ArraySlice<UInt8> { terminated.dropLast() }
  /// For messages: what is not UTF-8 becomes U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { terminated.count == 1 }

  /// Gives the path to a call of the system, as long as the call lasts.
  func withPointer<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    terminated.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        // Never empty, so there is an address; the fallback is an empty path, which names nothing.
        characters.baseAddress.map(body) ?? withUnsafePointer(to: CChar(0), body)
      }
    }
  }

  func starts(with prefix: String) -> Bool { terminated.starts(with: prefix.utf8) }
  func ends(with suffix: String) -> Bool { bytes.reversed().starts(with: suffix.utf8.reversed()) }
}

extension BytePath: Comparable {
  static func < (left: BytePath, right: BytePath) -> Bool {
    left.terminated.lexicographicallyPrecedes(right.terminated)
  }
}

extension BytePath {
  private static let slash = UInt8(ascii: "/")

  /// The parts between slashes, empty ones left out.
  var components: [BytePath] {
    bytes.split(separator: Self.slash).map { BytePath($0) }
  }

  /// Goes one step down; an empty path is where the steps begin.
  func appending(_ name: BytePath) -> BytePath {
    isEmpty ? name : BytePath(bytes + [Self.slash] + name.bytes)
  }

  /// The folder that holds it, or `nil` for a name alone.
  var parent: BytePath? {
    bytes.lastIndex(of: Self.slash).map { BytePath(bytes[..<$0]) }
  }

  /// The folders above it, the nearest first.
  var ancestors: some Sequence<BytePath> {
    sequence(first: self, next: \.parent).dropFirst()
  }

  /// Whether it goes only downwards, by names that a list with one path a line can hold.
  var isPlain: Bool {
    !bytes.contains { $0 < 0x20 || $0 == 0x7F }
      && bytes.split(separator: Self.slash, omittingEmptySubsequences: false).allSatisfy { name in
        !name.isEmpty && !name.elementsEqual(".".utf8) && !name.elementsEqual("..".utf8)
      }
  }
}

extension Sequence<BytePath> {
  /// Every folder above any of the paths.
  var allAncestors: Set<BytePath> {
    var folders: Set<BytePath> = []
    for path in self {
      for folder in path.ancestors {
        // Those above a known folder are known.
        guard folders.insert(folder).inserted else { break }
      }
    }
    return folders
  }
}
