import CZlib

/// Compression as ZIP archives want it, by the system's zlib.
enum Deflate {
  /// Why something cannot be expanded.
  enum Flaw: Error {
    /// It is no compressed stream, or is cut off.
    case broken
    /// It becomes more than was allowed.
    case tooLarge
  }

  private static let stretch = 65_536

  /// The CRC-32 of ZIP archives.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: crc32(0, buffer.baseAddress, uInt(clamping: buffer.count)))
    }
  }

  /// Compressed bytes without a head; `nil` where zlib refuses.
  static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard dossier_deflate_begin(&stream) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var output: [UInt8] = []
    var bytes = bytes
    let isDone = bytes.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = uInt(clamping: input.count)
      while true {
        let status = step(&stream, into: &output) { deflate($0, Z_FINISH) }
        if status == Z_STREAM_END { return true }
        guard status == Z_OK else { return false }
      }
    }
    return isDone ? output : nil
  }

  /// What was compressed.
  ///
  /// - Parameter limit: Bytes that it may become; the output is counted, and not what its head says.
  static func expand(_ bytes: ArraySlice<UInt8>, limit: Int) throws(Flaw) -> [UInt8] {
    var stream = z_stream()
    guard dossier_inflate_begin(&stream) == Z_OK else { throw .broken }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var input = Array(bytes)
    let flaw: Flaw? = input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = uInt(clamping: input.count)
      while true {
        let status = step(&stream, into: &output) { inflate($0, Z_NO_FLUSH) }
        if output.count > limit { return .tooLarge }
        if status == Z_STREAM_END { return nil }
        guard status == Z_OK else { return .broken }
      }
    }
    if let flaw { throw flaw }
    return output
  }

  /// One call of zlib, with room for what it puts out.
  private static func step(
    _ stream: inout z_stream, into output: inout [UInt8],
    _ work: (UnsafeMutablePointer<z_stream>) -> Int32
  ) -> Int32 {
    var status = Z_OK
    let piece = [UInt8](unsafeUninitializedCapacity: stretch) { buffer, count in
      stream.next_out = buffer.baseAddress
      stream.avail_out = uInt(stretch)
      status = work(&stream)
      count = stretch - Int(stream.avail_out)
    }
    output += piece
    return status
  }
}
