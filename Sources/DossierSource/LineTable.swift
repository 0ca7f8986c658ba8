/// Where the lines of a text stand in it, which end with a line feed each but the last.
public struct LineTable: Sendable {
  /// The offset of each line's first byte.
  private let starts: [Int]
  private let end: Int

  /// Goes through the whole text once.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 48 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      for (offset, byte) in buffer.enumerated() where byte == UInt8(ascii: "\n") {
        starts.append(offset + 1)
      }
    }
    self.starts = starts
    end = bytes.count
  }

  /// How many lines there are, at least one.
  public var count: Int { starts.count }

  /// The bytes of a line, counted from 0, without its line feed; empty where there is none.
  public subscript(line: Int) -> Range<Int> {
    guard starts.indices.contains(line) else { return end..<end }
    return starts[line]..<(line + 1 < starts.count ? starts[line + 1] - 1 : end)
  }

  /// The line, counted from 0, on which a byte stands.
  public func line(of offset: Int) -> Int {
    max(starts.partitioningIndex { $0 > offset } - 1, 0)
  }
}
