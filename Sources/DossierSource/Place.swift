/// A stretch of one line in a text file.
///
/// Lines and columns count from 1; a column and a length count UTF-8 bytes. A parser with another
/// unit converts at its own boundary. The values are not checked against a text.
public struct Span: Hashable, Comparable, Sendable {
  /// From 1.
  public var line: Int
  /// Bytes from the beginning of the line, from 1.
  public var column: Int
  /// Bytes on that line; 0 where only the beginning is known.
  public var length: Int

  /// Marks bytes of a line.
  public init(line: Int, column: Int, length: Int = 0) {
    self.line = line
    self.column = column
    self.length = length
  }

  /// Orders by line, then column, then length.
  public static func < (left: Span, right: Span) -> Bool {
    (left.line, left.column, left.length) < (right.line, right.column, right.length)
  }
}

/// A stretch of one line in a named file.
public struct Place: Hashable, Comparable, Sendable {
  /// The file, relative to the project's folder, with `/`.
  public var path: String
  /// Where in the file.
  public var span: Span

  /// Puts a span into its file.
  public init(path: String, span: Span) {
    self.path = path
    self.span = span
  }

  /// Marks bytes of a line of a file.
  public init(path: String, line: Int, column: Int, length: Int = 0) {
    self.init(path: path, span: Span(line: line, column: column, length: length))
  }

  /// Orders by path, then by span.
  public static func < (left: Place, right: Place) -> Bool {
    (left.path, left.span) < (right.path, right.span)
  }
}
